import fc from "fast-check";
import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { check } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { readBundle } from "#interchange/bundle/read.ts";
import { writeBundle } from "#interchange/bundle/write.ts";
import { syntheticProduction } from "./production.ts";

const aSize = fc.record({
  scenes: fc.integer({ min: 1, max: 30 }),
  days: fc.integer({ min: 1, max: 16 }),
  seed: fc.integer({ min: 0, max: 10_000 }),
});

test("reads back from its file, and asks for nothing but its scenes", () => {
  fc.assert(
    fc.property(aSize, (size) => {
      const bundle = syntheticProduction(size);
      expect(readBundle(writeBundle(bundle))).toEqual({ ok: true, value: bundle });
      const [own] = bundle.scenarios;
      if (!own) throw new Error("no scenario");
      expect(own.tables.scene).toHaveLength(size.scenes);
      expect(own.tables.shootDay).toHaveLength(size.days);
      const snapshot = snapshotOf(bundle.production, own.scenario, tablesOf(bundle.shared, own.tables));
      const found = new Set(check(snapshot).findings.map(({ ruleId }) => ruleId));
      for (const id of ["must-scenes", "tiers"]) found.delete(id);
      expect([...found]).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test("says that it is synthetic", () => {
  const { production } = syntheticProduction({ scenes: 1, days: 1, seed: 1 });
  expect(production.note).toMatch(/^Synthetic/);
});
