import { expect, test } from "vitest";
import { crewTime } from "#core/report/crew-time.ts";
import { CONTEXT, smallPlan } from "#core/report/testing-plan.ts";
import { check } from "#core/rules/check.ts";
import { cellsOf } from "../xlsx/testing-xlsx.ts";
import { crewTimeXlsx } from "./crew-time-xlsx.ts";

test("accounts, days and lines, with the figures of the report as numbers, and how they are counted", async () => {
  const snapshot = smallPlan();
  const model = crewTime.build(snapshot, check(snapshot, []), {}, CONTEXT);
  const sheets = cellsOf(await crewTimeXlsx(model));
  const rows = sheets.map((cells) => new Set(Object.keys(cells).map((at) => at.replace(/\D/g, ""))).size);
  expect(rows).toEqual([1 + model.rows.length, 1 + model.days.length, 1 + model.lines.length, 1 + 9 + 2]);
  const [accounts = {}, days = {}, lines = {}, words = {}] = sheets.map((cells) => Object.values(cells));
  expect(accounts).toEqual(expect.arrayContaining(["Would cost, USD", 151667]));
  expect(days).toContain("2021-10-08");
  expect(lines).toEqual(expect.arrayContaining([expect.stringContaining("Scene 7")]));
  expect(words).toEqual(expect.arrayContaining([expect.stringContaining("130,000 USD an hour")]));
});
