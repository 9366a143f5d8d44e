import fc from "fast-check";
import { expect, test } from "vitest";
import { type FactName, type Facts, factsOf } from "../model/facts.ts";
import type { NotJudged, Said } from "../model/rule.ts";
import { groupsOf, placesOf } from "./groups.ts";
import { rules } from "./index.ts";
import { aLongPlan, aPlan } from "./testing-plan.ts";

/** In any order; gaps of one reason without a span are one. */
function told(all: readonly Said[]) {
  const gaps = new Map<string, NotJudged>();
  for (const gap of all.flatMap(({ unknown }) => unknown)) {
    const key = gap.span === null ? gap.reason : JSON.stringify(gap);
    gaps.set(key, { ...gap, strips: [...(gaps.get(key)?.strips ?? []), ...gap.strips] });
  }
  const inOrder = (found: readonly unknown[]) => found.map((each) => JSON.stringify(each)).sort();
  return {
    violations: inOrder(all.flatMap(({ violations }) => violations)),
    unknown: inOrder([...gaps.values()].map((gap) => ({ ...gap, strips: [...gap.strips].sort() }))),
  };
}

test.each(rules.filter(({ apart }) => apart))(
  "$id judges stretches apart as it judges them together",
  (rule) => {
    const { apart } = rule;
    const run = rule.bind({});
    fc.assert(
      fc.property(aLongPlan, (snapshot) => {
        const facts = factsOf(snapshot);
        const { list, stretches } = placesOf(rule.scope, facts);
        for (const [i, place] of list.entries()) {
          const own = stretches[i] ?? [];
          const each = own.map((strips, n) => {
            const looksBack = typeof apart === "object" ? apart : null;
            const before = own.slice(0, n).findLast((s) => looksBack && s.some((p) => looksBack.after(p)));
            return run({ ...place, strips, facts, ...(before && { before }) }, "strips");
          });
          expect(own.flat()).toEqual(place.strips);
          expect(told(each)).toEqual(told([run({ ...place, facts }, "strips")]));
          expect(told([run({ ...place, strips: [], facts }, "strips")])).toEqual(told([]));
        }
      }),
      { numRuns: 50 },
    );
  },
);

test.each(rules)("$id reads no fact that it does not declare", (rule) => {
  const allowed = new Set<string>(rule.reads);
  fc.assert(
    fc.property(aPlan, (snapshot) => {
      const facts = factsOf(snapshot);
      const fenced = new Proxy(facts, {
        get(all, name) {
          if (!allowed.has(String(name))) throw new Error(`${rule.id} reads ${String(name)}`);
          return all[name as FactName];
        },
      }) as Facts;
      const run = rule.bind({});
      for (const group of groupsOf(rule.scope, facts)) run({ ...group, facts: fenced });
    }),
    { numRuns: 25 },
  );
});
