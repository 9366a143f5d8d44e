import * as z from "zod";
import { duration, weekdayMonth } from "../base/format.ts";
import { lengthOf, utcDay } from "../base/interval.ts";
import { measure, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { type CallDay, type CallOf, callDaysOf } from "./duty.ts";
import { remembered } from "./whereabouts.ts";

interface DutyDay {
  readonly day: ShootDay;
  readonly min: number;
  readonly strips: readonly StripId[];
}
const stripsOf = (calls: readonly CallOf[]) => calls.map(({ placed }) => placed.strip.id);
const dutyDay = remembered(({ day, calls }: CallDay): DutyDay | null =>
  day ? { day, min: measure(profile(calls.map(({ call }) => call.span))), strips: stripsOf(calls) } : null,
);

const WEEK_S = 7 * 86_400;

export const dailyDuty = defineRule({
  id: "daily-duty",
  level: "hard",
  sentence: "The film crew's calls stay within the limits of a day and of any seven days.",
  source:
    "10 h a day and 60 h in 7 days [G]; 60 h in 7 days and 12 h a shift in 14 CFR 431.43 [S], facts.md §3.5.",
  unit: "minutes over",
  params: z.object({
    dailyHours: parameter("Daily limit", "h", z.number().positive().max(24).default(10)),
    weeklyHours: parameter("Limit in seven days", "h", z.number().positive().max(168).default(60)),
  }),
  scope: "person",
  reads: ["days", "people"],
  // The calls of one unit do not overlap, so that their lengths add up; a week begins on a day of the plan.
  search: {
    draws: ({ calls }, { people }) =>
      calls.flatMap(({ personId, span }) =>
        people.get(personId)?.category === "film-crew"
          ? [{ account: personId, amount: Math.floor(lengthOf(span)) }]
          : [],
      ),
    caps: ({ days, people }, { dailyHours, weeklyHours }) =>
      [...people.values()]
        .filter((person) => person.category === "film-crew")
        .flatMap(({ id }) =>
          days.flatMap((day, i) => {
            const until = utcDay(day.date).start + WEEK_S;
            const week = days.slice(i).filter(({ date }) => utcDay(date).start < until);
            return [
              { account: id, days: [day], most: Math.floor(dailyHours * 60) },
              { account: id, days: week, most: Math.floor(weeklyHours * 60) },
            ];
          }),
        ),
  },

  // A call is rig, shoot, strike and make-up; the station crew's hours are counted by their own rules.
  check(group, { dailyHours, weeklyHours }) {
    const { subject: person, facts } = group;
    if (person.category !== "film-crew") return { violations: [], unknown: [] };
    const called = callDaysOf(person.id, group, facts.days);
    const worked = called.map(dutyDay).filter((d) => d !== null);
    worked.sort((a, b) => a.day.wakesAt - b.day.wakesAt);
    const lengths = worked.map((d) => d.min);
    const dateless = called.flatMap(({ day, calls }) => (day ? [] : stripsOf(calls)));
    const over = (from: number, to: number, limit: number) => {
      let min = 0;
      for (let i = from; i < to; i++) min += lengths[i] ?? 0;
      const amount = startedMinutes(min - limit);
      if (amount <= 0) return null;
      const some = worked.slice(from, to);
      const [first, last] = [some[0], some.at(-1)];
      if (!first || !last) return null;
      const span = { start: first.day.wakesAt, end: last.day.sleepsAt };
      const facts = { person: person.shortName, min, limit, from: first.day.wakesAt, to: last.day.wakesAt };
      return { amount, span, strips: some.flatMap((d) => d.strips), people: [person.id], facts };
    };
    const daily = worked.map((_, i) => over(i, i + 1, dailyHours * 60));
    // The same surplus would show in up to seven weeks: the worst one is named.
    const dates = worked.map(({ day }) => utcDay(day.date).start);
    const weekly = dates
      .map((from, i) => {
        let to = i;
        while (to < dates.length && (dates[to] ?? from) < from + WEEK_S) to++;
        return over(i, to, weeklyHours * 60);
      })
      .reduce((worst, found) => (found && found.amount > (worst?.amount ?? 0) ? found : worst), null);
    const reason = `${person.shortName}: a call lies on no shoot day; its hours are not judged.`;
    return {
      violations: [...daily, weekly].filter((found) => found !== null),
      unknown: dateless.length > 0 ? [{ span: null, strips: dateless, reason }] : [],
    };
  },

  explain: ({ person, min, limit, from, to }) =>
    `${person}: ${duration(min)} on call ${from === to ? `on ${weekdayMonth(from)}` : `from ${weekdayMonth(from)} to ${weekdayMonth(to)}`}, ${duration(startedMinutes(min - limit))} over ${duration(limit)}.`,
});
