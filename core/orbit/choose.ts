import { holds, type Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { ElementSet } from "./element-set.ts";

export interface Trust {
  /** Farther from its epoch than this, a set is not used. 14 is how far its ageing was measured (docs/accuracy.md). */
  readonly maxAgeDays?: number;
  /** When the orbit was, or will be, changed. */
  readonly manoeuvres?: readonly EpochSeconds[];
}

const DAY = 86_400;
export const MAX_AGE_DAYS = 14;

export const ageAt = (set: ElementSet, at: EpochSeconds): Seconds => seconds(Math.abs(at - set.epoch));

/**
 * How far a moment computed from this set may be off: 1 s, and 1.5 s for each day of age, twice that past 10 days.
 * Source: one NASA ephemeris against the next lies 13–22 s along track after 14 days (rule book, `window-light`).
 */
export function marginAt(set: ElementSet, at: EpochSeconds): Seconds {
  const days = ageAt(set, at) / DAY;
  return seconds((1 + 1.5 * days) * (days > 10 ? 2 : 1));
}

const hasSpanOfUse = (set: ElementSet) => set.usedFrom !== null || set.usedUntil !== null;
const isMeantFor = (set: ElementSet, at: EpochSeconds) =>
  hasSpanOfUse(set) && at >= (set.usedFrom ?? -Infinity) && at < (set.usedUntil ?? Infinity);
const changedBetween = (manoeuvres: readonly EpochSeconds[], a: EpochSeconds, b: EpochSeconds) =>
  manoeuvres.some((m) => Math.min(a, b) < m && m <= Math.max(a, b));
const nearest = (sets: readonly ElementSet[], at: EpochSeconds) =>
  sets.reduce<ElementSet | null>(
    (best, set) => (best && ageAt(best, at) <= ageAt(set, at) ? best : set),
    null,
  );

/**
 * The set to use at an instant, or why there is none. A set whose span of use holds the instant comes first, a
 * manoeuvre notwithstanding: whoever gave the span has judged it. Otherwise, of the sets without a span of use, the
 * one with the nearest epoch, as long as no manoeuvre lies between. The age limit holds for all.
 */
export function chooseElements(
  sets: readonly ElementSet[],
  at: EpochSeconds,
  { maxAgeDays = MAX_AGE_DAYS, manoeuvres = [] }: Trust = {},
): Result<ElementSet, string> {
  const isYoung = (set: ElementSet) => ageAt(set, at) <= maxAgeDays * DAY;
  const meant = sets.filter((set) => isMeantFor(set, at));
  const free = sets.filter((set) => !hasSpanOfUse(set));
  const young = free.filter(isYoung);
  const best =
    nearest(meant.filter(isYoung), at) ??
    nearest(
      young.filter((set) => !changedBetween(manoeuvres, set.epoch, at)),
      at,
    );
  if (best) return ok(best);
  if (sets.length === 0) return err("There is no orbit data.");
  const across = nearest(young, at);
  if (across)
    return err(`The orbit is changed between this time and the epoch of orbit data ${across.label}.`);
  const old = nearest(meant, at) ?? nearest(free, at);
  if (old) return err(`The nearest orbit data, ${old.label}, is more than ${maxAgeDays} days away.`);
  return err("No orbit data is meant for this time.");
}

export interface Piece {
  readonly span: Interval;
  readonly elements: Result<ElementSet, string>;
}

/** The window cut where the choice changes; neighbours differ. */
export function choosePieces(sets: readonly ElementSet[], asked: Interval, trust: Trust = {}): Piece[] {
  const maxAge = (trust.maxAgeDays ?? MAX_AGE_DAYS) * DAY;
  const near = sets.filter((s) => s.epoch >= asked.start - maxAge && s.epoch <= asked.end + maxAge);
  const turns = [
    ...near.flatMap((s) => [s.epoch - maxAge, s.epoch, s.epoch + maxAge, s.usedFrom, s.usedUntil]),
    ...rivals(near).map(([a, b]) => (a.epoch + b.epoch) / 2),
    ...(trust.manoeuvres ?? []),
  ].filter((at): at is EpochSeconds => at !== null && holds(asked, epochSeconds(at)));
  const cuts = [...new Set([asked.start, ...turns, asked.end])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? asked.end;
    const elements = chooseElements(sets, epochSeconds((start + end) / 2), trust);
    const last = pieces.at(-1);
    if (last && sameChoice(last.elements, elements))
      pieces[pieces.length - 1] = { ...last, span: { start: last.span.start, end } };
    else pieces.push({ span: { start, end }, elements });
  }
  return pieces;
}

/** The pairs that may take over from one another halfway between their epochs. */
function rivals(sets: readonly ElementSet[]): (readonly [ElementSet, ElementSet])[] {
  const free = sets.filter((s) => !hasSpanOfUse(s)).sort((a, b) => a.epoch - b.epoch);
  const meant = sets.filter(hasSpanOfUse);
  const meet = (a: ElementSet, b: ElementSet) =>
    (a.usedFrom ?? -Infinity) < (b.usedUntil ?? Infinity) &&
    (b.usedFrom ?? -Infinity) < (a.usedUntil ?? Infinity);
  return [
    ...free.slice(1).map((set, i) => [free[i] as ElementSet, set] as const),
    ...meant.flatMap((a, i) => meant.slice(i + 1).flatMap((b) => (meet(a, b) ? [[a, b] as const] : []))),
  ];
}

const sameChoice = (a: Piece["elements"], b: Piece["elements"]): boolean =>
  a.ok ? b.ok && a.value === b.value : !b.ok && a.error === b.error;
