import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import type { Entity } from "#core/model/entities.ts";
import type { Rule } from "#core/model/rule.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { batteries } from "#core/rules/batteries.ts";
import { judge } from "#core/rules/judge.ts";
import { kit as kitRule } from "#core/rules/kit.ts";
import { mass } from "#core/rules/mass.ts";
import { media } from "#core/rules/media.ts";
import { power } from "#core/rules/power.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "./index.ts";

const { production, shared, scenarios } = theChallenge();
const main = snapshotOf(production, scenarios[0]!.scenario, tablesOf(shared, scenarios[0]!.tables));
const { kit, setUp, scene } = main.tables;

test("what came on Progress adds up to the published 13.75 kg", () => {
  const grams = kit
    .filter((item) => item.source.includes("Progress MS-17"))
    .reduce((sum, item) => sum + item.quantity * Math.round((item.massKg ?? 0) * 1_000), 0);
  expect(grams).toBe(13_750);
});

test("every set-up aboard takes a camera along, the landing unit nothing of it", () => {
  const unitOf = new Map(scene.map((s) => [s.id, s.unit]));
  const cameras = new Set(kit.filter((item) => item.category === "camera").map((item) => item.id));
  for (const { sceneId, kitIds } of setUp) {
    if (unitOf.get(sceneId) === "landing") expect(kitIds).toEqual([]);
    else expect(kitIds.some((id) => cameras.has(id))).toBe(true);
  }
});

const withKit = (change: (item: Entity<"kit">) => Partial<Entity<"kit">>): ScenarioSnapshot => ({
  ...main,
  tables: { ...main.tables, kit: kit.map((item) => ({ ...item, ...change(item) })) },
});

/** With far less of what it asks for, each rule speaks: the seed has something for it to judge, and nothing that it cannot. */
test.each<{ rule: Rule; less: ScenarioSnapshot }>([
  {
    rule: power,
    less: {
      ...main,
      tables: { ...main.tables, module: main.tables.module.map((m) => ({ ...m, supplyW: 50 })) },
    },
  },
  { rule: batteries, less: withKit((item) => (item.batteryWh === null ? {} : { batteryWh: 10 })) },
  { rule: media, less: withKit((item) => (item.cardGb === null ? {} : { cardGb: 8 })) },
  {
    rule: kitRule,
    less: withKit((item) => ({ aboardFrom: item.aboardFrom === null ? null : main.light.window.end })),
  },
  { rule: mass, less: withKit((item) => ({ massKg: (item.massKg ?? 0) * 20 })) },
])("$rule.id judges Main whole, and says when there is too little", ({ rule, less }) => {
  expect(judge(rule, main).unknown).toEqual([]);
  expect(judge(rule, less).amount).toBeGreaterThan(0);
});
