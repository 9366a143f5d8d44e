import { expect, test } from "vitest";
import { cellsOf, filesOf } from "./testing-xlsx.ts";
import { type Sheet, xlsxOf } from "./xlsx.ts";

const sheet = (rows: Sheet["rows"]): Sheet => ({
  name: "Lines & more",
  columns: [
    { head: "What", width: 20 },
    { head: "min", width: 8 },
  ],
  rows,
});

test("texts are texts, numbers are numbers, and what is empty is no cell", async () => {
  const bytes = await xlsxOf([
    sheet([
      ["=1+1", 35],
      [' <Racks> & "more" Вызов 🎬', -1.5],
      ["1E2", null],
      ["", Number.NaN],
      ["a\u0000\u0007b\ud800c", 0],
    ]),
  ]);
  expect(cellsOf(bytes)).toEqual([
    {
      ...{ A1: "What", B1: "min", A2: "=1+1", B2: 35, A3: ' <Racks> & "more" Вызов 🎬', B3: -1.5 },
      ...{ A4: "1E2", A6: "abc", B6: 0 },
    },
  ]);
});

test("heads stay in sight and sheets are called by their names", async () => {
  const files = filesOf(await xlsxOf([sheet([]), { ...sheet([["x", 1]]), name: "Second" }]));
  expect(files["xl/worksheets/sheet1.xml"]).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
  expect(files["xl/workbook.xml"]).toMatch(/name="Lines &amp; more".*name="Second"/);
});
