import * as z from "zod";
import { duration, weekdayMonth } from "../base/format.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { dayMinutes, lastNumberOf, reserveShares, USES_READ, usesOf } from "./minutes-in-hand.ts";

export const reserve = defineRule({
  id: "reserve",
  level: "soft",
  sentence: "Each day keeps its share of shootable time in hand.",
  source:
    "House shares and weight [G]: 30 % on days 0–3, 20 % after, half of the last two days; that not everything wanted could be done on the last day: facts.md §1.4 [S].",
  unit: "minutes",
  params: reserveShares.extend({
    pointsPerUnit: parameter("Weight of a minute", "points", z.number().min(0).max(1_000).default(1)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "day",
  reads: USES_READ,
  sees({ subject: day, facts }) {
    const use = usesOf(facts).get(day);
    return [use?.canShoot, use?.used, lastNumberOf(facts.days)];
  },

  // Counted as minutes in hand count it: what placements and ways take beyond shootable less reserved.
  check({ subject: day, strips, facts }, { pointsPerUnit: _, ...shares }) {
    const use = usesOf(facts).get(day);
    const today = use && dayMinutes(day, use, lastNumberOf(facts.days), shares);
    const amount = today ? today.used + today.reserved - today.shootable : 0;
    if (!today || amount <= 0 || today.used === 0) return { violations: [], unknown: [] };
    const { shootable, used, reserved, span } = today;
    const ids = strips.filter((p) => p.scene.unit === "main").map((p) => p.strip.id);
    const facts_ = { day: day.wakesAt, shootable, used, reserved, amount };
    return { violations: [{ amount, span, strips: ids, people: [], facts: facts_ }], unknown: [] };
  },

  explain: ({ day, shootable, used, reserved, amount }) =>
    `${weekdayMonth(day)}: ${duration(used)} of ${duration(shootable)} are planned where ${duration(reserved)} are to stay in hand, ${duration(amount)} too much.`,
});
