import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { row } from "#core/model/build.ts";
import { readEighths } from "./pages.ts";
import { MOST_SCENES, readSceneTable } from "./read.ts";

const context = {
  modules: [
    row("module", "zvezda", { name: "Zvezda" }),
    row("module", "zarya", { name: "Zarya" }),
    row("module", "nauka", { name: "Nauka" }),
    row("module", "cupola", { name: "Cupola" }),
  ],
  roles: [
    row("role", "zhenya", { number: 1, name: "Zhenya" }),
    row("role", "oleg", { number: 2, name: "Oleg" }),
    row("role", "pyotr", { number: 3, name: "Pyotr" }),
  ],
  taken: ["7"],
};
const file = (name: string) => readFileSync(join(import.meta.dirname, "testdata", name), "utf8");
const read = (text: string) => readSceneTable(text, context);
const scenes = (text: string) => {
  const result = read(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.scenes;
};
const problems = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.error.map((p) => `${p.line}:${p.column ?? "-"} ${p.message}`);
};

test("a paste from a spreadsheet: tabs, quotes over two lines, names in any case", () => {
  expect(scenes(file("excel-paste.tsv"))).toMatchObject([
    {
      ...{ line: 2, number: "12", intExt: "INT", setName: "NAUKA, OPERATING PLACE", scriptDayNight: "DAY" },
      ...{ eighths: 11, moduleId: "nauka", roleIds: ["zhenya", "oleg"], synopsis: "Zhenya cuts." },
      ...{ tier: "must", shootMin: 45, assumed: ["scriptDay", "unit"] },
    },
    {
      ...{ line: 3, number: "12A", intExt: "INT", scriptDayNight: "NIGHT", eighths: 3 },
      ...{ roleIds: ["zhenya", "oleg", "pyotr"], tier: "should" },
      synopsis: 'He says "breathe", and she does.',
    },
    {
      ...{ line: 5, number: "13", intExt: "I/E", scriptDayNight: "DAWN", eighths: 5, moduleId: "cupola" },
      ...{ synopsis: "", shootMin: 30, assumed: ["scriptDay", "unit", "synopsis", "shootMin"] },
    },
  ]);
});

test("byte order mark, CRLF, semicolons, an empty line; a whole number counts in the unit of its heading", () => {
  expect(scenes(file("bom-crlf-semicolon.csv"))).toMatchObject([
    { line: 2, number: "1", setName: "ZVEZDA", eighths: 11 },
    { line: 3, number: "2", setName: "A; B", scriptDayNight: "NIGHT", eighths: 3 },
    { line: 5, number: "3", setName: "ПУЛЬТ", scriptDayNight: "DAY", eighths: 8 },
  ]);
});

test("every problem has its line and column, and then nothing is read", () => {
  expect(problems(file("hostile.csv"))).toEqual([
    '2:2 "=HYPERLINK("http://x")" is a formula. Paste values only.',
    '3:3 "3-Aug" is a date: a spreadsheet made it of a length such as 3/8. Format the column as text.',
    '3:4 There is no module "Pirs"; there are Zvezda, Zarya, Nauka, Cupola.',
    '3:5 There is no role "9"; add it to the cast or take it out here.',
    '3:6 "soon" is no whole number of minutes, 1 to 1440.',
    "4:1 Scene 2 stands on line 3 already.",
    '4:3 "0" is not between 1/8 and 50 pages.',
    '4:4 "Z" may be Zvezda or Zarya.',
    '4:6 "0" is no whole number of minutes, 1 to 1440.',
    "5:- 7 cells under 6 headings. Put quotation marks around a cell that holds the separator.",
    '5:1 "3a b" is no scene number: digits, letters, dots and hyphens, at most 12.',
    "5:2 Empty; every scene has one.",
    "6:1 Scene 7 is in the plan already.",
    '6:3 "51" is not between 1/8 and 50 pages.',
  ]);
});

test.each([
  { name: "nothing", text: "  \n\n", said: /nothing to read/ },
  { name: "headings alone", text: "number,set\n", said: /no scenes below/ },
  { name: "no headings", text: "12,NAUKA\n13,ZVEZDA", said: /none of them is "number"/ },
  { name: "the same heading twice", text: "number,set,location\n1,A,B", said: /Says the same as column 2/ },
  { name: "an open quotation mark", text: 'number,set\n1,"NAUKA\n2,B', said: /does not close/ },
  { name: "a megabyte", text: "number,set\n".padEnd(1_000_000, "x"), said: /too many at once/ },
])("$name is refused in words", ({ text, said }) => {
  expect(problems(text).join("\n")).toMatch(said);
});

test("ten thousand lines are refused at once, and the most that are taken are read quickly", () => {
  const rows = (n: number) =>
    `number,set\n${Array.from({ length: n }, (_, i) => `${i}x,SET ${i}`).join("\n")}`;
  expect(problems(rows(10_000))).toEqual([
    `${MOST_SCENES + 2}:- 10,000 scenes; at most ${MOST_SCENES} at once.`,
  ]);
  expect(scenes(rows(MOST_SCENES))).toHaveLength(MOST_SCENES);
});

test("columns that are not read are named", () => {
  const result = read("Number,Set,Stunts\n1,NAUKA,none");
  expect(result.ok && result.value.ignored).toEqual(["Stunts"]);
});

test("every file of testdata is read or refused, never thrown at", () => {
  const files = readdirSync(join(import.meta.dirname, "testdata"));
  expect(files.length).toBeGreaterThan(2);
  for (const name of files) expect(typeof read(file(name)).ok).toBe("boolean");
});

describe("readEighths", () => {
  test.each([
    ["1 3/8", 11],
    ["3/8", 3],
    ["1⅜", 11],
    ["1/2", 4],
    ["2", 16],
    ["0.125", 1],
    ["1,375", 11],
    ["50", 400],
  ])("%s is %i eighths in a column of pages", (text, eighths) => {
    expect(readEighths(text, "pages")).toEqual({ ok: true, value: eighths });
  });
  test("a whole number in a column of eighths is eighths", () => {
    expect(readEighths("11", "eighths")).toEqual({ ok: true, value: 11 });
  });
  test.each(["0", "0/8", "51", "1/3", "half", "03.08.2021", "8-Mar", "0.1", "-3/8"])(
    "%s is refused",
    (text) => {
      expect(readEighths(text, "pages").ok).toBe(false);
    },
  );
});
