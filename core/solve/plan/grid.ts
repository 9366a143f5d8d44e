import type { Interval } from "../../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../../base/quantity.ts";
import type { ShootDay } from "../../model/day.ts";

/** Half a day: what begins further from all waking hours belongs to no shoot day. */
const REACH_S = 43_200;
/** Shoots begin on this grid, in seconds. */
export const GRID_S = 300;

/** Shoot days as stretches that do not overlap, each with all that counts for it; days in order. */
export const stretchesOf = (days: readonly ShootDay[]): readonly Interval[] =>
  days.map(({ wakesAt, sleepsAt }, i) => {
    const [before, after] = [days[i - 1], days[i + 1]];
    const from = before ? Math.floor((before.sleepsAt + wakesAt) / 2) + 1 : wakesAt - REACH_S + 1;
    const to = after ? Math.floor((sleepsAt + after.wakesAt) / 2) + 1 : sleepsAt + REACH_S;
    return {
      start: epochSeconds(Math.max(from, wakesAt - REACH_S + 1)),
      end: epochSeconds(Math.min(to, sleepsAt + REACH_S)),
    };
  });

/** Moments of the grid in a stretch. */
export function gridIn({ start, end }: Interval): EpochSeconds[] {
  const moments: EpochSeconds[] = [];
  for (let at = Math.ceil(start / GRID_S) * GRID_S; at < end; at += GRID_S) moments.push(epochSeconds(at));
  return moments;
}
