import { clock } from "../base/format.ts";
import { instant } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";

/** A time as a report prints it: GMT first, home beside it. */
export interface Moment {
  readonly at: EpochSeconds;
  /** `14:30`; `00:30 +1` on the date after the one that the page is about. */
  readonly gmt: string;
  /** The same at home; empty where the home zone is not known. */
  readonly home: string;
}
export interface Span {
  readonly start: Moment;
  readonly end: Moment;
}

const dayNumber = (ms: number) => Math.floor(ms / 86_400_000);
const shifted = (time: string, days: number) =>
  days === 0 ? time : `${time} ${days > 0 ? "+" : "−"}${Math.abs(days)}`;

/** The wall clock of a zone as if it were UTC, in ms; null for a zone that nobody knows. */
function wallClock(zone: string): ((at: EpochSeconds) => number) | null {
  try {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      ...{ year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });
    return (at) => {
      const ms = Math.round(at / 60) * 60_000;
      const part = Object.fromEntries(format.formatToParts(new Date(ms)).map((p) => [p.type, p.value]));
      return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:00Z`);
    };
  } catch {
    return null;
  }
}

export const isZoneKnown = (zone: string): boolean => wallClock(zone) !== null;

export interface Clock {
  moment(at: EpochSeconds): Moment;
  span(span: Interval): Span;
}

/** Writes times for a page about one date (`2021-10-08`); without a date only home times carry a day's difference. */
export function clockFor(zone: string, date: string | null): Clock {
  const wall = wallClock(zone);
  const base = date === null ? null : dayNumber(instant(`${date}T00:00:00Z`) * 1000);
  const moment = (at: EpochSeconds): Moment => {
    const ms = Math.round(at / 60) * 60_000;
    const from = base ?? dayNumber(ms);
    const local = wall?.(at);
    return {
      at,
      gmt: shifted(clock(at), dayNumber(ms) - from),
      home:
        local === undefined
          ? ""
          : shifted(new Date(local).toISOString().slice(11, 16), dayNumber(local) - from),
    };
  };
  return { moment, span: ({ start, end }) => ({ start: moment(start), end: moment(end) }) };
}
