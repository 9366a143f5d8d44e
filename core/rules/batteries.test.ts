import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { batteries } from "./batteries.ts";
import { judge } from "./judge.ts";

/** Two batteries of 60 Wh, all of it usable, and one charger of 30 W, unless a test says otherwise. */
const planOf = (
  works: readonly (readonly [start: string, min: number])[],
  { chargeW = 30, drawW = 60, kit = [] as ReturnType<typeof row<"kit">>[], unit = "main" as const } = {},
) =>
  plan({
    shootDay: shootDays(8, 9),
    kit: [
      row("kit", "camera", { name: "Camera", batteryDrawW: drawW }),
      row("kit", "battery", { name: "Battery", quantity: 2, batteryWh: 60, aboardFrom: at("5T15:00") }),
      row("kit", "charger", { name: "Charger", chargeW, aboardFrom: at("5T15:00") }),
      ...kit,
    ],
    scene: [row("scene", "7", { unit })],
    strip: works.map(([start, shootMin], i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(start), shootMin, rigMin: 30 }),
    ),
    setUp: works.map(([, takeMin], i) =>
      row("setUp", `u${i}`, { sceneId: "7", stripId: `s${i}`, takeMin, kitIds: ["camera"] }),
    ),
  });
const ALL = { usablePercent: 100 };

test.each<{ name: string; works: readonly (readonly [string, number])[]; short: number }>([
  { name: "two full batteries of 60 Wh last 120 min at 60 W", works: [["8T09:30", 120]], short: 0 },
  { name: "a minute more is a watt hour short", works: [["8T09:30", 121]], short: 1 },
  {
    name: "an hour between puts 30 Wh back: 120 + 30 for 150 min in all",
    works: [
      ["8T09:30", 75],
      ["8T11:45", 75],
    ],
    short: 0,
  },
  {
    name: "half an hour puts back half of it: 15 Wh short",
    works: [
      ["8T09:30", 75],
      ["8T11:15", 75],
    ],
    short: 15,
  },
  {
    name: "never more than full: a long pause before is no help",
    works: [
      ["8T07:00", 1],
      ["8T15:30", 121],
    ],
    short: 1,
  },
])("$name", ({ works, short }) => {
  expect(judge(batteries, planOf(works), ALL).amount).toBe(short);
});

test("only part of what is printed on a battery is used: 80 % of 120 Wh", () => {
  expect(judge(batteries, planOf([["8T09:30", 97]])).amount).toBe(1);
});

test("at night a charger fills the one battery that it holds", () => {
  // 21:25 wrap: 120 Wh empty, 5 min at 30 W are 2.5 Wh, asleep one battery of 60: 57.5 missing.
  const { messages, amount } = judge(batteries, planOf([["8T18:55", 120]]), ALL);
  expect(amount).toBe(58);
  expect(messages).toEqual([
    "After 8 Oct 21:25 120 Wh of battery are empty and the night puts back 62: 58 Wh missing in the morning.",
  ]);
  expect(judge(batteries, planOf([["9T18:55", 120]]), ALL).findings).toEqual([]);
});

test("says when they are empty", () => {
  expect(judge(batteries, planOf([["8T09:30", 150]]), ALL).findings).toEqual([
    "Batteries are empty at 8 Oct 12:00: 150 Wh are wanted that day, 120 Wh are full at waking and little is charged between; 30 Wh short. | 30 hard | 8T06:00–8T21:30 | s0 | nobody",
  ]);
});

test("what is not aboard does not count, and what may be is unknown", () => {
  const later = row("kit", "more", { batteryWh: 60, quantity: 9, aboardFrom: at("9T00:00") });
  expect(judge(batteries, planOf([["8T09:30", 121]], { kit: [later] }), ALL).amount).toBe(1);
  const lost = row("kit", "more", { name: "Spare", batteryWh: 60 });
  expect(judge(batteries, planOf([["8T09:30", 30]], { kit: [lost] })).findings).toEqual([
    "Batteries on 8 Oct cannot be counted: when Spare comes aboard is not known. | unknown | no span | s0",
  ]);
});

test("without a battery in the list nothing can be told; without draw nothing is asked", () => {
  const snapshot = planOf([["8T09:30", 30]]);
  const kit = snapshot.tables.kit.filter((k) => k.batteryWh === null);
  expect(judge(batteries, { ...snapshot, tables: { ...snapshot.tables, kit } }).unknown).toHaveLength(1);
  expect(judge(batteries, planOf([["8T09:30", 300]], { drawW: 0 })).findings).toEqual([]);
});

test("what the night puts back: the five minutes before it, and one battery a charger, or as much as it can", () => {
  const late = (min: number, start: string, over = {}) =>
    judge(batteries, planOf([[start, min]], over), ALL).findings;
  expect(late(100, "8T19:15")).toEqual([
    "After 8 Oct 21:25 100 Wh of battery are empty and the night puts back 62: 38 Wh missing in the morning. | 38 hard | 8T06:00–8T21:30 | s0 | nobody",
  ]);
  expect(late(120, "8T18:55", { chargeW: 5 })).toEqual([
    "After 8 Oct 21:25 120 Wh of battery are empty and the night puts back 42: 78 Wh missing in the morning. | 78 hard | 8T06:00–8T21:30 | s0 | nobody",
  ]);
});

test("of several pieces of work the one at which they are empty is named, and of all strips those that draw", () => {
  const { tables } = planOf([
    ["8T09:30", 75],
    ["8T11:15", 75],
    ["8T14:00", 30],
  ]);
  const kit = [...tables.kit, row("kit", "tripod", { name: "Tripod" })];
  const setUp = tables.setUp.map((s) => (s.id === "u2" ? { ...s, kitIds: ["tripod"] as never } : s));
  expect(judge(batteries, plan({ ...tables, kit, setUp }), ALL).findings).toEqual([
    "Batteries are empty at 8 Oct 12:45: 150 Wh are wanted that day, 120 Wh are full at waking and little is charged between; 15 Wh short. | 15 hard | 8T06:00–8T21:30 | s0 s1 | nobody",
  ]);
});

test("what comes aboard before the first work is there; ship and landing units bring their own", () => {
  const more = row("kit", "more", { name: "More", batteryWh: 60, aboardFrom: at("8T10:00") });
  expect(judge(batteries, planOf([["8T09:30", 150]], { kit: [more] }), ALL).findings).toEqual([]);
  expect(judge(batteries, planOf([["8T09:29", 150]], { kit: [more] }), ALL).amount).toBe(30);
  const { tables } = planOf([["8T09:30", 300]]);
  expect(
    judge(batteries, plan({ ...tables, scene: [row("scene", "7", { unit: "ship" })] }), ALL).findings,
  ).toEqual([]);
});

test("without a battery in the list it says so", () => {
  const { tables } = planOf([["8T09:30", 30]]);
  const kit = tables.kit.filter((k) => k.batteryWh === null);
  expect(judge(batteries, plan({ ...tables, kit })).findings).toEqual([
    "Batteries on 8 Oct cannot be counted: the kit list has no battery with its Wh. | unknown | no span | s0",
  ]);
});
