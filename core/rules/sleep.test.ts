import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Unit } from "../model/window.ts";
import { judge } from "./judge.ts";
import { sleep } from "./sleep.ts";

const night = (date: number) =>
  row("crewBlock", `sleep-${date}`, {
    personId: "Dubrov",
    kind: "sleep",
    startsAt: at(`${date}T21:30`),
    durationMin: minutes(510),
  });
const spotting = (start: string, over: { unit?: Unit; nights?: readonly number[] } = {}) =>
  plan({
    person: [row("person", "Dubrov")],
    scene: [row("scene", "7", { unit: over.unit ?? "main" })],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at(start) })],
    assignment: [row("assignment", "a1", { stripId: "s7", job: "direct", personId: "Dubrov" })],
    crewBlock: (over.nights ?? [7, 8]).map(night),
  });

test.each([
  { name: "until bedtime is awake", start: "8T21:00", asleep: 0 },
  { name: "one minute into sleep costs one", start: "8T21:01", asleep: 1 },
  { name: "in the middle of the night costs all", start: "9T02:00", asleep: 30 },
  { name: "one minute before waking costs one", start: "8T05:59", asleep: 1 },
  { name: "from waking on is awake", start: "8T06:00", asleep: 0 },
])("$name", ({ start, asleep }) => {
  expect(judge(sleep, spotting(start))).toMatchObject({ amount: asleep, unknown: [] });
});

test("without sleep in the plan near a call aboard it cannot judge", () => {
  expect(judge(sleep, spotting("8T10:00", { nights: [] })).findings).toEqual([
    "Dubrov: no sleep in the plan within a day of the call. | unknown | no span | s7",
  ]);
  expect(judge(sleep, spotting("8T10:00", { nights: [11] })).findings).toEqual([
    "Dubrov: no sleep in the plan within a day of the call. | unknown | no span | s7",
  ]);
  expect(judge(sleep, spotting("8T10:00", { nights: [], unit: "landing" })).findings).toEqual([]);
});

test("says who, how long, and when", () => {
  expect(judge(sleep, spotting("8T21:20")).findings).toEqual([
    "Dubrov: 20 min of scene 7 in sleep (8 Oct 21:30–21:50). | 20 hard | 8T21:30–8T21:50 | s7 | Dubrov",
  ]);
});

test("several stretches of sleep in one call are all named", () => {
  const { tables } = spotting("8T05:50");
  const nap = row("crewBlock", "nap", {
    personId: "Dubrov",
    kind: "sleep",
    startsAt: at("8T06:10"),
    durationMin: minutes(30),
  });
  expect(judge(sleep, plan({ ...tables, crewBlock: [...tables.crewBlock, nap] })).findings).toEqual([
    "Dubrov: 20 min of scene 7 in sleep (8 Oct 05:50–06:00, 8 Oct 06:10–06:20). | 20 hard | 8T05:50–8T06:00 | s7 | Dubrov",
  ]);
});
