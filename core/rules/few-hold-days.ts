import * as z from "zod";
import { count } from "../base/format.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { shootDayAt } from "./duty.ts";

interface Worked {
  readonly days: Set<number>;
  readonly strips: StripId[];
}

export const fewHoldDays = defineRule({
  id: "few-hold-days",
  level: "soft",
  sentence: "On the ground a person's working days lie together.",
  source:
    "House weight [G]: 60 points a day; what a hold day is: day out of days, facts.md §7 [S]. Aboard nobody can be sent home.",
  unit: "days",
  params: z.object({
    pointsPerUnit: parameter("Weight of a day", "points", z.number().min(0).max(100_000).default(60)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: ["days", "people"],

  // The landing unit is the one on the ground. Held is an open shoot day between a person's first and last without a call.
  check({ strips, facts: { days, people } }) {
    const byPerson = new Map<PersonId, Worked>();
    for (const placed of strips) {
      if (placed.scene.unit !== "landing") continue;
      const day = shootDayAt(days, placed.span.start);
      if (!day) continue;
      for (const { personId } of placed.calls) {
        const known = byPerson.get(personId) ?? { days: new Set(), strips: [] };
        byPerson.set(personId, known);
        known.days.add(days.indexOf(day));
        known.strips.push(placed.strip.id);
      }
    }
    const held = [...byPerson]
      .map(([personId, { days: worked, strips: own }]) => ({
        personId,
        strips: own,
        n: heldDays(worked, days),
      }))
      .filter(({ n }) => n > 0);
    const amount = held.reduce((sum, { n }) => sum + n, 0);
    if (amount === 0) return { violations: [], unknown: [] };
    const names = held.map(({ personId, n }) => `${people.get(personId)?.shortName ?? personId} ${n}`);
    return {
      violations: [
        {
          amount,
          span: null,
          strips: [...new Set(held.flatMap((h) => h.strips))],
          people: held.map((h) => h.personId),
          facts: { amount, names },
        },
      ],
      unknown: [],
    };
  },

  explain: ({ amount, names }) =>
    `${count(amount, "day")} of people held on the ground: ${names.join(", ")}.`,
});

const heldDays = (worked: ReadonlySet<number>, days: readonly { readonly isClosed: boolean }[]): number => {
  const [first, last] = [Math.min(...worked), Math.max(...worked)];
  return days.filter((day, i) => first < i && i < last && !day.isClosed && !worked.has(i)).length;
};
