import type { Interval } from "../base/interval.ts";
import { type Profile, stretchAt } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";

/** How far a seam between two element sets may be moved, s. Sets that differ by more are not of one orbit. */
export const SEAM_REACH = 300;

/**
 * Two sets put the same sunset some seconds apart. Where one falls on either side of the seam between them it would
 * be lost, or come twice; so the seam waits, second by second, until both say night or both say day.
 */
export function movedSeam({ start, end }: Interval, before: Profile, after: Profile): EpochSeconds {
  const latest = Math.min(start + SEAM_REACH, end - 1);
  for (let at = start as number; at <= latest; at++) {
    const [a, b] = [stretchAt(before, epochSeconds(at)), stretchAt(after, epochSeconds(at))];
    if ((a === null) === (b === null)) return epochSeconds(at);
  }
  return start;
}
