import { type Course, crossings, type Search } from "../base/crossings.ts";
import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";

/** Where a function is zero or above, cut at the span's ends. Contract: `crossings`. */
export function stretchesAbove(f: Course, span: Interval, search: Search): Interval[] {
  const found: Interval[] = [];
  let from: EpochSeconds | null = f(span.start) >= 0 ? span.start : null;
  for (const { at, rising } of crossings(f, span, search)) {
    if (rising) from = at;
    else if (from !== null) {
      if (from < at) found.push({ start: from, end: at });
      from = null;
    }
  }
  if (from !== null && from < span.end) found.push({ start: from, end: span.end });
  return found;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Near its peak a function hardly changes: half a second is under 0.01° of elevation and under 0.1 km of distance. */
const PEAK_WITHIN_S = 0.5;

/** When a function that rises once and falls once is highest, within half a second. */
export function peakIn(f: Course, { start, end }: Interval): EpochSeconds {
  let [low, high] = [start as number, end as number];
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let [atLeft, atRight] = [f(epochSeconds(left)), f(epochSeconds(right))];
  while (high - low > PEAK_WITHIN_S) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = f(epochSeconds(left));
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = f(epochSeconds(right));
    }
  }
  return epochSeconds((low + high) / 2);
}
