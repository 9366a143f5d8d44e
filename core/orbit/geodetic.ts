import { type Degrees, degrees, type Kilometres, kilometres } from "../base/quantity.ts";
import type { EarthFixed, Position } from "./vector.ts";

/** WGS 84 (NGA.STND.0036): equatorial radius and flattening. */
export const EARTH_RADIUS_KM = 6378.137;
export const FLATTENING = 1 / 298.257223563;
/** The ellipse’s eccentricity, squared. */
export const E2 = FLATTENING * (2 - FLATTENING);

export interface Geodetic {
  readonly latDeg: Degrees;
  /** East positive, −180 to 180. */
  readonly lonDeg: Degrees;
  readonly altitudeKm: Kilometres;
}

const DEG = 180 / Math.PI;

/** Latitude, longitude and height over the WGS 84 ellipsoid; poles included. Converged to under a millimetre. */
export function geodeticOf({ x, y, z }: Position<EarthFixed>): Geodetic {
  const r = Math.hypot(x, y);
  let lat = Math.atan2(z, r * (1 - E2));
  let n = EARTH_RADIUS_KM;
  for (let round = 0; round < 8; round++) {
    n = EARTH_RADIUS_KM / Math.sqrt(1 - E2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + E2 * n * Math.sin(lat), r);
  }
  n = EARTH_RADIUS_KM / Math.sqrt(1 - E2 * Math.sin(lat) ** 2);
  const height = r * Math.cos(lat) + (z + E2 * n * Math.sin(lat)) * Math.sin(lat) - n;
  return {
    latDeg: degrees(lat * DEG),
    lonDeg: degrees(Math.atan2(y, x) * DEG),
    altitudeKm: kilometres(height),
  };
}
