import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { check } from "../rules/check.ts";
import { oneLiner } from "./one-liner.ts";
import { CONTEXT, smallPlan } from "./testing-plan.ts";

const build = (snapshot: ReturnType<typeof plan>) =>
  oneLiner.build(snapshot, check(snapshot, []), {}, CONTEXT);

test("strips day by day in order, with the day's totals", () => {
  const { days } = build(smallPlan());
  expect(days.map((d) => [d.number, d.dateText, d.strips.map((s) => `${s.scene} ${s.part}`.trim())])).toEqual(
    [
      [3, "Fri 8 Oct 2021", ["12 1/2", "7"]],
      [4, "Sat 9 Oct 2021", ["12 2/2"]],
    ],
  );
  expect(days.map((d) => d.totals)).toEqual([
    { strips: 2, eighths: 9, pages: "1 1/8", shootMin: 85 },
    { strips: 1, eighths: 5, pages: "5/8", shootMin: 30 },
  ]);
});

test("the parts of a scene add up to it", () => {
  const { totals } = build(smallPlan());
  expect(totals).toMatchObject({ strips: 3, eighths: 11 + 3, boneyard: { strips: 1, eighths: 8 } });
});

test("the boneyard is in script order and has no times", () => {
  const snapshot = smallPlan();
  const { boneyard } = build({
    ...snapshot,
    tables: { ...snapshot.tables, strip: snapshot.tables.strip.map((s) => ({ ...s, startsAt: null })) },
  });
  expect(boneyard.map((s) => [s.scene, s.part, s.time])).toEqual([
    ["7", "", null],
    ["12", "1/2", null],
    ["12", "2/2", null],
    ["30", "", null],
  ]);
});

test("what is placed far from every shoot day is not lost", () => {
  const { elsewhere, totals } = build(
    plan({
      scene: [row("scene", "50")],
      strip: [row("strip", "s", { sceneId: "50", startsAt: at("17T05:00") })],
    }),
  );
  expect(elsewhere.map((s) => s.scene)).toEqual(["50"]);
  expect(totals.strips).toBe(1);
});
