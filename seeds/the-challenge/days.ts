import { rows } from "../rows.ts";

const two = (n: number) => String(n).padStart(2, "0");
/** A date of October 2021. */
export const october = (day: number): string => `2021-10-${two(day)}`;
/** An instant of October 2021, GMT: `at(8, "14:30")`. */
export const at = (day: number, time: string): string => `${october(day)}T${time}:00Z`;
/** Whole minutes from one instant to another. */
export const minutesBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 60_000;

export const ARRIVAL = 5;
export const DEPARTURE = 16;
/** Days of October from arrival to departure. */
export const SHOOT_DATES: readonly number[] = Array.from(
  { length: DEPARTURE - ARRIVAL + 1 },
  (_, i) => ARRIVAL + i,
);
export const dayId = (date: number): string => `day-${date - ARRIVAL}`;

const NOTES: Readonly<Record<number, string>> = {
  5: "Arrival. The film crew has been awake since about 00:30: nothing aboard after 16:30.",
  7: "Seat liners move from MS-19 to MS-18.",
  9: "Saturday. The station crew is off duty from 13:00.",
  10: "Sunday. The station crew is off duty.",
  12: "Challenge Mission Day 7. Reboost at about 08:00; Cardiovector.",
  13: "Return preparation begins.",
  15: "Thruster test of MS-18 at 09:02. The Sun stands highest over the orbit's plane: night lasts 23 min.",
  16: "Saturday. Departure: nap in the afternoon, hatch closing at 20:41, undocking at 01:14, landing at 04:35.",
};

/** From wake to sleep. Day 0 begins before launch, day 11 ends after landing. */
export const shootDays = () =>
  rows(
    "shootDay",
    SHOOT_DATES.map((date) => ({
      id: dayId(date),
      number: date - ARRIVAL,
      date: october(date),
      wakesAt: date === ARRIVAL ? at(date, "00:30") : at(date, "06:00"),
      sleepsAt: date === DEPARTURE ? at(17, "07:00") : at(date, "21:30"),
      isClosed: false,
      note: NOTES[date] ?? "",
    })),
  );

export const banners = () =>
  rows("banner", [
    { id: "banner-arrival", dayId: dayId(5), text: "Hatch opening 15:00 · safety briefing first", order: 0 },
    {
      id: "banner-adaptation",
      dayId: dayId(6),
      text: "Adaptation: nothing strenuous until 7 Oct 08:55",
      order: 0,
    },
    {
      id: "banner-weekend",
      dayId: dayId(9),
      text: "Weekend: film crew alone, no crew-played roles",
      order: 0,
    },
    { id: "banner-orbit-raise", dayId: dayId(12), text: "Reboost 08:00: new orbit data from here", order: 0 },
    {
      id: "banner-return",
      dayId: dayId(13),
      text: "Return preparation takes hours of every day from here",
      order: 0,
    },
    {
      id: "banner-thruster-test",
      dayId: dayId(15),
      text: "Thruster test 09:02: shutters closed, attitude may move",
      order: 0,
    },
    { id: "banner-departure", dayId: dayId(16), text: "Everything off the set and stowed by noon", order: 0 },
  ]);
