import { weekdayMonth } from "../../base/format.ts";
import { utcDay } from "../../base/interval.ts";
import type { ShootDay } from "../../model/day.ts";

/** `Day 3, Fri 8 Oct`: the date is the day's own, whatever the hour of waking. */
export const dayNamed = ({ number, date }: ShootDay): string =>
  `Day ${number}, ${weekdayMonth(utcDay(date).start)}`;
