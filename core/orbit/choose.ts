import { holds, type Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { OrbitSource } from "./source.ts";

export interface Trust {
  /** Farther from its epoch than this, a source is not used. 14 is how far its ageing was measured (docs/accuracy.md). */
  readonly maxAgeDays?: number;
  /** When the orbit was, or will be, changed. */
  readonly manoeuvres?: readonly EpochSeconds[];
  /** How far around an instant the caller needs positions: an ephemeris that ends sooner is not used for it. */
  readonly around?: Seconds;
}

const DAY = 86_400;
export const MAX_AGE_DAYS = 14;
/** A burn of an ephemeris is the known manoeuvre if they lie this close. Guess: plans name the hour, ephemerides the ignition. */
const SAME_BURN: Seconds = seconds(900);

/** How far an instant lies from the epoch of the orbit data, before or behind it. */
export const ageAt = (source: OrbitSource, at: EpochSeconds): Seconds => seconds(Math.abs(at - source.epoch));

/**
 * How far a moment computed from this source may be off: 1 s, and 1.5 s for each day of age, twice that past 10 days.
 * Source: one NASA ephemeris against the next lies 13–22 s along track after 14 days (rule book, `window-light`).
 */
export function marginAt(source: OrbitSource, at: EpochSeconds): Seconds {
  const days = ageAt(source, at) / DAY;
  return seconds((1 + 1.5 * days) * (days > 10 ? 2 : 1));
}

const hasSpanOfUse = ({ usedFrom, usedUntil }: OrbitSource) => usedFrom !== null || usedUntil !== null;
const isUsedAt = ({ usedFrom, usedUntil }: OrbitSource, at: EpochSeconds) =>
  at >= (usedFrom ?? -Infinity) && at < (usedUntil ?? Infinity);
const reaches = ({ extent }: OrbitSource, at: EpochSeconds, around: number) =>
  extent === null || (at - around >= extent.start && at + around < extent.end);
const isChanged = ({ epoch, burns }: OrbitSource, at: EpochSeconds, manoeuvres: readonly EpochSeconds[]) =>
  manoeuvres.some(
    (m) =>
      Math.min(epoch, at) < m &&
      m <= Math.max(epoch, at) &&
      !burns.some((burn) => Math.abs(burn - m) <= SAME_BURN),
  );
const nearest = (sources: readonly OrbitSource[], at: EpochSeconds) =>
  sources.reduce<OrbitSource | null>(
    (best, source) => (best && ageAt(best, at) <= ageAt(source, at) ? best : source),
    null,
  );

/**
 * The source to use at an instant, or why there is none. Where an ephemeris reaches, it comes before any element
 * set. Of either kind, a source whose span of use holds the instant comes first, a manoeuvre notwithstanding: whoever
 * gave the span has judged it. Then, of those without a span of use, the one with the nearest epoch, as long as no
 * manoeuvre lies between that its own positions do not hold. The age limit is for all.
 */
export function chooseSource(
  sources: readonly OrbitSource[],
  at: EpochSeconds,
  { maxAgeDays = MAX_AGE_DAYS, manoeuvres = [], around = seconds(0) }: Trust = {},
): Result<OrbitSource, string> {
  const reaching = sources.filter((source) => isUsedAt(source, at) && reaches(source, at, around));
  const young = reaching.filter((source) => ageAt(source, at) <= maxAgeDays * DAY);
  const whole = young.filter((source) => hasSpanOfUse(source) || !isChanged(source, at, manoeuvres));
  const best = firstOf(whole, at);
  if (best) return ok(best);
  if (sources.length === 0) return err("There is no orbit data.");
  const across = firstOf(young, at);
  if (across)
    return err(`The orbit is changed between this time and the epoch of orbit data ${across.label}.`);
  const old = firstOf(reaching, at);
  if (old) return err(`The nearest orbit data, ${old.label}, is more than ${maxAgeDays} days away.`);
  return err("No orbit data is meant for this time.");
}

const isEphemeris = ({ kind }: OrbitSource) => kind === "ephemeris";
/** Which sources come before which. */
const TIERS: readonly ((source: OrbitSource) => boolean)[] = [
  (source) => isEphemeris(source) && hasSpanOfUse(source),
  isEphemeris,
  hasSpanOfUse,
  () => true,
];

/** The nearest of the first tier that has any. */
function firstOf(sources: readonly OrbitSource[], at: EpochSeconds): OrbitSource | null {
  for (const tier of TIERS) {
    const best = nearest(sources.filter(tier), at);
    if (best) return best;
  }
  return null;
}

export interface Piece {
  readonly span: Interval;
  readonly source: Result<OrbitSource, string>;
}

/** The window cut where the choice changes; neighbours differ. */
export function choosePieces(sources: readonly OrbitSource[], asked: Interval, trust: Trust = {}): Piece[] {
  const { around = seconds(0), manoeuvres = [], maxAgeDays = MAX_AGE_DAYS } = trust;
  const maxAge = maxAgeDays * DAY;
  const near = sources.filter((s) => s.epoch >= asked.start - maxAge && s.epoch <= asked.end + maxAge);
  const turns = [
    ...near.flatMap((s) => [s.epoch - maxAge, s.epoch, s.epoch + maxAge, s.usedFrom, s.usedUntil]),
    ...near.flatMap(({ extent }) => (extent ? [extent.start + around, extent.end - around] : [])),
    ...rivals(near.filter(isEphemeris)).map(halfway),
    ...rivals(near.filter((s) => !isEphemeris(s))).map(halfway),
    ...manoeuvres,
  ].filter((at): at is EpochSeconds => at !== null && holds(asked, epochSeconds(at)));
  const cuts = [...new Set([asked.start, ...turns, asked.end])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? asked.end;
    const source = chooseSource(sources, epochSeconds((start + end) / 2), trust);
    const last = pieces.at(-1);
    if (last && sameChoice(last.source, source))
      pieces[pieces.length - 1] = { ...last, span: { start: last.span.start, end } };
    else pieces.push({ span: { start, end }, source });
  }
  return pieces;
}

const halfway = ([a, b]: readonly [OrbitSource, OrbitSource]) => (a.epoch + b.epoch) / 2;

/** The pairs of one kind that may take over from one another halfway between their epochs. */
function rivals(sources: readonly OrbitSource[]): (readonly [OrbitSource, OrbitSource])[] {
  const free = sources.filter((s) => !hasSpanOfUse(s)).sort((a, b) => a.epoch - b.epoch);
  const meant = sources.filter(hasSpanOfUse);
  const meet = (a: OrbitSource, b: OrbitSource) =>
    (a.usedFrom ?? -Infinity) < (b.usedUntil ?? Infinity) &&
    (b.usedFrom ?? -Infinity) < (a.usedUntil ?? Infinity);
  return [
    ...free.slice(1).map((source, i) => [free[i] as OrbitSource, source] as const),
    ...meant.flatMap((a, i) => meant.slice(i + 1).flatMap((b) => (meet(a, b) ? [[a, b] as const] : []))),
  ];
}

const sameChoice = (a: Piece["source"], b: Piece["source"]): boolean =>
  a.ok ? b.ok && a.value === b.value : !b.ok && a.error === b.error;
