import { expect, test } from "vitest";
import { stepsOf } from "./steps.ts";

test("steps are counted, and what is asked for after the last is late from then on", () => {
  const steps = stepsOf(2);
  expect([steps.isLate(), steps.isLate(), steps.endedBy(), steps.isLate(), steps.isLate()]).toEqual([
    ...[false, false, null],
    ...[true, true],
  ]);
  expect(steps.endedBy()).toBe("steps");
});

test("the clock ends it before its steps are taken, and that is told apart", () => {
  let isUp = false;
  const steps = stepsOf(10, () => isUp);
  expect(steps.isLate()).toBe(false);
  isUp = true;
  expect(steps.isLate()).toBe(true);
  isUp = false;
  expect([steps.isLate(), steps.endedBy()]).toEqual([true, "clock"]);
});
