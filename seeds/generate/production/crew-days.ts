import { dateOf, isoOf, plusMinutes } from "#core/base/instant.ts";
import { interval } from "#core/base/interval.ts";
import { difference, measure, profile } from "#core/base/profile.ts";
import { type EpochSeconds, minutes } from "#core/base/quantity.ts";
import type { Span } from "#core/solve/engine/problem.ts";
import type { Written } from "../../rows.ts";
import { TICK_MIN } from "../orbital.ts";
import { freeTime, momentOf, span } from "./calendar.ts";
import { SYNTHETIC } from "./source.ts";

/** The station crew's day beside what is given to the film, minutes from midnight GMT. Source: facts on the crew day. */
const WORK = { from: 8 * 60, to: 19 * 60 + 5 };
const MEAL = { from: 13 * 60, to: 14 * 60 };
const EXERCISE_MIN = 75;
/** Exercise comes no sooner after a meal. Rule exercise. */
const AFTER_MEAL_MIN = 60;
/** What the ledger charges beside the shoot: briefing, make-up, the way. */
const OVERHEAD_MIN = 60;

type Block = Written<"crewBlock">;
export const block = (
  personId: string,
  kind: Block["kind"],
  title: string,
  { start, end }: { readonly start: EpochSeconds; readonly end: EpochSeconds },
): Block => ({
  id: `${personId}-${kind}-${(start - momentOf(0)) / 60}`,
  personId,
  kind,
  title,
  startsAt: isoOf(start),
  durationMin: (end - start) / 60,
  earliestAt: null,
  latestAt: null,
  moduleId: null,
  source: SYNTHETIC,
});

/** What the film crew does beside filming, waking and eating: their hours away from it. */
export const busyOf = (personId: string, free: readonly Span[], days: number): readonly Block[] =>
  Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    difference(
      [span(day, 7 * 60 + 30, 19 * 60 + 30)],
      profile([...freeTime(free), span(day, MEAL.from, MEAL.to)]),
    ).map((away) => block(personId, "duty", "Exercise and own work", away)),
  );

/** A day of the station's own crew: conferences, exercise where there is time for it, tasks of the station, and what is left for the film. */
export const stationDays = (personId: string, free: readonly Span[], days: number): readonly Block[] =>
  Array.from({ length: days }, (_, day) => day).flatMap((day) => {
    const fixed = [
      block(personId, "post-sleep", "Wake, wash, breakfast", span(day, 6 * 60, 7 * 60 + 30)),
      block(personId, "conference", "Daily planning", span(day, 7 * 60 + 30, 7 * 60 + 55)),
      block(personId, "meal", "Midday meal", span(day, MEAL.from, MEAL.to)),
      block(personId, "conference", "Daily planning", span(day, 19 * 60 + 5, 19 * 60 + 30)),
      block(personId, "pre-sleep", "Dinner, before sleep", span(day, 19 * 60 + 30, 21 * 60 + 30)),
      block(personId, "sleep", "Sleep", span(day, 21 * 60 + 30, 30 * 60)),
    ];
    const kept = profile([...freeTime(free), span(day, MEAL.from, MEAL.to)]);
    let left = difference([span(day, WORK.from, WORK.to)], kept);
    const exercise: Block[] = [];
    for (let n = 0; n < 2; n++) {
      const rested = difference(left, [span(day, MEAL.from, MEAL.to + AFTER_MEAL_MIN)]);
      const room = rested.find(({ start, end }) => end - start >= EXERCISE_MIN * 60);
      if (!room) break;
      const here = interval(room.start, plusMinutes(room.start, minutes(EXERCISE_MIN)));
      exercise.push(block(personId, "exercise", "Exercise", here));
      left = difference(left, [here]);
    }
    return [...fixed, ...exercise, ...left.map((task) => block(personId, "duty", "Station tasks", task))];
  });

export const allocationsOf = (
  personId: string,
  free: readonly Span[],
  days: number,
): readonly Written<"allocation">[] =>
  Array.from({ length: days }, (_, day) => {
    const today = freeTime(free.filter(({ from }) => Math.floor((from * TICK_MIN) / 1440) === day));
    const granted = measure(today);
    const date = dateOf(momentOf(day * 1440));
    return {
      id: `${personId}-${date}`,
      personId,
      date,
      minutes: granted > 0 ? granted + OVERHEAD_MIN : 0,
      source: SYNTHETIC,
    };
  });
