import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { RULE_BOOK } from "./book.ts";
import { rules } from "./index.ts";

/** Files of this folder that are no rules. */
const HELPERS = [
  "adaptation",
  "asked-light",
  "bars",
  "book",
  "check",
  "duty",
  "in-force",
  "groups",
  "index",
  "judge",
  "judging",
  "kit-use",
  "meetings",
  "minutes-in-hand",
  "offers",
  "own",
  "parameters",
  "waivers",
  "whereabouts",
];

const names = readdirSync(import.meta.dirname).map((file) => file.replace(/\.ts$/, ""));
const files = names.filter((name) => !/\.|^testing-/.test(name) && !HELPERS.includes(name));
const ids = rules.map((rule) => rule.id);

test("every rule file is registered, under its own file name", () => {
  expect(ids.toSorted()).toEqual(files.toSorted());
});

test("every rule stands in the rule book, once, and in its order", () => {
  expect(ids).toEqual(RULE_BOOK.filter((id) => ids.includes(id)));
  expect(new Set(RULE_BOOK).size).toBe(RULE_BOOK.length);
});

test.each(files)("%s has a test of its own", (name) => {
  expect(names).toContain(`${name}.test`);
});

test.each(rules)("$id says what it asks, whence, and in which unit", ({ sentence, source, unit }) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(source).not.toBe("");
  expect(unit).not.toBe("");
});

test.each(rules)("$id has a default for every parameter", ({ params }) => {
  expect(() => params.parse({})).not.toThrow();
});
