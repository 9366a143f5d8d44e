import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { SetUp } from "../model/scene.ts";
import { freeLiquids } from "./free-liquids.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";

type Wet = Partial<Pick<SetUp, "freeLiquid" | "freeLiquidApproval" | "isContained" | "isShot">>;
const blood: Wet = { freeLiquid: "blood", freeLiquidApproval: "FL 1", isContained: true };

const planOf = (setUps: readonly Wet[], strikeMin = 30) =>
  plan({
    module: [row("module", "nauka")],
    scene: [row("scene", "31")],
    strip: [
      row("strip", "s31", {
        sceneId: "31",
        startsAt: at("8T10:00"),
        moduleId: "nauka",
        shootMin: 20 * setUps.length,
        strikeMin,
      }),
    ],
    setUp: setUps.map((wet, i) =>
      row("setUp", `u${i}`, {
        sceneId: "31",
        stripId: "s31",
        label: "ABC".charAt(i),
        order: i,
        takeMin: 20,
        ...wet,
      }),
    ),
  });

test.each<{ name: string; setUps: readonly Wet[]; strikeMin?: number; missing: number }>([
  { name: "approved, contained and half an hour of strike", setUps: [blood], missing: 0 },
  { name: "a minute less", setUps: [blood], strikeMin: 29, missing: 1 },
  { name: "no strike at all", setUps: [blood, blood], strikeMin: 0, missing: 30 },
  { name: "other set-ups after it clean nothing", setUps: [blood, {}], strikeMin: 10, missing: 20 },
  { name: "nothing afloat", setUps: [{}], strikeMin: 0, missing: 0 },
  {
    name: "without approval no minute may be shot",
    setUps: [{ ...blood, freeLiquidApproval: "" }, blood],
    missing: 20,
  },
  { name: "nor where it is not contained", setUps: [{ ...blood, isContained: false }], missing: 20 },
  { name: "neither counts once", setUps: [{ freeLiquid: "powder" }], missing: 20 },
  {
    name: "all of it",
    setUps: [{ freeLiquid: "powder" }, { freeLiquid: "liquid" }],
    strikeMin: 5,
    missing: 65,
  },
  {
    name: "what is shot is still in the air",
    setUps: [{ ...blood, isShot: true }],
    strikeMin: 10,
    missing: 20,
  },
  { name: "and needs no approval any more", setUps: [{ freeLiquid: "blood", isShot: true }], missing: 0 },
])("$name", ({ setUps, strikeMin, missing }) => {
  expect(judge(freeLiquids, planOf(setUps, strikeMin)).amount).toBe(missing);
});

test("the minutes of cleaning are a parameter", () => {
  expect(judge(freeLiquids, planOf([blood]), { cleanMin: 45 }).amount).toBe(15);
});

test("says what is missing", () => {
  const setUps: readonly Wet[] = [
    { freeLiquid: "powder" },
    { ...blood, isContained: false },
    { freeLiquid: "blood" },
  ];
  expect(judge(freeLiquids, planOf(setUps, 10)).findings).toEqual([
    "Scene 31 (powder and blood afloat): set-ups A and C not approved, set-ups A, B and C not contained, 60 min that may not be shot, strike 20 min short of the 30 for vacuuming and clean air. | 80 hard | 8T10:00–8T11:10 | s31 | nobody",
  ]);
  expect(judge(freeLiquids, planOf([{ ...blood, freeLiquidApproval: "" }])).findings).toEqual([
    "Scene 31 (blood afloat): set-up A not approved, 20 min that may not be shot. | 20 hard | 8T10:00–8T10:50 | s31 | nobody",
  ]);
});

test("offers a longer strike, and no approval", () => {
  expect(mends(freeLiquids, planOf([blood], 10))).toEqual([["Strike of scene 31 30 min instead of 10", 0]]);
  expect(mends(freeLiquids, planOf([{ freeLiquid: "powder" }], 30))).toEqual([]);
});

test("tells only what is wrong", () => {
  expect(judge(freeLiquids, planOf([blood], 10)).findings).toEqual([
    "Scene 31 (blood afloat): strike 20 min short of the 30 for vacuuming and clean air. | 20 hard | 8T10:00–8T10:30 | s31 | nobody",
  ]);
  expect(judge(freeLiquids, planOf([{ ...blood, isContained: false }], 30)).findings).toEqual([
    "Scene 31 (blood afloat): set-up A not contained, 20 min that may not be shot. | 20 hard | 8T10:00–8T10:50 | s31 | nobody",
  ]);
});
