import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { type ElementSet, parseElementSet } from "./element-set.ts";
import { type Ephemeris, type EphemerisInput, parseEphemeris } from "./ephemeris.ts";
import { earthFixedFromTeme, j2000FromTeme } from "./frames.ts";
import type { OrbitSource } from "./source.ts";
import { STATION_2021_FREE } from "./testing-station.ts";
import { position, type Teme } from "./vector.ts";

/** For tests: the station's set of 8 October 2021, to take states from. */
export function stationSet(): ElementSet {
  const [, d] = STATION_2021_FREE;
  const set = d && parseElementSet(d);
  if (!set?.ok) throw new Error("the station's set cannot be read");
  return set.value;
}

/** Radians a second. */
const EARTH_RATE = 7.292115e-5;

/** The source's state at an instant as seven numbers in a frame. */
export function stateIn(frame: EphemerisInput["frame"], source: OrbitSource, at: number): number[] {
  const when = epochSeconds(at);
  const state = source.positionAt(when);
  if (!state.ok) throw new Error(state.error);
  const { position: r, velocity: v } = state.value;
  const turned = (vector: { x: number; y: number; z: number }) =>
    frame === "J2000"
      ? j2000FromTeme(position<Teme>(vector), when)
      : earthFixedFromTeme(position<Teme>(vector), when);
  if (frame === "TEME") return [at, r.x, r.y, r.z, v.x, v.y, v.z];
  const [p, q] = [turned(r), turned(v)];
  const overGround = frame === "ITRF" ? { x: EARTH_RATE * p.y, y: -EARTH_RATE * p.x } : { x: 0, y: 0 };
  return [at, p.x, p.y, p.z, q.x + overGround.x, q.y + overGround.y, q.z];
}

interface Sampling {
  readonly frame?: EphemerisInput["frame"];
  readonly step?: number;
  /** Instants besides those of the steps. */
  readonly extra?: readonly number[];
  readonly createdAt?: EpochSeconds;
}

/** An ephemeris whose states are the source's, every so many seconds. */
export function sampled(
  source: OrbitSource,
  from: number,
  until: number,
  { frame = "J2000", step = 240, extra = [], createdAt }: Sampling = {},
): EphemerisInput {
  const count = Math.floor((until - from) / step) + 1;
  const even = Array.from({ length: count }, (_, i) => from + i * step);
  const times = [...new Set([...even, ...extra, until])].sort((a, b) => a - b);
  return {
    label: "eph",
    frame,
    createdAt: createdAt ?? null,
    segments: [
      {
        usableFrom: from,
        usableUntil: until,
        states: times.flatMap((at) => stateIn(frame, source, at)),
      },
    ],
    source: "test",
    usedFrom: null,
    usedUntil: null,
  };
}

export function ephemeris(input: EphemerisInput): Ephemeris {
  const parsed = parseEphemeris(input);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
