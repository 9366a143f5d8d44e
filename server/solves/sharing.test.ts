import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import type { Tables } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { withRowsOf } from "./sharing.ts";

function opened(): ScenarioSnapshot {
  const { production, scenarios, shared } = theChallenge();
  const [own] = scenarios;
  if (!own) throw new Error("The Challenge has no scenario.");
  return snapshotOf(production, own.scenario, tablesOf(shared, own.tables));
}
const before = opened();
const copy = () => structuredClone(before);

test("a copy of a plan is made of the plan's own rows", () => {
  const again = withRowsOf(before, copy());
  for (const name of Object.keys(before.tables) as (keyof Tables)[])
    expect(again.tables[name], name).toBe(before.tables[name]);
  expect(again.light).toBe(before.light);
  expect(again.scenario).toBe(before.scenario);
});

test("what has changed, gone or come is as it is now, and the rest as it was", () => {
  const { tables, ...plan } = copy();
  const [first, second, ...rest] = tables.strip;
  if (!first || !second) throw new Error("No strips.");
  const moved = { ...second, rigMin: second.rigMin + 5 } as typeof second;
  const changed = { ...plan, tables: { ...tables, strip: [moved, ...rest] } };
  const again = withRowsOf(before, changed);
  expect(again).toEqual(changed);
  expect(again.tables.strip[0]).toBe(moved);
  expect(again.tables.strip[1]).toBe(before.tables.strip[2]);
  expect(again.tables.setUp).toBe(before.tables.setUp);
});

test("without a plan before it is as it came", () => {
  const plan = copy();
  expect(withRowsOf(null, plan)).toBe(plan);
});
