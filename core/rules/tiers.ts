import * as z from "zod";
import { count, duration, list } from "../base/format.ts";
import type { StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { setUpMinutes } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";

const points = z.number().min(0).max(1_000_000);

/**
 * The common currency is the priority point: about what a minute of the main unit is worth. Weights of the soft rules, and the most
 * that each can cost a plan of usual size (150 strips, 12 days, four crew members at 120 min a working day):
 *
 * | rule | points for one | most | points |
 * |---|---|---|---|
 * | crew-time | 0.5 a minute: two of the crew's for one of ours | 8 days × 8 people × 120 min | 3,840 |
 * | few-moves | 15, what is lost around a move beside its rig | 149 | 2,235 |
 * | few-hold-days | 60, an hour's worth | 30 | 1,800 |
 * | reserve | 1 a minute | 12 × 240 min | 2,880 |
 * | script-order | 0.2 an inversion | 150 × 149 / 2 | 2,235 |
 * | stability | 10, a new call for each in it | 150 | 1,500 |
 *
 * Together below 15,000. A should set-up left out costs 20,000, so that no sum of the others buys it off; a nice one 2,000, a tenth,
 * so that it gives way to a should one and still is worth more than a day's reserve or a dozen moves. Must is hard: must-scenes.
 */
export const tiers = defineRule({
  id: "tiers",
  level: "soft",
  sentence: "Should set-ups are placed before nice ones, and both if there is room.",
  source: "House weights [G], by construction above all other soft rules of a plan of usual size.",
  unit: "points",
  params: z.object({
    shouldPoints: parameter("Weight of a should set-up", "points", points.int().default(20_000)),
    nicePoints: parameter("Weight of a nice set-up", "points", points.int().default(2_000)),
    pointsPerUnit: parameter("Weight of a point", "points", z.number().min(0).max(1_000).default(1)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: ["setUps", "standing"],
  search: { alone: "anywhere", ofShoot: true },

  // Counted by set-up, not by minute: an insert left out is a hole in the edit like any other. What is shot needs no place.
  check({ facts: { setUps, standing } }, { shouldPoints, nicePoints }) {
    const out = { should: 0, nice: 0, min: 0 };
    const strips = new Set<StripId>();
    for (const setUp of setUps.values()) {
      if (setUp.tier === "must" || setUp.isShot || (setUp.stripId && standing.has(setUp.stripId))) continue;
      out[setUp.tier] += 1;
      out.min += setUpMinutes(setUp);
      if (setUp.stripId) strips.add(setUp.stripId);
    }
    const amount = out.should * shouldPoints + out.nice * nicePoints;
    if (amount === 0) return { violations: [], unknown: [] };
    return {
      violations: [{ amount, span: null, strips: [...strips], people: [], facts: { ...out, amount } }],
      unknown: [],
    };
  },

  explain: ({ should, nice, min, amount }) =>
    `Not placed: ${list([
      ...(should > 0 ? [count(should, "should set-up")] : []),
      ...(nice > 0 ? [count(nice, "nice set-up")] : []),
    ])} (${duration(min)}), ${amount.toLocaleString("en")} points.`,
});
