import { type EpochSeconds, epochSeconds, type Minutes, minutes, type Seconds, seconds } from "./quantity.ts";

const ISO = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
/** Date.parse takes 30 February for 2 March. */
const isDate = (date: string) => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
};

/**
 * The instant that an ISO 8601 text names, for example `2021-10-05T15:00:00Z`.
 * @throws RangeError when the text is no instant or has no zone.
 */
export function instant(iso: string): EpochSeconds {
  const date = ISO.exec(iso)?.[1];
  const ms = date && isDate(date) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`"${iso}" is not an instant such as 2021-10-05T15:00:00Z`);
  return epochSeconds(ms / 1000);
}

/** ISO 8601 in UTC, to the millisecond where there are any: `2021-10-05T15:00:00Z`, `…:00.250Z`. */
export const isoOf = (at: EpochSeconds): string =>
  new Date(Math.round(at * 1000)).toISOString().replace(".000Z", "Z");

/** From an instant to a later one; negative where it is earlier. */
export const elapsed = (from: EpochSeconds, to: EpochSeconds): Seconds => seconds(to - from);
export const elapsedMinutes = (from: EpochSeconds, to: EpochSeconds): Minutes => minutes((to - from) / 60);
export const plusMinutes = (at: EpochSeconds, by: Minutes): EpochSeconds => epochSeconds(at + by * 60);
export const plusSeconds = (at: EpochSeconds, by: Seconds): EpochSeconds => epochSeconds(at + by);

const dates = new Map<number, string>();

/** The UTC calendar date of an instant, `2021-10-05`. */
export function dateOf(at: EpochSeconds): string {
  const day = Math.floor(Math.round(at * 1000) / 86_400_000);
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = isoOf(at).slice(0, 10);
  // The dates of a plan are few; those of a year-long orbit are not kept for ever.
  if (dates.size > 4_000) dates.clear();
  dates.set(day, date);
  return date;
}
