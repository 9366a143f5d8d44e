import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { LightAsked } from "../model/scene.ts";
import { judge } from "./judge.ts";
import { eventTaking, LIGHT, TWO_TAKES } from "./testing-light.ts";
import { mends } from "./testing-mends.ts";
import { repairsOf } from "./testing-repairs.ts";
import { windowLight } from "./window-light.ts";

/** One set-up of 10 min. */
const planWith = (start: string, light: LightAsked, over: Parameters<typeof plan>[0] = {}) =>
  plan(
    {
      scene: [row("scene", "5")],
      strip: [row("strip", "s5", { sceneId: "5", startsAt: at(start), shootMin: 10 })],
      setUp: [row("setUp", "u", { sceneId: "5", stripId: "s5", takeMin: 10, light })],
      ...over,
    },
    LIGHT,
  );

test.each([
  { name: "day until the margin before sunset", start: "8T10:49", light: "day", min: 0 },
  { name: "one minute into the margin costs one", start: "8T10:50", light: "day", min: 1 },
  { name: "half a minute more costs a started one", start: "8T10:50:30", light: "day", min: 2 },
  { name: "half night costs half and the margin", start: "8T10:55", light: "day", min: 6 },
  { name: "in the night all of it", start: "8T11:10", light: "day", min: 10 },
  { name: "new orbit data in the middle cost nothing", start: "8T10:25", light: "day", min: 0 },
  { name: "the edge of the table costs nothing", start: "8T10:00", light: "day", min: 0 },
  { name: "night from the margin after sunset", start: "8T11:01", light: "night", min: 0 },
  { name: "at sunset itself one too early", start: "8T11:00", light: "night", min: 1 },
  { name: "any light is any light", start: "8T10:55", light: "any", min: 0 },
  // Sunset light: 10:56 to 11:04, less a minute at both ends: 10:57 to 11:03.
  { name: "sunset light lasts six of the ten minutes", start: "8T10:55", light: "sunset", min: 4 },
  // Sunrise light: 11:32 to 11:38.
  { name: "sunrise light begins before the first contact", start: "8T11:32", light: "sunrise", min: 4 },
  { name: "sunset is not sunrise", start: "8T10:55", light: "sunrise", min: 10 },
] as const)("$name", ({ start, light, min }) => {
  expect(judge(windowLight, planWith(start, light)).amount).toBe(min);
});

test("the minutes around the contacts are parameters", () => {
  const params = { beforeMin: 6, afterMin: 5 };
  expect(judge(windowLight, planWith("8T10:55", "sunset"), params).findings).toEqual([]);
});

test("what the table cannot tell is unknown, not in breach", () => {
  const half = judge(windowLight, planWith("8T11:55", "day"));
  expect(half.amount).toBe(0);
  expect(half.unknown).toEqual([
    "Scene 5, set-up A: the light outside is not known (8 Oct 12:00–12:05). A manoeuvre lies between.",
  ]);
  expect(judge(windowLight, planWith("8T11:55", "night"))).toMatchObject({
    amount: 5,
    unknown: { length: 1 },
  });
  expect(judge(windowLight, planWith("8T14:00", "day")).findings).toEqual([
    "Scene 5, set-up A: the light outside is not known (8 Oct 14:00–14:10). No light was computed for this time. | unknown | 8T14:00–8T14:10 | s5",
  ]);
});

test("ground and ship units are not judged", () => {
  const landing = { scene: [row("scene", "5", { unit: "landing" })] };
  expect(judge(windowLight, planWith("8T11:10", "day", landing)).findings).toEqual([]);
});

test("each set-up has its own stretch of the shoot and its own light", () => {
  // 10:50–11:00 day: 10:59 on is margin; 11:00–11:10 night: until 11:01 is margin.
  const setUps = (["day", "night"] as const).map((light, order) =>
    row("setUp", `u${order}`, {
      sceneId: "5",
      stripId: "s5",
      label: "AB".charAt(order),
      takeMin: 10,
      light,
      order,
    }),
  );
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:50"), shootMin: 20 })];
  const { violations, messages } = judge(windowLight, planWith("8T10:50", "any", { setUp: setUps, strip }));
  expect(violations).toHaveLength(1);
  expect(messages).toEqual([
    "Scene 5: 1 min of set-up A outside the orbital day it asks for (8 Oct 10:59–11:00); 1 min of set-up B outside the orbital night it asks for (8 Oct 11:00–11:01).",
  ]);
});

const oneSetUp = (fields: object) => [
  row("setUp", "u", { sceneId: "5", stripId: "s5", takeMin: minutes(10), ...fields } as never),
];

test("a reset may pass in another light", () => {
  // Takes 10:50–10:54 and 10:56–11:00, the last minute of it margin; a take earlier only the reset is in it.
  const setUp = oneSetUp({ light: "day", ...TWO_TAKES });
  expect(judge(windowLight, planWith("8T10:50", "day", { setUp })).amount).toBe(1);
  expect(judge(windowLight, planWith("8T10:54", "day", { setUp })).amount).toBe(4);
});

test.each([
  // At 11:00 the Sun stands aft and to starboard, some 14° under the horizontal.
  { direction: "aft", light: "sunset", min: 4 },
  { direction: "forward", light: "sunset", min: 10 },
  { direction: "forward", light: "sunrise", min: 10 },
  { direction: "nadir", light: "day", min: 6 },
] as const)("$light through a pane to $direction: $min min without", ({ direction, light, min }) => {
  const over = {
    setUp: oneSetUp({ light, paneId: "pane" }),
    pane: [row("pane", "pane", { moduleId: "nauka", direction })],
  };
  expect(judge(windowLight, planWith("8T10:55", light, over)).amount).toBe(min);
});

test("says through which pane the Sun is not seen", () => {
  const over = {
    setUp: oneSetUp({ light: "sunset", paneId: "pane" }),
    pane: [row("pane", "pane", { name: "Nauka, forward pane", moduleId: "nauka", direction: "forward" })],
  };
  expect(judge(windowLight, planWith("8T10:57", "sunset", over)).findings).toEqual([
    "Scene 5: 10 min of set-up A outside the sunset light it asks for and with the Sun out of the view of Nauka, forward pane (8 Oct 10:57–11:07). | 10 hard | 8T10:57–8T11:07 | s5 | nobody",
  ]);
});

test("behind closed shutters there is no light; while the station turns nobody knows what a pane sees", () => {
  const shut = { stationEvent: [eventTaking("takesPanes")] };
  expect(judge(windowLight, planWith("8T10:10", "day", shut)).findings).toEqual([
    "Scene 5: 10 min of set-up A behind closed shutters (8 Oct 10:10–10:20). | 10 hard | 8T10:10–8T10:20 | s5 | nobody",
  ]);
  const turned = {
    stationEvent: [eventTaking("takesAttitude")],
    setUp: oneSetUp({ light: "sunset", paneId: "pane" }),
    pane: [row("pane", "pane", { moduleId: "nauka", direction: "aft" })],
  };
  expect(judge(windowLight, planWith("8T10:57", "sunset", turned)).findings).toEqual([
    "Scene 5: 4 min of set-up A outside the sunset light it asks for and with the Sun out of the view of pane (8 Oct 11:03–11:07). | 4 hard | 8T11:03–8T11:07 | s5 | nobody",
    "Scene 5, set-up A: the light outside is not known (8 Oct 10:57–11:00). Thruster test takes the attitude. | unknown | 8T10:57–8T11:00 | s5",
  ]);
});

test("offers the nearest starts in the light, and none for what is pinned", () => {
  expect(repairsOf(windowLight, planWith("8T10:55", "day"))).toEqual([
    "s5 2021-10-08T10:45:00Z",
    "s5 2021-10-08T11:40:00Z",
  ]);
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:55"), shootMin: 10, isPinned: true })];
  expect(repairsOf(windowLight, planWith("8T10:55", "day", { strip }))).toEqual([]);
});

test("offers any light for the set-up that lacks its own, and for no other", () => {
  const setUp = ["day", "night", "any"].map((light, order) =>
    row("setUp", `u${order}`, {
      ...{ sceneId: "5", stripId: "s5", label: "ABC".charAt(order), order, takeMin: 10 },
      light: light as LightAsked,
    }),
  );
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:10"), shootMin: 30 })];
  expect(
    mends(windowLight, planWith("8T10:10", "any", { setUp, strip })).filter(([w]) => w.includes("any")),
  ).toEqual([["Set-up B of scene 5 in any light instead of night", 0]]);
});

test("offers, after other starts, any light for each set-up without its own", () => {
  expect(mends(windowLight, planWith("8T10:55", "day")).at(-1)).toEqual([
    "Set-up A of scene 5 in any light instead of day",
    0,
  ]);
});
