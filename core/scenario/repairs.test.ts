import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { Tables } from "../model/entities.ts";
import { check } from "../rules/check.ts";
import { repairsFor } from "./repairs.ts";

/** Dubrov films into his sleep; scene 2 stands before it with Shipenko. */
const PLAN = plan({
  person: [row("person", "dubrov"), row("person", "shipenko")],
  module: [row("module", "nauka")],
  shootDay: shootDays(8),
  scene: ["1", "2"].map((id) => row("scene", id, { moduleId: "nauka" })),
  strip: [
    row("strip", "s1", { sceneId: "1", startsAt: at("8T21:00"), moduleId: "nauka", shootMin: minutes(60) }),
    row("strip", "s2", { sceneId: "2", startsAt: at("8T20:00"), moduleId: "nauka", shootMin: minutes(60) }),
  ],
  setUp: [
    row("setUp", "1A", { sceneId: "1", stripId: "s1" }),
    row("setUp", "2A", { sceneId: "2", stripId: "s2" }),
  ],
  assignment: [
    row("assignment", "a1", { stripId: "s1", job: "camera", personId: "dubrov" }),
    row("assignment", "a2", { stripId: "s2", job: "camera", personId: "shipenko" }),
  ],
  crewBlock: [
    row("crewBlock", "b", {
      personId: "dubrov",
      kind: "sleep",
      startsAt: at("8T21:30"),
      durationMin: minutes(60),
    }),
  ],
  ruleSetting: ["rig-time", "crew-time-ledger", "meal-break", "training-gate", "jobs-filled", "aboard"].map(
    (id) => row("ruleSetting", id, { isEnabled: false }),
  ),
});
const judge = (tables: Tables) => check({ ...PLAN, tables });
const report = judge(PLAN.tables);
const overtime = report.findings.find((f) => f.ruleId === "sleep");

test("the plan breaks what the test is about", () => expect(overtime).toMatchObject({ amount: 30 }));

test("what mends a finding and breaks nothing else is offered, the nearest first", () => {
  const offers = overtime ? repairsFor(PLAN, report, overtime, judge) : [];
  expect(offers).toHaveLength(3);
  for (const { left, effect } of offers) {
    expect(left).toBeLessThan(30);
    expect(effect.breaks).toEqual([]);
  }
  // An hour earlier it would stand on scene 2; at 22:15 a quarter of an hour is left, so that it comes last.
  expect(offers.map(({ words }) => words)).toEqual([
    "Scene 1 to 8 Oct 22:30",
    "Scene 1 to 8 Oct 19:00",
    "Scene 1 to 8 Oct 22:15",
  ]);
});

test("a pinned strip is not moved; nothing is offered for what is unknown", () => {
  const pinned = {
    ...PLAN,
    tables: { ...PLAN.tables, strip: PLAN.tables.strip.map((s) => ({ ...s, isPinned: true })) },
  };
  if (!overtime) return;
  expect(repairsFor(pinned, report, overtime, judge)).toEqual([]);
  expect(repairsFor(PLAN, report, { ...overtime, kind: "unknown" }, judge)).toEqual([]);
});

test("the whole book is asked a bounded number of times", () => {
  let asked = 0;
  const stubborn = (tables: Tables) => {
    asked++;
    return { ...judge(tables), findings: report.findings };
  };
  if (overtime) repairsFor(PLAN, report, overtime, stubborn, { tries: 7 });
  expect(asked).toBe(7);
});
