import type { Interval } from "../../base/interval.ts";
import { difference, profile, stretchAt } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes } from "../../base/quantity.ts";
import type { Placed } from "../../model/placed.ts";
import type { Strip } from "../../model/strip.ts";
import { placedAt } from "../openings.ts";
import type { RuleView, Views } from "./views.ts";

/** A start of a shoot, and the points that standing there costs by rules that look at the strip alone. */
export interface Start {
  readonly shootAt: EpochSeconds;
  readonly points: number;
}

interface Where {
  readonly stretches: readonly Interval[];
  /** Seconds from one start that is tried to the next. */
  readonly every: number;
  /** Starts off the grid. */
  readonly more: readonly EpochSeconds[];
  /** Starts that need not be asked about: they go, or do not whatever the rig. */
  readonly known: ReadonlyMap<EpochSeconds, unknown>;
  readonly refused: Set<EpochSeconds>;
  /** Whether the lengths given are those of a shoot that begins then. */
  goes(shootAt: EpochSeconds): boolean;
}

const ZERO = epochSeconds(0);
/** Shoots begin on this grid, in seconds. */
export const GRID_S = 300;

/** Moments of the grid in a stretch. */
function gridIn({ start, end }: Interval, every: number): EpochSeconds[] {
  const moments: EpochSeconds[] = [];
  const first = Math.ceil(start / GRID_S) * GRID_S;
  for (let at = first; at < end; at += every) moments.push(epochSeconds(at));
  return moments;
}
const isAsked =
  (how: "anywhere" | "start") =>
  ({ view }: RuleView) =>
    view.alone === how;

/**
 * When a strip with a rig and a shoot of these lengths may begin to shoot by every rule that can say so of it alone: on the grid in
 * the stretches given, in order, but for those known already.
 */
export function startsOf(
  views: Views,
  strip: Strip,
  { rigMin, shootMin }: { readonly rigMin: Minutes; readonly shootMin: Minutes },
  { stretches, every, more, known, refused, goes }: Where,
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
  const free = difference(stretches, barred).flatMap((span) => gridIn(span, every));
  const extra = more.filter(
    (moment) => difference([{ start: moment, end: epochSeconds(moment + 1) }], barred).length > 0,
  );
  const asked = hard.filter(isAsked("start")).filter((of) => views.concerns(of, atZero));
  const priced = rules
    .filter(({ rule }) => rule.level === "soft")
    .filter(isAsked("start"))
    .filter((of) => views.concerns(of, atZero));
  return [...new Set([...free, ...extra])]
    .filter((shootAt) => !known.has(shootAt) && !refused.has(shootAt) && goes(shootAt))
    .sort((a, b) => a - b)
    .flatMap((shootAt): Start[] => {
      const placed = at(shootAt) as Placed;
      let points = 0;
      for (const [i, of] of asked.entries()) {
        const alone = views.alone(of, placed);
        if (alone.isRefused) {
          // Who refuses one start refuses the next, as a rule: it is asked first.
          asked.unshift(...asked.splice(i, 1));
          if (of.view.ofShoot) refused.add(shootAt);
          return [];
        }
        points += alone.points;
      }
      for (const of of priced) points += views.alone(of, placed).points;
      return [{ shootAt, points }];
    });
}

/** Those of the starts at which no rule asks the search for caution. */
export function cautious(
  views: Views,
  strip: Strip,
  { rigMin, shootMin }: { readonly rigMin: Minutes; readonly shootMin: Minutes },
  starts: readonly EpochSeconds[],
): readonly EpochSeconds[] {
  const atZero = placedAt(views.facts, { ...strip, shootMin }, rigMin, ZERO);
  if (!atZero || starts.length === 0) return starts;
  const parts = views.rules.flatMap((of) => views.caution(of, atZero));
  const barred = profile(parts.flatMap(({ part, never }) => shut(part, never)));
  return barred.length === 0 ? starts : starts.filter((at) => stretchAt(barred, at) === null);
}

/** A stretch u–v in which a part a–b may not lie bars starts after u − b and before v − a. */
const shut = (part: Interval, never: readonly Interval[]): Interval[] =>
  never.map((t) => ({
    start: epochSeconds(t.start - part.end + 1),
    end: epochSeconds(t.end - part.start),
  }));
