import { expect, test } from "vitest";
import type { Finding } from "#core/model/finding.ts";
import { howTold, ruleGroups } from "./rule-groups.ts";

const found = (over: Partial<Finding>): Finding => ({
  ...{
    id: "f",
    ruleId: "sleep",
    kind: "violation",
    level: "hard",
    amount: 38,
    unit: "minutes over",
    points: 0,
  },
  ...{ waiverId: null, span: null, strips: [], people: [], groupKey: "plan", message: "Found." },
  ...over,
});
const waived = { waiverId: "w" as never };
const ALL = [
  found({ ruleId: "travel", level: "soft", amount: 5 }),
  found({ ruleId: "noise", kind: "unknown", amount: 0 }),
  found({ ...waived, amount: 60 }),
  found({ ruleId: "noise", kind: "unknown", amount: 0 }),
  found({ ...waived, amount: 50 }),
  found({}),
];

test("a rule's findings by kind: broken, then waived and said so, then unknown, then worth a look", () => {
  expect(ruleGroups(ALL).map(({ ruleId, tone, total }) => `${ruleId} ${tone}: ${total}`)).toEqual([
    "sleep hard: 38 min over",
    "sleep waived: 1 h 50 over, waived",
    "noise unknown: 2 unknown",
    "travel soft: 5 min over",
  ]);
});

test("how many are waived is counted at the head", () => {
  expect(howTold(ALL)).toBe("by rule, 2 of them waived");
  expect(howTold([found({})])).toBe("by rule");
});
