import { ARRIVAL, DEPARTURE } from "../days.ts";
import { SOURCE } from "../sources.ts";
import {
  AFTERNOON_DATES,
  duty,
  EVENING_CONFERENCE,
  exercise,
  FRAME,
  flexible,
  gaps,
  handover,
  LATE_MEAL,
  LAUNCH_DAY,
  MEAL,
  MORNING_CONFERENCE,
  medical,
  NAP,
  type StationCrew,
  type Stretch,
  stretch,
  TO_BED,
  WAKE,
  WORK_FRAME,
} from "./stretch.ts";
import { FILM_IN_THE_AFTERNOON, FILM_IN_THE_MORNING } from "./working-days.ts";

/** One Expedition crew member's waking day. */
export function stationDay(person: StationCrew, date: number): readonly Stretch[] {
  if (date === DEPARTURE && person === "novitsky") return DEPARTING_COMMANDER;
  if (date === ARRIVAL && person === "shkaplerov") return ARRIVING_COMMANDER;
  if (date === 9) return [...FRAME, ...weekend(person, "Saturday")];
  if (date === DEPARTURE) return [...FRAME, ...weekend(person, "Saturday", LAST_HANDOVER)];
  if (date === 10) return [...FRAME, ...weekend(person, "Sunday")];
  const own = (AFTERNOON_DATES.includes(date) ? FILM_IN_THE_AFTERNOON : FILM_IN_THE_MORNING)[person];
  const instead = INSTEAD[`${person} ${date}`] ?? [];
  const kept = own.filter((s) => !instead.some((i) => i.from < s.to && s.from < i.to));
  return [...WORK_FRAME, ...kept, ...instead];
}

/** What stands on one day in place of what the day's kind has there. */
const INSTEAD: Readonly<Record<string, readonly Stretch[]>> = {
  "novitsky 5": [
    exercise("08:15", "09:30", "BD-2"),
    exercise("09:30", "10:45", "VELO"),
    duty("10:45", "13:00", "Docking of MS-19"),
    duty("14:00", "15:00", "Leak checks and hatch opening"),
    stretch("15:00", "16:00", "briefing", "Gives the safety briefing"),
    handover("16:00", "17:00"),
    duty("17:00", "18:45"),
  ],
  "dubrov 5": [
    exercise("08:15", "09:30", "VELO"),
    flexible("09:30", "10:45"),
    exercise("10:45", "12:00", "BD-2"),
    duty("12:00", "13:00", "Docking of MS-19"),
    duty("14:00", "18:45", "Leak checks, hatch opening, unloading"),
  ],
  "shkaplerov 6": [medical("08:15", "08:30"), duty("08:30", "09:30", "Unloading of MS-19")],
  "shkaplerov 7": [
    medical("08:15", "08:30"),
    duty("08:30", "09:00", "Unloading of MS-19"),
    exercise("15:00", "16:15", "VELO"),
    exercise("16:15", "17:30", "BD-2"),
    duty("17:30", "18:45", "Seat liners to MS-18", SOURCE.liners),
  ],
  "novitsky 7": [duty("17:30", "18:45", "Seat liners to MS-18", SOURCE.liners)],
  "dubrov 7": [exercise("08:15", "09:30", "VELO"), duty("15:00", "16:15")],
  "shkaplerov 8": [medical("08:15", "08:30"), duty("08:30", "09:30", "Seat liners to MS-19", SOURCE.liners)],
  "novitsky 13": [duty("17:30", "18:45", "Descent training", SOURCE.returnPreparation)],
  "novitsky 14": [duty("10:45", "12:00", "Sokol suits and documentation", SOURCE.returnPreparation)],
  "novitsky 15": [
    duty("08:15", "10:45", "Thruster test of MS-18", SOURCE.thrusterTest),
    exercise("10:45", "12:00", "BD-2"),
    exercise("16:00", "17:15", "VELO"),
    duty("17:15", "18:45", "Return stowage", SOURCE.returnPreparation),
  ],
  "dubrov 15": [flexible("09:30", "12:00"), exercise("17:15", "18:30", "BD-2"), duty("18:30", "18:45")],
};

const WEEKEND_EXERCISE: Readonly<Record<StationCrew, readonly [Stretch, Stretch]>> = {
  novitsky: [exercise("08:15", "09:30", "BD-2"), exercise("09:30", "10:45", "VELO")],
  dubrov: [exercise("08:15", "09:30", "VELO"), exercise("10:45", "12:00", "BD-2")],
  shkaplerov: [exercise("09:30", "10:45", "BD-2"), exercise("10:45", "12:00", "VELO")],
  "vande-hei": [exercise("08:15", "09:30", "CEVIS"), exercise("15:00", "16:15", "ARED")],
  kimbrough: [exercise("08:15", "09:30", "ARED"), exercise("15:00", "16:15", "T2")],
  mcarthur: [exercise("08:15", "09:30", "T2"), exercise("15:00", "16:15", "CEVIS")],
  pesquet: [exercise("09:30", "10:45", "ARED"), exercise("16:15", "17:30", "T2")],
  hoshide: [exercise("09:30", "10:45", "T2"), exercise("16:15", "17:30", "ARED")],
};

/** Off duty on Saturday from 13:00 and on Sunday, but for exercise and the commanders' handover. */
function weekend(
  person: StationCrew,
  day: "Saturday" | "Sunday",
  handovers: readonly Stretch[] = [handover("12:00", "13:00")],
): readonly Stretch[] {
  const isCommander = person === "novitsky" || person === "shkaplerov";
  const taken = [MEAL, ...WEEKEND_EXERCISE[person], ...(isCommander ? handovers : [])];
  const off = gaps(day === "Saturday" ? "13:00" : "07:55", "19:05", taken);
  const work = day === "Saturday" ? gaps("07:55", "13:00", taken) : [];
  return [
    ...taken,
    ...work.map(([from, to]) => duty(from, to, "Housekeeping")),
    ...off.map(([from, to]) => stretch(from, to, "off-duty", "Off duty")),
  ];
}

/** Before the meal and after the nap of who leaves. */
const LAST_HANDOVER = [handover("12:00", "12:30"), handover("17:41", "18:11")];

const ARRIVING_COMMANDER: readonly Stretch[] = [
  ...LAUNCH_DAY,
  handover("16:00", "17:00"),
  duty("17:00", "19:05", "Ship to docked mode"),
  EVENING_CONFERENCE,
  TO_BED,
];
const DEPARTING_COMMANDER: readonly Stretch[] = [
  WAKE,
  MORNING_CONFERENCE,
  exercise("07:55", "09:10", "BD-2"),
  duty("09:30", "12:00", "Last stowage, sets put back"),
  ...LAST_HANDOVER,
  LATE_MEAL,
  NAP,
  duty("18:11", "19:05", "Ship to flight mode"),
  EVENING_CONFERENCE,
  duty("19:30", "20:41", "Farewell, boarding"),
];
