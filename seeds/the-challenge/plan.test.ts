import { expect, test } from "vitest";
import { isoOf } from "#core/base/instant.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { construct } from "#core/solve/construct.ts";
import { theChallenge, unplaced } from "./index.ts";

/** The plan of Main is kept, for it takes seconds to make. After a change of the seed: `npx vitest run seeds --update`. */
test("the kept plan is what the heuristic makes of the seed", { timeout: 60_000 }, async () => {
  const { production, shared, scenarios } = theChallenge();
  const main = scenarios[0]!.scenario;
  const { placements } = construct(snapshotOf(production, main, tablesOf(shared, unplaced())));
  const lines = [...placements]
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(
      (p) =>
        `  ${JSON.stringify([p.stripId, isoOf(p.startsAt), p.moduleId, p.rigMin]).replaceAll(",", ", ")},`,
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
