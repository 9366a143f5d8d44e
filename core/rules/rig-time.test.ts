import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { judge } from "./judge.ts";
import { rigTime } from "./rig-time.ts";
import { mends } from "./testing-mends.ts";

interface Work {
  readonly start: string;
  readonly sceneId?: string;
  readonly moduleId?: string | null;
  readonly rigMin?: number;
}
/** The first work has all the rig it needs. */
const planOf = (...works: readonly Work[]) =>
  plan({
    shootDay: shootDays(8, 9),
    module: [row("module", "nauka", { name: "Nauka" }), row("module", "zarya", { name: "Zarya" })],
    scene: [row("scene", "7"), row("scene", "12"), row("scene", "90", { unit: "ship" })],
    strip: works.map(({ start, ...over }, i) =>
      row("strip", `s${i}`, {
        sceneId: "7",
        moduleId: "nauka",
        rigMin: i === 0 ? 60 : 0,
        startsAt: at(start),
        ...over,
      }),
    ),
  });

test.each([
  { name: "60 min build a new module", rigMin: 60, short: 0 },
  { name: "59 are one short", rigMin: 59, short: 1 },
  { name: "none are all short", rigMin: 0, short: 60 },
])("$name", ({ rigMin, short }) => {
  expect(judge(rigTime, planOf({ start: "8T09:00", rigMin })).amount).toBe(short);
});

const first = { start: "8T09:00" };
test.each([
  { name: "the same scene goes on in its rig", works: [first, { start: "8T11:00" }], short: 0 },
  { name: "another scene is re-lit", works: [first, { start: "8T11:00", sceneId: "12" }], short: 15 },
  {
    name: "15 min re-light it",
    works: [first, { start: "8T11:00", sceneId: "12", rigMin: 15 }],
    short: 0,
  },
  {
    name: "back to the first scene is a re-light",
    works: [first, { start: "8T11:00", sceneId: "12", rigMin: 15 }, { start: "8T13:00" }],
    short: 15,
  },
  { name: "another module is built", works: [first, { start: "8T11:00", moduleId: "zarya" }], short: 60 },
  {
    name: "who left the same scene for another module builds it again",
    works: [first, { start: "8T11:00", moduleId: "zarya", rigMin: 60 }, { start: "8T14:00" }],
    short: 60,
  },
  { name: "the same scene stands over night", works: [first, { start: "9T09:00" }], short: 0 },
  {
    name: "another scene the next morning is built",
    works: [first, { start: "9T09:00", sceneId: "12" }],
    short: 60,
  },
  {
    name: "the ship unit brings nothing aboard, and leaves what stands",
    works: [first, { start: "8T10:40", sceneId: "90" }, { start: "8T12:00", sceneId: "12" }],
    short: 15,
  },
  {
    name: "without a module there is nothing to rig",
    works: [first, { start: "8T11:00", moduleId: null }],
    short: 0,
  },
])("$name", ({ works, short }) => {
  expect(judge(rigTime, planOf(...works)).amount).toBe(short);
});

test("says how much is short, of what, and why", () => {
  expect(judge(rigTime, planOf(first, { start: "8T11:00", sceneId: "12", rigMin: 10 })).findings).toEqual([
    "Scene 12 in Nauka: rig of 10 min, 5 min short of 15 (re-light). | 5 hard | 8T11:00–8T11:40 | s1 | nobody",
  ]);
});

test("offers an earlier rig, so that the shoot stays, before a later shoot", () => {
  const snapshot = planOf(first, { start: "8T11:00", sceneId: "12", rigMin: 10 });
  expect(mends(rigTime, snapshot)).toEqual([
    ["Rig of scene 12 15 min instead of 10, from 8 Oct 10:55", 0],
    ["Rig of scene 12 15 min instead of 10, from 8 Oct 11:00", 0],
  ]);
});
