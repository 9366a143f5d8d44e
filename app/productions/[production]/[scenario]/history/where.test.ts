import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { ENTITY_NAMES } from "#core/model/entities.ts";
import { additionOf, changeOf, removalOf } from "#core/model/patch.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { SCENARIO_PAGES } from "#ui/frame/pages.ts";
import { placesOf, WHERE } from "./where.ts";

const bundle = theChallenge();
const [main] = bundle.scenarios;
if (!main) throw new Error("The sample has no scenario.");
const tables = tablesOf(bundle.shared, main.tables);

test.each(ENTITY_NAMES)("%s is seen on a page that there is", (entity) => {
  const { page, title, row } = WHERE[entity]({ id: "x" });
  expect(existsSync(join(import.meta.dirname, "..", page)), page).toBe(true);
  expect(title).toMatch(/^[A-Z][a-z ]+$/);
  const [first] = page.split("/");
  expect(SCENARIO_PAGES.map(({ path }) => path as string)).toContain(first);
  if (row !== undefined) expect(row.split(/[/?]/)[0]).toBe(first);
});

const [strip] = tables.strip;
const [scene] = tables.scene;
if (!strip || !scene) throw new Error("The sample has no scene.");

test("a row that is there is linked itself, by its name", () => {
  expect(placesOf(tables, [changeOf("strip", strip, { note: "x" })], "/p")).toEqual([
    { href: `/p/board?strip=${strip.id}`, title: "Scene 1, board" },
  ]);
});

test("a row that is gone is linked by its page", () => {
  const without = { ...tables, scene: tables.scene.filter(({ id }) => id !== scene.id) };
  expect(placesOf(without, [removalOf("scene", scene)], "/p")).toEqual([
    { href: "/p/scenes", title: "Scenes" },
  ]);
});

test("many rows are linked by their pages, each once", () => {
  const patch = [
    ...tables.strip.map((each) => changeOf("strip", each, { note: "x" })),
    ...tables.scene.map((each) => additionOf("scene", each)),
  ];
  expect(placesOf(tables, patch, "/p").map(({ title }) => title)).toEqual(["Board", "Scenes"]);
});
