import { expect, test } from "vitest";
import { row } from "../../model/build.ts";
import { circleId, contradictions, isOf } from "./contradictions.ts";

test.each([
  { of: "own:a", id: "own:a|plan|s1", ruleId: "own:a", is: true },
  { of: "own:a", id: circleId(["own:a", "own:b"]), ruleId: "own:a", is: true },
  { of: "own:b", id: circleId(["own:a", "own:b"]), ruleId: "own:a", is: true },
  { of: "own:b", id: circleId(["own:a", "own:b", "own:c"]), ruleId: "own:a", is: true },
  { of: "own:c", id: circleId(["own:a", "own:b"]), ruleId: "own:a", is: false },
  // Ids that begin or end alike are others.
  { of: "own:b", id: circleId(["own:a", "own:bc"]), ruleId: "own:a", is: false },
  { of: "b", id: circleId(["own:a", "own:b"]), ruleId: "own:a", is: false },
  { of: "own:b", id: "own:a|plan|own:b", ruleId: "own:a", is: false },
  { of: "own:b", id: "own:b+own:c|plan?|circle|1", ruleId: "own:a", is: false },
])("a finding $id is one of $of: $is", ({ of, id, ruleId, is }) => {
  expect(isOf(of, { id, ruleId })).toBe(is);
});

test("times between the same two things exclude each other where the least is more than the most, either way round", () => {
  const scene = (value: string) => ({ by: "scene", value });
  const order = (id: string, first: string, second: string, lags: object) =>
    row("ownRule", id, {
      shape: "before",
      title: id,
      params: { first: scene(first), second: scene(second), ...lags } as never,
    });
  const clash = (a: object, b: object, to = "2", from = "1") =>
    contradictions([order("a", "1", "2", a), order("b", from, to, b)]).map(({ why }) => why);
  const told = ["one asks for more time between than the other allows"];
  expect(clash({ minLagMin: 61 }, { maxLagMin: 60 })).toEqual(told);
  expect(clash({ maxLagMin: 60 }, { minLagMin: 61 })).toEqual(told);
  expect(clash({ minLagMin: 60 }, { maxLagMin: 60 })).toEqual([]);
  expect(clash({ maxLagMin: 60 }, { minLagMin: 60 })).toEqual([]);
  expect(clash({ minLagMin: 61 }, { maxLagMin: 60 }, "3")).toEqual([]);
  expect(clash({ minLagMin: 61 }, { maxLagMin: 60 }, "2", "3")).toEqual([]);
});
