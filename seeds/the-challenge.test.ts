import { describe, expect, test } from "vitest";
import { isoOf } from "#core/base/instant.ts";
import { type Bundle, PRODUCTION_ENTITIES, SCENARIO_ENTITIES, tablesOf } from "#core/model/bundle.ts";
import { ENTITY_NAMES, entities } from "#core/model/entities.ts";
import { factsOf } from "#core/model/facts.ts";
import { brokenReferences } from "#core/model/references.ts";
import { check } from "#core/rules/check.ts";
import { ledgerOf } from "#core/rules/crew-time-ledger.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
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

const judged = (name: string) => {
  const own = bundle.scenarios.find((s) => s.scenario.name === name)!;
  const snapshot = snapshotOf(bundle.production, own.scenario, tablesOf(bundle.shared, own.tables));
  const report = check(snapshot);
  const hard = report.findings.filter((f) => f.kind === "violation" && f.level === "hard");
  return { snapshot, facts: factsOf(snapshot), report, broken: new Set(hard.map((f) => f.ruleId)) };
};

describe("Main", () => {
  const { snapshot, facts, report } = judged("Main");
  const { scene: scenes, strip: strips } = snapshot.tables;
  const eighths = (of: (s: (typeof scenes)[number]) => boolean) =>
    scenes.filter(of).reduce((sum, s) => sum + s.eighths, 0);
  const share = (module: string, of: (s: (typeof scenes)[number]) => boolean) =>
    (100 * eighths((s) => of(s) && s.moduleId === module)) / eighths((s) => of(s) && s.unit === "main");
  const isPlaced = new Set([...facts.placed.values()].map((p) => p.scene.id));

  test("is current, keeps the book and fits", () => {
    expect(bundle.scenarios.filter((s) => s.scenario.isCurrent).map((s) => s.scenario.name)).toEqual([
      "Main",
    ]);
    expect(report.findings.filter((f) => f.level === "hard")).toEqual([]);
    expect(report.verdict).toBe("fits");
  });

  test("has hours in hand, not days", () => {
    expect(report.minutes.inHand).toBeGreaterThan(200);
    expect(report.minutes.inHand).toBeLessThan(900);
    expect(isoOf(report.inTheCanAt!) < "2021-10-16").toBe(true);
  });

  test("is 52 scenes and about 38 pages", () => {
    expect(scenes.length).toBe(52);
    expect(Math.abs(eighths(() => true) / 8 - 38)).toBeLessThan(2);
  });

  test.each([
    { module: "nauka", percent: 30 },
    { module: "zvezda", percent: 33 },
  ])("some $percent % of the pages aboard are in $module, written and placed", ({ module, percent }) => {
    expect(Math.abs(share(module, () => true) - percent)).toBeLessThan(5);
    expect(Math.abs(share(module, (s) => isPlaced.has(s.id)) - percent)).toBeLessThan(5);
  });

  test("what is not placed is should or nice", () => {
    const left = strips.filter((strip) => !facts.placed.has(strip.id));
    expect(left.length).toBeGreaterThan(3);
    const tiers = left.flatMap((strip) => facts.setUpsOfStrip.get(strip.id) ?? []).map((s) => s.tier);
    expect(tiers).not.toContain("must");
  });

  test("the flight itself says when ship and landing are filmed", () => {
    const elsewhere = strips.filter((strip) => facts.scenes.get(strip.sceneId)?.unit !== "main");
    expect(elsewhere.length).toBe(9);
    for (const strip of elsewhere) expect(strip).toMatchObject({ isPinned: true });
  });
});

test("Ten days does not fit: what is planned for the 15th lies outside the window", () => {
  const { report, broken } = judged("Ten days");
  expect(report.verdict).toBe("does-not-fit");
  expect([...broken]).toEqual(expect.arrayContaining(["inside-window", "aboard", "sleep"]));
  const outside = report.findings.filter((f) => f.ruleId === "inside-window");
  expect(outside.reduce((sum, f) => sum + f.amount, 0)).toBeGreaterThan(60);
});

test("As flown costs sleep and personal time", () => {
  const { report, facts, broken } = judged("As flown");
  expect(report.verdict).toBe("does-not-fit");
  expect([...broken]).toContain("sleep");
  expect(ledgerOf(facts).reduce((sum, entry) => sum + entry.personalUsed, 0)).toBeGreaterThan(120);
});
