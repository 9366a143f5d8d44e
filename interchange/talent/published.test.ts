// Published instances of talent scheduling: CSPLib problem 39 and MiniZinc's benchmarks. The optima below are where two exact
// methods of others' agree (dynamic programming and CP-SAT).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cheapestOrder } from "#core/solve/hold-cost/index.ts";
import type { HoldProblem } from "#core/solve/hold-cost/problem.ts";
import { readTalent } from "./read.ts";

const FOLDER = "../shared/data/talent";
const present = existsSync(FOLDER);
const files = present ? readdirSync(FOLDER).filter((file) => file.endsWith(".dzn")) : [];
const OPTIMA: Readonly<Record<string, number>> = {
  "MobStory.dzn": 871,
  "concert.dzn": 111,
  "film103.dzn": 1031,
  "film105.dzn": 849,
  "film114.dzn": 867,
  "film116.dzn": 541,
  "film117.dzn": 913,
  "film118.dzn": 853,
  "film119.dzn": 790,
  "small.dzn": 54,
  "tiny.dzn": 29,
};

/** Adds up scene by scene who is there: written without a look at the code that solves. */
function resummed({ durations, cast }: HoldProblem, order: readonly number[]): number {
  let sum = 0;
  for (const [at, scene] of order.entries())
    for (const { pay, plays } of cast) {
      const hasCome = order.slice(0, at + 1).some((each) => plays[each]);
      const mayNotGo = order.slice(at).some((each) => plays[each]);
      if (hasCome && mayNotGo) sum += pay * (durations[scene] ?? 0);
    }
  return sum;
}

const inOrder = (order: readonly number[]) => order.toSorted((a, b) => a - b);

test.each(files)("%s: the published optimum, proven, and the order costs that much", (file) => {
  const read = readTalent(readFileSync(`${FOLDER}/${file}`, "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { order, cost, isProven, lowerBound } = cheapestOrder(read.value);
  expect(OPTIMA[file]).toBeDefined();
  expect({ cost, lowerBound, isProven }).toEqual({
    cost: OPTIMA[file],
    lowerBound: OPTIMA[file],
    isProven: true,
  });
  expect(resummed(read.value, order)).toBe(cost);
  expect(inOrder(order)).toEqual([...read.value.durations.keys()]);
});

test.runIf(!present)(
  "skipped: the published instances are not beside this checkout (../shared/data/talent)",
  () => {
    expect(present).toBe(false);
  },
);
