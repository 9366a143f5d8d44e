import { expect, test } from "vitest";
import { gapText, mustsText, worth } from "./solve-words.ts";

test.each([
  { gap: null, isOptimal: false, says: "How much better a plan could be is not proved." },
  { gap: 0.012, isOptimal: false, says: "At most 1.2 % better is possible." },
  { gap: 0.0121, isOptimal: false, says: "At most 1.3 % better is possible." },
  { gap: 0.00001, isOptimal: false, says: "At most 0.1 % better is possible." },
  { gap: 0, isOptimal: true, says: "Proved optimal: no plan is better." },
])("a gap of $gap: $says", ({ says, ...proven }) => {
  expect(gapText(proven)).toBe(says);
});

test.each([
  { points: 0, says: "0 points" },
  { points: -1234.4, says: "−1,234 points" },
])("$points: $says", ({ points, says }) => {
  expect(worth(points)).toBe(says);
});

test("must set-ups without a place are said with their length", () => {
  expect(mustsText(0)).toBe("Every must set-up has a place.");
  expect(mustsText(95)).toBe("Must set-ups of 1 h 35 have no place.");
});
