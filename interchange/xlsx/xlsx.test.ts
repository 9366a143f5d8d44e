import { inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { columnName, type Sheet, xlsxOf } from "./xlsx.ts";

/** Files of an archive by its central directory, as a reader finds them. */
function filesOf(bytes: Uint8Array): Record<string, string> {
  const data = Buffer.from(bytes);
  const end = data.length - 22;
  expect(data.readUInt32LE(end)).toBe(0x06054b50);
  const files: Record<string, string> = {};
  let at = data.readUInt32LE(end + 16);
  for (let i = 0; i < data.readUInt16LE(end + 10); i++) {
    expect(data.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, nameLength] = [data.readUInt32LE(at + 20), data.readUInt16LE(at + 28)];
    const local = data.readUInt32LE(at + 42);
    expect(data.readUInt32LE(local)).toBe(0x04034b50);
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    files[data.toString("utf8", at + 46, at + 46 + nameLength)] = inflateRawSync(
      data.subarray(from, from + packed),
    ).toString("utf8");
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

/** Cells of a sheet by their place; the parser refuses what is no XML. */
function cellsOf(xml: string): Record<string, string | number> {
  const cells: Record<string, string | number> = {};
  let [place, isText, text] = ["", false, ""];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "c") [place, isText] = [String(attributes.r), attributes.t === "inlineStr"];
    if (name === "v" || name === "t") text = "";
  });
  parser.on("text", (more) => {
    text += more;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" || name === "t") cells[place] = isText ? text : Number(text);
  });
  parser.write(xml).close();
  return cells;
}

const sheet = (rows: Sheet["rows"]): Sheet => ({
  name: "Lines & more",
  columns: [
    { head: "What", width: 20 },
    { head: "min", width: 8 },
  ],
  rows,
});

test("texts are texts, numbers are numbers, and what is empty is no cell", () => {
  const files = filesOf(
    xlsxOf([
      sheet([
        ["=1+1", 35],
        [' <Racks> & "more" Вызов 🎬', -1.5],
        ["1E2", null],
        ["", Number.NaN],
        ["a\u0000\u0007b\ud800c", 0],
      ]),
    ]),
  );
  expect(cellsOf(files["xl/worksheets/sheet1.xml"] ?? "")).toEqual({
    ...{ A1: "What", B1: "min", A2: "=1+1", B2: 35, A3: ' <Racks> & "more" Вызов 🎬', B3: -1.5 },
    ...{ A4: "1E2", A6: "abc", B6: 0 },
  });
});

test("every part that is named is there, and every part is XML", () => {
  const files = filesOf(xlsxOf([sheet([]), sheet([["x", 1]])]));
  const named = [...(files["[Content_Types].xml"] ?? "").matchAll(/PartName="\/([^"]+)"/g)].map(
    ([, path]) => path,
  );
  expect(named.sort()).toEqual(
    Object.keys(files)
      .filter((path) => /^xl\/[^_]*\.xml$/.test(path))
      .sort(),
  );
  for (const xml of Object.values(files)) expect(() => cellsOf(xml)).not.toThrow();
  expect(files["xl/workbook.xml"]).toContain('name="Lines &amp; more"');
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (n, name) => expect(columnName(n)).toBe(name));

test("the same sheets give the same bytes", () => {
  expect(xlsxOf([sheet([["x", 1]])])).toEqual(xlsxOf([sheet([["x", 1]])]));
});
