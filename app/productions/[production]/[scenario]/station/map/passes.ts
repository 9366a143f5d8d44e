import { type Interval, overlaps } from "#core/base/interval.ts";
import { groundLight } from "#core/model/light/conditions/target-below.ts";
import type { LightTable } from "#core/model/light-table.ts";
import type { GroundTarget } from "#core/model/orbit-data.ts";

/** A pass of any kind, for a table. */
export interface PassLine {
  readonly key: string;
  readonly kind: "ground site" | "relay" | "target";
  readonly name: string;
  readonly span: Interval;
  /** Highest over the site, nearest to the target; what the light is there. */
  readonly best: string;
  readonly marginS: number;
  readonly source: string;
}

/** All passes that touch a stretch, whole, in order of time. */
export function passLines(
  light: LightTable,
  targets: readonly GroundTarget[],
  within: Interval,
): readonly PassLine[] {
  const links = light.passes.map(
    (pass): PassLine => ({
      key: `${pass.kind} ${pass.by} ${pass.span.start}`,
      kind: pass.kind === "relay" ? "relay" : "ground site",
      name: pass.name,
      span: pass.span,
      best: pass.maxElevationDeg === null ? "" : `up to ${Math.round(pass.maxElevationDeg)}° high`,
      marginS: pass.margin,
      source: pass.source,
    }),
  );
  const below = light.targets.map(
    (pass): PassLine => ({
      key: `target ${pass.targetId} ${pass.span.start}`,
      kind: "target",
      name: targets.find(({ id }) => id === pass.targetId)?.name ?? pass.targetId,
      span: pass.span,
      best: `${Math.round(pass.closestKm)} km away, ${groundLight(pass.sunElevationDeg)} there`,
      marginS: pass.margin,
      source: pass.source,
    }),
  );
  return [...links, ...below]
    .filter(({ span }) => overlaps(span, within))
    .sort((a, b) => a.span.start - b.span.start);
}
