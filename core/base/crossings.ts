import type { Interval } from "./interval.ts";
import { type EpochSeconds, epochSeconds, type Seconds } from "./quantity.ts";

export interface Crossing {
  readonly at: EpochSeconds;
  /** From below zero to zero or above; false for the way down. */
  readonly rising: boolean;
}

/** A continuous function of time; what it measures is the caller's. */
export type Course = (at: EpochSeconds) => number;

export interface Search {
  /** Between two samples. */
  readonly step: Seconds;
  /** How far a moment found may lie from its true place. */
  readonly tolerance: Seconds;
}

/** The shortest visit to the other side of zero that cannot be missed. */
export const SHORTEST_VISIT_S = 1;
/** How many times deeper a turn may lie than the samples around it say. */
const DEEPER = 4;

/**
 * Where a function changes its sign, in order.
 *
 * Contract: every change is found, each within `tolerance` of its true place, as long as each sign is kept for at least
 * `step`; and, where the function turns at most once within any two steps and its bend there varies by less than a factor
 * of four, as long as each sign is kept for `SHORTEST_VISIT_S`, but for the first and last step of the span. A shorter
 * visit to the other side may be missed, and then both its ends are: what is returned rises and falls by turns. The cost
 * is one call a step, some eight a change, some ten a turn close to zero. Zero counts as above.
 *
 * @throws RangeError when the function gives no finite number: that is the caller's mistake.
 */
export function crossings(f: Course, span: Interval, { step, tolerance }: Search): Crossing[] {
  const found: Crossing[] = [];
  const cross = (from: Sample, to: Sample) =>
    found.push({ at: refine(f, from, to, tolerance), rising: to.above });
  const steps = Math.ceil((span.end - span.start) / step);
  let early: Sample | null = null;
  let before = sample(f, span.start);
  for (let i = 1; i <= steps; i++) {
    const after = sample(f, Math.min(span.start + i * step, span.end));
    const visit: Sample | null = early && visitAround(f, early, before, after);
    if (early && visit) {
      // Found only now, but it may lie before the middle sample; nothing else was found since the early one.
      cross(visit.at < before.at ? early : before, visit);
      cross(visit, visit.at < before.at ? before : after);
    }
    if (before.above !== after.above) cross(before, after);
    early = before;
    before = after;
  }
  return found;
}

interface Sample {
  readonly at: number;
  readonly value: number;
  readonly above: boolean;
}

function sample(f: Course, at: number): Sample {
  const value = f(epochSeconds(at));
  if (!Number.isFinite(value)) throw new RangeError(`the function has no value at ${at}`);
  return { at, value, above: value >= 0 };
}

/** A moment on the other side near three samples of one side, where the middle one is the nearest to zero. */
function visitAround(f: Course, early: Sample, middle: Sample, late: Sample): Sample | null {
  if (early.above !== middle.above || middle.above !== late.above) return null;
  const [a, b, c] = [Math.abs(early.value), Math.abs(middle.value), Math.abs(late.value)];
  // A parabola turns at most an eighth of the second difference beyond its middle sample.
  if (b > a || b >= c || b > (DEEPER * (a - 2 * b + c)) / 8) return null;
  const turn = turnBetween(f, early, middle, late);
  return turn.above === middle.above ? null : turn;
}

/**
 * Where a function that rises once and falls once in a span is highest, within a quarter of a second. Some eight calls.
 * `ceiling` is what it stays under everywhere.
 */
export function peakIn(f: Course, { start, end }: Interval, ceiling: number): EpochSeconds {
  const under: Course = (at) => f(at) - ceiling;
  const [low, middle, high] = [sample(under, start), sample(under, (start + end) / 2), sample(under, end)];
  return epochSeconds(turnBetween(under, low, middle, high).at);
}

/** The sample nearest to zero around the middle of three; or the first one found on the other side. */
function turnBetween(f: Course, early: Sample, middle: Sample, late: Sample): Sample {
  let [low, best, high] = [early, middle, late];
  for (let round = 1; high.at - low.at > SHORTEST_VISIT_S / 2; round++) {
    const next = sample(f, round % 4 === 0 ? middleOf(low, best, high) : towardsTurn(low, best, high));
    if (next.above !== best.above) return next;
    const isBetter = Math.abs(next.value) < Math.abs(best.value);
    if (next.at < best.at) [low, best, high] = isBetter ? [low, next, best] : [next, best, high];
    else [low, best, high] = isBetter ? [best, next, high] : [low, best, next];
  }
  return best;
}

/** Where the parabola through three samples turns; where that is next to the best, a quarter of a visit beside it. */
function towardsTurn(low: Sample, best: Sample, high: Sample): number {
  const [left, right] = [best.at - low.at, high.at - best.at];
  const [p, q] = [(best.value - low.value) / left, (high.value - best.value) / right];
  const turn = best.at + (p * right + q * left) / (2 * (p - q));
  const near = SHORTEST_VISIT_S / 4;
  if (turn > low.at && turn < high.at && Math.abs(turn - best.at) > near) return turn;
  if (Math.max(left, right) <= near) return middleOf(low, best, high);
  return left > right ? best.at - near : best.at + near;
}

const middleOf = (low: Sample, best: Sample, high: Sample): number =>
  best.at - low.at > high.at - best.at ? (low.at + best.at) / 2 : (best.at + high.at) / 2;

/** Regula falsi with the Illinois weights; every fourth round halves, so that it ends whatever the function. */
function refine(f: Course, before: Sample, after: Sample, tolerance: Seconds): EpochSeconds {
  let [a, b] = [before, after];
  let [weightA, weightB] = [a.value, b.value];
  let lastMoved: "a" | "b" | null = null;
  for (let round = 1; b.at - a.at > tolerance; round++) {
    const share = round % 4 === 0 ? 0.5 : weightA / (weightA - weightB);
    const edge = Math.min(tolerance, b.at - a.at) / 3;
    const guess = a.at + share * (b.at - a.at);
    const c = sample(f, Math.min(Math.max(guess, a.at + edge), b.at - edge));
    if (c.above === a.above) {
      [a, weightA] = [c, c.value];
      if (lastMoved === "a") weightB /= 2;
      lastMoved = "a";
    } else {
      [b, weightB] = [c, c.value];
      if (lastMoved === "b") weightA /= 2;
      lastMoved = "b";
    }
  }
  return epochSeconds((a.at + b.at) / 2);
}
