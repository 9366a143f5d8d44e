import { stretchAt } from "#core/base/profile.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { groundLight } from "#core/model/light/conditions/target-below.ts";
import type { LightTable, OutsideLight, TargetPass } from "#core/model/light-table.ts";
import { type GroundPlace, isSinking } from "../map/night.ts";

export const BELOW = ["any", "day", "night", "dusk", "dawn"] as const;
export type Below = (typeof BELOW)[number];
export const ABOARD = ["any", "day", "night"] as const;
export type Aboard = (typeof ABOARD)[number];

/** A pass over a place, and the light there and aboard at its nearest moment. */
export interface TargetChance {
  readonly pass: TargetPass;
  readonly below: Exclude<Below, "any">;
  /** Null: not known. */
  readonly aboard: OutsideLight | null;
}

/** The next passes over a target in the light asked for, in order. `sunOver`: where the Sun stands overhead. */
export function targetChances(
  light: LightTable,
  target: GroundPlace & { readonly id: string },
  asked: { readonly below: Below; readonly aboard: Aboard },
  from: EpochSeconds,
  count: number,
  sunOver: (at: EpochSeconds) => GroundPlace,
): readonly TargetChance[] {
  const found: TargetChance[] = [];
  for (const pass of light.targets) {
    if (found.length === count) break;
    if (pass.targetId !== target.id || pass.span.end <= from) continue;
    const ground = groundLight(pass.sunElevationDeg);
    const below =
      ground === "twilight" ? (isSinking(target, sunOver(pass.closestAt)) ? "dusk" : "dawn") : ground;
    const aboard = light.spans.find(({ span }) => stretchAt([span], pass.closestAt))?.kind ?? null;
    const fits =
      (asked.below === "any" || asked.below === below) && (asked.aboard === "any" || asked.aboard === aboard);
    if (fits) found.push({ pass, below, aboard });
  }
  return found;
}
