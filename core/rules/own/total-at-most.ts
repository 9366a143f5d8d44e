import * as z from "zod";
import { dayMonth, duration } from "../../base/format.ts";
import { hull, lengthOf } from "../../base/interval.ts";
import { minutes } from "../../base/quantity.ts";
import { parameter } from "../../model/parameter.ts";
import type { Placed } from "../../model/placed.ts";
import { shootDayAt } from "../duty.ts";
import { isIn, nameOf, namesOf, notJudged, peopleOf, SELECTION_READS, selection } from "./selection.ts";
import { defineShape } from "./shape.ts";

const params = z.object({
  what: parameter("What", null, selection),
  mostMin: parameter("At most", "min", z.number().int().min(0).max(100_000).default(240)),
  per: parameter("Counted", null, z.enum(["day", "plan"]).default("day"), {
    words: { day: "each shoot day", plan: "in the whole plan" },
  }),
});

/** A person's own call, not the whole placement, where the selection is a person. */
const minutesIn = ({ by, value }: z.output<typeof selection>, placed: Placed): number =>
  by === "person"
    ? placed.calls
        .filter((call) => call.personId === value)
        .reduce((sum, call) => sum + lengthOf(call.span), 0)
    : lengthOf(placed.span);

export const totalAtMost = defineShape({
  id: "total-at-most",
  sentence: "At most so many minutes, a day or in the whole plan.",
  unit: "minutes over",
  params,
  reads: [...SELECTION_READS, "days"],

  search: {
    draws: (placed, facts, { what }) => {
      const account = nameOf(what, facts);
      return account !== null && isIn(what, placed) ? [{ account, amount: minutesIn(what, placed) }] : [];
    },
    caps: (facts, { what, mostMin, per }) => {
      const account = nameOf(what, facts);
      if (account === null) return [];
      const stretches = per === "plan" ? [facts.days] : facts.days.map((day) => [day]);
      return stretches.map((days) => ({ account, days, most: mostMin }));
    },
  },

  check({ strips, facts }, { what, mostMin, per }) {
    const named = namesOf({ what }, facts);
    if ("gone" in named) return notJudged(named.gone);
    const groups = new Map<string, Placed[]>();
    for (const placed of strips) {
      if (!isIn(what, placed)) continue;
      const key = per === "plan" ? "" : (shootDayAt(facts.days, placed.span.start)?.id ?? "none");
      const group = groups.get(key);
      if (group) group.push(placed);
      else groups.set(key, [placed]);
    }
    return {
      violations: [...groups.values()].flatMap((group) => {
        const total = group.reduce((sum, placed) => sum + minutesIn(what, placed), 0);
        const span = group.map((placed) => placed.span).reduce(hull);
        if (total <= mostMin) return [];
        return [
          {
            amount: total - mostMin,
            span,
            strips: group.map((placed) => placed.strip.id),
            people: peopleOf([what], facts),
            facts: { name: named.names.what, total, mostMin, from: per === "day" ? span.start : null },
          },
        ];
      }),
      unknown: [],
    };
  },

  explain: ({ name, total, mostMin, from }) =>
    `${duration(minutes(total))} of ${name}${from === null ? "" : ` on ${dayMonth(from)}`}, ${duration(minutes(mostMin))} allowed.`,

  says: ({ what, mostMin, per }, nameOf) =>
    `at most ${duration(minutes(mostMin))} of ${nameOf(what)} ${per === "day" ? "a shoot day" : "in the whole plan"}`,
});
