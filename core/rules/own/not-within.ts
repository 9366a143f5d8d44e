import * as z from "zod";
import { duration, spanText } from "../../base/format.ts";
import { startedMinutes } from "../../base/quantity.ts";
import { parameter } from "../../model/parameter.ts";
import { isIn, namesOf, notJudged, peopleOf, SELECTION_READS, selection } from "./selection.ts";
import { defineShape } from "./shape.ts";

const params = z.object({
  what: parameter("What", null, selection),
  of: parameter("Keeps away from", null, selection),
  minutes: parameter("By at least", "min", z.number().int().min(1).max(86_400).default(60)),
});

export const notWithin = defineShape({
  id: "not-within",
  sentence: "Something not within minutes of something else.",
  unit: "minutes too near",
  params,
  reads: SELECTION_READS,

  // The nearest of the others counts, before or after; a placement that is both keeps its distance from all but itself.
  check({ strips, facts }, { what, of, minutes: distance }) {
    const named = namesOf({ what, of }, facts);
    if ("gone" in named) return notJudged(named.gone);
    const others = strips.filter((placed) => isIn(of, placed));
    const seen = new Set<string>();
    const violations = [];
    for (const placed of strips) {
      if (!isIn(what, placed)) continue;
      for (const other of others) {
        if (other === placed) continue;
        const pair = [placed.strip.id, other.strip.id].sort().join("|");
        const gap = Math.max(other.span.start - placed.span.end, placed.span.start - other.span.end) / 60;
        const amount = startedMinutes(Math.min(distance - gap, distance));
        if (amount <= 0 || seen.has(pair)) continue;
        seen.add(pair);
        violations.push({
          amount,
          span: placed.span,
          strips: [placed.strip.id, other.strip.id],
          people: peopleOf([what, of], facts),
          facts: {
            ...named.names,
            scene: placed.scene.number,
            other: other.scene.number,
            span: placed.span,
            amount,
            distance,
          },
        });
      }
    }
    return { violations, unknown: [] };
  },

  explain: ({ what, of, scene, other, span, amount, distance }) =>
    `scene ${scene} (${what}), ${spanText(span)}, lies ${duration(amount)} nearer than ${duration(distance)} to scene ${other} (${of}).`,

  says: ({ what, of, minutes: distance }, nameOf) =>
    `${nameOf(what)} not within ${duration(distance)} of ${nameOf(of)}`,
});
