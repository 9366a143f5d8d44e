import { expect, test } from "vitest";
import { impurities } from "./check-purity.mjs";

const whatIn = (code) => impurities("a.ts", code).map(({ what }) => what);

test.each([
  ["Date.now()", "Date.now"],
  ["new Date()", "new Date()"],
  ["Date()", "Date()"],
  ["Math.random()", "Math.random"],
  ["process.env.HOME", "process"],
  ["await fetch(url)", "fetch"],
  ["globalThis.fetch(url)", "globalThis.fetch"],
  ["setTimeout(go, 1)", "setTimeout"],
  ["console.log(1)", "console"],
  ["window.innerWidth", "window"],
  ['import { readFileSync } from "node:fs"', "node:fs"],
])("%s reaches outside", (code, what) => {
  expect(whatIn(code)).toEqual([what]);
});

test.each([
  "new Date(0)",
  "Date.UTC(2021, 9, 5)",
  "Math.max(1, 2)",
  "random()",
  "const days = (window: Span) => window.end - window.start",
  "const { window, other = 1 } = plan; window.start",
  "for (const [document] of papers) document.title",
  "const process = (strip: Strip) => strip.id",
  "// Date.now() is never called here",
  'const text = "console.log"',
])("%s does not", (code) => {
  expect(whatIn(code)).toEqual([]);
});

test("names the line", () => {
  expect(impurities("a.ts", "const a = 1;\n\nconst b = Math.random();")).toEqual([
    { line: 3, what: "Math.random" },
  ]);
});
