import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { sunSide } from "./sun-side.ts";
import { eventTaking, LIGHT, TWO_TAKES } from "./testing-light.ts";
import { repairsOf } from "./testing-repairs.ts";

const planWith = (
  start: string,
  sunFromDeg: number,
  sunToDeg: number,
  over: Parameters<typeof plan>[0] = {},
) =>
  plan(
    {
      scene: [row("scene", "5")],
      strip: [row("strip", "s5", { sceneId: "5", startsAt: at(start), shootMin: minutes(4) })],
      setUp: [
        row("setUp", "u", {
          sceneId: "5",
          stripId: "s5",
          takes: 1,
          takeMin: TWO_TAKES.takeMin,
          sunFromDeg,
          sunToDeg,
        }),
      ],
      ...over,
    },
    LIGHT,
  );

// Beta −40°, noon at 10:32: the Sun stands straight to starboard then, ahead of that before, astern after.
test.each([
  { name: "at noon to starboard", start: "8T10:30", from: 80, to: 100, off: 0 },
  { name: "at the very edge", start: "8T10:30", from: 90, to: 120, off: 0 },
  { name: "ten degrees before the range", start: "8T10:30", from: 100, to: 120, off: 10 },
  { name: "ten degrees behind it", start: "8T10:30", from: 20, to: 80, off: 10 },
  { name: "a range over the bow", start: "8T10:30", from: 300, to: 100, off: 0 },
  { name: "the other side", start: "8T10:30", from: 250, to: 290, off: 160 },
  { name: "in orbital night there is no Sun", start: "8T11:15", from: 0, to: 360, off: 180 },
])("$name", ({ start, from, to, off }) => {
  expect(judge(sunSide, planWith(start, from, to)).amount).toBe(off);
});

test("a full circle asks for nothing but the Sun", () => {
  expect(judge(sunSide, planWith("8T10:30", 0, 359.9)).findings).toEqual([]);
});

test("a degree costs what the parameter says", () => {
  const { violations } = judge(sunSide, planWith("8T10:30", 100, 120), { pointsPerDegree: 2 });
  expect(violations.map((v) => v.points)).toEqual([20]);
});

test("a set-up that asks for no side, and other units, are not judged", () => {
  const setUp = [row("setUp", "u", { sceneId: "5", stripId: "s5" })];
  expect(judge(sunSide, planWith("8T11:15", 0, 90, { setUp })).findings).toEqual([]);
  const scene = [row("scene", "5", { unit: "landing" })];
  expect(judge(sunSide, planWith("8T11:15", 0, 90, { scene })).findings).toEqual([]);
});

test("unknown where the orbit is, and while an event has the attitude", () => {
  expect(judge(sunSide, planWith("8T12:10", 80, 100)).findings).toEqual([
    "Scene 5, set-up A: where the Sun stands is not known. A manoeuvre lies between. | unknown | 8T12:10–8T12:14 | s5",
  ]);
  const turned = { stationEvent: [eventTaking("takesAttitude")] };
  expect(judge(sunSide, planWith("8T10:30", 80, 100, turned)).findings).toEqual([
    "Scene 5, set-up A: where the Sun stands is not known. Thruster test takes the attitude. | unknown | 8T10:30–8T10:34 | s5",
  ]);
});

test("says where it stands, and where it is wanted", () => {
  expect(judge(sunSide, planWith("8T10:30", 100, 120)).findings).toEqual([
    "Scene 5: at 10:32 the Sun stands at 90°, 10° off the 100° to 120° that set-up A asks for. | 10 soft = 5 points | 8T10:30–8T10:34 | s5 | nobody",
  ]);
  expect(judge(sunSide, planWith("8T11:15", 80, 100)).findings).toEqual([
    "Scene 5: set-up A asks for the Sun and has orbital night at 11:17. | 180 soft = 90 points | 8T11:15–8T11:19 | s5 | nobody",
  ]);
});

test("offers a start at which it stands there", () => {
  const [nearest] = repairsOf(sunSide, planWith("8T10:50", 60, 120));
  expect(nearest).toBe("s5 2021-10-08T10:35:00Z");
});

test("of several set-ups those that ask are judged, of their takes the worst; the first that is off has the span", () => {
  const of = (label: string, order: number, asked: object) =>
    row("setUp", label, {
      sceneId: "5",
      stripId: "s5",
      label,
      order,
      takes: 2,
      takeMin: minutes(4),
      ...asked,
    });
  const setUp = [
    of("A", 0, {}),
    of("B", 1, { sunFromDeg: 0, sunToDeg: 359 }),
    of("C", 2, { sunFromDeg: 100, sunToDeg: 110 }),
    of("D", 3, { sunFromDeg: 20, sunToDeg: 30 }),
  ];
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:02"), shootMin: minutes(32) })];
  expect(judge(sunSide, planWith("8T10:02", 0, 0, { setUp, strip })).findings).toEqual([
    "Scene 5: at 10:20 the Sun stands at 49°, 51° off the 100° to 110° that set-up C asks for; at 10:32 the Sun stands at 90°, 60° off the 20° to 30° that set-up D asks for. | 111 soft = 55.5 points | 8T10:18–8T10:26 | s5 | nobody",
  ]);
});

test("a manoeuvre in one of several takes leaves the set-up unknown", () => {
  const setUp = [
    row("setUp", "u", {
      sceneId: "5",
      stripId: "s5",
      takes: 2,
      takeMin: minutes(4),
      sunFromDeg: 0,
      sunToDeg: 359,
    }),
  ];
  const strip = [row("strip", "s5", { sceneId: "5", startsAt: at("8T11:55"), shootMin: minutes(8) })];
  expect(judge(sunSide, planWith("8T11:55", 0, 0, { setUp, strip })).findings).toEqual([
    "Scene 5, set-up A: where the Sun stands is not known. A manoeuvre lies between. | unknown | 8T11:55–8T12:03 | s5",
  ]);
});
