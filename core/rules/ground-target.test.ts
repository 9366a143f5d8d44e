import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { groundTarget } from "./ground-target.ts";
import { judge } from "./judge.ts";
import { LIGHT, TWO_TAKES } from "./testing-light.ts";
import { repairsOf } from "./testing-repairs.ts";

const planWith = (start: string, asked: object = {}, over: Parameters<typeof plan>[0] = {}) =>
  plan(
    {
      scene: [row("scene", "5")],
      strip: [row("strip", "s5", { sceneId: "5", startsAt: at(start), shootMin: minutes(10) })],
      setUp: [
        row("setUp", "u", {
          sceneId: "5",
          stripId: "s5",
          targetId: "volga",
          ...TWO_TAKES,
          ...asked,
        } as never),
      ],
      groundTarget: [
        row("groundTarget", "volga", { name: "the Volga", latDeg: 50, lonDeg: 46 }),
        row("groundTarget", "moscow", { name: "Moscow", latDeg: 55.8, lonDeg: 37.6 }),
      ],
      ...over,
    },
    LIGHT,
  );

// Over the Volga 10:10:05–10:11:55 by day and 11:43:05–11:44:55 by night, less the margins. Takes of 4 min, 6 min apart.
test.each([
  { name: "in the first take", start: "8T10:09", asked: {}, min: 0 },
  { name: "in the second take", start: "8T10:04", asked: {}, min: 0 },
  { name: "in the reset it is not shot", start: "8T10:06", asked: {}, min: 1 },
  { name: "for a part only", start: "8T10:11", asked: {}, min: 1 },
  { name: "never", start: "8T10:30", asked: {}, min: 1 },
  { name: "by day as asked", start: "8T10:09", asked: { targetLight: "day" }, min: 0 },
  { name: "by day where night is asked for", start: "8T10:09", asked: { targetLight: "night" }, min: 1 },
  { name: "by night as asked", start: "8T11:42", asked: { targetLight: "night" }, min: 0 },
  { name: "another target", start: "8T10:09", asked: { targetId: "moscow" }, min: 1 },
  { name: "none asked for", start: "8T10:30", asked: { targetId: null }, min: 0 },
])("$name", ({ start, asked, min }) => {
  expect(judge(groundTarget, planWith(start, asked)).amount).toBe(min);
});

test("how long it is to be seen is a parameter; a short take sees it for all of itself", () => {
  expect(judge(groundTarget, planWith("8T10:09"), { seenMin: 1.8 }).findings).toEqual([]);
  expect(judge(groundTarget, planWith("8T10:09"), { seenMin: 4 }).amount).toBe(3);
  const short = { takes: 1, takeMin: minutes(1) };
  expect(judge(groundTarget, planWith("8T10:10:30", short), { seenMin: 4 }).amount).toBe(3);
});

test("a take that cannot be told might see it: unknown", () => {
  expect(judge(groundTarget, planWith("8T11:55")).findings).toEqual([
    "Scene 5, set-up A: whether the Volga lies below is not known (8 Oct 12:01–12:05). A manoeuvre lies between. | unknown | 8T12:01–8T12:05 | s5",
  ]);
});

test("ground and ship units are not judged", () => {
  const landing = { scene: [row("scene", "5", { unit: "landing" })] };
  expect(judge(groundTarget, planWith("8T10:30", {}, landing)).findings).toEqual([]);
});

test("says what is not below, or not for long enough", () => {
  expect(judge(groundTarget, planWith("8T10:30", { targetLight: "night" })).findings).toEqual([
    "Scene 5: the Volga by night is not below in any take of set-up A. | 1 hard | 8T10:30–8T10:40 | s5 | nobody",
  ]);
  expect(judge(groundTarget, planWith("8T10:11:25")).findings).toEqual([
    "Scene 5: the Volga is below for 30 s of 60 s in any take of set-up A. | 1 hard | 8T10:11:25–8T10:21:25 | s5 | nobody",
  ]);
});

test("offers to put the first take over the target", () => {
  expect(repairsOf(groundTarget, planWith("8T10:30", { takes: 1 }))).toEqual([
    "s5 2021-10-08T10:05:00Z",
    "s5 2021-10-08T11:40:00Z",
  ]);
});

test("of several set-ups those that ask are judged; the first that does not see its target has the span", () => {
  const of = (label: string, order: number, asked: object) =>
    row("setUp", label, {
      sceneId: "5",
      stripId: "s5",
      label,
      order,
      takeMin: minutes(4),
      ...asked,
    } as never);
  const setUp = [
    of("A", 0, {}),
    of("B", 1, { targetId: "volga" }),
    of("C", 2, { targetId: "moscow" }),
    of("D", 3, { targetId: "gone" }),
  ];
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:05"), shootMin: minutes(16) })];
  expect(judge(groundTarget, planWith("8T10:05", {}, { setUp, strip })).findings).toEqual([
    "Scene 5: Moscow is not below in any take of set-up C; a target that is gone is not below in any take of set-up D. | 2 hard | 8T10:13–8T10:17 | s5 | nobody",
  ]);
});
