import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { mustScenes } from "./must-scenes.ts";

const withSetUp = (over: Parameters<typeof row<"setUp">>[2]) =>
  plan({
    scene: [row("scene", "7", { setName: "CUPOLA" })],
    strip: [
      row("strip", "placed", { sceneId: "7", startsAt: at("8T10:00") }),
      row("strip", "boneyard", { sceneId: "7" }),
    ],
    setUp: [
      row("setUp", "7A", { sceneId: "7", takes: 3, takeMin: minutes(10), resetMin: minutes(5), ...over }),
    ],
  });

test.each([
  { name: "a must set-up on a placed strip is placed", over: { stripId: "placed" }, missing: 0 },
  { name: "one in the boneyard is missing, takes and resets", over: { stripId: "boneyard" }, missing: 40 },
  { name: "one on no strip is missing", over: { stripId: null }, missing: 40 },
  { name: "one in the can is not", over: { stripId: null, isShot: true }, missing: 0 },
  { name: "one that is only nice is not", over: { stripId: null, tier: "nice" as const }, missing: 0 },
])("$name", ({ over, missing }) => {
  expect(judge(mustScenes, withSetUp(over)).amount).toBe(missing);
});

test("says which scene, how many set-ups and how long", () => {
  expect(judge(mustScenes, withSetUp({ stripId: "boneyard" })).findings).toEqual([
    "Scene 7, CUPOLA: 1 must set-up (40 min) not placed. | 40 hard | no span | boneyard | nobody",
  ]);
});
