import { peakIn } from "../base/crossings.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { TargetPass } from "../model/light-table.ts";
import type { GroundTarget } from "../model/orbit-data.ts";
import { marginAt } from "../orbit/choose.ts";
import { subtract } from "../orbit/vector.ts";
import { chordKm, groundKm, placeOf, sunElevation } from "./place.ts";
import { stretchesAbove } from "./stretches.ts";
import { STEP, TOLERANCE, type Track } from "./track.ts";

/**
 * When the point below the station lies within a target's radius, along the ground. Clouds are not known. A pass of a
 * second is found.
 */
export function targetPasses(track: Track, target: GroundTarget): TargetPass[] {
  const place = placeOf(target);
  const edge = chordKm(target.radiusKm);
  /** In squares of straight lines, which bend evenly; near the edge, kilometres. */
  const inside = (at: EpochSeconds) => {
    const { x, y, z } = subtract(track.foot(at), place.at);
    return (edge * edge - x * x - y * y - z * z) / (2 * edge);
  };
  return stretchesAbove(inside, track.span, { step: STEP, tolerance: TOLERANCE }).map((span) => {
    const closestAt = peakIn(inside, span, edge);
    return {
      targetId: target.id,
      span,
      closestAt,
      closestKm: groundKm(track.foot(closestAt), place.at),
      sunElevationDeg: sunElevation(place, track.sun(closestAt), closestAt),
      source: track.source.label,
      margin: marginAt(track.source, closestAt),
    };
  });
}
