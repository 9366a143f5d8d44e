import { describe, expect, test } from "vitest";
import { warmThenHome } from "./look.ts";
import type { Compiled } from "./plan/compile.ts";

describe("a plan of which most stands", () => {
  // Items worth 900 and 1,100 at most; one that is worth nothing does not count.
  const items = [[900, 300], [1_100], [0]].map((points) => ({
    options: points.map((each) => ({ points: each })),
  }));
  const { heat, backAt } = warmThenHome({ strict: { items } } as unknown as Compiled);

  test.each([
    ["is looked for at one temperature", 1, 0, 0, 120],
    ["however long it takes", 0.21, 8, 0, 120],
    ["every other turn warmer while a must is missing", 0.7, 1, 1, 480],
    ["unless it has only begun", 0.9, 1, 1, 120],
    ["but not in between", 0.7, 2, 1, 120],
    ["and goes home from the best plan at a hundredth", 0.2, 3, 1, 10],
    ["cooling down", 0.1, 4, 0, Math.sqrt(10)],
    ["to a thousandth", 0, 5, 0, 1],
  ])("%s", (_, left, turn, missing, temperature) => {
    expect(heat(left, turn, missing)).toBeCloseTo(temperature, 6);
  });

  test("goes on from the best plan where it begins to cool", () => {
    expect(backAt).toBe(0.2);
  });
});
