import { expect, test } from "vitest";
import { plan } from "#core/model/build.ts";
import { check } from "#core/rules/check.ts";
import { ALL, inBook, type RuleFilter } from "./rule-filter.ts";
import { type RuleLine, ruleSections } from "./rule-lines.ts";

const line = (id: string, over: Partial<RuleLine> = {}): RuleLine => ({
  ...{ id, href: `/rules/${id}`, code: id, level: "hard", sentence: "A person rests long enough." },
  ...{ isEnabled: true, isJudged: true, found: [], set: [], where: "", reason: "", sheet: [] },
  ...over,
});
const found = (tone: "hard" | "soft" | "unknown" | "waived") => [{ tone, text: "", of: "" }];
const SECTIONS = [
  {
    title: "People",
    lines: [
      line("turnaround", {
        found: found("hard"),
        set: ["shortest rest 24 h instead of 10 h"],
        where: "here",
      }),
      line("meal-break", { sentence: "The midday meal is placed.", found: found("waived") }),
      line("sleep", {
        sentence: "Nobody films asleep.",
        isEnabled: false,
        isJudged: false,
        where: "here",
        reason: "Asked by the CMO",
      }),
    ],
  },
  {
    title: "Place",
    lines: [line("noise", { sentence: "A quiet room.", level: "soft", found: found("unknown") })],
  },
  {
    title: "Own rules",
    lines: [line("own:1", { code: "", sentence: "No more Dubrov.", found: found("soft") })],
  },
];
const ids = (filter: Partial<RuleFilter>) =>
  inBook(SECTIONS, { ...ALL, ...filter }).flatMap(({ lines }) => lines.map(({ id }) => id));

test.each([
  { name: "nothing asked", filter: {}, is: ["turnaround", "meal-break", "sleep", "noise", "own:1"] },
  { name: "blanks", filter: { search: "  " }, is: ["turnaround", "meal-break", "sleep", "noise", "own:1"] },
  { name: "a word of the sentence", filter: { search: "QUIET" }, is: ["noise"] },
  { name: "a rule's name, in words", filter: { search: "meal break" }, is: ["meal-break"] },
  { name: "how it is set", filter: { search: "24 h" }, is: ["turnaround"] },
  { name: "why", filter: { search: "cmo" }, is: ["sleep"] },
  { name: "each word somewhere", filter: { search: "cmo quiet" }, is: [] },
  { name: "findings", filter: { shows: "found" }, is: ["turnaround", "meal-break", "noise", "own:1"] },
  { name: "broken", filter: { shows: "hard" }, is: ["turnaround"] },
  { name: "not judged", filter: { shows: "unknown" }, is: ["sleep", "noise"] },
  { name: "set otherwise", filter: { shows: "set" }, is: ["turnaround", "sleep"] },
  { name: "off", filter: { shows: "off" }, is: ["sleep"] },
  { name: "off, and a word", filter: { shows: "off", search: "rest" }, is: [] },
] as const)("$name", ({ filter, is }) => {
  expect(ids(filter)).toEqual(is);
});

const book = ruleSections(plan({}), check(plan({})), "/p");
test.each([
  { search: "SAG-AFTRA", of: "its source" },
  { search: "Shortest rest", of: "the title of a parameter" },
  { search: "12 h", of: "a number of its source" },
  { search: "rest 10 h", of: "the value of a parameter as the book has it" },
])("$of finds a rule of the book", ({ search }) => {
  expect(inBook(book, { ...ALL, search }).flatMap(({ lines }) => lines.map(({ id }) => id))).toContain(
    "turnaround",
  );
});

test("sections without a rule that fits are left out", () => {
  expect(inBook(SECTIONS, { ...ALL, shows: "off" }).map(({ title }) => title)).toEqual(["People"]);
});
