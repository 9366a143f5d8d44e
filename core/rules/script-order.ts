import * as z from "zod";
import { count } from "../base/format.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";

export const scriptOrder = defineRule({
  id: "script-order",
  level: "soft",
  sentence: "Scenes are shot close to script order, for the actors' sake.",
  source: "House weight [G]: a fifth of a point for every two scenes shot the wrong way round.",
  unit: "inversions",
  params: z.object({
    pointsPerUnit: parameter("Weight of an inversion", "points", z.number().min(0).max(1_000).default(0.2)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: [],

  // Every pair of placements of which the earlier shoots the later scene; parts of one scene are no pair. Only scenes with somebody on
  // camera count: an insert without a face has no order. The strips named are those that come after a later scene.
  check({ strips }) {
    const acted = strips.filter((p) => p.setUps.some(({ setUp }) => setUp.roleIds.length > 0));
    const amount = inversions(acted.map((p) => p.scene.order));
    if (amount === 0) return { violations: [], unknown: [] };
    let furthest = Number.NEGATIVE_INFINITY;
    const late = acted.filter(({ scene }) => {
      const isLate = scene.order < furthest;
      furthest = Math.max(furthest, scene.order);
      return isLate;
    });
    const facts = { amount, late: late.length, all: acted.length };
    return {
      violations: [{ amount, span: null, strips: late.map((p) => p.strip.id), people: [], facts }],
      unknown: [],
    };
  },

  explain: ({ amount, late, all }) =>
    `${late} of ${count(all, "placement")} come after a later scene of the script, ${count(amount, "pair")} the wrong way round.`,
});

/** Pairs of which the first is greater, by merging: n log n. */
function inversions(numbers: readonly number[]): number {
  let sorted = Float64Array.from(numbers);
  let merged = new Float64Array(sorted.length);
  let found = 0;
  for (let width = 1; width < sorted.length; width *= 2) {
    for (let from = 0; from < sorted.length; from += 2 * width) {
      const middle = Math.min(from + width, sorted.length);
      const end = Math.min(from + 2 * width, sorted.length);
      // Most of a plan is in order, or nearly.
      if (middle >= end || (sorted[middle - 1] as number) <= (sorted[middle] as number)) {
        for (let k = from; k < end; k++) merged[k] = sorted[k] as number;
        continue;
      }
      let [i, j] = [from, middle];
      for (let k = from; k < end; k++) {
        const left = sorted[i] as number;
        const right = sorted[j] as number;
        const takesRight = i >= middle || (j < end && right < left);
        if (takesRight && i < middle) found += middle - i;
        merged[k] = takesRight ? right : left;
        if (takesRight) j++;
        else i++;
      }
    }
    [sorted, merged] = [merged, sorted];
  }
  return found;
}
