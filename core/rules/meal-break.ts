import * as z from "zod";
import { clock, dayMonth, duration, list, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { plusMinutes } from "../base/instant.ts";
import { covers, hull, type Interval, intersect, lengthOf, utcDay } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { firstEndingAfter, measure, type Profile, profile, within } from "../base/profile.ts";
import { minutes, startedMinutes } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import { inOrder, parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { type Bar, defineRule, type Found } from "../model/rule.ts";
import { asGap, startOf, stretchesOf } from "./bars.ts";
import { A_DAY, timeIn } from "./duty.ts";

/** Someone who owes themselves a midday meal, and the one that stands in the plan. */
interface Eater {
  readonly person: Person;
  readonly meal: Interval | null;
}
/** Minutes of a meal that somebody lacks. */
interface Share {
  readonly name: string;
  readonly min: number;
}
type MealFacts =
  | { readonly is: "missing"; shares: readonly Share[]; min: number; hours: Interval }
  | {
      readonly is: "apart";
      meals: readonly { name: string; start: Interval["start"] }[];
      min: number;
      hours: Interval;
    }
  | { readonly is: "cut"; shares: readonly Share[]; scene: string; min: number; span: Interval };
type MealsOf = (personId: PersonId) => Profile;
type Missing = readonly Found<MealFacts>[];

const lengthOrNone = (meal: Interval | null): number => (meal ? lengthOf(meal) : 0);
const longest = (spans: readonly Interval[]): Interval | null =>
  spans.reduce<Interval | null>((best, span) => (lengthOf(span) > lengthOrNone(best) ? span : best), null);

/** Of a person's meals those that start in these hours, at their end too. */
function startingIn(meals: Profile, { start, end }: Interval): Profile {
  const found: Interval[] = [];
  for (let i = firstEndingAfter(meals, start); (meals[i]?.start ?? Number.POSITIVE_INFINITY) <= end; i++) {
    const meal = meals[i] as Interval;
    if (meal.start >= start) found.push(meal);
  }
  return found;
}

const total = (shares: readonly Share[]): number => shares.reduce((sum, { min }) => sum + min, 0);

function missing(eaters: readonly Eater[], mealMin: number, hours: Interval): Missing {
  const hungry = eaters.filter(({ meal }) => lengthOrNone(meal) < mealMin);
  if (hungry.length === 0) return [];
  const shares = hungry.map(({ person, meal }) => ({
    name: person.shortName,
    min: mealMin - lengthOrNone(meal),
  }));
  const min = total(shares);
  const facts = { is: "missing", shares, min, hours } as const;
  return [{ amount: min, span: hours, strips: [], people: hungry.map((e) => e.person.id), facts }];
}

/** As much of the meal as is asked for must be shared by the whole film crew. */
function apart(eaters: readonly Eater[], mealMin: number, hours: Interval): Missing {
  const unit = gather(eaters, ({ person, meal }) =>
    person.category === "film-crew" && meal ? [{ person, meal }] : [],
  );
  const [first] = unit;
  if (!first) return [];
  const shared = unit.reduce<Interval | null>((all, { meal }) => all && intersect(all, meal), first.meal);
  const asked = Math.min(mealMin, ...unit.map(({ meal }) => lengthOf(meal)));
  const min = startedMinutes(asked - lengthOrNone(shared));
  if (min <= 0) return [];
  const meals = unit.map(({ person, meal }) => ({ name: person.shortName, start: meal.start }));
  const people = unit.map(({ person }) => person.id);
  return [{ amount: min, span: shared, strips: [], people, facts: { is: "apart", meals, min, hours } }];
}

function cut({ strip, scene, calls }: Placed, people: Facts["people"], mealsOf: MealsOf): Missing {
  const lost = gather(calls, ({ personId, span }) =>
    within(mealsOf(personId), span).map((part) => ({ personId, part })),
  );
  if (lost.length === 0) return [];
  const ids = [...new Set(lost.map(({ personId }) => personId))];
  const shares = ids.map((id) => ({
    name: people.get(id)?.shortName ?? "a person",
    min: startedMinutes(measure(gather(lost, ({ personId, part }) => (personId === id ? [part] : [])))),
  }));
  const min = total(shares);
  const span = lost.map(({ part }) => part).reduce(hull);
  const facts = { is: "cut", shares, scene: scene.number, min, span } as const;
  return [{ amount: min, span, strips: [strip.id], people: ids, facts }];
}

/** In which the meal is to start. */
function hoursOf({ date }: ShootDay, hours: { readonly earliestHour: number; readonly latestHour: number }) {
  const hourOf = (hour: number) => plusMinutes(utcDay(date).start, minutes(hour * 60));
  return { start: hourOf(hours.earliestHour), end: hourOf(hours.latestHour) };
}

type Params = { readonly mealMin: number; readonly earliestHour: number; readonly latestHour: number };

/** Of the shoot days on which a midday meal is due, all that starts on them. */
const daysWithMeals = (
  days: readonly ShootDay[],
  p: Params,
  isOwed?: (hours: Interval) => boolean,
): Profile =>
  profile(
    stretchesOf(days).filter((_, i) => {
      const day = days[i] as ShootDay;
      const hours = hoursOf(day, p);
      const isDue = !day.isClosed && covers({ start: day.wakesAt, end: day.sleepsAt }, hours);
      return isDue && (!isOwed || isOwed(hours));
    }),
  );

/** The same of the days on which somebody of the station's crew would go without, were they called. */
const daysWithout = (
  days: readonly ShootDay[],
  {
    personId,
    stays,
    blocks,
  }: { personId: PersonId; stays: Profile; blocks: readonly CrewBlock[] | undefined },
  p: Params,
): Profile =>
  onceOf([days, stays, blocks, p], `days without a meal of ${personId}`, () =>
    daysWithMeals(
      days,
      p,
      (hours) =>
        stays.some((stay) => covers(stay, hours)) &&
        !timeIn(blocks, ["meal"]).some(
          (m) => hours.start <= m.start && m.start <= hours.end && lengthOf(m) >= p.mealMin,
        ),
    ),
  );

/** `Shipenko`; of several `Shipenko 15 min and Vande Hei 9 min`. */
const whose = (shares: readonly Share[]): string =>
  list(shares.map(({ name, min }) => (shares.length === 1 ? name : `${name} ${duration(min)}`)));

export const mealBreak = defineRule({
  id: "meal-break",
  level: "hard",
  sentence:
    "The midday meal is placed for everyone at work aboard, the film crew together, and no call runs into a meal.",
  source: "1 h midday meal, 13:00–14:00 GMT [S], facts.md §3.5; start between 12:00 and 14:00 [G].",
  unit: "minutes missing",
  params: z
    .object({
      mealMin: parameter("Midday meal", "min", z.number().int().positive().max(180).default(60)),
      earliestHour: parameter("Meal begins no earlier than", "h GMT", z.number().min(0).max(24).default(12)),
      latestHour: parameter("Meal begins no later than", "h GMT", z.number().min(0).max(24).default(14)),
    })
    .superRefine(inOrder("earliestHour", "latestHour", "is before the earliest that is set")),
  scope: "day",
  reads: ["people", "blocksOf", "aboard", "days"],
  near: { blocksOf: { before: A_DAY, after: A_DAY } },
  search: {
    alone: "bars",
    busy: ({ personId }, _, { blocksOf }) => timeIn(blocksOf.get(personId), ["meal"]),
    bars(placed, { blocksOf, people, aboard, days }, p) {
      const part = startOf(placed.span);
      return gather(placed.calls, ({ personId }): readonly Bar[] => {
        const stays = aboard.get(personId);
        if (!stays)
          return placed.scene.unit === "main" ? [asGap({ part, never: daysWithMeals(days, p) })] : [];
        if (people.get(personId)?.category === "film-crew") return [];
        const never = daysWithout(days, { personId, stays, blocks: blocksOf.get(personId) }, p);
        return never.length > 0 ? [{ part, never }] : [];
      });
    },
  },

  // The film crew eats on every open day, the others when they are called. Who is not awake and aboard for all the hours in
  // which the meal may start (arrival, departure, a short day) owes none. The ground has its own catering.
  check({ subject: day, strips, facts }, { mealMin, earliestHour, latestHour }) {
    const hours = hoursOf(day, { earliestHour, latestHour });
    const mealsOf: MealsOf = (id) => timeIn(facts.blocksOf.get(id), ["meal"]);
    const cuts = gather(strips, (placed) => cut(placed, facts.people, mealsOf));
    if (day.isClosed || !covers({ start: day.wakesAt, end: day.sleepsAt }, hours))
      return { violations: cuts, unknown: [] };

    const called = new Set<PersonId>(gather(strips, (placed) => placed.calls.map((call) => call.personId)));
    const eaters = [...facts.people.values()]
      .filter((person) => person.category === "film-crew" || called.has(person.id))
      .filter((person) => facts.aboard.get(person.id)?.some((stay) => covers(stay, hours)))
      .map((person): Eater => ({ person, meal: longest(startingIn(mealsOf(person.id), hours)) }));
    const blind = strips.filter(
      ({ scene, calls }) => scene.unit === "main" && calls.some((call) => !facts.aboard.has(call.personId)),
    );
    const reason = `${dayMonth(hours.start)}: no flight is known for someone called; their midday meal is not judged.`;
    return {
      violations: [...missing(eaters, mealMin, hours), ...apart(eaters, mealMin, hours), ...cuts],
      unknown: blind.length > 0 ? [{ span: hours, strips: blind.map(({ strip }) => strip.id), reason }] : [],
    };
  },

  // The film crew at one table, the others each when they can.
  wants({ facts: f, people: ids }, { facts: { people, blocksOf } }, { mealMin }) {
    if (f.is !== "missing") return [];
    const unit = ids.filter((id) => people.get(id)?.category === "film-crew");
    const tables = [
      ...(unit.length > 0 ? [unit] : []),
      ...ids.filter((id) => !unit.includes(id)).map((id) => [id]),
    ];
    const hadBy = (id: PersonId) =>
      lengthOrNone(longest(startingIn(timeIn(blocksOf.get(id), ["meal"]), f.hours)));
    return tables.map((eaters) => ({
      ...{ kind: "meal", title: "Midday meal", source: "Rule meal-break [S]" },
      people: eaters,
      minutes: mealMin - Math.min(...eaters.map(hadBy)),
      within: { start: f.hours.start, end: plusMinutes(f.hours.end, minutes(mealMin)) },
    }));
  },

  // The amount is of all together: where they are several, each one's share is told, so that it adds up.
  explain: (f) => {
    if (f.is === "missing")
      return `${whose(f.shares)}: ${duration(f.min)} of midday meal missing on ${dayMonth(f.hours.start)} (start ${clock(f.hours.start)}–${clock(f.hours.end)}).`;
    if (f.is === "apart")
      return `Film crew: ${duration(f.min)} of midday meal not shared on ${dayMonth(f.hours.start)} (${f.meals.map((m) => `${m.name} ${clock(m.start)}`).join(", ")}).`;
    const of = f.shares.length === 1 ? "the meal" : "their meals";
    return `${whose(f.shares)}: scene ${f.scene} takes ${duration(f.min)} of ${of} (${spanText(f.span)}).`;
  },
});
