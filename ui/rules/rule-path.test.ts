import { expect, test } from "vitest";
import type { Finding } from "#core/model/finding.ts";
import { waivePath } from "./rule-path.ts";

const breach = {
  ...{ id: "sleep|s7", ruleId: "sleep", kind: "violation", level: "hard", waiverId: null, strips: ["s7"] },
  ...{ people: [], amount: 30, unit: "min", points: 0, span: null, groupKey: "", message: "" },
} as unknown as Finding;

test.each([
  { name: "a breach of a strip", over: {}, may: true },
  { name: "of a person alone", over: { strips: [], people: ["dubrov"] }, may: true },
  { name: "of nobody and no strip", over: { strips: [] }, may: false },
  { name: "what is waived already", over: { waiverId: "w" }, may: false },
  { name: "what costs points", over: { level: "soft" }, may: false },
  { name: "what is not known", over: { kind: "unknown" }, may: false },
])("$name can be waived: $may", ({ over, may }) =>
  expect(waivePath("/p", { ...breach, ...over } as Finding)).toBe(
    may ? "/p/rules/waivers/new?finding=sleep%7Cs7" : null,
  ),
);
