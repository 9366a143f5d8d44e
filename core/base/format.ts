import type { Interval } from "./interval.ts";
import type { EpochSeconds } from "./quantity.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const two = (n: number) => String(n).padStart(2, "0");
const rounded = (at: EpochSeconds) => new Date(Math.round(at / 60) * 60_000);

/** `14:30`, GMT, to the nearest minute. */
export const clock = (at: EpochSeconds): string => {
  const d = rounded(at);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
};
/** `14:30:07`, GMT, to the nearest second. */
export const clockSeconds = (at: EpochSeconds): string =>
  new Date(Math.round(at) * 1000).toISOString().slice(11, 19);
/** `8 Oct`, GMT. */
export const dayMonth = (at: EpochSeconds): string => {
  const d = rounded(at);
  return `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`;
};
/** `Fri 8 Oct`, GMT. */
export const weekdayMonth = (at: EpochSeconds): string =>
  `${WEEKDAYS[rounded(at).getUTCDay()]} ${dayMonth(at)}`;
/** `8 Oct 14:30`, GMT. */
export const moment = (at: EpochSeconds): string => `${dayMonth(at)} ${clock(at)}`;
/** `8 Oct 14:30`, GMT: when somebody did something, by the minute that a clock showed then. */
export const doneAt = (at: EpochSeconds): string => moment((Math.floor(at / 60) * 60) as EpochSeconds);
/** `8 Oct 14:30–15:10`, with the second date where it differs. */
export const spanText = ({ start, end }: Interval): string =>
  dayMonth(start) === dayMonth(end) ? `${moment(start)}–${clock(end)}` : `${moment(start)} – ${moment(end)}`;

/** `90` → `1 h 30`, `60` → `1 h`, `45` → `45 min`; rounded to whole minutes. */
export function duration(min: number): string {
  const whole = Math.round(Math.abs(min));
  const sign = min < 0 && whole > 0 ? "−" : "";
  if (whole < 60) return `${sign}${whole} min`;
  return whole % 60 === 0
    ? `${sign}${whole / 60} h`
    : `${sign}${Math.floor(whole / 60)} h ${two(whole % 60)}`;
}

/** Script pages from eighths: 11 → `1 3/8`, 8 → `1`, 3 → `3/8`. */
export function pagesText(eighths: number): string {
  const whole = Math.floor(eighths / 8);
  const rest = eighths % 8;
  if (rest === 0) return String(whole);
  return whole === 0 ? `${rest}/8` : `${whole} ${rest}/8`;
}

/** `a`, `a and b`, `a, b and c`; or with another word before the last. */
export const list = (names: readonly string[], word: "and" | "or" = "and"): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;

/** The same of so many at most: `a, b and 7 more`. A single one more is named too. */
export const listSome = (names: readonly string[], most: number): string =>
  list(
    names.length > most + 1
      ? [...names.slice(0, most), `${(names.length - most).toLocaleString("en")} more`]
      : names,
  );

/** As a sentence begins, behind an opening quote too: `“scene 8”` → `“Scene 8”`. */
export const capital = (text: string): string =>
  text.replace(/^([“‘]?)(\p{Ll})/u, (_, open: string, letter: string) => open + letter.toUpperCase());

/** `1 strip`, `2 strips`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** An amount in a rule's unit: `38 min over`, `1 h 05 missing`, `1 job missing`, `2 jobs missing`. */
export const amountText = (amount: number, unit: string): string =>
  unit.startsWith("minutes")
    ? `${duration(amount)}${unit.slice("minutes".length)}`
    : `${amount.toLocaleString("en")} ${amount === 1 ? unit.replace(/^(\w+)s\b/, "$1") : unit}`;
