import { beforeAll, describe, expect, test } from "vitest";
import { highsSolver } from "../highs.ts";
import { boundOf } from "./bound.ts";
import { columnsOf } from "./columns.ts";
import { dive } from "./dive.ts";
import type { LinearSolver } from "./linear.ts";
import { type Found, searchOf } from "./search.ts";
import { drawnProblem, isBetter, packed, wrongs } from "./testing-problems.ts";

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);
const [HOT, COLD] = [20, 1];

describe.each(SEEDS)("a search, problem %i", (seed) => {
  const spec = drawnProblem({ items: 20, days: 3, musts: true, orders: 3, accounts: 1 }, seed);
  const begun = () => {
    const search = searchOf(packed(spec), seed);
    if (!search) throw new Error("Nothing is pinned.");
    search.run(100, HOT, COLD);
    return search;
  };

  test("goes on from any plan, and forgets nothing that was better", () => {
    const search = begun();
    const first: Found = search.best();
    // Half of it, of which something may have to stand where the rest was.
    const half = first.plan.filter(({ item }) => item % 2 === 0);
    for (const plan of [half, [], first.plan]) {
      search.goOn(plan);
      search.run(60, HOT, COLD);
      expect(isBetter(first, search.best())).toBe(false);
      expect(wrongs(spec, search.best().plan)).toEqual([]);
    }
  });

  test("takes over no plan that is worse, and says so", () => {
    const search = begun();
    const { plan } = search.best();
    expect(search.offer(plan)).toBe(false);
    expect(search.best().plan).toEqual(plan);
  });

  test("ends soon when it is stopped", () => {
    const search = begun();
    const before = search.iterations();
    let asked = 0;
    search.run(1_000_000, HOT, COLD, undefined, () => ++asked > 2);
    expect(search.iterations() - before).toBeLessThan(1000);
    expect(wrongs(spec, search.best().plan)).toEqual([]);
  });
});

describe.each(SEEDS)("a plan out of mixes, problem %i", (seed) => {
  const spec = drawnProblem({ items: 20, days: 3, units: 2 }, seed);

  test("holds each item once and each day as it was sought", () => {
    const problem = packed(spec);
    const search = searchOf(problem, seed);
    if (!search) throw new Error("Nothing is pinned.");
    search.run(100, HOT, COLD);
    const known = columnsOf(problem, search.best().plan);
    const bound = boundOf(problem, search.losses(), Number.MAX_SAFE_INTEGER);
    const plan = dive(
      problem,
      solver,
      known,
      [],
      (prices, isKept) => bound.seek(prices, isKept, 1000),
      () => 0.5,
    );
    expect(plan?.length).toBeGreaterThan(0);
    expect(wrongs(spec, plan ?? [])).toEqual([]);
  });

  test("is none where seeking ends", () => {
    const problem = packed(spec);
    const known = columnsOf(problem, searchOf(problem, seed)?.best().plan ?? []);
    expect(
      dive(
        problem,
        solver,
        known,
        [],
        () => null,
        () => 0.5,
      ),
    ).toBeNull();
  });
});
