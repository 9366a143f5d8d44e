import { expect, test } from "vitest";
import { inOrder, sortedBy } from "./sort.ts";

const rows = ["12A", "2", "12", "1"].map((number, i) => ({ number, start: i === 1 ? null : 10 - i }));
const numbers = (by: "number" | "start", isDescending: boolean) =>
  inOrder(rows, { by, isDescending }, (row, key) => row[key]).map((row) => row.number);

test("scene numbers are counted, not spelled", () => {
  expect(numbers("number", false)).toEqual(["1", "2", "12", "12A"]);
  expect(numbers("number", true)).toEqual(["12A", "12", "2", "1"]);
});
test("what has no value comes last either way", () => {
  expect(numbers("start", false).at(-1)).toBe("2");
  expect(numbers("start", true)).toEqual(["12A", "12", "1", "2"]);
});
test("the same column turns round, another begins ascending", () => {
  expect(sortedBy({ by: "a", isDescending: false }, "a")).toEqual({ by: "a", isDescending: true });
  expect(sortedBy({ by: "a", isDescending: true }, "b")).toEqual({ by: "b", isDescending: false });
});
