import { ARRIVAL, DEPARTURE } from "../days.ts";
import { SOURCE } from "../sources.ts";
import {
  AFTERNOON_DATES,
  duty,
  EARLY_MEAL,
  type FilmCrew,
  gaps,
  LATE_MEAL,
  LAUNCH_DAY,
  MEAL,
  medical,
  NAP,
  type Stretch,
  stretch,
  TO_BED,
  WAKE,
} from "./stretch.ts";

/** The end of the film crew's day, around what else it holds. */
const cards = (person: FilmCrew, taken: readonly Stretch[]) =>
  gaps("18:00", "19:30", taken).map(([from, to]) =>
    duty(
      from,
      to,
      person === "shipenko" ? "Cards copied and checked, batteries" : "Costume, props and next day's set",
    ),
  );
/** One of the film crew's waking days: no weekend, no exercise. */
export function filmDay(person: FilmCrew, date: number): readonly Stretch[] {
  if (date === ARRIVAL)
    return [
      ...LAUNCH_DAY,
      duty(
        "16:30",
        "18:00",
        "Tour of the station",
        "[S2] newsnetnebraska.org: first evening; hours [G] assumption",
      ),
      duty("18:00", "19:00", "Cabin and bags"),
      TO_BED,
    ];
  if (date === DEPARTURE) return FILM_DEPARTURE;
  const adapting =
    date <= 8 ? [person === "peresild" ? medical("07:30", "07:45") : medical("07:45", "08:00")] : [];
  const meal = AFTERNOON_DATES.includes(date) ? EARLY_MEAL : MEAL;
  const also = FILM_ALSO[date] ?? [];
  return [WAKE, meal, ...cards(person, also), ...adapting, ...also, TO_BED];
}

const FILM_DEPARTURE: readonly Stretch[] = [
  WAKE,
  duty("09:30", "12:00", "Last stowage, sets put back", SOURCE.returnPreparation),
  LATE_MEAL,
  NAP,
  duty("17:41", "19:00", "Cards into two bags, underwear, suits"),
  duty("19:00", "20:41", "Farewell, boarding"),
];

/** What takes the film crew's time beside filming. */
const FILM_ALSO: Readonly<Record<number, readonly Stretch[]>> = {
  6: [
    stretch("08:15", "09:15", "briefing", "Emergency drill, rules of the station"),
    duty("09:15", "10:00", "Film kit unpacked and tested"),
  ],
  7: [duty("17:30", "18:45", "Seat liners to MS-18, fit check", SOURCE.liners)],
  8: [duty("09:50", "10:20", "Television link with Moscow")],
  9: [duty("08:00", "09:00", "Housekeeping with the station crew")],
  10: [duty("08:00", "08:30", "Family conference")],
  11: [duty("08:00", "08:45", "Kit care, velcro, costumes")],
  12: [
    duty("09:00", "09:45", "Cardiovector experiment", "[S] parabolicarc.com/2021/10/13; hour [G] assumption"),
  ],
  13: [duty("17:30", "18:45", "Descent training", SOURCE.returnPreparation)],
  14: [duty("10:45", "12:00", "Sokol suits and documentation", SOURCE.returnPreparation)],
  15: [duty("17:15", "18:45", "Return stowage", SOURCE.returnPreparation)],
};
