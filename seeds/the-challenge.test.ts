import { expect, test } from "vitest";
import { type Bundle, PRODUCTION_ENTITIES, SCENARIO_ENTITIES, tablesOf } from "#core/model/bundle.ts";
import { ENTITY_NAMES, entities } from "#core/model/entities.ts";
import { brokenReferences } from "#core/model/references.ts";
import { theChallenge } from "./the-challenge/index.ts";

const bundle: Bundle = theChallenge();

test.each(bundle.scenarios)("$scenario.name: every id is unique and every reference holds", ({ tables }) => {
  expect(brokenReferences(tablesOf(bundle.shared, tables))).toEqual([]);
});

test.each(bundle.scenarios)("$scenario.name: written out and read back it is the same", ({ tables }) => {
  const all = tablesOf(bundle.shared, tables);
  for (const entityName of ENTITY_NAMES) {
    const schema = entities[entityName].schema as unknown as {
      encode(row: unknown): unknown;
      decode(row: unknown): unknown;
    };
    const back = all[entityName].map((row) => schema.decode(JSON.parse(JSON.stringify(schema.encode(row)))));
    expect(back).toEqual(all[entityName]);
  }
});

test("every table of the model is there", () => {
  expect(Object.keys(bundle.shared).sort()).toEqual([...PRODUCTION_ENTITIES].sort());
  for (const { tables } of bundle.scenarios)
    expect(Object.keys(tables).sort()).toEqual([...SCENARIO_ENTITIES].sort());
});

test("two builds are the same", () => {
  expect(theChallenge()).toEqual(bundle);
});
