import { expect, test } from "vitest";
import { between, cursorOf, idAt, moveCursor, NOTHING, select } from "./cursor.ts";

const places = [["a", "b", "c"], [], ["d", "e"]];

test.each([
  { key: "ArrowDown", from: "a", to: "b" },
  { key: "ArrowDown", from: "c", to: "c" },
  { key: "ArrowUp", from: "b", to: "a" },
  { key: "End", from: "a", to: "c" },
  { key: "Home", from: "c", to: "a" },
  { key: "PageDown", from: "a", to: "c" },
])("$key from $from goes to $to", ({ key, from, to }) => {
  const cursor = moveCursor(places, cursorOf(places, from)!, key, false);
  expect(cursor && idAt(places, cursor)).toBe(to);
});

test("an empty day is a place of its own, and the way leads on from it", () => {
  const empty = moveCursor(places, { column: 0, row: 2 }, "ArrowRight", false);
  expect(empty).toEqual({ column: 1, row: -1 });
  expect(moveCursor(places, empty!, "ArrowRight", false)).toEqual({ column: 2, row: 0 });
});

test("Ctrl+Home and Ctrl+End lead to the ends of the board", () => {
  expect(moveCursor(places, { column: 2, row: 1 }, "Home", true)).toEqual({ column: 0, row: 0 });
  expect(moveCursor(places, { column: 0, row: 0 }, "End", true)).toEqual({ column: 2, row: 1 });
});

test("other keys are not ours", () => {
  expect(moveCursor(places, { column: 0, row: 0 }, "x", false)).toBeNull();
});

test("selection: one, one more, one less, all between", () => {
  const one = select(places, NOTHING, "b", "only");
  expect(one.ids).toEqual(["b"]);
  expect(select(places, one, "e", "toggle").ids).toEqual(["b", "e"]);
  expect(select(places, one, "b", "toggle").ids).toEqual([]);
  expect(select(places, one, "d", "range").ids).toEqual(["b", "c", "d"]);
  expect(select(places, NOTHING, "d", "range").ids).toEqual(["d"]);
  expect(between(places, "e", "c")).toEqual(["c", "d", "e"]);
});
