import * as z from "zod";
import { duration, list } from "../../base/format.ts";
import { minutes, startedMinutes } from "../../base/quantity.ts";
import { inOrder, parameter } from "../../model/parameter.ts";
import { apart, isIn, namesOf, notJudged, peopleOf, SELECTION_READS, selection } from "./selection.ts";
import { defineShape } from "./shape.ts";

const lag = z.number().int().min(0).max(86_400);
const params = z
  .object({
    first: parameter("First", null, selection),
    second: parameter("Then", null, selection),
    /** Minutes from the end of the last of the one to the start of the first of the other. */
    minLagMin: parameter("Shortest time between", "min", lag.default(0)),
    maxLagMin: parameter("Longest time between", "min", lag.nullable().default(null)),
  })
  .superRefine(apart("first", "second", "the same comes first, and nothing comes before itself"))
  .superRefine(inOrder("minLagMin", "maxLagMin", "is less than the shortest that is set"));

export const before = defineShape({
  id: "before",
  sentence: "Something before something else, with a lag.",
  unit: "minutes out of order",
  params,
  reads: SELECTION_READS,

  check({ strips, facts }, { first, second, minLagMin, maxLagMin }) {
    const named = namesOf({ first, second }, facts);
    if ("gone" in named) return notJudged(named.gone);
    const last = strips
      .filter((placed) => isIn(first, placed))
      .reduce<(typeof strips)[number] | null>((a, b) => (a && a.span.end >= b.span.end ? a : b), null);
    const next = strips.find((placed) => isIn(second, placed) && placed !== last);
    if (!last || !next) return { violations: [], unknown: [] };
    const lagMin = (next.span.start - last.span.end) / 60;
    const early = minLagMin - lagMin;
    const late = maxLagMin === null ? 0 : lagMin - maxLagMin;
    const amount = startedMinutes(Math.max(early, late, 0));
    if (amount <= 0) return { violations: [], unknown: [] };
    return {
      violations: [
        {
          amount,
          span: next.span,
          strips: [last.strip.id, next.strip.id],
          people: peopleOf([first, second], facts),
          facts: { ...named.names, amount, isEarly: early > 0 },
        },
      ],
      unknown: [],
    };
  },

  explain: ({ first, second, amount, isEarly }) =>
    `${second} begins ${duration(minutes(amount))} too ${isEarly ? "early" : "late"} after ${first}.`,

  says({ first, second, minLagMin, maxLagMin }, nameOf) {
    const lags = [
      ...(minLagMin > 0 ? [`at least ${duration(minutes(minLagMin))}`] : []),
      ...(maxLagMin === null ? [] : [`at most ${duration(minutes(maxLagMin))}`]),
    ];
    return `${nameOf(first)} before ${nameOf(second)}${lags.length > 0 ? `, ${list(lags)} between` : ""}`;
  },
});
