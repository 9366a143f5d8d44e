import { byStart, type Interval, intersect, lengthOf } from "./interval.ts";
import { type EpochSeconds, epochSeconds, type Minutes, minutes } from "./quantity.ts";

/**
 * A boolean function of time: true inside its intervals, which are sorted, disjoint and do not touch.
 * Light, passes, sleep and availability are all such functions; `profile` is the way to make one.
 */
export type Profile = readonly Interval[];

/** Never true. */
export const EMPTY: Profile = [];

/** The profile that is true wherever any of the spans is. Order and overlaps do not matter. */
export function profile(spans: readonly Interval[]): Profile {
  if (isProfile(spans)) return spans;
  const sorted = [...spans].sort(byStart);
  const merged: Interval[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
    } else merged.push(span);
  }
  return merged;
}

function isProfile(spans: readonly Interval[]): boolean {
  for (let i = 1; i < spans.length; i++)
    if ((spans[i] as Interval).start <= (spans[i - 1] as Interval).end) return false;
  return true;
}

/** True where either is. */
export const union = (a: Profile, b: Profile): Profile => profile([...a, ...b]);

/** True where both are. Linear in the number of spans. */
export function intersection(a: Profile, b: Profile): Profile {
  const shared: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as Interval;
    const right = b[j] as Interval;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) shared.push({ start: epochSeconds(start), end: epochSeconds(end) });
    if (left.end < right.end) i++;
    else j++;
  }
  return shared;
}

/** Index of the first stretch that ends after an instant. */
export function firstEndingAfter(a: Profile, at: number): number {
  let low = 0;
  let high = a.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((a[middle] as Interval).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where `a` is and `b` is not. */
export function difference(a: Profile, b: Profile): Profile {
  const rest: Interval[] = [];
  let j = a[0] ? firstEndingAfter(b, a[0].start) : 0;
  for (const span of a) {
    let from = span.start;
    while (j < b.length && (b[j] as Interval).end <= from) j++;
    for (let k = j; k < b.length && (b[k] as Interval).start < span.end; k++) {
      const hole = b[k] as Interval;
      if (hole.start > from) rest.push({ start: from, end: hole.start });
      if (hole.end > from) from = hole.end;
    }
    if (from < span.end) rest.push(from === span.start ? span : { start: from, end: span.end });
  }
  return rest;
}

/** True where the profile is, inside the span. Quick in a long profile. */
export function within(a: Profile, span: Interval): Profile {
  const inside: Interval[] = [];
  for (let i = firstEndingAfter(a, span.start); i < a.length; i++) {
    const shared = intersect(a[i] as Interval, span);
    if (!shared) break;
    inside.push(shared);
  }
  return inside;
}

/** Minutes for which the profile is true. */
export const measure = (a: Profile): Minutes => minutes(a.reduce((sum, span) => sum + lengthOf(span), 0));

/** The stretch that holds an instant, if any. */
export const stretchAt = (a: Profile, at: EpochSeconds): Interval | null =>
  a.find((span) => span.start <= at && at < span.end) ?? null;

/** A whole-numbered function of time, as the stretches on which it is not 0. */
export interface Level {
  readonly span: Interval;
  readonly value: number;
}

/** How many of the spans (weighted) run at each moment. */
export function levels(
  spans: readonly { readonly span: Interval; readonly weight: number }[],
): readonly Level[] {
  const steps: { readonly at: EpochSeconds; readonly by: number }[] = [];
  for (const { span, weight } of spans)
    steps.push({ at: span.start, by: weight }, { at: span.end, by: -weight });
  steps.sort((a, b) => a.at - b.at);
  const found: Level[] = [];
  let value = 0;
  for (let i = 0; i < steps.length; i++) {
    value += (steps[i] as { by: number }).by;
    const start = (steps[i] as { at: EpochSeconds }).at;
    const end = steps[i + 1]?.at;
    if (end !== undefined && end > start && value !== 0) found.push({ span: { start, end }, value });
  }
  return found;
}
