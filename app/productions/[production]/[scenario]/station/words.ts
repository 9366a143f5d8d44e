const side = (deg: number, plus: string, minus: string) =>
  `${Math.abs(deg).toFixed(1)}° ${deg < 0 ? minus : plus}`;

/** `51.6° N 45.9° E`. */
export const latLon = (latDeg: number, lonDeg: number): string =>
  `${side(latDeg, "N", "S")} ${side(lonDeg, "E", "W")}`;

/** `−12.3°`. */
export const signed = (deg: number, digits = 1): string =>
  `${deg
    .toFixed(digits)
    .replace("-", "−")
    .replace(/^−(0(?:\.0+)?)$/, "$1")}`;

/** `±8 s`; seconds begun count. */
export const margin = (seconds: number): string => `±${Math.ceil(seconds)} s`;

/** `58 min 12 s`. */
export function minutesSeconds(min: number): string {
  const total = Math.round(min * 60);
  return `${Math.floor(total / 60)} min ${String(total % 60).padStart(2, "0")} s`;
}
