import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import { judge } from "./judge.ts";
import { mealBreak } from "./meal-break.ts";
import { wantsOf } from "./testing-mends.ts";

interface Meal {
  readonly of: string;
  readonly start: string;
  readonly min?: number | undefined;
}
interface Over {
  readonly call?: { readonly of: string; readonly start: string };
  readonly hatchAt?: string;
  readonly isClosed?: boolean;
  readonly flown?: readonly string[];
}
const CREW = ["Shipenko", "Peresild"];

/** The film crew of two and Dubrov, aboard since 5 October; one shoot day, 8 October. */
const eating = (
  meals: readonly Meal[],
  { call, hatchAt = "5T15:00", isClosed = false, flown = [...CREW, "Dubrov"] }: Over = {},
) =>
  plan({
    shootDay: shootDays(8).map((day) => ({ ...day, isClosed })),
    person: [
      ...CREW.map((id) => row("person", id)),
      row("person", "Dubrov", { category: "expedition-crew" }),
    ],
    flight: [row("flight", "MS-19", { hatchAt: at(hatchAt) })],
    seat: flown.map((personId) => row("seat", personId, { flightId: "MS-19", personId })),
    crewBlock: meals.map(({ of, start, min = 60 }) =>
      row("crewBlock", `${of}-${start}`, {
        personId: of,
        kind: "meal",
        startsAt: at(start),
        durationMin: minutes(min),
      }),
    ),
    scene: [row("scene", "7")],
    strip: call ? [row("strip", "s7", { sceneId: "7", startsAt: at(call.start) })] : [],
    assignment: call ? [row("assignment", "a1", { stripId: "s7", job: "direct", personId: call.of })] : [],
  });
const together = (start: string, min?: number) => CREW.map((of) => ({ of, start, min }));

test.each([
  { name: "an hour at one o'clock, together", meals: together("8T13:00"), missing: 0 },
  { name: "it may start at 12:00", meals: together("8T12:00"), missing: 0 },
  { name: "it may start at 14:00", meals: together("8T14:00"), missing: 0 },
  { name: "a start at 11:59 is no midday meal", meals: together("8T11:59"), missing: 120 },
  { name: "nor is one at 14:01", meals: together("8T14:01"), missing: 120 },
  { name: "a minute less is missing for each", meals: together("8T13:00", 59), missing: 2 },
  { name: "no meal at all", meals: [], missing: 120 },
  {
    name: "fifteen minutes apart are not shared",
    meals: [
      { of: "Shipenko", start: "8T13:00" },
      { of: "Peresild", start: "8T13:15" },
    ],
    missing: 15,
  },
  {
    name: "one after the other shares nothing",
    meals: [
      { of: "Shipenko", start: "8T12:00" },
      { of: "Peresild", start: "8T13:00" },
    ],
    missing: 60,
  },
])("$name", ({ meals, missing }) => {
  expect(judge(mealBreak, eating(meals)).amount).toBe(missing);
});

test.each([
  { name: "a call until the meal", start: "8T12:30", cut: 0 },
  { name: "a call one minute into it", start: "8T12:31", cut: 1 },
  { name: "a call in the middle of it", start: "8T13:15", cut: 30 },
])("$name", ({ start, cut }) => {
  expect(judge(mealBreak, eating(together("8T13:00"), { call: { of: "Shipenko", start } })).amount).toBe(cut);
});

test("station crew owe a meal on the days they are called, at a time of their own", () => {
  const call = { of: "Dubrov", start: "8T10:00" };
  expect(judge(mealBreak, eating(together("8T13:00"), { call })).amount).toBe(60);
  const own = [...together("8T13:00"), { of: "Dubrov", start: "8T12:00" }];
  expect(judge(mealBreak, eating(own, { call })).findings).toEqual([]);
});

test("none is owed on a closed day, or by who is not yet aboard", () => {
  expect(judge(mealBreak, eating([], { isClosed: true })).findings).toEqual([]);
  expect(judge(mealBreak, eating([], { hatchAt: "8T12:01" })).findings).toEqual([]);
  expect(judge(mealBreak, eating([], { hatchAt: "8T12:00" })).amount).toBe(120);
});

test("without a known flight of someone called it cannot judge", () => {
  const call = { of: "Dubrov", start: "8T10:00" };
  expect(judge(mealBreak, eating(together("8T13:00"), { call, flown: CREW })).findings).toEqual([
    "8 Oct: no flight is known for someone called; their midday meal is not judged. | unknown | 8T12:00–8T14:00 | s7",
  ]);
});

test("says whose meal is missing, apart, or cut", () => {
  const call = { of: "Shipenko", start: "8T12:45" };
  const meals = [
    { of: "Shipenko", start: "8T13:00" },
    { of: "Peresild", start: "8T13:20" },
  ];
  expect(judge(mealBreak, eating([])).findings).toEqual([
    "Shipenko 1 h and Peresild 1 h: 2 h of midday meal missing on 8 Oct (start 12:00–14:00). | 120 hard | 8T12:00–8T14:00 | no strip | Shipenko Peresild",
  ]);
  expect(judge(mealBreak, eating(meals, { call })).findings).toEqual([
    "Film crew: 20 min of midday meal not shared on 8 Oct (Shipenko 13:00, Peresild 13:20). | 20 hard | 8T13:20–8T14:00 | no strip | Shipenko Peresild",
    "Shipenko: scene 7 takes 15 min of the meal (8 Oct 13:00–13:15). | 15 hard | 8T13:00–8T13:15 | s7 | Shipenko",
  ]);
});

test("a scene that takes of several meals says how much of each, and from when to when", () => {
  const meals = [
    { of: "Shipenko", start: "8T13:00" },
    { of: "Peresild", start: "8T13:06" },
  ];
  const { tables } = eating(meals, { call: { of: "Shipenko", start: "8T12:45" } });
  const assignment = [
    ...tables.assignment,
    row("assignment", "a2", { stripId: "s7", job: "camera", personId: "Peresild" }),
  ];
  expect(judge(mealBreak, plan({ ...tables, assignment })).findings).toContain(
    "Shipenko 15 min and Peresild 9 min: scene 7 takes 24 min of their meals (8 Oct 13:00–13:15). | 24 hard | 8T13:00–8T13:15 | s7 | Shipenko Peresild",
  );
  const early = eating(
    [{ of: "Shipenko", start: "8T13:06" }, ...meals.slice(1), { of: "Dubrov", start: "8T13:00" }],
    {
      call: { of: "Shipenko", start: "8T12:45" },
    },
  ).tables;
  const both = [
    ...early.assignment,
    row("assignment", "a2", { stripId: "s7", job: "camera", personId: "Dubrov" }),
  ];
  expect(judge(mealBreak, plan({ ...early, assignment: both })).findings).toContain(
    "Shipenko 9 min and Dubrov 15 min: scene 7 takes 24 min of their meals (8 Oct 13:00–13:15). | 24 hard | 8T13:00–8T13:15 | s7 | Shipenko Dubrov",
  );
});

test.each<{ name: string; meals: readonly Meal[]; over?: Over; findings: number }>([
  { name: "eats at twelve", meals: [{ of: "Dubrov", start: "8T12:00" }], findings: 0 },
  { name: "eats at two", meals: [{ of: "Dubrov", start: "8T14:00" }], findings: 0 },
  { name: "eats too early", meals: [{ of: "Dubrov", start: "8T11:59" }], findings: 60 },
  { name: "eats too late", meals: [{ of: "Dubrov", start: "8T14:01" }], findings: 60 },
  { name: "eats too little", meals: [{ of: "Dubrov", start: "8T12:30", min: 59 }], findings: 1 },
  { name: "eats not at all on a closed day", meals: [], over: { isClosed: true }, findings: 0 },
  { name: "comes aboard at half past twelve", meals: [], over: { hatchAt: "8T12:30" }, findings: 0 },
])("station crew called on a day, who $name", ({ meals, over, findings }) => {
  const call = { of: "Dubrov", start: "8T16:00" };
  const { tables } = eating([...together("8T13:00"), ...meals], { call, ...over });
  expect(judge(mealBreak, plan({ ...tables })).amount).toBe(findings);
});

test("of two meals the longest counts, of two stays either", () => {
  const two = [
    ...together("8T12:00", 60),
    ...CREW.map((of) => ({ of, start: "8T14:00", min: 20 })),
    ...CREW.map((of) => ({ of, start: "8T13:30", min: 20 })),
  ];
  expect(judge(mealBreak, eating(two)).findings).toEqual([]);
  const { tables } = eating([], { call: { of: "Dubrov", start: "8T16:00" } });
  const flight = [
    ...tables.flight,
    row("flight", "home", { direction: "down", hatchAt: at("8T18:00") }),
    row("flight", "again", { hatchAt: at("20T10:00") }),
  ];
  const seat = [
    ...tables.seat,
    ...["home", "again"].flatMap((flightId) =>
      [...CREW, "Dubrov"].map((personId) => row("seat", `${flightId}-${personId}`, { flightId, personId })),
    ),
  ];
  expect(judge(mealBreak, plan({ ...tables, flight, seat })).amount).toBe(180);
});

test("a strip of the ship unit needs no known flight, a strip of two waits for either", () => {
  const { tables } = eating(together("8T13:00"), { call: { of: "Dubrov", start: "8T10:00" }, flown: CREW });
  const ship = plan({ ...tables, scene: [row("scene", "7", { unit: "ship" })] });
  expect(judge(mealBreak, ship).findings).toEqual([]);
  const both = [
    ...tables.assignment,
    row("assignment", "a2", { stripId: "s7", job: "camera", personId: "Shipenko" }),
  ];
  expect(judge(mealBreak, plan({ ...tables, assignment: both })).unknown).toHaveLength(1);
  const hungry = eating(together("8T13:00"), { call: { of: "Dubrov", start: "8T10:00" } });
  expect(
    judge(mealBreak, plan({ ...hungry.tables, assignment: [...hungry.tables.assignment, ...both.slice(1)] }))
      .amount,
  ).toBe(60);
});

test("a day too short for the hours of the meal asks for none", () => {
  const { tables } = eating([], { call: { of: "Dubrov", start: "8T10:00" } });
  const shootDay = tables.shootDay.map((day) => ({ ...day, sleepsAt: at("8T13:59") }));
  expect(judge(mealBreak, plan({ ...tables, shootDay })).findings).toEqual([]);
});

test("asks for a meal of the film's own together and of others by themselves, of what the hungriest lacks", () => {
  const meal = { kind: "meal", title: "Midday meal", source: "Rule meal-break [S]" };
  const within = span("8T12:00", "8T15:00");
  expect(wantsOf(mealBreak, eating([]))).toEqual([{ ...meal, people: CREW, minutes: 60, within }]);
  expect(wantsOf(mealBreak, eating([{ of: "Shipenko", start: "8T13:00", min: 40 }]))).toEqual([
    { ...meal, people: CREW, minutes: 60, within },
  ]);
  expect(wantsOf(mealBreak, eating(together("8T13:00", 45)))).toEqual([
    { ...meal, people: CREW, minutes: 15, within },
  ]);
  const called = eating(together("8T13:00"), { call: { of: "Dubrov", start: "8T16:00" } });
  expect(wantsOf(mealBreak, called)).toEqual([{ ...meal, people: ["Dubrov"], minutes: 60, within }]);
  const cut = eating(together("8T13:00"), { call: { of: "Shipenko", start: "8T13:10" } });
  expect(judge(mealBreak, cut).violations).not.toEqual([]);
  expect(wantsOf(mealBreak, cut)).toEqual([]);
});
