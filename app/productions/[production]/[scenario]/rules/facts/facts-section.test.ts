import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "#core/rules/index.ts";
import { factsSection, sourceParts } from "./facts-section.ts";

const facts = readFileSync("docs/facts.md", "utf8");
const named = [
  ...new Set(rules.flatMap(({ source }) => sourceParts(source).flatMap((p) => p.section ?? []))),
];

test("rules name sections", () => expect(named.length).toBeGreaterThan(10));

test.each(named.toSorted())(
  "§%s, which a rule names as its source, is there with what it says and an address",
  (id) => {
    const section = factsSection(facts, id);
    expect(section?.title).toMatch(/\p{L}/u);
    expect(section?.lines.flat().some(({ href }) => href !== null)).toBe(true);
  },
);

test("a source is its words and the sections that it names", () => {
  expect(sourceParts("Asked by crews [S], facts.md §3.5. The limit is ours [G].")).toEqual([
    { text: "Asked by crews [S], ", section: null },
    { text: "facts.md §3.5", section: "3.5" },
    { text: ". The limit is ours [G].", section: null },
  ]);
});

test("of a section its own lines, rows of a table in one line each, addresses by themselves", () => {
  const text =
    "## 2. Seats\n\n* Not this.\n\n### 2.1 Mass\n| a | b |\n|---|---|\n| **30 kg** | [S] https://x.example/a ; and (https://y.example). |\n";
  expect(factsSection(text, "2.1")).toEqual({
    title: "Mass",
    lines: [
      [{ text: "a · b", href: null }],
      [
        { text: "30 kg · [S] ", href: null },
        { text: "https://x.example/a", href: "https://x.example/a" },
        { text: " ; and (", href: null },
        { text: "https://y.example", href: "https://y.example" },
        { text: ").", href: null },
      ],
    ],
  });
  expect(factsSection(text, "9")).toBeNull();
});
