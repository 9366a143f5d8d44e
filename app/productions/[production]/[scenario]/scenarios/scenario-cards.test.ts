import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { check } from "#core/rules/check.ts";
import { compare } from "#core/scenario/compare.ts";
import { deltas, differences, scenarioFacts } from "./scenario-cards.ts";

const tables = (end: string, startsAt: string | null, isClosed = false) => ({
  shootWindow: [row("shootWindow", "main", { endsAt: at(end) })],
  shootDay: shootDays(14, 15).map((day) => (day.number === 10 ? { ...day, isClosed } : day)),
  module: [row("module", "nauka")],
  scene: [row("scene", "s", { number: "44" })],
  strip: [
    row("strip", "a", { sceneId: "s", startsAt: startsAt === null ? null : at(startsAt), moduleId: "nauka" }),
  ],
  setUp: [row("setUp", "u", { sceneId: "s", stripId: "a" })],
});
const facts = (snapshot: ReturnType<typeof plan>) => scenarioFacts(snapshot, check(snapshot));
const current = plan(tables("16T20:41", "14T10:00"));

test("the same plan differs in nothing", () => {
  expect(Object.values(deltas(facts(current), facts(current))).every((d) => d === null)).toBe(true);
  expect(differences(compare(current, current))).toEqual(["Nothing: the plans are the same."]);
});

test("every difference has its sign, its words and its tone", () => {
  const later = plan(tables("15T14:41", "15T11:30", true));
  expect(deltas(facts(current), facts(later))).toMatchObject({
    must: null,
    inTheCan: { text: "+1 d 1 h 30, later", tone: "worse" },
    closes: { text: "−1 d 6 h, earlier", tone: "worse" },
    openDays: { text: "−1, worse", tone: "worse" },
  });
  expect(differences(compare(current, later))).toEqual([
    "Window closes 15 Oct 14:41",
    "Day 10 lost",
    "1 strip moved: 44",
  ]);
});

test("must set-ups in the boneyard are said, not counted as later", () => {
  const none = plan(tables("16T20:41", null));
  expect(deltas(facts(current), facts(none))).toMatchObject({
    must: { text: "−1, worse" },
    inTheCan: { text: "− not all are placed here", tone: "worse" },
  });
  expect(deltas(facts(none), facts(current)).inTheCan).toEqual({
    text: "+ all are placed here",
    tone: "better",
  });
});
