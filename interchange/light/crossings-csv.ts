import { isoOf } from "#core/base/instant.ts";
import type { SunCrossing } from "#core/model/light-table.ts";
import { asText, csvOf } from "../csv.ts";

/** A sunrise or sunset as files have it. */
export interface LightLine {
  readonly crossing: SunCrossing;
  readonly shootDay: number;
  /** The light that begins, and for how long; null where its end is not known. */
  readonly begins: "day" | "night";
  readonly lastsMin: number | null;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** One line a crossing, units in the heads, times UTC to the millisecond. */
export const crossingsCsv = (lines: readonly LightLine[]): string =>
  csvOf(
    COLUMNS,
    lines.map(({ crossing, shootDay, begins, lastsMin }) => ({
      shoot_day: shootDay,
      kind: crossing.kind,
      first_contact_utc: isoOf(crossing.firstContact),
      point_sun_utc: isoOf(crossing.pointSun),
      last_contact_utc: isoOf(crossing.lastContact),
      crossing_s: rounded(crossing.lastContact - crossing.firstContact, 1),
      begins,
      lasts_min: lastsMin === null ? "" : rounded(lastsMin, 2),
      margin_s: rounded(crossing.margin, 1),
      lat_deg: rounded(crossing.latDeg, 3),
      lon_deg: rounded(crossing.lonDeg, 3),
      altitude_km: rounded(crossing.altitudeKm, 1),
      source: asText(crossing.source),
    })),
  );

const COLUMNS = [
  "shoot_day",
  "kind",
  "first_contact_utc",
  "point_sun_utc",
  "last_contact_utc",
  "crossing_s",
  "begins",
  "lasts_min",
  "margin_s",
  "lat_deg",
  "lon_deg",
  "altitude_km",
  "source",
];
