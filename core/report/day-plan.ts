import { byStart, type Interval } from "../base/interval.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import { groupsOf } from "../rules/groups.ts";

/** A shoot day, the strips that count for it in order of start, and the time until the next waking. */
export interface DayPlan {
  readonly day: ShootDay;
  readonly strips: readonly Placed[];
  readonly untilNextWake: Interval;
}

/** A last day is followed by a night of this length. */
const NIGHT_S = 10 * 3_600;

/** All shoot days in order, each with the strips that the rules count for it. */
export function dayPlansOf(facts: Facts): readonly DayPlan[] {
  return groupsOf("day", facts).map(({ subject: day, strips }, i) => ({
    day,
    strips,
    untilNextWake: {
      start: day.wakesAt,
      end: facts.days[i + 1]?.wakesAt ?? epochSeconds(day.sleepsAt + NIGHT_S),
    },
  }));
}

/** Placed strips too far from every shoot day to count for one. */
export function stripsOutsideDays(facts: Facts, days: readonly DayPlan[]): readonly Placed[] {
  const counted = new Set(days.flatMap((day) => day.strips.map((p) => p.strip.id)));
  return [...facts.placed.values()]
    .filter((p) => !counted.has(p.strip.id))
    .sort((a, b) => byStart(a.span, b.span));
}
