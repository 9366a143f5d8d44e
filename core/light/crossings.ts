import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, type Seconds } from "../base/quantity.ts";

export interface Crossing {
  readonly at: EpochSeconds;
  /** From below zero to zero or above; false for the way down. */
  readonly rising: boolean;
}

/** A continuous function of time; what it measures is the caller's. */
export type Course = (at: EpochSeconds) => number;

/**
 * Where a function changes its sign, in order.
 *
 * Contract: as long as the function keeps each sign for at least `step`, every change is found, each within
 * `tolerance` of its true place. A shorter visit to the other side may be missed, and then both its ends are: what is
 * returned still rises and falls by turns. The cost is one call a step and about six a change. Zero counts as above.
 *
 * @throws RangeError when the function gives no finite number: that is the caller's mistake.
 */
export function crossings(
  f: Course,
  span: Interval,
  { step, tolerance }: { readonly step: Seconds; readonly tolerance: Seconds },
): Crossing[] {
  const found: Crossing[] = [];
  const steps = Math.ceil((span.end - span.start) / step);
  let before = sample(f, span.start);
  for (let i = 1; i <= steps; i++) {
    const after = sample(f, Math.min(span.start + i * step, span.end));
    if (before.above !== after.above)
      found.push({ at: refine(f, before, after, tolerance), rising: after.above });
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
