import type { Interval } from "../../base/interval.ts";
import { difference, profile } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes } from "../../base/quantity.ts";
import type { Placed } from "../../model/placed.ts";
import type { Strip } from "../../model/strip.ts";
import { placedAt } from "../openings.ts";
import { gridIn } from "./grid.ts";
import type { RuleView, Views } from "./views.ts";

/** A start of a shoot, and the points that standing there costs by rules that look at the strip alone. */
export interface Start {
  readonly shootAt: EpochSeconds;
  readonly points: number;
}

const ZERO = epochSeconds(0);
const isAsked =
  (how: "anywhere" | "start") =>
  ({ view }: RuleView) =>
    view.alone === how;

/**
 * When a strip with a rig and a shoot of these lengths may begin to shoot by every rule that can say so of it alone: on the grid in
 * the stretches given, in order. `more`: starts off the grid.
 */
export function startsOf(
  views: Views,
  strip: Strip,
  { rigMin, shootMin }: { readonly rigMin: Minutes; readonly shootMin: Minutes },
  stretches: readonly Interval[],
  more: readonly EpochSeconds[] = [],
): readonly Start[] {
  const { facts, rules } = views;
  const own = { ...strip, shootMin };
  const at = (shootAt: EpochSeconds) => placedAt(facts, own, rigMin, shootAt);
  const atZero = at(ZERO);
  if (!atZero || (atZero.scene.unit === "main" && atZero.moduleId === null)) return [];
  const hard = rules.filter(({ rule }) => rule.level === "hard");
  const anywhere = hard.filter(isAsked("anywhere"));
  if (anywhere.some((of) => views.alone(of, atZero).isRefused)) return [];

  const barred = profile(
    hard.flatMap((of) => views.bars(of, atZero).flatMap(({ part, never }) => shut(part, never))),
  );
  const free = difference(stretches, barred).flatMap(gridIn);
  const extra = more.filter(
    (moment) => difference([{ start: moment, end: epochSeconds(moment + 1) }], barred).length > 0,
  );
  const asked = hard.filter(isAsked("start")).filter((of) => views.concerns(of, atZero));
  const priced = rules
    .filter(({ rule }) => rule.level === "soft")
    .filter(isAsked("start"))
    .filter((of) => views.concerns(of, atZero));
  return [...new Set([...free, ...extra])]
    .sort((a, b) => a - b)
    .flatMap((shootAt): Start[] => {
      const placed = at(shootAt) as Placed;
      let points = 0;
      for (const of of asked) {
        const alone = views.alone(of, placed);
        if (alone.isRefused) return [];
        points += alone.points;
      }
      for (const of of priced) points += views.alone(of, placed).points;
      return [{ shootAt, points }];
    });
}

/** A stretch u–v in which a part a–b may not lie bars starts after u − b and before v − a. */
const shut = (part: Interval, never: readonly Interval[]): Interval[] =>
  never.map((t) => ({
    start: epochSeconds(t.start - part.end + 1),
    end: epochSeconds(t.end - part.start),
  }));
