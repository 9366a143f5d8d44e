/** Geometry of light on the ground. Pure, and small enough for the browser: no orbit is known here. */

export interface GroundPlace {
  readonly latDeg: number;
  readonly lonDeg: number;
}
const RAD = Math.PI / 180;
const wrapped = (deg: number) => ((((deg + 180) % 360) + 360) % 360) - 180;

/** The Sun overhead a while after it stood at `sun`: it goes west by 15° an hour; its latitude moves 0.02° an hour, left out. */
export const sunAfter = ({ latDeg, lonDeg }: GroundPlace, seconds: number): GroundPlace => ({
  latDeg,
  lonDeg: wrapped(lonDeg - (seconds * 15) / 3_600),
});

/** The Sun over the horizon of a place, round Earth, without refraction: within 0.2° of the oblate one's. */
export function sunHeightDeg(place: GroundPlace, sun: GroundPlace): number {
  const sine =
    Math.sin(place.latDeg * RAD) * Math.sin(sun.latDeg * RAD) +
    Math.cos(place.latDeg * RAD) * Math.cos(sun.latDeg * RAD) * Math.cos((place.lonDeg - sun.lonDeg) * RAD);
  return Math.asin(Math.max(-1, Math.min(1, sine))) / RAD;
}

/** Twilight with the Sun under way down: where it has passed the meridian. */
export const isSinking = (place: GroundPlace, sun: GroundPlace): boolean =>
  wrapped(place.lonDeg - sun.lonDeg) > 0;

/**
 * The edge of night from west to east, as latitude for every longitude: where the Sun stands on the horizon. At an
 * equinox it is two meridians; a declination of 0.01° stands in for none.
 */
export function terminator(sun: GroundPlace, stepDeg = 2): readonly GroundPlace[] {
  const declination = Math.abs(sun.latDeg) < 0.01 ? 0.01 * (sun.latDeg < 0 ? -1 : 1) : sun.latDeg;
  const points: GroundPlace[] = [];
  for (let lonDeg = -180; lonDeg <= 180; lonDeg += stepDeg) {
    const latDeg = Math.atan(-Math.cos((lonDeg - sun.lonDeg) * RAD) / Math.tan(declination * RAD)) / RAD;
    points.push({ latDeg, lonDeg });
  }
  return points;
}

/** Which pole is in the dark. */
export const darkPoleDeg = (sun: GroundPlace): 90 | -90 => (sun.latDeg < 0 ? 90 : -90);

/** Mean radius of the Earth, km (IUGG). */
const RADIUS_KM = 6371.0088;

/** How far from a site, along the ground in degrees, a station so high stands on its mask. Round Earth. */
export const visibilityDeg = (altitudeKm: number, maskDeg: number): number =>
  Math.acos((RADIUS_KM * Math.cos(maskDeg * RAD)) / (RADIUS_KM + altitudeKm)) / RAD - maskDeg;

export const degreesOfKm = (km: number): number => km / RADIUS_KM / RAD;
