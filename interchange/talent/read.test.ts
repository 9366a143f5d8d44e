import { expect, test } from "vitest";
import { readTalent } from "./read.ts";

const INSTANCE = {
  numScenes: "3",
  numActors: "2",
  ia: "[| 1, 0, 1 | 0, 1, 1 |]",
  c: "[10, 4]",
  d: "[2, 1, 3]",
};
const text = (changed: Partial<Record<keyof typeof INSTANCE, string>> = {}) =>
  Object.entries({ ...INSTANCE, ...changed })
    .map(([name, value]) => `${name} = ${value};`)
    .join("\n");
const MEANT = {
  durations: [2, 1, 3],
  cast: [
    { pay: 10, plays: [true, false, true] },
    { pay: 4, plays: [false, true, true] },
  ],
};
const problems = (said: string) => {
  const result = readTalent(said);
  return result.ok ? [] : result.error.map(({ path, message }) => `${path}: ${message}`);
};

test.each([
  { name: "as the benchmarks write it", said: text() },
  { name: "CRLF, no blanks", said: text().replaceAll(" ", "").replaceAll("\n", "\r\n") },
  { name: "comments", said: `% one = 1;\n${text()}\n/* d = [1];\n% */` },
  { name: "no last semicolon", said: text().slice(0, -1) },
  { name: "commas and bars behind the last", said: text({ c: "[10, 4,]", ia: "[| 1,0,1, | 0,1,1, | |]" }) },
  { name: "truth values", said: text({ ia: "[|true,false,true|false,true,true|]" }) },
  {
    name: "flat arrays with their index sets",
    said: text({ ia: "array2d(1..2, 1..3, [1,0,1,0,1,1])", c: "array1d(1..2, [10, 4])" }),
  },
  {
    name: "another order, other names",
    said: `s = [3, 2, 1]; name = "a;b";\n${text().split("\n").reverse().join("\n")}`,
  },
])("reads $name", ({ said }) => {
  expect(readTalent(said)).toEqual({ ok: true, value: MEANT });
});

test("nothing to shoot is an instance too", () => {
  const said = text({ numScenes: "0", numActors: "0", ia: "[||]", c: "[]", d: "[]" });
  expect(readTalent(said)).toEqual({ ok: true, value: { durations: [], cast: [] } });
});

test.each([
  {
    said: "",
    so: [...Object.keys(INSTANCE)].map(
      (name) => `: ${name} is missing; an instance has numScenes, numActors, ia, c and d.`,
    ),
  },
  { said: "{}", so: ["line 1: Every value begins with its name and an equals sign, such as numScenes = 4;"] },
  { said: "\u0000", so: ["line 1: Here stands what is no MiniZinc data; only values can be read."] },
  {
    said: `${text()}\n/* open`,
    so: ["line 6: Here stands what is no MiniZinc data; only values can be read."],
  },
  { said: `${text()}\nd = [1];`, so: ["line 6: d has a value already."] },
  {
    said: text().replace("10, 4];", "10, 4]"),
    so: ["line 4: The value of c does not end: a semicolon is missing."],
  },
  {
    said: text({ numScenes: "three" }),
    so: ["line 1: numScenes holds something on line 1 that is no whole number, 0 or more."],
  },
  { said: text({ numScenes: "1 2" }), so: ["line 1: numScenes is not one number."] },
  {
    said: text({ numScenes: "-3" }),
    so: ["line 1: numScenes holds something on line 1 that is no whole number, 0 or more."],
  },
  {
    said: text({ c: "[10, 4.5]" }),
    so: ["line 4: c holds something on line 4 that is no whole number, 0 or more."],
  },
  { said: text({ c: "[10\n 4]" }), so: ["line 4: c lacks a comma on line 5."] },
  { said: text({ c: "10" }), so: ["line 4: c is no list such as [1, 2, 3]."] },
  { said: text({ c: "[10, 4, 7]" }), so: [": c has pay for 3 of 2 in the cast."] },
  { said: text({ d: "[2]" }), so: [": d has 1 duration for 3 scenes."] },
  { said: text({ ia: "[1, 0, 1]" }), so: ["line 3: ia is no table such as [| 1, 0 | 0, 1 |]."] },
  { said: text({ ia: "[| 1, 0, 1 |]" }), so: [": ia has 1 row for 2 in the cast."] },
  {
    said: text({ ia: "[| 1, 0 | 0, 2, 1 |]" }),
    so: [": Row 1 of ia has 2 of 3 scenes.", ": Row 2 of ia holds something other than 0 and 1."],
  },
  {
    said: text({ ia: "array2d(1..2, 1..3, [1,0,1,0])" }),
    so: ["line 3: ia holds 4 numbers, which are no whole rows of 3."],
  },
  {
    said: text({ c: "[9007199254740991, 4]" }),
    so: [": Durations times pay are more than can be added up exactly; count in larger units."],
  },
  {
    said: text({ c: "[1e999, 4]" }),
    so: ["line 4: c holds something on line 4 that is no whole number, 0 or more."],
  },
  { said: " ".repeat(1_000_001), so: [": Longer than 1000000 characters; no instance is."] },
])("says what is wrong: $so", ({ said, so }) => {
  expect(problems(said)).toEqual(so);
});

test("more scenes than are read", () => {
  const many = Array.from({ length: 501 }, () => 1).join();
  const said = text({ numScenes: "501", numActors: "1", ia: `[|${many}|]`, c: "[1]", d: `[${many}]` });
  expect(problems(said)).toEqual([": numScenes is 501; at most 500 can be read."]);
});

test("brackets without end and words without sense are refused, not followed", () => {
  for (const said of [
    "[".repeat(900_000),
    "a=".repeat(400_000),
    `x = ${'"'.repeat(99_999)}`,
    "/*".repeat(400_000),
    "ia=[|".repeat(1_000),
  ])
    expect(readTalent(said)).toMatchObject({ ok: false });
});
