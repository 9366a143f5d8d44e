import type { Interval } from "#core/base/interval.ts";

/** Where a span lies in a range, as the style of an element across it; what is outside is cut off. */
export const place = (range: Interval, span: Interval) => {
  const length = range.end - range.start;
  const left = Math.max(0, (span.start - range.start) / length);
  const right = Math.min(1, (span.end - range.start) / length);
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
};
