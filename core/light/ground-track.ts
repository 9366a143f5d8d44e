import type { Interval } from "../base/interval.ts";
import { type Degrees, degrees, type EpochSeconds, epochSeconds, type Seconds } from "../base/quantity.ts";
import type { UnknownLight } from "../model/light-table.ts";
import { choosePieces, marginAt, type Trust } from "../orbit/choose.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { type Geodetic, geodeticOf } from "../orbit/geodetic.ts";
import { type OrbitInput, orbitSources } from "../orbit/orbit-sources.ts";
import { sunAt } from "../orbit/sun.ts";

export interface TrackPoint extends Geodetic {
  readonly at: EpochSeconds;
}
export interface GroundTrack {
  /** One for each orbit data that is used, in order of time; each holds a point at its begin and its end. */
  readonly pieces: readonly {
    readonly source: string;
    readonly margin: Seconds;
    readonly points: readonly TrackPoint[];
  }[];
  readonly unknown: readonly UnknownLight[];
}

/** What lies straight below, every `step` counted from 1970, from the orbit data that the light is told from. WGS 84. */
export function groundTrack(
  inputs: readonly OrbitInput[],
  span: Interval,
  step: Seconds,
  trust: Trust = {},
): GroundTrack {
  const { sources, refused } = orbitSources(inputs);
  const pieces: GroundTrack["pieces"][number][] = [];
  const unknown: UnknownLight[] = [];
  for (const piece of choosePieces(sources, span, trust)) {
    const { source } = piece;
    if (!source.ok) {
      unknown.push({ span: piece.span, reason: [source.error, ...refused].join(" ") });
      continue;
    }
    const points: TrackPoint[] = [];
    let refusal: string | null = null;
    for (const at of instants(piece.span, step)) {
      const state = source.value.positionAt(at);
      if (state.ok) points.push({ at, ...geodeticOf(earthFixedFromTeme(state.value.position, at)) });
      else refusal ??= state.error;
    }
    if (refusal !== null) unknown.push({ span: piece.span, reason: refusal });
    else
      pieces.push({ source: source.value.label, margin: marginAt(source.value, piece.span.start), points });
  }
  return { pieces, unknown };
}

function instants({ start, end }: Interval, step: number): EpochSeconds[] {
  const found: EpochSeconds[] = [start];
  for (let at = (Math.floor(start / step) + 1) * step; at < end; at += step) found.push(epochSeconds(at));
  return [...found, end];
}

/** Where the Sun stands straight overhead: declination and longitude, good to 0.01°. */
export function subsolarPoint(at: EpochSeconds): { readonly latDeg: Degrees; readonly lonDeg: Degrees } {
  const { x, y, z } = earthFixedFromTeme(sunAt(at), at);
  const deg = 180 / Math.PI;
  return {
    latDeg: degrees(Math.atan2(z, Math.hypot(x, y)) * deg),
    lonDeg: degrees(Math.atan2(y, x) * deg),
  };
}
