import { expect, test } from "vitest";
import { eighthsOfPart } from "./strip-line.ts";

const shares = (eighths: number, parts: number) =>
  Array.from({ length: parts }, (_, i) => eighthsOfPart(eighths, i + 1, parts));

test("parts take the rest from the first on", () => {
  expect(shares(11, 3)).toEqual([4, 4, 3]);
  expect(shares(1, 2)).toEqual([1, 0]);
});

test("parts always add up to their scene", () => {
  for (let eighths = 1; eighths <= 80; eighths++)
    for (let parts = 1; parts <= 12; parts++)
      expect(shares(eighths, parts).reduce((a, b) => a + b, 0)).toBe(eighths);
});
