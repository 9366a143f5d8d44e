import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import type { OrbitSource } from "../orbit/source.ts";
import { sunDuring } from "../orbit/sun.ts";
import {
  type EarthFixed,
  type Position,
  position,
  type State,
  type Teme,
  velocity,
} from "../orbit/vector.ts";
import { footOf } from "./place.ts";

/**
 * Between two samples. Everything searched for here turns once in half an orbit, 43 minutes and more, so that
 * `crossings` misses no event of a second and more (core/base/crossings.ts); held by the tests of each.
 */
export const STEP: Seconds = seconds(120);
/** Moments are found this close. */
export const TOLERANCE: Seconds = seconds(0.001);

/** How far around a span positions are looked at: for a contact half an hour off, and its other contacts as far again. */
export const LOOK_AROUND: Seconds = seconds(3600 + STEP);

/** One source's positions over a span, sampled once for all that is looked for in it. */
export interface Track {
  readonly source: OrbitSource;
  /** Whole steps counted from 1970, so that every window sees the same samples. */
  readonly span: Interval;
  state(at: EpochSeconds): State<Teme>;
  fixed(at: EpochSeconds): Position<EarthFixed>;
  /** The point straight below. */
  foot(at: EpochSeconds): Position<EarthFixed>;
  /** Inside the span. */
  sun(at: EpochSeconds): Position<Teme>;
  /** Why the source had no position where one was asked for; what was found then is worth nothing. */
  refusal(): string | null;
}

const NOWHERE: State<Teme> = {
  position: position<Teme>({ x: 0, y: 0, z: 7_000 }),
  velocity: velocity<Teme>({ x: 0, y: 7.5, z: 0 }),
};

/** A track that reaches `LOOK_AROUND` farther than asked. Positions are computed when wanted, those of whole steps once. */
export function trackAround(source: OrbitSource, asked: Interval): Track {
  const first = Math.floor((asked.start - LOOK_AROUND) / STEP);
  const last = Math.ceil((asked.end + LOOK_AROUND) / STEP);
  const span = { start: epochSeconds(first * STEP), end: epochSeconds(last * STEP) };
  let refusal: string | null = null;

  const compute = (at: EpochSeconds): State<Teme> => {
    const state = source.positionAt(at);
    if (state.ok) return state.value;
    refusal ??= state.error;
    return NOWHERE;
  };
  /** What a function of time says at whole steps is kept. */
  const kept = <T>(of: (at: EpochSeconds) => T): ((at: EpochSeconds) => T) => {
    const values = new Array<T | undefined>(last - first + 1);
    return (at) => {
      if (at % STEP !== 0) return of(at);
      const index = at / STEP - first;
      const known = values[index];
      if (known !== undefined) return known;
      const value = of(at);
      if (index >= 0 && index < values.length) values[index] = value;
      return value;
    };
  };
  const state = kept(compute);
  const fixed = kept((at) => earthFixedFromTeme(state(at).position, at));
  return {
    source,
    span,
    state,
    fixed,
    foot: kept((at) => footOf(fixed(at))),
    sun: sunDuring(span),
    refusal: () => refusal,
  };
}
