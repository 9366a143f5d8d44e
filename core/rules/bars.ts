import { EVER, type Interval } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { difference, type Profile, profile } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Call, Placed } from "../model/placed.ts";
import type { Bar } from "../model/rule.ts";

/** Not a rule: how rules tell the optimiser when something may not stand. */

export const ALWAYS: Profile = [EVER];

/** Whenever the profile is not true. */
export const whenNot = (open: Profile): Profile => difference(ALWAYS, open);
/** The same of a profile that is asked about again and again. */
export const everWhenNot = (open: Profile): Profile => once(open, "when not", () => whenNot(open));

/** Shoot days as stretches that do not overlap, each with all that starts in it and counts for it; days in order. */
export const stretchesOf = (days: readonly ShootDay[]): readonly Interval[] =>
  once(days, "stretches", () =>
    days.map(({ wakesAt, sleepsAt }, i) => {
      const [before, after] = [days[i - 1], days[i + 1]];
      const from = before ? Math.floor((before.sleepsAt + wakesAt) / 2) + 1 : Number.NEGATIVE_INFINITY;
      const to = after ? Math.floor((sleepsAt + after.wakesAt) / 2) + 1 : Number.POSITIVE_INFINITY;
      return {
        start: epochSeconds(Math.max(from, wakesAt - REACH_S + 1)),
        end: epochSeconds(Math.min(to, sleepsAt + REACH_S)),
      };
    }),
  );
/** Half a day: what starts as far from all waking hours belongs to no shoot day. */
const REACH_S = 43_200;

/** The moment at which a stretch begins, as a part. */
export const startOf = ({ start }: Interval): Interval => ({ start, end: epochSeconds(start + 1) });

/** A part that may not lie in one of the stretches with all of itself. */
export function barWithin(part: Interval, stretches: Profile): readonly Bar[] {
  const length = part.end - part.start;
  const never = stretches
    .filter(({ start, end }) => end - start >= length)
    .map(({ start, end }) => ({ start, end: epochSeconds(end - length + 1) }));
  return never.length > 0 ? [{ part: startOf(part), never }] : [];
}

/** The same bar, where the rule cannot judge. */
export const asGap = (bar: Bar): Bar => ({ ...bar, isGap: true });

/** Each call, and when its person may not be called. */
export const barsOfCalls = ({ calls }: Placed, never: (call: Call) => Profile): readonly Bar[] =>
  calls.flatMap((call) => {
    const times = never(call);
    return times.length > 0 ? [{ part: call.span, never: times }] : [];
  });

/** Each call of somebody of whom too little is known. */
export const barsOfUnknown = ({ calls }: Placed, isUnknown: (call: Call) => boolean): readonly Bar[] =>
  calls.filter(isUnknown).map(({ span }) => asGap({ part: span, never: ALWAYS }));

/** Calls of the main unit for which no block of such time lies within a day on either side: that is not judged. */
export const barsOfBlind = ({ scene, calls }: Placed, timesOf: (call: Call) => Profile): readonly Bar[] =>
  scene.unit === "main"
    ? calls.flatMap((call) => {
        const times = timesOf(call);
        const blind = once(times, "no such time near", () =>
          whenNot(
            profile(
              times.map(({ start, end }) => ({
                start: epochSeconds(start - A_DAY_S),
                end: epochSeconds(end + A_DAY_S),
              })),
            ),
          ),
        );
        return barWithin(call.span, blind).map(asGap);
      })
    : [];
const A_DAY_S = 86_400;
