import { type Radians, radians } from "../base/quantity.ts";
import { EARTH_RADIUS_KM, FLATTENING } from "../orbit/geodetic.ts";
import type { Position, Teme } from "../orbit/vector.ts";

/** Nominal solar radius. IAU 2015 Resolution B3. */
const SUN_RADIUS_KM = 695_700;
/** Drawn out along the axis by this, the WGS 84 ellipsoid is a sphere. */
const TO_SPHERE = 1 / (1 - FLATTENING);

/** `any`: the point of the disc highest over the limb; `centre`; `whole`: the lowest point. */
export type DiscPart = "any" | "centre" | "whole";
const RADII: Record<DiscPart, number> = { any: 1, centre: 0, whole: -1 };

/**
 * The angle by which a part of the Sun's disc clears the Earth's limb, seen from a spacecraft; negative where it is
 * hidden. Both are drawn out along z with the ellipsoid, which keeps tangents tangent: exact for the centre; the
 * disc's radius is then wrong by at most 0.34 % (3″). The Earth has no atmosphere here. Range: outside the Earth.
 * Error budget: docs/accuracy.md.
 */
export function sunClearance(station: Position<Teme>, sun: Position<Teme>, part: DiscPart): Radians {
  const { x, y } = station;
  const z = station.z * TO_SPHERE;
  const [dx, dy, dz] = [sun.x - x, sun.y - y, sun.z * TO_SPHERE - z];
  const height = Math.sqrt(x * x + y * y + z * z);
  const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const fromCentre = Math.acos(-(x * dx + y * dy + z * dz) / (height * distance));
  const earthRadius = Math.asin(Math.min(1, EARTH_RADIUS_KM / height));
  const sunRadius = Math.asin(SUN_RADIUS_KM / distance);
  return radians(fromCentre - earthRadius + RADII[part] * sunRadius);
}
