import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";

/** What a flight-dynamics office foresees for the station: a line of the event table in an ephemeris. */
export interface OrbitEvent {
  readonly title: string;
  readonly kind: "docking" | "undocking" | "reboost" | "launch" | "other";
  readonly at: EpochSeconds;
  /** How much it changes the speed, m/s; 0 for a docking. */
  readonly deltaVMps: number | null;
}

/** `91P Dock   060:23:03:50.000   [orbit]  0.0  422.9  412.1`: title, day of the year and time (GMT), speed, heights. */
const LINE =
  /^\s*(\S.{0,59}?)\s+(\d{3}):(\d\d):(\d\d):(\d\d(?:\.\d{1,6})?)(?:\s+\d+)?(?:\s+(-?\d+(?:\.\d+)?)\s+\d+(?:\.\d+)?\s+\d+(?:\.\d+)?)?\s*$/;

const KINDS: readonly (readonly [RegExp, OrbitEvent["kind"]])[] = [
  [/\bundock|\bdepart|\brelease/i, "undocking"],
  [/\bdock|\barriv|\bberth|\bcapture/i, "docking"],
  [/reboost|\bDAM\b|\bPDAM\b|deboost|\bphasing/i, "reboost"],
  [/launch/i, "launch"],
];

/** A day of the year that lies this far before the begin is one of the next year. */
const LOOKS_BACK = 30 * 86_400;

function atOf(day: number, time: number, start: EpochSeconds): EpochSeconds {
  const year = new Date(start * 1000).getUTCFullYear();
  const inYear = (y: number) => Date.UTC(y, 0, day) / 1000 + time;
  return epochSeconds(inYear(year) < start - LOOKS_BACK ? inYear(year + 1) : inYear(year));
}

/** The event table of NASA's ephemerides, which stands in their comments. `start` gives the year. Other comments are passed over. */
export function orbitEvents(comments: readonly string[], start: EpochSeconds): OrbitEvent[] {
  const begins = comments.findIndex((line) =>
    /begin sequence of events|trajectory event summary/i.test(line),
  );
  if (begins < 0) return [];
  const ends = comments.findIndex((line, i) => i > begins && /end sequence of events/i.test(line));
  return comments.slice(begins, ends < 0 ? undefined : ends).flatMap((line): OrbitEvent[] => {
    const [, title, day, hours, minutes, seconds, deltaV] = LINE.exec(line) ?? [];
    if (!title || Number(day) < 1 || Number(day) > 366 || Number(hours) > 23 || Number(minutes) > 59)
      return [];
    const at = atOf(Number(day), Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), start);
    const kind = KINDS.find(([pattern]) => pattern.test(title))?.[1] ?? "other";
    return [{ title, kind, at, deltaVMps: deltaV === undefined ? null : Number(deltaV) }];
  });
}
