import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { SetUp } from "../model/scene.ts";
import { judge } from "./judge.ts";
import { noise } from "./noise.ts";
import { mends } from "./testing-mends.ts";

type Take = Partial<Pick<SetUp, "syncSound" | "fansOff" | "isShot">>;
const sound = { syncSound: true };

/** Scene 7 from 10:00, half an hour a set-up, in a module of `dba`; a bicycle of 60 dBA and a rower that nobody measured may run in it. */
const planOf = (
  setUps: readonly Take[],
  dba: number | null,
  exercise: readonly {
    start: string;
    min: number;
    deviceId?: string | null;
    kind?: "exercise" | "duty";
  }[] = [],
  moduleId: string | null = "nauka",
) =>
  plan({
    module: [row("module", "nauka", { name: "Nauka", noiseDba: dba })],
    exerciseDevice: [
      row("exerciseDevice", "velo", { name: "VELO", moduleId: "nauka", noiseDba: 60 }),
      row("exerciseDevice", "rower", { name: "Rower", moduleId: "nauka" }),
    ],
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId, shootMin: 30 * setUps.length }),
    ],
    setUp: setUps.map((take, i) =>
      row("setUp", `u${i}`, { sceneId: "7", stripId: "s7", label: "ABC".charAt(i), order: i, ...take }),
    ),
    crewBlock: exercise.map(({ start, min, deviceId = "velo", kind = "exercise" }, i) =>
      row("crewBlock", `b${i}`, {
        personId: "bob",
        kind,
        startsAt: at(start),
        durationMin: min,
        deviceId,
        moduleId: "nauka",
      }),
    ),
  });

test.each<{ name: string; setUps: readonly Take[]; dba: number; over: number }>([
  { name: "as quiet as asked for is quiet", setUps: [sound], dba: 55, over: 0 },
  { name: "2 dB for 30 min", setUps: [sound], dba: 57, over: 60 },
  { name: "a tenth of a decibel", setUps: [sound], dba: 55.1, over: 3 },
  { name: "each set-up counts", setUps: [sound, sound], dba: 57, over: 120 },
  { name: "without sync sound it may be loud", setUps: [{}], dba: 70, over: 0 },
  { name: "what is shot is recorded", setUps: [{ ...sound, isShot: true }, sound], dba: 57, over: 60 },
  { name: "fans off take 8 dB away", setUps: [{ ...sound, fansOff: true }], dba: 63, over: 0 },
  { name: "and not more", setUps: [{ ...sound, fansOff: true }], dba: 64, over: 30 },
])("$name", ({ setUps, dba, over }) => {
  const { amount, unknown } = judge(noise, planOf(setUps, dba));
  expect(amount).toBe(over);
  expect(unknown).toEqual([]);
});

// 60 and 60 dBA are 63.01 together.
test.each([
  {
    name: "a device that runs all the time",
    exercise: [{ start: "8T09:00", min: 90 }],
    over: Math.ceil(30 * 8.0103),
  },
  {
    name: "a device for ten minutes of it",
    exercise: [{ start: "8T10:10", min: 10 }],
    over: Math.ceil(20 * 5 + 10 * 8.0103),
  },
  { name: "a device that has stopped", exercise: [{ start: "8T09:00", min: 60 }], over: 150 },
  { name: "exercise without a device", exercise: [{ start: "8T10:00", min: 30, deviceId: null }], over: 150 },
  {
    name: "a device in a block that is no exercise",
    exercise: [{ start: "8T10:00", min: 30, kind: "duty" as const }],
    over: 150,
  },
  {
    name: "two blocks on it one after the other",
    exercise: [
      { start: "8T10:00", min: 10 },
      { start: "8T10:10", min: 20 },
    ],
    over: Math.ceil(30 * 8.0103),
  },
])("$name", ({ exercise, over }) => {
  expect(judge(noise, planOf([sound], 60, exercise)).amount).toBe(over);
});

test("what nobody measured is not judged", () => {
  expect(judge(noise, planOf([sound], null)).findings).toEqual([
    "Scene 7, set-up A: how loud Nauka is, is not known. | unknown | 8T10:00–8T10:30 | s7",
  ]);
  const rowing = planOf([sound], 57, [{ start: "8T10:10", min: 10, deviceId: "rower" }]);
  expect(judge(noise, rowing).findings).toEqual([
    "Scene 7, set-up A: how loud Rower is, is not known. | unknown | 8T10:10–8T10:20 | s7",
  ]);
  expect(judge(noise, planOf([sound], 70, [], null)).findings).toEqual([]);
});

test("limit, fans and points are parameters", () => {
  expect(judge(noise, planOf([sound], 57), { limitDba: 50 }).amount).toBe(210);
  expect(judge(noise, planOf([{ ...sound, fansOff: true }], 57), { fansOffDb: 0 }).amount).toBe(60);
  expect(judge(noise, planOf([sound], 57)).violations[0]?.points).toBeCloseTo(3);
  expect(judge(noise, planOf([sound], 57), { pointsPerDbMin: 1 }).violations[0]?.points).toBe(60);
});

test("names the set-ups, how loud it is, and what runs", () => {
  const bicycle = [{ start: "8T10:40", min: 10 }];
  expect(judge(noise, planOf([sound, sound], 57.4, bicycle)).findings).toEqual([
    "Scene 7 in Nauka: guide track only for set-up A, 57 dBA (8 Oct 10:00–10:30); set-up B, 62 dBA (8 Oct 10:30–11:00); 55 dBA would do, 190 dB·min over, with VELO running. | 190 soft = 9.5 points | 8T10:00–8T10:30 | s7 | nobody",
  ]);
  expect(judge(noise, planOf([sound], 57)).messages[0]).toMatch(/60 dB·min over\.$/);
});

test("offers the fans off where they run and sound is recorded too loud", () => {
  expect(mends(noise, planOf([sound, {}], 60))).toEqual([["Fans off while scene 7 records sound", 0]]);
  expect(mends(noise, planOf([sound], 65))).toEqual([["Fans off while scene 7 records sound", 60]]);
  expect(mends(noise, planOf([{ ...sound, fansOff: true }], 70))).toEqual([]);
});
