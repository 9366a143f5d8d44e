import { expect, test } from "vitest";
import { plan } from "../model/build.ts";
import { check } from "../rules/check.ts";
import { reports } from "./index.ts";
import { CONTEXT, smallPlan } from "./testing-plan.ts";

const PARAMS = { dayNumber: 3 };

test("ids are unique", () => {
  expect(new Set(reports.map((report) => report.id)).size).toBe(reports.length);
});

test.each(reports)("$id survives JSON", (report) => {
  for (const snapshot of [smallPlan(), plan({})]) {
    const model = report.make(snapshot, check(snapshot), PARAMS, CONTEXT);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  }
});

test("parameters that do not fit are refused", () => {
  const [callSheet] = reports;
  expect(() => callSheet?.make(plan({}), check(plan({})), { dayNumber: "three" }, CONTEXT)).toThrow();
});
