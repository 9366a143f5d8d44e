import * as z from "zod";
import { clock, dayMonth, duration, moment, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { elapsedMinutes } from "../base/instant.ts";
import { covers, type Interval } from "../base/interval.ts";
import { measure, type Profile, within } from "../base/profile.ts";
import { type EpochSeconds, startedMinutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import { parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { barsOfUnknown } from "./bars.ts";
import { callsOf, shootDayAt, spansOf, timeIn } from "./duty.ts";

type ExerciseFacts =
  | { readonly is: "missing"; person: string; at: EpochSeconds; done: number; asked: number }
  | { readonly is: "after-meal"; person: string; start: EpochSeconds; mealEnd: EpochSeconds; min: number }
  | { readonly is: "cut"; person: string; scene: string; min: number; spans: readonly Interval[] };
type Missing = readonly Found<ExerciseFacts>[];

/** Days of which a person spends every waking hour aboard and exercises less than asked: not on those of arrival and departure. */
function missing(
  person: Person,
  exercise: Profile,
  days: readonly ShootDay[],
  stays: Profile,
  asked: number,
): Missing {
  const ofDay = new Map<ShootDay | null, Interval[]>();
  for (const span of exercise) {
    const day = shootDayAt(days, span.start);
    const known = ofDay.get(day);
    if (known) known.push(span);
    else ofDay.set(day, [span]);
  }
  return gather(days, (day) => {
    const span = { start: day.wakesAt, end: day.sleepsAt };
    const done = startedMinutes(measure(ofDay.get(day) ?? []));
    if (done >= asked || !stays.some((stay) => covers(stay, span))) return [];
    const facts = { is: "missing", person: person.shortName, at: day.wakesAt, done, asked } as const;
    return [{ amount: asked - done, span, strips: [], people: [person.id], facts }];
  });
}

function afterMeal(person: Person, exercise: Profile, meals: readonly Interval[], asked: number): Missing {
  let eaten = 0;
  return gather(exercise, ({ start, end }) => {
    while (eaten < meals.length && (meals[eaten] as Interval).start <= start) eaten++;
    const mealEnd = meals[eaten - 1]?.end;
    if (mealEnd === undefined) return [];
    const min = startedMinutes(Math.min(asked, asked - elapsedMinutes(mealEnd, start)));
    if (min <= 0) return [];
    const facts = { is: "after-meal", person: person.shortName, start, mealEnd, min } as const;
    return [{ amount: min, span: { start, end }, strips: [], people: [person.id], facts }];
  });
}

function cut(person: Person, exercise: Profile, strips: readonly Placed[]): Missing {
  return gather(callsOf(person.id, strips), ({ call, placed }) => {
    const spans = within(exercise, call.span);
    if (spans.length === 0) return [];
    const min = startedMinutes(measure(spans));
    const facts = { is: "cut", person: person.shortName, scene: placed.scene.number, min, spans } as const;
    return [{ amount: min, span: spans[0] ?? null, strips: [placed.strip.id], people: [person.id], facts }];
  });
}

const params = z.object({
  dailyMin: parameter("Station crew's exercise a day", "min", z.number().int().min(0).max(480).default(150)),
  filmCrewDailyMin: parameter(
    "Film crew's exercise a day",
    "min",
    z.number().int().min(0).max(480).default(0),
  ),
  afterMealMin: parameter("Rest after a meal", "min", z.number().int().min(0).max(240).default(60)),
});
/** Less at a time is no session [G]. */
const SESSION_MIN = 30;
/** Minutes of exercise that a person owes themselves a day. */
const askedOf = ({ category }: Person, { dailyMin, filmCrewDailyMin }: z.output<typeof params>): number =>
  ({ "expedition-crew": dailyMin, "film-crew": filmCrewDailyMin, "ground-crew": 0 })[category];

export const exercise = defineRule({
  id: "exercise",
  level: "hard",
  sentence:
    "The station crew's exercise is placed every day, not soon after a meal, and no call runs into it.",
  source:
    "2.5 h a day with set-up and hygiene [S], none within 60 min after a meal [G], short flights none [G]; facts.md §3.5.",
  unit: "minutes missing",
  params,
  scope: "person",
  reads: ["blocksOf", "aboard", "days", "people"],
  apart: true,
  near: { blocksOf: { before: 0, after: 0 } },
  search: {
    alone: "bars",
    busy: ({ personId }, _, { blocksOf }) => timeIn(blocksOf.get(personId), ["exercise"]),
    bars: (placed, { aboard, people }, p) =>
      barsOfUnknown(placed, ({ personId }) => {
        const person = people.get(personId);
        const isOwed = person !== undefined && askedOf(person, p) > 0;
        return placed.scene.unit === "main" && isOwed && !aboard.has(personId);
      }),
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id), facts.aboard.get(id), facts.days],

  // Only the day's total counts, in however many blocks; also on a day closed to the film, for the crew stays aboard.
  besides({ subject: person, facts }, p) {
    const blocks = facts.blocksOf.get(person.id);
    const exercise = timeIn(blocks, ["exercise"]);
    const stays = facts.aboard.get(person.id) ?? [];
    return {
      violations: [
        ...missing(person, exercise, facts.days, stays, askedOf(person, p)),
        ...afterMeal(person, exercise, spansOf(blocks, ["meal"]), p.afterMealMin),
      ],
      unknown: [],
    };
  },

  check({ subject: person, strips, facts }, p) {
    const isBlind = askedOf(person, p) > 0 && !facts.aboard.has(person.id);
    const blind = isBlind ? strips.filter(({ scene }) => scene.unit === "main") : [];
    const reason = `${person.shortName}: no flight is known; the days on which exercise is due are not judged.`;
    return {
      violations: cut(person, timeIn(facts.blocksOf.get(person.id), ["exercise"]), strips),
      unknown: blind.length > 0 ? [{ span: null, strips: blind.map(({ strip }) => strip.id), reason }] : [],
    };
  },

  wants: ({ facts: f, people, span }) =>
    f.is === "missing" && span
      ? [
          {
            ...{ kind: "exercise", title: "Exercise", source: "Rule exercise [S]" },
            ...{ people, minutes: f.asked - f.done, within: span, pieceMin: SESSION_MIN, onDevice: true },
          },
        ]
      : [],

  explain: (f) => {
    if (f.is === "missing")
      return `${f.person}: ${duration(f.done)} of ${duration(f.asked)} exercise on ${dayMonth(f.at)}, ${duration(f.asked - f.done)} missing.`;
    if (f.is === "after-meal")
      return `${f.person}: exercise at ${moment(f.start)} begins ${duration(f.min)} too soon after the meal that ends at ${clock(f.mealEnd)}.`;
    return `${f.person}: scene ${f.scene} takes ${duration(f.min)} of exercise (${f.spans.map(spanText).join(", ")}).`;
  },
});
