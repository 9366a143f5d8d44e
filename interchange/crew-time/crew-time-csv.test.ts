import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { row } from "#core/model/build.ts";
import { crewTime } from "#core/report/crew-time.ts";
import { CONTEXT, smallPlan } from "#core/report/testing-plan.ts";
import { check } from "#core/rules/check.ts";
import { crewTimeCsv } from "./crew-time-csv.ts";

const fileOf = () => {
  const snapshot = smallPlan();
  const restoration = [
    row("restoration", "h", {
      sceneId: "7",
      what: "Racks",
      minutes: 20,
      due: "handed-over",
      personId: "dubrov",
    }),
  ];
  const changed = { ...snapshot, tables: { ...snapshot.tables, restoration } };
  const model = crewTime.build(changed, check(changed, []), {}, CONTEXT);
  const text = crewTimeCsv(model.lines);
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return { model, text, rows };
};

test("every line of the ledger, and columns that add up to what the report says", () => {
  const { model, text, rows } = fileOf();
  expect(text.startsWith("\uFEFFagency,person,date,kind,what,source,call_min,")).toBe(true);
  expect(rows).toHaveLength(model.lines.length);
  const sum = (column: string) => rows.reduce((all, one) => all + Number(one[column]), 0);
  const { figures } = model.rows.find((r) => r.kind === "all")!;
  expect(figures.planned).toBeGreaterThan(0);
  expect({
    ...{ asked: sum("asked_min"), granted: sum("granted_min"), planned: sum("planned_min") },
    ...{ personal: sum("personal_min"), personalGranted: sum("consented_min"), spent: sum("spent_min") },
    ...{ owed: sum("owed_min"), priceUsd: sum("price_usd"), listPriceUsd: sum("would_cost_usd") },
  }).toEqual(figures);
});

test("what a call is charged for stands in columns of its own; what is of no day has no date", () => {
  const { rows } = fileOf();
  expect(rows.find((r) => r.kind === "call")).toMatchObject({
    ...{ date: "2021-10-08", what: "Scene 7", call_min: "55", brief_min: "15", rounding_min: "0" },
    planned_min: "70",
  });
  expect(rows.find((r) => r.kind === "handed-over")).toMatchObject({
    date: "",
    owed_min: "20",
    call_min: "",
  });
});

test("texts that a spreadsheet would take for a formula are texts", () => {
  const { model } = fileOf();
  const line = { ...model.lines[0]!, what: "=1+1", person: "@a", agency: "+7", how: "-1", charge: null };
  expect(parse(crewTimeCsv([line]), { columns: true, bom: true })[0]).toMatchObject({
    ...{ what: "'=1+1", person: "'@a", agency: "'+7", source: "'-1" },
  });
});
