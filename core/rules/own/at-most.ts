import * as z from "zod";
import { count, dayMonth } from "../../base/format.ts";
import { hull } from "../../base/interval.ts";
import { parameter } from "../../model/parameter.ts";
import { shootDayAt } from "../duty.ts";
import { isIn, nameOf, namesOf, notJudged, peopleOf, SELECTION_READS, selection } from "./selection.ts";
import { defineShape } from "./shape.ts";

const params = z.object({
  what: parameter("What", null, selection),
  most: parameter("At most", "placements", z.number().int().min(0).max(100).default(1)),
  /** Shoot days that follow each other. */
  days: parameter("Counted over", "shoot days", z.number().int().min(1).max(60).default(1)),
});

export const atMost = defineShape({
  id: "at-most",
  sentence: "At most so many placements in so many shoot days.",
  unit: "placements over",
  params,
  reads: [...SELECTION_READS, "days"],

  search: {
    draws: (placed, facts, { what }) => {
      const account = nameOf(what, facts);
      return account !== null && isIn(what, placed) ? [{ account, amount: 1 }] : [];
    },
    caps: (facts, { what, most, days: length }) => {
      const account = nameOf(what, facts);
      if (account === null) return [];
      // A stretch that begins on one of the last days is part of one before.
      const stretches = facts.days
        .slice(0, Math.max(1, facts.days.length - length + 1))
        .map((_, from) => facts.days.slice(from, from + length));
      return stretches.map((days) => ({ account, days, most }));
    },
  },

  // Each stretch of days is judged by itself; a placement too many counts once for each stretch that it is in too many of,
  // so only stretches that begin with a day on which something of it stands are looked at.
  check({ strips, facts }, { what, most, days: length }) {
    const named = namesOf({ what }, facts);
    if ("gone" in named) return notJudged(named.gone);
    const numbers = new Map(facts.days.map((day, i) => [day.id, i]));
    const onDay = strips
      .filter((placed) => isIn(what, placed))
      .flatMap((placed) => {
        const day = shootDayAt(facts.days, placed.span.start);
        const number = day && numbers.get(day.id);
        return number === null || number === undefined ? [] : [{ placed, number }];
      });
    const violations = [];
    let judgedTo = -1;
    for (const { number: from } of onDay) {
      if (from <= judgedTo) continue;
      const inside = onDay.filter(({ number }) => number >= from && number < from + length);
      const over = inside.length - most;
      if (over <= 0) continue;
      judgedTo = from + length - 1;
      violations.push({
        amount: over,
        span: inside.map(({ placed }) => placed.span).reduce(hull),
        strips: inside.map(({ placed }) => placed.strip.id),
        people: peopleOf([what], facts),
        facts: {
          name: named.names.what,
          count: inside.length,
          most,
          length,
          from: facts.days[from]?.wakesAt,
        },
      });
    }
    return { violations, unknown: [] };
  },

  explain: ({ name, count: n, most, length, from }) =>
    `${count(n, "placement")} of ${name} ${length === 1 ? "on" : `in ${length} days from`} ${from === undefined ? "that day" : dayMonth(from)}, ${most} allowed.`,

  says: ({ what, most, days }, nameOf) =>
    `${most === 0 ? "no placement" : `at most ${count(most, "placement")}`} of ${nameOf(what)} ${days === 1 ? "a shoot day" : `in ${days} shoot days that follow each other`}`,
});
