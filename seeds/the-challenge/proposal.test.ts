import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { check } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { objectiveOf, propose } from "#core/solve/propose.ts";
import { theChallenge, unplaced } from "./index.ts";

const { production, shared, scenarios } = theChallenge();
const main = scenarios[0]!;
const bare = snapshotOf(production, main.scenario, tablesOf(shared, unplaced()));

test("what stands in the kept plan stays, and something more finds a place beside it", {
  timeout: 120_000,
}, () => {
  const snapshot = snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
  const found = propose({ snapshot, freedom: "open", movePoints: 0, seed: 1 }, { rounds: 1 })!;
  const placed = new Set(snapshot.tables.strip.filter((s) => s.startsAt !== null).map((s) => s.id));
  expect(found.returned).toEqual([]);
  expect(found.placements.filter((p) => placed.has(p.stripId))).toEqual([]);
  expect(found.objective.points).toBeGreaterThan(objectiveOf(check(snapshot)).points);
  expect(found.bound).toBeGreaterThanOrEqual(found.objective.points);
});

test("a proposal for the seed is worth more than the plan that it comes with, and proven not to be the best by far", {
  timeout: 120_000,
}, async () => {
  const solver = await highsSolver();
  const found = propose({ snapshot: bare, freedom: "free", movePoints: 0, seed: 1, solver }, { rounds: 1 })!;
  const kept = objectiveOf(check(snapshotOf(production, main.scenario, tablesOf(shared, main.tables))));
  expect(found.objective.mustsMissingMin).toBe(0);
  expect(found.objective.points).toBeGreaterThan(kept.points);
  expect(found.report.verdict).not.toBe("does-not-fit");
  expect(found.bound).toBeGreaterThanOrEqual(found.objective.points);
  expect(found.gap).toBeLessThan(0.3);
});
