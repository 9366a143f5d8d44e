import { type Course, crossings, type Search } from "../base/crossings.ts";
import type { Interval } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";

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
