import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import type { StripId } from "#core/model/ids.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { knownOf } from "./known.ts";
import type { Asked, ProposedPlan } from "./solving.ts";

const { production, shared, scenarios } = syntheticProduction({ scenes: 4, days: 2, seed: 1 });
const [main] = scenarios;
if (!main) throw new Error("It has no scenario.");
const snapshot = snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
const asking = (of: string, movePoints = 0): Asked => ({
  asks: "plan",
  of,
  input: { snapshot, freedom: "free", movePoints, seed: 1 },
  seconds: 0.5,
});
/** A plan that costs so many points, and takes the strip of that name out. */
const plan = (cost: number, strip: string): ProposedPlan => ({
  round: 0,
  iterations: 0,
  rank: [0, 0, cost],
  objective: { mustsMissingMin: 0, points: -cost, parts: [] },
  bound: null,
  gap: null,
  isOptimal: false,
  setUpsIn: { must: { in: 1, of: 1 }, should: { in: 0, of: 0 }, nice: { in: 0, of: 0 } },
  placements: [],
  returned: [strip as StripId],
  notes: [],
  judged: null,
});
const begunWith = ({ found }: Asked) => found?.returned;

test("only what is better is kept, of one plan and by one measure", () => {
  const known = knownOf();
  expect(known.keep(asking("a"), plan(20, "1"))).toBe(true);
  expect(known.keep(asking("a"), plan(20, "2"))).toBe(false);
  expect(known.keep(asking("a"), plan(10, "3"))).toBe(true);
  expect(known.best(asking("a"))?.returned).toEqual(["3"]);
  expect(known.keep(asking("a", 60), plan(30, "4")), "costs are not alike").toBe(true);
  expect(known.best(asking("a"))).toBeNull();
  expect(known.keep(asking("b", 60), plan(40, "5")), "another plan").toBe(true);
  expect(known.best(asking("a", 60))).toBeNull();
});

test("what was found by another measure is begun with, and told by nobody", () => {
  const known = knownOf();
  known.keep(asking("a"), plan(20, "1"));
  expect(known.best(asking("a", 60))).toBeNull();
  expect(begunWith(known.goingOn(asking("a", 60)))).toEqual(["1"]);
  expect(begunWith(known.goingOn(asking("b")))).toBeUndefined();
});
