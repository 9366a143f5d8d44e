import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { seededRandom } from "../base/random.ts";
import type { FactName } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";
import { check, startCheck } from "./check.ts";
import { rules } from "./index.ts";
import { randomlyEdited } from "./testing-edits.ts";
import { aLongPlan, aPlan } from "./testing-plan.ts";

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
