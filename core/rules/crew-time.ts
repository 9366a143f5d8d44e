import * as z from "zod";
import { count, duration } from "../base/format.ts";
import { defineRule } from "../model/rule.ts";
import { LEDGER_READ, ledgerOf } from "./crew-time-ledger.ts";

export const crewTime = defineRule({
  id: "crew-time",
  level: "soft",
  sentence: "The film asks for little of other agencies' time.",
  source: "House weight [G]: half a point a minute; what a minute is, the crew-time ledger says.",
  unit: "minutes",
  params: z.object({ pointsPerUnit: z.number().min(0).max(1_000).default(0.5) }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: LEDGER_READ,
  search: { alone: "anywhere" },

  // As the ledger charges by its own defaults, granted or not, and personal time like working time.
  check({ facts }) {
    const entries = ledgerOf(facts).filter((entry) => entry.used + entry.personalUsed > 0);
    const amount = entries.reduce((sum, entry) => sum + entry.used + entry.personalUsed, 0);
    if (amount === 0) return { violations: [], unknown: [] };
    const people = [...new Set(entries.map((entry) => entry.personId))];
    const agencies = new Map<string, number>();
    for (const { personId, used, personalUsed } of entries) {
      const agency = facts.people.get(personId)?.agency ?? "";
      agencies.set(agency, (agencies.get(agency) ?? 0) + used + personalUsed);
    }
    const strips = [...new Set(entries.flatMap((entry) => entry.calls.map((call) => call.stripId)))];
    const most = [...agencies].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return {
      violations: [
        { amount, span: null, strips, people, facts: { amount, people: people.length, agencies: most } },
      ],
      unknown: [],
    };
  },

  explain: ({ amount, people, agencies }) =>
    `${duration(amount)} of the station crew's time is planned, of ${count(people, "person", "people")} (${agencies.map(([agency, min]) => `${agency} ${duration(min)}`).join(", ")}).`,
});
