import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import type { BlockKind } from "../model/block.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import type { PersonCategory } from "../model/person.ts";
import { exercise } from "./exercise.ts";
import { judge } from "./judge.ts";
import { wantsOf } from "./testing-mends.ts";

type Block = readonly [kind: BlockKind, start: string, min: number];
interface Over {
  readonly category?: PersonCategory;
  readonly call?: string;
  readonly hatchAt?: string;
  readonly isFlown?: boolean;
  readonly isClosed?: boolean;
}
const FULL: readonly Block[] = [
  ["exercise", "8T09:00", 75],
  ["exercise", "8T16:00", 75],
];

const exercising = (
  blocks: readonly Block[],
  { category = "expedition-crew", call, hatchAt = "5T15:00", isFlown = true, isClosed = false }: Over = {},
) =>
  plan({
    shootDay: shootDays(8).map((day) => ({ ...day, isClosed })),
    person: [row("person", "Dubrov", { category })],
    flight: [row("flight", "MS-18", { hatchAt: at(hatchAt) })],
    seat: isFlown ? [row("seat", "up", { flightId: "MS-18", personId: "Dubrov" })] : [],
    crewBlock: blocks.map(([kind, start, min], i) =>
      row("crewBlock", `b${i}`, { personId: "Dubrov", kind, startsAt: at(start), durationMin: minutes(min) }),
    ),
    scene: [row("scene", "7")],
    strip: call ? [row("strip", "s7", { sceneId: "7", startsAt: at(call) })] : [],
    assignment: call ? [row("assignment", "a1", { stripId: "s7", job: "direct", personId: "Dubrov" })] : [],
  });

test.each<{ name: string; blocks: readonly Block[]; missing: number }>([
  { name: "two of 75 are enough", blocks: FULL, missing: 0 },
  { name: "so is one of 150", blocks: [["exercise", "8T09:00", 150]], missing: 0 },
  { name: "a minute less is one missing", blocks: [["exercise", "8T09:00", 149]], missing: 1 },
  { name: "none at all is 150 missing", blocks: [], missing: 150 },
  { name: "an hour after a meal is late enough", blocks: [...FULL, ["meal", "8T14:00", 60]], missing: 0 },
  { name: "a minute less is one too soon", blocks: [...FULL, ["meal", "8T14:00", 61]], missing: 1 },
  { name: "right after it is 60 too soon", blocks: [...FULL, ["meal", "8T15:00", 60]], missing: 60 },
  { name: "inside it is no worse", blocks: [...FULL, ["meal", "8T15:30", 60]], missing: 60 },
])("$name", ({ blocks, missing }) => {
  expect(judge(exercise, exercising(blocks)).amount).toBe(missing);
});

test.each([
  { name: "a call until exercise", call: "8T08:30", cut: 0 },
  { name: "a call one minute into it", call: "8T08:31", cut: 1 },
  { name: "a call in the middle of it", call: "8T09:15", cut: 30 },
])("$name", ({ call, cut }) => {
  expect(judge(exercise, exercising(FULL, { call })).amount).toBe(cut);
});

test("none is due from short flights, nor on a day not wholly aboard; a closed day asks for it", () => {
  expect(judge(exercise, exercising([], { category: "film-crew" })).findings).toEqual([]);
  expect(judge(exercise, exercising([], { hatchAt: "8T06:01" })).findings).toEqual([]);
  expect(judge(exercise, exercising([], { hatchAt: "8T06:00" })).amount).toBe(150);
  expect(judge(exercise, exercising([], { isClosed: true })).amount).toBe(150);
});

test("the film crew can be asked for some", () => {
  expect(judge(exercise, exercising([], { category: "film-crew" }), { filmCrewDailyMin: 30 }).amount).toBe(
    30,
  );
});

test("without a known flight of someone called it cannot judge", () => {
  expect(judge(exercise, exercising([], { isFlown: false, call: "8T10:00" })).findings).toEqual([
    "Dubrov: no flight is known; the days on which exercise is due are not judged. | unknown | no span | s7",
  ]);
});

test("says what is missing, too soon, or cut", () => {
  const blocks: readonly Block[] = [
    ["exercise", "8T09:00", 75],
    ["meal", "8T13:00", 60],
    ["exercise", "8T14:15", 60],
  ];
  expect(judge(exercise, exercising(blocks, { call: "8T10:00" })).findings).toEqual([
    "Dubrov: 2 h 15 of 2 h 30 exercise on 8 Oct, 15 min missing. | 15 hard | 8T06:00–8T21:30 | no strip | Dubrov",
    "Dubrov: exercise at 8 Oct 14:15 begins 45 min too soon after the meal that ends at 14:00. | 45 hard | 8T14:15–8T15:15 | no strip | Dubrov",
    "Dubrov: scene 7 takes 15 min of exercise (8 Oct 10:00–10:15). | 15 hard | 8T10:00–8T10:15 | s7 | Dubrov",
  ]);
});

test("several stretches that a call takes are all named; a meal that begins with the exercise is its meal", () => {
  const blocks: readonly Block[] = [
    ["exercise", "8T10:00", 10],
    ["exercise", "8T10:20", 140],
  ];
  expect(judge(exercise, exercising(blocks, { call: "8T10:00" })).messages).toEqual([
    "Dubrov: scene 7 takes 20 min of exercise (8 Oct 10:00–10:10, 8 Oct 10:20–10:30).",
  ]);
  expect(
    judge(
      exercise,
      exercising([
        ["exercise", "8T09:00", 150],
        ["meal", "8T09:00", 30],
      ]),
    ).messages,
  ).toEqual(["Dubrov: exercise at 8 Oct 09:00 begins 1 h too soon after the meal that ends at 09:30."]);
});

test("whose exercise is due is asked of them and of the main unit; a guest's is a parameter", () => {
  const unflown = (over: Over, unit: "main" | "ship", params: object = {}) => {
    const { tables } = exercising([], { isFlown: false, call: "8T10:00", ...over });
    return judge(exercise, plan({ ...tables, scene: [row("scene", "7", { unit })] }), params).findings;
  };
  expect(unflown({}, "ship")).toEqual([]);
  expect(unflown({ category: "film-crew" }, "main")).toEqual([]);
  expect(unflown({ category: "film-crew" }, "main", { filmCrewDailyMin: 30 })).toEqual([
    "Dubrov: no flight is known; the days on which exercise is due are not judged. | unknown | no span | s7",
  ]);
  expect(unflown({ category: "ground-crew" }, "main", { filmCrewDailyMin: 30 })).toEqual([]);
  expect(unflown({}, "main", { dailyMin: 0 })).toEqual([]);
});

test("asks for what is missing on a device, in pieces, while the day is awake; not for what is cut or too soon", () => {
  expect(wantsOf(exercise, exercising([["exercise", "8T09:00", 50]]))).toEqual([
    {
      ...{ kind: "exercise", title: "Exercise", source: "Rule exercise [S]", people: ["Dubrov"] },
      ...{ minutes: 100, within: span("8T06:00", "8T21:30"), pieceMin: 30, onDevice: true },
    },
  ]);
  const cut = exercising([...FULL, ["meal", "8T15:00", 60]], { call: "8T09:15" });
  expect(judge(exercise, cut).violations).toHaveLength(2);
  expect(wantsOf(exercise, cut)).toEqual([]);
});
