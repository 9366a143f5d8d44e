import { describe, expect, test, vi } from "vitest";
import { homing, look, warm } from "./look.ts";
import type { Compiled } from "./plan/compile.ts";
import type { Planned, Planning } from "./planning.ts";

describe("a plan of which most stands", () => {
  // Items worth 900 and 1,100 at most; one that is worth nothing does not count.
  const items = [[900, 300], [1_100], [0]].map((points) => ({
    options: points.map((each) => ({ points: each })),
  }));
  const { heat, leaves } = warm({ strict: { items } } as unknown as Compiled, false);

  test.each([
    ["is looked for at one temperature", 1, 0, 0, 120],
    ["however long it takes", 0.21, 8, 0, 120],
    ["every other turn warmer while a must is missing", 0.7, 1, 1, 480],
    ["unless it has only begun", 0.9, 1, 1, 120],
    ["but not in between", 0.7, 2, 1, 120],
  ])("%s", (_, left, turn, missing, temperature) => {
    expect(heat(left, turn, missing)).toBeCloseTo(temperature, 6);
  });

  test("leaves a fifth of the time for the way home", () => {
    expect(leaves).toBe(0.2);
  });
});

test.each([
  ["goes home from three times what a move costs", 400, 1, 1_200],
  ["cooling down", 400, 0.5, Math.sqrt(2_400)],
  ["to two points", 400, 0, 2],
  ["from no less than 30 points where moves cost nothing", 0, 1, 30],
])("a plan %s", (_, movePoints, left, temperature) => {
  expect(homing(movePoints).heat(left, 0, 0)).toBeCloseTo(temperature, 6);
});

test("no look begins when the last tenth of the time has", () => {
  const problemFor = vi.fn();
  const timer = { seconds: 1, secondsLeft: () => 0.09, isOver: () => false };
  const compiled = { strict: { items: [{}] } } as unknown as Compiled;
  look({ timer, problemFor } as unknown as Planning, {} as Planned, compiled, 1, homing(10));
  expect(problemFor).not.toHaveBeenCalled();
});
