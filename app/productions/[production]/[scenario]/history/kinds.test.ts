import { expect, test } from "vitest";
import { ENTITY_NAMES } from "#core/model/entities.ts";
import { KINDS } from "./kinds.ts";

test("every table is one kind of thing", () => {
  expect(KINDS.flatMap(({ entities }) => entities).sort()).toEqual([...ENTITY_NAMES].sort());
});

test("kinds are told apart in the address and in words", () => {
  expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
  expect(new Set(KINDS.map(({ title }) => title)).size).toBe(KINDS.length);
});
