import { isoOf } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { temeStateFrom } from "./frames.ts";
import { interpolate, lastNotAfter, type Run } from "./interpolate.ts";
import { runStarts } from "./runs.ts";
import type { OrbitSource } from "./source.ts";
import { stateProblem, strayProblem } from "./state-problem.ts";
import { isFiniteVector, position, type State, type Teme, velocity } from "./vector.ts";

/** A stretch of an ephemeris that its author set apart. */
export interface EphemerisSegment {
  /** Epoch seconds. */
  readonly usableFrom: number;
  readonly usableUntil: number;
  /** Seven numbers a state: epoch seconds, km, km/s, in order of time. */
  readonly states: readonly number[];
}

/** An ephemeris as it is kept: states, whence they are, and for which span somebody wants them used. */
export interface EphemerisInput {
  readonly label: string;
  readonly frame: "J2000" | "TEME" | "ITRF";
  readonly createdAt: EpochSeconds | null;
  readonly segments: readonly EphemerisSegment[];
  readonly source: string;
  /** Null for both: used wherever it reaches. */
  readonly usedFrom: EpochSeconds | null;
  readonly usedUntil: EpochSeconds | null;
}

/** States that were checked and can be interpolated. */
export interface Ephemeris extends OrbitSource {
  readonly kind: "ephemeris";
  readonly source: string;
  readonly extent: Interval;
}

/** Numbers a state. */
const WIDTH = 7;
const iso = (at: number) => isoOf(epochSeconds(at));

function segmentProblem({ states, usableFrom, usableUntil }: EphemerisSegment): string | null {
  const count = states.length / WIDTH;
  if (!Number.isInteger(count)) return "The last state is cut off.";
  if (count < 2) return "A segment needs two states or more.";
  const [first, last] = [states[0] as number, states[(count - 1) * WIDTH] as number];
  const problem = stateProblem(states);
  if (problem) return problem;
  if (!(usableFrom < usableUntil)) return "A segment's usable time ends before it begins.";
  if (usableFrom < first || usableUntil > last)
    return `States are given from ${iso(first)} to ${iso(last)}, but said to be of use from ${iso(usableFrom)} to ${iso(usableUntil)}.`;
  return null;
}

function seamProblem(before: EphemerisSegment, after: EphemerisSegment): string | null {
  if (after.usableFrom > before.usableUntil)
    return `There are no states between ${iso(before.usableUntil)} and ${iso(after.usableFrom)}.`;
  return after.usableFrom < before.usableUntil
    ? `Two segments overlap from ${iso(after.usableFrom)} to ${iso(before.usableUntil)}.`
    : null;
}

function problemOf({ segments, usedFrom, usedUntil }: EphemerisInput): string | null {
  if (usedFrom !== null && usedUntil !== null && !(usedFrom < usedUntil))
    return "The span of use ends before it begins.";
  if (segments.length === 0) return "It holds no states.";
  for (const [i, segment] of segments.entries()) {
    const before = segments[i - 1];
    const problem = segmentProblem(segment) ?? (before ? seamProblem(before, segment) : null);
    if (problem) return problem;
  }
  return null;
}

interface Segment {
  readonly usableFrom: number;
  /** Where each run begins, and the runs. */
  readonly starts: Float64Array;
  readonly runs: readonly Run[];
}

function segmentOf(
  frame: EphemerisInput["frame"],
  { states, usableFrom }: EphemerisSegment,
): Result<Segment, string> {
  const count = states.length / WIDTH;
  const times = Float64Array.from({ length: count }, (_, i) => states[i * WIDTH] as number);
  const inTeme = new Float64Array(count * 6);
  for (let i = 0; i < count; i++) {
    const [x = 0, y = 0, z = 0, u = 0, v = 0, w = 0] = states.slice(i * WIDTH + 1, (i + 1) * WIDTH);
    const { position: r, velocity: s } = temeStateFrom(
      frame,
      [x, y, z, u, v, w],
      epochSeconds(times[i] ?? 0),
    );
    inTeme.set([r.x, r.y, r.z, s.x, s.y, s.z], i * 6);
  }
  const problem = strayProblem(times, inTeme);
  if (problem) return err(problem);
  const starts = runStarts(times);
  const runs = starts.map((start, i): Run => {
    const end = (starts[i + 1] ?? count - 1) + 1;
    return { times: times.subarray(start, end), states: inTeme.subarray(start * 6, end * 6) };
  });
  return ok({ usableFrom, runs, starts: Float64Array.from(starts, (start) => times[start] as number) });
}

/**
 * A checked ephemeris, or the one sentence that says why not. Its states are turned into the frame of the orbit once;
 * a position between them is interpolated, never across a burn, a docking or a segment's end. An interpolated
 * position of the station is good to 0.4 m where states lie 4 minutes apart, to 2 m where they lie 5 (docs/accuracy.md).
 */
export function parseEphemeris(input: EphemerisInput): Result<Ephemeris, string> {
  const problem = problemOf(input);
  if (problem) return err(problem);
  const segments: Segment[] = [];
  for (const given of input.segments) {
    const segment = segmentOf(input.frame, given);
    if (!segment.ok) return segment;
    segments.push(segment.value);
  }
  const segmentStarts = Float64Array.from(segments, ({ usableFrom }) => usableFrom);
  const start = epochSeconds(input.segments[0]?.usableFrom ?? Number.NaN);
  const end = epochSeconds(input.segments.at(-1)?.usableUntil ?? Number.NaN);

  const stateAt = (at: EpochSeconds): State<Teme> | null => {
    if (!(at >= start && at <= end)) return null;
    const segment = segments[lastNotAfter(segmentStarts, at)];
    const run = segment?.runs[lastNotAfter(segment.starts, at)];
    if (!run) return null;
    const [x, y, z, u, v, w] = interpolate(run, at);
    const state = { position: position<Teme>({ x, y, z }), velocity: velocity<Teme>({ x: u, y: v, z: w }) };
    return isFiniteVector(state.position) && isFiniteVector(state.velocity) ? state : null;
  };
  return ok({
    kind: "ephemeris",
    label: input.label,
    source: input.source,
    epoch: epochSeconds(Math.min(start, input.createdAt ?? start)),
    usedFrom: input.usedFrom,
    usedUntil: input.usedUntil,
    extent: { start, end },
    burns: segments
      .flatMap(({ starts }) => [...starts])
      .filter((at) => at > start && at < end)
      .map(epochSeconds),
    positionAt(at) {
      const state = stateAt(at);
      return state ? ok(state) : err(`orbit data ${this.label} has no position at this time`);
    },
  });
}
