import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { oneLightPerSetUp } from "./one-light-per-setup.ts";
import { eventTaking, LIGHT, TWO_TAKES } from "./testing-light.ts";
import { repairsOf } from "./testing-repairs.ts";

/** Two takes of 4 min with a reset of 2, from the given start; fields say otherwise. */
const planWith = (
  start: string,
  light: string,
  fields: object = {},
  over: Parameters<typeof plan>[0] = {},
) => {
  const { shootMin = 10, ...setUp } = fields as { shootMin?: number };
  return plan(
    {
      scene: [row("scene", "5")],
      strip: [row("strip", "s5", { sceneId: "5", startsAt: at(start), shootMin: minutes(shootMin) })],
      setUp: [row("setUp", "u", { sceneId: "5", stripId: "s5", light, ...TWO_TAKES, ...setUp } as never)],
      ...over,
    },
    LIGHT,
  );
};

test.each([
  { name: "both takes in one day", start: "8T10:40", light: "day", min: 0 },
  { name: "to the last second before the margin", start: "8T10:49", light: "day", min: 0 },
  { name: "a minute later the second take is cut, and counts whole", start: "8T10:50", light: "day", min: 4 },
  { name: "a take without any of the light is not counted here", start: "8T10:53", light: "day", min: 0 },
  { name: "cut at its begin counts as well", start: "8T11:00", light: "night", min: 4 },
  { name: "no light asked for", start: "8T10:50", light: "any", min: 0 },
])("$name", ({ start, light, min }) => {
  expect(judge(oneLightPerSetUp, planWith(start, light)).amount).toBe(min);
});

/** One take before the night, the reset through it, one take after it. */
const OVER_NIGHT = { resetMin: 36, shootMin: 44 };
test("a second stretch is one too many, unless the rule allows it", () => {
  const over = planWith("8T10:56", "day", OVER_NIGHT);
  expect(
    judge(oneLightPerSetUp, planWith("8T10:55", "day", { ...OVER_NIGHT, resetMin: 37, shootMin: 45 })).amount,
  ).toBe(4);
  expect(judge(oneLightPerSetUp, over, { stretches: 2 }).amount).toBe(4);
  expect(
    judge(oneLightPerSetUp, planWith("8T10:55", "day", { ...OVER_NIGHT, resetMin: 37, shootMin: 45 }), {
      stretches: 2,
    }).findings,
  ).toEqual([]);
});

test("says which takes, and how many have room", () => {
  expect(judge(oneLightPerSetUp, planWith("8T10:50", "day")).findings).toEqual([
    "Scene 5: the end of the day light cuts 1 take of set-up A (8 Oct 10:56–11:00), 10 takes have room in one stretch. | 4 hard | 8T10:56–8T11:00 | s5 | nobody",
  ]);
  expect(
    judge(oneLightPerSetUp, planWith("8T10:55", "day", { resetMin: 37, shootMin: 45 })).findings,
  ).toEqual([
    "Scene 5: 1 take of set-up A (8 Oct 11:36–11:40) lies beyond 1 stretch of day light, 2 takes have room in one stretch. | 4 hard | 8T11:36–8T11:40 | s5 | nobody",
  ]);
});

test("where the light cannot be told, the set-up is unknown", () => {
  expect(judge(oneLightPerSetUp, planWith("8T11:55", "day")).findings).toEqual([
    "Scene 5, set-up A: which light its takes have is not known. A manoeuvre lies between. | unknown | 8T11:55–8T12:05 | s5",
  ]);
});

test("shutters end a stretch", () => {
  const event = { ...eventTaking("takesPanes"), startsAt: at("8T10:42"), durationMin: minutes(2) };
  expect(judge(oneLightPerSetUp, planWith("8T10:40", "day", {}, { stationEvent: [event] })).amount).toBe(4);
});

test("ground and ship units are not judged", () => {
  const landing = { scene: [row("scene", "5", { unit: "landing" })] };
  expect(judge(oneLightPerSetUp, planWith("8T10:50", "day", {}, landing)).findings).toEqual([]);
});

test("offers the nearest start at which all takes have one light", () => {
  expect(repairsOf(oneLightPerSetUp, planWith("8T10:50", "day"))).toEqual([
    "s5 2021-10-08T10:45:00Z",
    "s5 2021-10-08T11:40:00Z",
  ]);
});

test("of several set-ups each is told; a take longer than any light has no room", () => {
  const setUp = ["day", "night"].map((light, order) =>
    row("setUp", `u${order}`, {
      sceneId: "5",
      stripId: "s5",
      label: "AB".charAt(order),
      order,
      light,
      ...TWO_TAKES,
    } as never),
  );
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:50"), shootMin: minutes(20) })];
  expect(judge(oneLightPerSetUp, planWith("8T10:50", "any", {}, { setUp, strip })).findings).toEqual([
    "Scene 5: the end of the day light cuts 1 take of set-up A (8 Oct 10:56–11:00), 10 takes have room in one stretch; the end of the night light cuts 1 take of set-up B (8 Oct 11:00–11:04), 5 takes have room in one stretch. | 8 hard | 8T10:56–8T11:00 | s5 | nobody",
  ]);
  const long = { takes: 1, takeMin: 70, resetMin: 0, shootMin: 70 };
  expect(judge(oneLightPerSetUp, planWith("8T10:00", "day", long)).findings).toEqual([
    "Scene 5: the end of the day light cuts 1 take of set-up A (8 Oct 10:00–11:10), no take has room in one stretch. | 70 hard | 8T10:00–8T11:10 | s5 | nobody",
  ]);
  const one = { takes: 2, takeMin: 35, resetMin: 0, shootMin: 70 };
  expect(judge(oneLightPerSetUp, planWith("8T10:00", "day", one)).findings).toEqual([
    "Scene 5: the end of the day light cuts 1 take of set-up A (8 Oct 10:35–11:10), 1 take has room in one stretch. | 35 hard | 8T10:35–8T11:10 | s5 | nobody",
  ]);
});
