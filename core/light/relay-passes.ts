import type { EpochSeconds } from "../base/quantity.ts";
import { epochSeconds, seconds } from "../base/quantity.ts";
import type { LinkPass } from "../model/light-table.ts";
import type { RelayPass } from "../model/orbit-data.ts";
import { marginAt } from "../orbit/choose.ts";
import { EARTH_RADIUS_KM } from "../orbit/geodetic.ts";
import { dot, type EarthFixed, norm, position, subtract } from "../orbit/vector.ts";
import { stretchesAbove } from "./stretches.ts";
import { STEP, TOLERANCE, type Track } from "./track.ts";

/** Coverage as somebody gave it: it is theirs, and carries no margin of ours. */
export const givenRelayPasses = (rows: readonly RelayPass[]): LinkPass[] =>
  rows
    .filter((row) => row.durationMin > 0)
    .map(({ relay, startsAt, durationMin, source }) => ({
      kind: "relay",
      by: relay,
      name: relay,
      span: { start: startsAt, end: epochSeconds(startsAt + durationMin * 60) },
      maxElevationDeg: null,
      source,
      margin: seconds(0),
    }));

/** A relay over the equator. */
export interface Relay {
  readonly name: string;
  readonly lonDeg: number;
}

/** Geostationary radius: one turn a sidereal day. WGS 84. */
const RADIUS_KM = 42_164.2;
/** The line of sight passes this high over the ground, so that the air does not bend it. Working assumption [G]. */
const CLEARANCE_KM = 100;

/**
 * A simple model: covered whenever the round Earth does not stand between station and relay. It knows nothing of
 * bookings, of antennas and what of the station stands before them: real coverage is half of this or less.
 */
export function modelledRelayPasses(track: Track, { name, lonDeg }: Relay): LinkPass[] {
  const lon = (lonDeg * Math.PI) / 180;
  const relay = position<EarthFixed>({ x: RADIUS_KM * Math.cos(lon), y: RADIUS_KM * Math.sin(lon), z: 0 });
  const clear = (at: EpochSeconds) => {
    const station = track.fixed(at);
    const line = subtract(relay, station);
    const height = norm(station);
    const edge = Math.min(1, (EARTH_RADIUS_KM + CLEARANCE_KM) / height);
    // Cosines of angles from straight down: of the Earth's edge, and of the relay.
    return Math.sqrt(1 - edge * edge) + dot(line, station) / (norm(line) * height);
  };
  return stretchesAbove(clear, track.span, { step: STEP, tolerance: TOLERANCE }).map((span) => ({
    kind: "relay",
    by: name,
    name,
    span,
    maxElevationDeg: null,
    source: `model: geostationary at ${lonDeg}° east, hidden by the Earth alone; ${track.source.label}`,
    margin: marginAt(track.source, span.start),
  }));
}
