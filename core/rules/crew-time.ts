import * as z from "zod";
import { count, duration } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { accountsOf, LEDGER_READ, type LedgerEntry } from "./crew-time-ledger.ts";
import { remembered } from "./whereabouts.ts";

export const crewTime = defineRule({
  id: "crew-time",
  level: "soft",
  sentence: "The film asks for little of other agencies' time.",
  source: "House weight [G]: half a point a minute; what a minute is, the crew-time ledger says.",
  unit: "minutes",
  params: z.object({
    pointsPerUnit: parameter("Weight of a minute", "points", z.number().min(0).max(1_000).default(0.5)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: LEDGER_READ,
  search: { alone: "anywhere" },

  // As the ledger charges by its own defaults, granted or not, and personal time like working time.
  check({ facts }) {
    const people: PersonId[] = [];
    const agencies = new Map<string, number>();
    const named = new Set<StripId>();
    let amount = 0;
    for (const [{ id, agency }, account] of accountsOf(facts)) {
      const { min, strips } = taken(account);
      if (min === 0) continue;
      people.push(id);
      amount += min;
      agencies.set(agency, (agencies.get(agency) ?? 0) + min);
      for (const stripId of strips) named.add(stripId);
    }
    if (amount === 0) return { violations: [], unknown: [] };
    const strips = [...named];
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

/** What a person's account takes in all, and for which strips. */
const taken = remembered((account: readonly LedgerEntry[]) => {
  const spent = account.filter((entry) => entry.used + entry.personalUsed > 0);
  return {
    min: spent.reduce((sum, entry) => sum + entry.used + entry.personalUsed, 0),
    strips: gather(spent, (entry) => entry.calls.map((call) => call.stripId)),
  };
});
