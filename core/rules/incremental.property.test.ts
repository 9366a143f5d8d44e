import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { type EpochSeconds, minutes } from "../base/quantity.ts";
import { seededRandom } from "../base/random.ts";
import { shootDays } from "../model/build.ts";
import { type FactName, type Facts, factsOf } from "../model/facts.ts";
import type { NotJudged, Rule, Said } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check, startCheck } from "./check.ts";
import { groupsOf, placesOf } from "./groups.ts";
import { rules } from "./index.ts";
import { randomlyEdited } from "./testing-edits.ts";
import { aPlan } from "./testing-plan.ts";

/** The plan over five days: its strips and blocks some days later, each for itself. */
const aLongPlan = fc.tuple(aPlan, fc.integer()).map(([snapshot, seed]): ScenarioSnapshot => {
  const random = seededRandom(seed);
  const later = <T extends { readonly startsAt: EpochSeconds | null }>(row: T): T => {
    const days = Math.floor(random() * 4);
    return row.startsAt === null
      ? row
      : { ...row, startsAt: plusMinutes(row.startsAt, minutes(days * 1_440)) };
  };
  const { tables } = snapshot;
  return {
    ...snapshot,
    tables: {
      ...tables,
      strip: tables.strip.map(later),
      crewBlock: tables.crewBlock.map(later),
      shootDay: [...tables.shootDay, ...shootDays(10, 11, 12)],
    },
  };
});

test("an edited plan is judged as if from nothing, whatever the edit, forward and back", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(fc.oneof(aPlan, aLongPlan), fc.integer(), (snapshot, seed) => {
      const random = seededRandom(seed);
      let now = startCheck(snapshot);
      for (let i = 0; i < 6; i++) {
        const tables = randomlyEdited(now.snapshot.tables, random);
        if (!tables) continue;
        const before = now;
        now = before.after({ ...snapshot, tables });
        expect(now.report).toEqual(check(now.snapshot));
        expect(now.after(before.snapshot).report).toEqual(before.report);
      }
    }),
    { numRuns: 60 },
  );
});

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

const OF_ALL_STRIPS: readonly FactName[] = ["strips", "placed", "standing", "inOrder", "calledFor"];

test("of an edit only what it touches is judged again", () => {
  const seen: string[] = [];
  const spied = rules.map(
    (rule): Rule => ({
      ...rule,
      bind(params) {
        const run = rule.bind(params);
        return (group, of) => {
          seen.push(`${rule.id} ${group.key}`);
          return run(group, of);
        };
      },
    }),
  );
  fc.assert(
    fc.property(aPlan, (snapshot) => {
      const start = startCheck(snapshot, spied);
      seen.length = 0;
      expect(start.after({ ...snapshot }).report).toEqual(start.report);
      expect(seen).toEqual([]);

      const [first, ...rest] = snapshot.tables.strip;
      if (!first) return;
      const startsAt = first.startsAt && plusMinutes(first.startsAt, minutes(5));
      const strip = [{ ...first, startsAt }, ...rest];
      start.after({ ...snapshot, tables: { ...snapshot.tables, strip } });
      const narrow = rules.filter(
        ({ scope, reads }) => scope === "strip" && !reads.some((name) => OF_ALL_STRIPS.includes(name)),
      );
      expect(narrow.length).toBeGreaterThan(3);
      for (const { id } of narrow)
        expect(seen.filter((s) => s.startsWith(`${id} `))).toEqual(
          startsAt ? [`${id} strip:${first.id}`] : [],
        );
    }),
  );
});

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
