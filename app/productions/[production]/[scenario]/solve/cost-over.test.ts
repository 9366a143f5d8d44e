import { expect, test } from "vitest";
import type { ProgressPoint } from "#server/db/solves.ts";
import { costOver } from "./cost-over.ts";

const tier = { in: 0, of: 0 };
const point = (atS: number, points: number, bound: number | null, mustsMissingMin = 0): ProgressPoint => ({
  ...{ atS, points, bound, mustsMissingMin, round: 1, gap: null, isOptimal: false },
  setUpsIn: { must: tier, should: tier, nice: tier },
});

test("nothing is told of what has not begun", () => {
  expect(costOver([], 20)).toBeNull();
});

test("the cost falls, what is proved rises; what is told twice is one step", () => {
  const over = costOver(
    [
      point(0.1, -9_000, null),
      point(1, -5_000.2, -2_000),
      point(2, -5_000.3, -2_000),
      point(4, -5_000, -4_100),
    ],
    20,
  );
  expect(over?.steps.map(({ atS, cost, atLeast }) => [atS, Math.round(cost), atLeast])).toEqual([
    [0.1, 9_000, null],
    [1, 5_000, 2_000],
    [4, 5_000, 4_100],
  ]);
  expect(over).toMatchObject({ low: 2_000, high: 9_000, untilS: 6 });
  expect(over?.told).toBe(
    "Cost from 9,000 points after 0.1 s to 5,000 points after 4 s. No plan costs less than 4,100 points.",
  );
});

test("plans with more musts missing are left out: points say nothing across that", () => {
  const over = costOver([point(0.1, -100, null, 30), point(1, -900, null)], 5);
  expect(over?.steps.map(({ cost }) => cost)).toEqual([900]);
  expect(over?.told).toBe("Costs 900 points after 1 s.");
});

test("a plan of which nothing is left to save lies on the floor", () => {
  expect(costOver([point(1, 0, 0)], 5)).toMatchObject({
    low: 0,
    high: 0,
    told: expect.stringContaining("0 points"),
  });
});
