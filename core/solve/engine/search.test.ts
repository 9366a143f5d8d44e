import { expect, test } from "vitest";
import { type ItemSpec, type ProblemSpec, problemOf } from "./problem.ts";
import { searchOf } from "./search.ts";

/** A day that has room for two of these. */
function dayFor(points: readonly number[]): ProblemSpec {
  const item = (worth: number): ItemSpec => ({
    must: false,
    pinned: false,
    options: [
      {
        ...{ unit: 0, class: 0, length: 4, points: worth, tags: [] },
        levels: [{ lead: 0, starts: [[0, 4]], uses: [], spends: [] }],
      },
    ],
  });
  return {
    days: [{ from: 0, to: 8 }],
    ...{ units: 1, classes: 1, levels: 1, accounts: 0 },
    transition: () => ({ gap: 0, cost: 0, level: 0 }),
    ...{ tags: [], limits: [], resources: [], orders: [] },
    items: points.map(item),
  };
}

test("a search that has gone far from the best plan goes on from it again", () => {
  const problem = problemOf(dayFor([1, 2, 3, 4, 50, 90]));
  const search = problem.ok ? searchOf(problem.value, 1) : null;
  if (!search) throw new Error("No problem.");
  // What the plan loses without an item, filled up again: of what has no place nothing.
  const standing = () => [...search.losses()].flatMap((lost, item) => (lost > 0 ? [item] : []));
  for (let turn = 0; turn < 50 && standing().join() === "4,5"; turn++) search.run(1, 1e9, 1e9);
  expect(standing()).not.toEqual([4, 5]);
  search.back();
  expect(standing()).toEqual([4, 5]);
  expect(search.best().points).toBe(140);
});
