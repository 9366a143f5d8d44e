import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";

const CALENDAR = /^(\d{4})-(\d\d)-(\d\d)$/;
const ORDINAL = /^(\d{4})-(\d{3})$/;
const TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d{1,12})?)$/;
/** From the first satellite on, and not two centuries ahead. */
const YEARS = [1957, 2199] as const;

function midnightOf(date: string): number | null {
  const [, y, m, d] = CALENDAR.exec(date) ?? [];
  const [, year, day] = ORDINAL.exec(date) ?? [];
  const at = y ? Date.UTC(Number(y), Number(m) - 1, Number(d)) : Date.UTC(Number(year), 0, Number(day));
  const found = new Date(at);
  if (!Number.isFinite(at) || found.getUTCFullYear() !== Number(y ?? year)) return null;
  return y && found.getUTCMonth() !== Number(m) - 1 ? null : at / 1000;
}

/**
 * The instant that a CCSDS time code names in UTC, the Z at its end or not: `2023-02-15T12:00:00.000`,
 * `2023-046T12:00:00.000Z`. Good to a microsecond. Null: it names none, or none from 1957 to 2199.
 */
export function ccsdsInstant(text: string): EpochSeconds | null {
  const [date = "", time = ""] = text.trim().replace(/Z$/, "").split("T");
  const midnight = midnightOf(date);
  const [, hours, minutes, seconds] = TIME.exec(time) ?? [];
  const year = Number(date.slice(0, 4));
  if (midnight === null || !hours || year < YEARS[0] || year > YEARS[1]) return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return null;
  const micros = Math.round(Number(seconds) * 1e6);
  return epochSeconds(midnight + Number(hours) * 3600 + Number(minutes) * 60 + micros / 1e6);
}
