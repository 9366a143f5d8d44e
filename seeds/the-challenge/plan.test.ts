import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf } from "#core/base/instant.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { construct } from "#core/solve/construct.ts";
import { theChallenge, unplaced } from "./index.ts";

const { production, shared, scenarios } = theChallenge();
const snapshot = snapshotOf(production, scenarios[0]!.scenario, tablesOf(shared, unplaced()));

/** The plan of Main is kept, for it takes seconds to make. After a change of the seed: `npx vitest run seeds --update`. */
test("the kept plan is what the heuristic makes of the seed", { timeout: 300_000 }, async () => {
  const { placements } = construct(snapshot);
  const lines = [...placements]
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(
      (p) =>
        `  ${JSON.stringify([p.stripId, isoOf(p.startsAt), p.moduleId, p.rigMin, p.shootMin]).replaceAll(",", ", ")},`,
    );
  const file = [
    'import type { Placing } from "./placing.ts";',
    "",
    "/** Where the strips of Main stand: made by core/solve/construct, kept by plan.test.ts, never edited by hand. */",
    "export const PLAN: readonly Placing[] = [",
    ...lines,
    "];",
    "",
  ].join("\n");
  await expect(file).toMatchFileSnapshot("./plan.ts");
});

test("of any few strips, what is placed breaks no hard rule", { timeout: 300_000 }, () => {
  const { tables } = snapshot;
  fc.assert(
    fc.property(fc.subarray([...tables.strip], { minLength: 1, maxLength: 6 }), (strip) => {
      const ids = new Set(strip.map((s) => s.id));
      const few = {
        ...tables,
        strip,
        setUp: tables.setUp.filter((s) => s.stripId && ids.has(s.stripId)),
        assignment: tables.assignment.filter((a) => ids.has(a.stripId)),
      };
      const { report } = construct({ ...snapshot, tables: few });
      expect(report.findings.filter((f) => f.level === "hard" && f.ruleId !== "must-scenes")).toEqual([]);
    }),
    { numRuns: 6 },
  );
});
