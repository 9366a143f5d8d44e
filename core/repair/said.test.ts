import { expect, test } from "vitest";
import { plan, row } from "../model/build.ts";
import type { Finding } from "../model/finding.ts";
import type { Change } from "../scenario/effect.ts";
import { saidChange } from "./said.ts";

const { tables } = plan({
  ownRule: [row("ownRule", "n", { title: "Nauka needs Shkaplerov", shape: "needs" })],
});
const finding: Finding = {
  ...{ id: "f", ruleId: "script-order", kind: "violation", level: "soft", amount: 9, unit: "inversions" },
  ...{ points: 9, waiverId: null, span: null, strips: [], people: [], groupKey: "plan", message: "Found." },
};
const said = (over: Partial<Finding>, change: Partial<Change> = {}) =>
  saidChange({ tone: "soft", finding: { ...finding, ...over }, was: 7, is: 9, ...change }, tables);

test("a rule is named as a sentence names it, an own one by its title as it is written", () => {
  expect(said({}).named).toBe("script order");
  expect(said({ ruleId: "own:n" }).named).toBe('own rule "Nauka needs Shkaplerov"');
  expect(said({ ruleId: "own:n" }).title).toBe("Nauka needs Shkaplerov");
});

test.each([
  { was: 7, is: 9, says: "7 inversions → 9 inversions" },
  { was: 0, is: 1, says: "1 inversion, new" },
  { was: 1.26, is: 0, says: "1.3 inversions, mended" },
])("from $was to $is: $says", ({ was, is, says }) => expect(said({}, { was, is }).change).toBe(says));

test("what cannot be judged has no amount", () => {
  expect(said({ kind: "unknown" }, { was: 0, is: 1 }).change).toBe("cannot be judged then");
  expect(said({ kind: "unknown" }, { was: 1, is: 0 }).change).toBe("can be judged then");
});
