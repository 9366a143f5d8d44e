import { describe, expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { check } from "#core/rules/check.ts";
import { branchEdit, branchEffect } from "./branch-effect.ts";
import { branchForm } from "./branch-form.ts";

const snapshot = plan({
  person: [row("person", "director")],
  module: [row("module", "nauka")],
  shootDay: shootDays(14, 15, 16).map((day) => (day.number === 9 ? { ...day, isClosed: true } : day)),
  scene: [row("scene", "s1", { number: "44" }), row("scene", "s2", { number: "45" })],
  strip: [
    row("strip", "a", { sceneId: "s1", startsAt: at("15T10:00"), moduleId: "nauka", shootMin: minutes(60) }),
    row("strip", "b", { sceneId: "s2", startsAt: at("16T18:00"), moduleId: "nauka", shootMin: minutes(45) }),
  ],
  assignment: ["a", "b"].map((stripId) =>
    row("assignment", `${stripId}-direct`, { stripId, job: "direct", personId: "director" }),
  ),
});
const what = (change: Partial<Parameters<typeof branchEdit>[1]>) => ({
  ...{ change: "none" as const, cutBy: null, cutUnit: "hours" as const, dayId: null },
  ...change,
});
const effect = (change: Parameters<typeof what>[0]) => {
  const found = branchEffect(snapshot, check(snapshot), what(change));
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
};

describe("branchEffect", () => {
  test("a copy changes nothing", () => {
    const { inHand, hard, verdict } = effect({});
    expect([inHand.before, hard.before, verdict.before]).toEqual([inHand.after, hard.after, verdict.after]);
  });

  test("a window cut by six hours: what lies outside it, judged by the rules", () => {
    const { sentences, hard, inHand } = effect({ change: "cut", cutBy: 6 });
    expect(sentences).toEqual([
      "The main unit's window closes 16 Oct 14:41 GMT instead of 16 Oct 20:41.",
      "1 strip would lie outside it (scene 45, 45 min) and stay there, in red, until you move it.",
    ]);
    expect(hard.after).toBeGreaterThan(hard.before);
    expect(inHand.after).toBeLessThanOrEqual(inHand.before);
  });

  test("a lost day: what stands on it", () => {
    expect(effect({ change: "lose-day", dayId: "day-10" }).sentences).toEqual([
      "Day 10, Fri 15 Oct, is closed to shooting.",
      "1 strip stands on it (scene 44, 60 min) and will stay there, in red, until you move it.",
    ]);
  });
});

describe("branchEdit", () => {
  test("a cut is a change of the window's end, a lost day closes it: both can be undone in the branch", () => {
    expect(branchEdit(snapshot, what({ change: "cut", cutBy: 1, cutUnit: "days" }))).toMatchObject({
      value: { commandId: "change-row", input: { changes: { endsAt: "2021-10-15T20:41:00Z" } } },
    });
    expect(branchEdit(snapshot, what({ change: "lose-day", dayId: "day-10" }))).toMatchObject({
      value: { commandId: "close-day", input: { dayId: "day-10", isClosed: true } },
    });
  });

  test.each([
    { change: "cut" as const, cutBy: 14, cutUnit: "days" as const, field: "cutBy" },
    { change: "lose-day" as const, dayId: "day-9", field: "dayId" },
    { change: "lose-day" as const, dayId: "gone", field: "dayId" },
  ])("$change that cannot be names its field", ({ field, ...change }) => {
    expect(branchEdit(snapshot, what(change))).toMatchObject({ ok: false, error: { field } });
  });
});

test("the form asks for what its change needs", () => {
  const form = { ...what({ change: "cut" }), scenarioId: "main", name: "Short", note: "" };
  expect(branchForm.safeParse(form).error?.issues[0]?.path).toEqual(["cutBy"]);
  expect(branchForm.safeParse({ ...form, change: "lose-day" }).error?.issues[0]?.path).toEqual(["dayId"]);
  expect(branchForm.safeParse({ ...form, change: "none" }).success).toBe(true);
});
