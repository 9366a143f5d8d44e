import { dateOf, elapsedMinutes, plusMinutes } from "./instant.ts";
import { type EpochSeconds, epochSeconds, type Minutes, minutes } from "./quantity.ts";

/** A stretch of time, half-open: it holds its start and not its end, so that neighbours touch and do not overlap. */
export interface Interval {
  readonly start: EpochSeconds;
  readonly end: EpochSeconds;
}

/** @throws RangeError when start is not before end; reversed input is a mistake and is never sorted into shape. */
export function interval(start: EpochSeconds, end: EpochSeconds): Interval {
  if (!(start < end)) throw new RangeError(`an interval ends after it starts: ${start} to ${end}`);
  return { start, end };
}

/** As far either way as a Date reaches (ECMA-262: ±8.64 · 10¹⁵ ms): for what nobody has bounded. */
export const EVER: Interval = { start: epochSeconds(-8.64e12), end: epochSeconds(8.64e12) };

/** `length` minutes from `start`; null when there is nothing (0 minutes). */
export const spanFrom = (start: EpochSeconds, length: Minutes): Interval | null =>
  length > 0 ? { start, end: plusMinutes(start, length) } : null;

/** They share time; intervals that only touch do not. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;
/** The start is held, the end is not. */
export const holds = (span: Interval, at: EpochSeconds): boolean => span.start <= at && at < span.end;
/** All of `inner` lies in `outer`; edges may be the same. */
export const covers = (outer: Interval, inner: Interval): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** What two intervals share; null where they only touch or lie apart. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const start = epochSeconds(Math.max(a.start, b.start));
  const end = epochSeconds(Math.min(a.end, b.end));
  return start < end ? { start, end } : null;
}

/** The smallest interval that holds both. */
export const hull = (a: Interval, b: Interval): Interval => ({
  start: epochSeconds(Math.min(a.start, b.start)),
  end: epochSeconds(Math.max(a.end, b.end)),
});

export const lengthOf = (span: Interval): Minutes => elapsedMinutes(span.start, span.end);
/** How long both last at once; 0 where they only touch or lie apart. */
export const sharedMinutes = (a: Interval, b: Interval): Minutes => {
  const shared = intersect(a, b);
  return shared ? lengthOf(shared) : minutes(0);
};
/** The interval made longer on both sides (shorter with negative minutes); null when nothing is left. */
export const widen = (span: Interval, before: Minutes, after: Minutes): Interval | null => {
  const start = plusMinutes(span.start, minutes(-before));
  const end = plusMinutes(span.end, after);
  return start < end ? { start, end } : null;
};
/** For `sort`: by start, those that start together by end. */
export const byStart = (a: Interval, b: Interval): number => a.start - b.start || a.end - b.end;

const utcDays = new Map<string, Interval>();

/** The UTC day that a date names, midnight to midnight. */
export function utcDay(date: string): Interval {
  const known = utcDays.get(date);
  if (known) return known;
  const start = epochSeconds(Date.parse(`${date}T00:00:00Z`) / 1000);
  if (Number.isNaN(start) || dateOf(start) !== date)
    throw new RangeError(`"${date}" is not a date such as 2021-10-05`);
  const day = { start, end: epochSeconds(start + 86_400) };
  // The dates of a plan are few.
  if (utcDays.size > 4_000) utcDays.clear();
  utcDays.set(date, day);
  return day;
}
