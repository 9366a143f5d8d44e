import type { Written } from "../../rows.ts";
import { DEVICES } from "../devices.ts";
import { SOURCE } from "../sources.ts";

export type Kind = Written<"crewBlock">["kind"];

/** A stretch of one person's day. `within`: the span in which it may move; without it, it is fixed. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
  readonly title: string;
  readonly moduleId?: string;
  /** Exercise: the device that runs. */
  readonly deviceId?: string;
  readonly within?: readonly [from: string, to: string];
  /** Where it is known from, where that is not what its kind says. */
  readonly source?: string;
}
export const stretch = (
  from: string,
  to: string,
  kind: Kind,
  title: string,
  more: Pick<Stretch, "moduleId" | "deviceId" | "within" | "source"> = {},
): Stretch => ({ from, to, kind, title, ...more });

export const STATION_CREW = [
  "novitsky",
  "dubrov",
  "shkaplerov",
  "vande-hei",
  "kimbrough",
  "mcarthur",
  "pesquet",
  "hoshide",
] as const;
export type StationCrew = (typeof STATION_CREW)[number];
export const FILM_CREW = ["shipenko", "peresild"] as const;
export type FilmCrew = (typeof FILM_CREW)[number];

export const WAKE = stretch("06:00", "07:30", "post-sleep", "Wake, wash, breakfast");
export const TO_BED = stretch("19:30", "21:30", "pre-sleep", "Dinner, before sleep");
export const MEAL = stretch("13:00", "14:00", "meal", "Midday meal");
/** The meal may move [S]; where the film shoots in the afternoon the set is rigged from 13:00. */
export const EARLY_MEAL = stretch("12:00", "13:00", "meal", "Midday meal, early");
export const MORNING_CONFERENCE = stretch(
  "07:30",
  "07:55",
  "conference",
  "Morning daily planning conference",
);
export const EVENING_CONFERENCE = stretch(
  "19:05",
  "19:30",
  "conference",
  "Evening daily planning conference",
);
export const FRAME = [WAKE, MORNING_CONFERENCE, EVENING_CONFERENCE, TO_BED];
export const WORK_FRAME = [
  ...FRAME,
  stretch("07:55", "08:15", "duty", "Work preparation"),
  stretch("18:45", "19:05", "duty", "Evening preparation, next day's plan"),
];

export const exercise = (from: string, to: string, device: keyof typeof DEVICES) =>
  stretch(from, to, "exercise", `Exercise: ${device}`, {
    moduleId: DEVICES[device].moduleId,
    deviceId: DEVICES[device].id,
  });
export const duty = (from: string, to: string, title = "Station tasks", source?: string) =>
  stretch(from, to, "duty", title, source ? { source } : {});
/** A station task that may move in the afternoon or the morning that it stands in. */
export const flexible = (from: string, to: string, title = "Station tasks") =>
  stretch(from, to, "duty", title, { within: from < "13:00" ? ["08:15", "13:00"] : ["14:00", "18:45"] });
export const handover = (from: string, to: string) => stretch(from, to, "handover", "Commanders' handover");

export const medical = (from: string, to: string) =>
  stretch(from, to, "medical", "Private medical conference", {
    moduleId: "columbus",
    source: `${SOURCE.medical}; hours and other days [G] assumption`,
  });
/** Ends three hours before the hatch closes. */
export const NAP = stretch("13:41", "17:41", "sleep", "Nap before undocking", {
  source: "[G] assumption: the departing crew's night is shifted [I]",
});
export const LATE_MEAL = stretch("12:30", "13:30", "meal", "Midday meal");
/** What `taken` leaves free between two times of day. */
export function gaps(
  from: string,
  to: string,
  taken: readonly Stretch[],
): readonly (readonly [string, string])[] {
  const free: [string, string][] = [];
  let start = from;
  for (const t of [...taken].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (t.to <= from || t.from >= to) continue;
    if (t.from > start) free.push([start, t.from]);
    if (t.to > start) start = t.to;
  }
  if (start < to) free.push([start, to]);
  return free;
}

/** Up since half past midnight, aboard from three in the afternoon. */
export const LAUNCH_DAY: readonly Stretch[] = [
  stretch("00:30", "08:55", "travel", "Medical checks, suits, the road to the pad, boarding"),
  duty("08:55", "09:45", "Ascent", SOURCE.launch),
  duty("12:00", "13:00", "Docking", SOURCE.launch),
  MEAL,
  duty("14:00", "14:25", "Leak checks"),
  stretch("15:00", "16:00", "briefing", "Safety briefing"),
];

/** Working days on which the film has the crew in the afternoon; on the others it has them in the morning. */
export const AFTERNOON_DATES: readonly number[] = [6, 8, 12, 14, 15];
