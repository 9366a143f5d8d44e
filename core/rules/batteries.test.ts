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
