import { describe, expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { check } from "#core/rules/check.ts";
import { proposalEffect } from "./proposal-effect.ts";

const strip = (id: string, start: string | null) =>
  row("strip", id, {
    sceneId: `scene-${id}`,
    ...(start === null ? {} : { startsAt: at(start), moduleId: "nauka" }),
    shootMin: minutes(60),
  });
const planOf = (starts: Readonly<Record<string, string | null>>) =>
  plan({
    person: [
      row("person", "director"),
      row("person", "dubrov", { shortName: "Dubrov", category: "expedition-crew" }),
    ],
    module: [row("module", "nauka")],
    shootDay: shootDays(7, 8),
    allocation: [row("allocation", "al", { personId: "dubrov", date: "2021-10-08", minutes: minutes(120) })],
    scene: Object.keys(starts).map((id, order) => row("scene", `scene-${id}`, { number: id, order })),
    strip: Object.entries(starts).map(([id, start]) => strip(id, start)),
    setUp: Object.keys(starts).map((id) =>
      row("setUp", `set-up-${id}`, {
        sceneId: `scene-${id}`,
        stripId: id,
        tier: id === "3" ? "nice" : "must",
      }),
    ),
    assignment: Object.keys(starts).flatMap((id) => [
      row("assignment", `d-${id}`, { stripId: id, job: "direct", personId: "director" }),
      ...(id === "2" ? [row("assignment", "c-2", { stripId: id, job: "camera", personId: "dubrov" })] : []),
    ]),
  });

const before = planOf({ "1": "7T10:00", "2": null, "3": "7T14:00", "4": "8T10:00" });
const after = planOf({ "1": "8T15:00", "2": "8T12:00", "3": null, "4": "8T09:00" });
const effect = proposalEffect(before, check(before), after.tables);

describe("a proposal beside the plan of today", () => {
  test("scenes in and out, set-ups in by tier, must minutes without a place", () => {
    expect([effect.scenesIn, effect.scenesOut]).toEqual([["2"], ["3"]]);
    expect(effect.setUps.before).toMatchObject({ must: { in: 2, of: 3 }, nice: { in: 1, of: 1 } });
    expect(effect.setUps.after).toMatchObject({ must: { in: 3, of: 3 }, nice: { in: 0, of: 1 } });
    expect(effect.mustsMissingMin.after).toBe(0);
    expect(effect.mustsMissingMin.before).toBeGreaterThan(0);
  });

  test("day by day, in the order of the day: what leaves, what comes, what moves within it", () => {
    expect(
      effect.days.map(({ number, lines }) => [number, lines.map((l) => `${l.scene} ${l.kind}`)]),
    ).toEqual([
      [2, ["1 leaves", "3 leaves"]],
      [3, ["4 shifts", "2 comes", "1 comes"]],
    ]);
    expect(effect.days[1]?.lines[0]).toMatchObject({ from: at("8T10:00"), to: at("8T09:00") });
  });

  test("whose calls change, on which days, and with which scenes", () => {
    const told = effect.people.map(({ name, strips, days }) => [
      name,
      strips,
      days.map(({ number, lines }) => `${number}: ${lines.map((l) => `${l.scene} ${l.kind}`).join(", ")}`),
    ]);
    expect(told).toEqual([
      [expect.any(String), 4, ["2: 1 leaves, 3 leaves", "3: 4 shifts, 2 comes, 1 comes"]],
      ["Dubrov", 1, ["3: 2 comes"]],
    ]);
  });

  test("how many strips come, go, change the day or move within it; what has no place all the same", () => {
    expect(effect.moves).toEqual({ standing: 3, placed: 1, returned: 1, toAnotherDay: 1, withinDay: 1 });
    expect(effect.stillOut).toEqual([]);
    const nothing = proposalEffect(before, check(before), before.tables);
    expect(nothing.stillOut).toEqual([{ stripId: "2", scene: "2" }]);
  });

  test("soft rules are called by their titles", () => {
    const { name, sentence } = effect.parts.find(({ ruleId }) => ruleId === "tiers") ?? {};
    expect([name, sentence]).toEqual(["Tiers", expect.stringContaining("Should set-ups")]);
  });

  test("crew time before and after", () => {
    const dubrov = effect.ledger.find(({ name }) => name === "Dubrov");
    expect(dubrov).toMatchObject({ granted: 120, used: { before: 0 } });
    expect(dubrov?.used.after).toBeGreaterThanOrEqual(60);
  });

  test("what it mends is what the plan of today breaks, and the numbers are the checker's", () => {
    expect(effect.mends.map((finding) => finding.ruleId)).toContain("must-scenes");
    const judged = check({ ...before, tables: after.tables });
    expect(effect.verdict.after).toBe(judged.verdict);
    expect(effect.inHand.after).toBe(judged.minutes.inHand);
    const sum = (side: "before" | "after") =>
      effect.parts.reduce((total, { points }) => total + points[side], 0);
    expect(sum("before")).toBeCloseTo(-effect.points.before);
    expect(sum("after")).toBeCloseTo(-effect.points.after);
  });

  test("the plan of today itself changes nothing", () => {
    const same = proposalEffect(before, check(before), before.tables);
    expect(same).toMatchObject({ scenesIn: [], scenesOut: [], days: [], people: [], breaks: [], mends: [] });
    expect(same.points.after).toBe(same.points.before);
  });
});
