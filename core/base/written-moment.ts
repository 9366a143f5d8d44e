import { dayMonth } from "./format.ts";
import { type EpochSeconds, epochSeconds } from "./quantity.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `8 Oct 2021 14:30`, GMT: a moment as a form shows it. */
export function writtenMoment(at: EpochSeconds): string {
  const iso = new Date(Math.round(at / 60) * 60_000).toISOString();
  return `${dayMonth(at)} ${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}

function dateIn(text: string): readonly [year: number, month: number, day: number] | null {
  const [, day, name, year] = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?,?\s*(\d{4})$/i.exec(text) ?? [];
  if (day && name && year) {
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
    return month < 0 ? null : [Number(year), month, Number(day)];
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return iso ? [Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])] : null;
}

/**
 * The moment, GMT, that somebody wrote: `8 Oct 2021 14:30`, `8 October 2021, 9:05`, `2021-10-08 14:30`, `2021-10-08T14:30Z`; the time
 * also as `1430`. Null for what is none: a date that is not in the calendar, a time without its date.
 */
export function readMoment(text: string): EpochSeconds | null {
  const [, written = "", h, m] =
    /^(.+?)[\s,T]+(\d{1,2})[:.]?(\d{2})(?::00)?(?:\.0+)?\s*(?:Z|GMT|UTC)?$/i.exec(text.trim()) ?? [];
  const date = dateIn(written.trim());
  const [hour, minute] = [Number(h), Number(m)];
  if (!date || !(hour < 24) || !(minute < 60)) return null;
  const at = new Date(Date.UTC(date[0], date[1], date[2], hour, minute));
  const isInCalendar = at.getUTCMonth() === date[1] && at.getUTCDate() === date[2];
  return isInCalendar ? epochSeconds(at.getTime() / 1000) : null;
}
