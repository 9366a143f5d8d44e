import { expect, test } from "vitest";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import type { Entity } from "../model/entities.ts";
import { conferences } from "./conferences.ts";
import { judge } from "./judge.ts";
import { wantsOf } from "./testing-mends.ts";

type Blocks = readonly Entity<"crewBlock">[];
const block = (
  id: string,
  start: string,
  durationMin: number,
  over: { kind?: "conference" | "medical"; moduleId?: string; title?: string } = {},
) =>
  row("crewBlock", id, { personId: "dubrov", kind: "conference", startsAt: at(start), durationMin, ...over });
const planning = (day: number) => [
  block(`m${day}`, `${day}T07:30`, 25, { title: "Morning conference" }),
  block(`e${day}`, `${day}T19:05`, 25, { title: "Evening conference" }),
];

/** Dubrov is aboard since before the window and stays; shoot days 8 and 9 October. */
const resident = (blocks: Blocks, over: Parameters<typeof plan>[0] = {}) =>
  plan({
    person: [row("person", "dubrov", { shortName: "Dubrov", category: "expedition-crew" })],
    flight: [row("flight", "ms-18", { hatchAt: at("1T00:00") })],
    seat: [row("seat", "seat", { flightId: "ms-18", personId: "dubrov" })],
    shootDay: shootDays(8, 9),
    crewBlock: blocks,
    ...over,
  });

test.each([
  { name: "both conferences of both days are placed", blocks: [...planning(8), ...planning(9)], min: 0 },
  { name: "one day without them costs twice 25", blocks: planning(8), min: 50 },
  {
    name: "one minute short costs one",
    blocks: [...planning(8), block("m9", "9T07:31", 24), block("e9", "9T19:05", 25)],
    min: 1,
  },
  {
    name: "in two pieces it is whole",
    blocks: [
      ...planning(8),
      block("a", "9T07:30", 10),
      block("b", "9T07:40", 15),
      block("e9", "9T19:05", 25),
    ],
    min: 0,
  },
  {
    name: "at another time it is missing",
    blocks: [...planning(8), block("m9", "9T09:00", 25), block("e9", "9T19:05", 25)],
    min: 25,
  },
])("$name", ({ blocks, min }) => {
  expect(judge(conferences, resident(blocks)).amount).toBe(min);
});

test("only full shoot days aboard count, and only conferences in waking hours", () => {
  const arrives = [row("flight", "ms-18", { hatchAt: at("8T15:00") })];
  // Came aboard on 8 October inside the window: 9 October's planning, and one day of the newcomer's medical conference.
  expect(judge(conferences, resident(planning(9), { flight: arrives })).findings).toEqual([
    "Dubrov: 15 min missing of the private medical conference on 9 Oct. | 15 hard | 9T06:00–9T21:30 | no strip | dubrov",
  ]);
  const shifted = shootDays(8).map((day) => ({ ...day, wakesAt: at("8T12:00") }));
  expect(judge(conferences, resident(planning(8).slice(1), { shootDay: shifted })).findings).toEqual([]);
});

test("times and lengths are parameters", () => {
  const params = { morning: "08:00", planningMin: 10 };
  const blocks = [block("m", "8T08:00", 10), block("e", "8T19:05", 10)];
  expect(judge(conferences, resident(blocks, { shootDay: shootDays(8) }), params).findings).toEqual([]);
});

/** Peresild comes aboard at 15:00 on 5 October, as the window begins. */
const newcomer = (medical: readonly { day: number; min: number }[]) =>
  plan({
    person: [row("person", "peresild", { shortName: "Peresild" })],
    flight: [row("flight", "ms-19")],
    seat: [row("seat", "seat", { flightId: "ms-19", personId: "peresild" })],
    shootDay: shootDays(5, 6, 7, 8, 9),
    crewBlock: medical.map(({ day, min }) =>
      row("crewBlock", `d${day}`, {
        personId: "peresild",
        kind: "medical",
        startsAt: at(`${day}T11:00`),
        durationMin: min,
      }),
    ),
  });

test.each([
  { name: "15 min on the first three full days are enough", min: [15, 15, 15], missing: 0 },
  { name: "one minute short costs one", min: [15, 14, 15], missing: 1 },
  { name: "none at all cost 45", min: [], missing: 45 },
  { name: "more on one day does not help another", min: [30, 0, 15], missing: 15 },
])("newcomers: $name", ({ min, missing }) => {
  const medical = min.map((m, i) => ({ day: 6 + i, min: m }));
  expect(judge(conferences, newcomer(medical)).amount).toBe(missing);
});

test("who was aboard before the window is no newcomer; film crew attend no planning", () => {
  const early = newcomer([]).tables.flight.map((f) => ({ ...f, hatchAt: at("4T15:00") }));
  expect(judge(conferences, plan({ ...newcomer([]).tables, flight: early })).findings).toEqual([]);
});

/** A scene of 30 min in Columbus with Dubrov or without. */
const filming = (start: string, job: boolean) => ({
  module: [row("module", "columbus", { name: "Columbus" })],
  scene: [row("scene", "7")],
  strip: [row("strip", "s7", { sceneId: "7", startsAt: at(start), moduleId: "columbus" })],
  assignment: job ? [row("assignment", "a", { stripId: "s7", job: "camera", personId: "dubrov" })] : [],
  shootDay: shootDays(8),
});

test.each([
  { name: "beginning as it ends is clear", start: "8T07:55", min: 0 },
  { name: "one minute into it costs one", start: "8T07:54", min: 1 },
  { name: "over it costs all of it", start: "8T07:30", min: 25 },
])("calls: $name", ({ start, min }) => {
  expect(judge(conferences, resident(planning(8), filming(start, true))).amount).toBe(min);
});

test("says whose call lies in which conference", () => {
  expect(judge(conferences, resident(planning(8), filming("8T19:15", true))).findings).toEqual([
    "Dubrov: 15 min of scene 7 in Evening conference (8 Oct 19:15–19:30). | 15 hard | 8T19:15–8T19:30 | s7 | dubrov",
  ]);
});

test("a private medical conference closes its module", () => {
  const medical = block("x", "8T11:00", 15, { kind: "medical", moduleId: "columbus", title: "Medical" });
  const blocks = [...planning(8), medical];
  expect(judge(conferences, resident(blocks, filming("8T11:15", false))).findings).toEqual([]);
  expect(judge(conferences, resident(blocks, filming("8T11:10", false))).findings).toEqual([
    "Dubrov: 5 min of scene 7 in Columbus during a private medical conference there (8 Oct 11:10–11:15). | 5 hard | 8T11:10–8T11:15 | s7 | dubrov",
  ]);
  // With a call the same minutes count once, as the call.
  expect(judge(conferences, resident(blocks, filming("8T11:10", true))).findings).toEqual([
    "Dubrov: 5 min of scene 7 in Medical (8 Oct 11:10–11:15). | 5 hard | 8T11:10–8T11:15 | s7 | dubrov",
  ]);
});

test("missing planning conferences are named with their time", () => {
  const { messages, violations } = judge(conferences, resident([], { shootDay: shootDays(8) }));
  expect(messages[0]).toBe("Dubrov: 25 min missing of the morning planning conference (8 Oct 07:30–07:55).");
  expect(violations[0]).toMatchObject({ span: span("8T07:30", "8T07:55"), people: ["dubrov"] });
});

test("without a known flight it is not judged, once the person is called", () => {
  expect(judge(conferences, resident([], { seat: [] })).findings).toEqual([]);
  expect(judge(conferences, resident([], { seat: [], ...filming("8T12:00", true) })).findings).toEqual([
    "Dubrov: no flight is known, so their conferences are not judged. | unknown | no span | s7",
  ]);
});

test("who is not station crew may be without a flight; a call on a day of theirs is no gap", () => {
  const guest = [row("person", "dubrov", { shortName: "Dubrov" })];
  const snapshot = resident([], { person: guest, seat: [], ...filming("8T12:00", true) });
  expect(judge(conferences, snapshot).findings).toEqual([]);
});

test("a closed module is closed to every placement there then, and to no other", () => {
  const medical = block("x", "8T11:00", 15, { kind: "medical", moduleId: "columbus" });
  const meeting = block("z", "8T13:00", 15, { moduleId: "columbus" });
  const outside = block("w", "8T14:00", 15, { kind: "medical" });
  const blocks = [...planning(8), medical, meeting, outside];
  const { tables } = resident(blocks, filming("8T11:10", false));
  const others = [
    row("strip", "s8", { sceneId: "7", startsAt: at("8T11:00"), moduleId: "zvezda" }),
    row("strip", "s9", { sceneId: "7", startsAt: at("8T13:00"), moduleId: "columbus" }),
    row("strip", "s10", { sceneId: "7", startsAt: at("8T14:00"), moduleId: null }),
  ];
  const novitsky = row("person", "novitsky", { shortName: "Novitsky" });
  const assignment = [row("assignment", "n", { stripId: "s7", job: "camera", personId: "novitsky" })];
  const all = plan({
    ...tables,
    person: [...tables.person, novitsky],
    strip: [...tables.strip, ...others],
    assignment,
    scene: [row("scene", "7")],
  });
  expect(judge(conferences, all).findings).toEqual([
    "Dubrov: 5 min of scene 7 in Columbus during a private medical conference there (8 Oct 11:10–11:15). | 5 hard | 8T11:10–8T11:15 | s7 | dubrov",
  ]);
  const gone = plan({ ...all.tables, module: [] });
  expect(judge(conferences, gone).messages).toEqual([
    "Dubrov: 5 min of scene 7 in the module during a private medical conference there (8 Oct 11:10–11:15).",
  ]);
});

test.each([
  { name: "as the main window opens", hatchAt: "5T15:00", missing: 45 },
  { name: "before it", hatchAt: "5T14:59", missing: 0 },
  { name: "as it closes", hatchAt: "16T20:41", missing: 0 },
  { name: "after it", hatchAt: "17T00:00", missing: 0 },
])("who comes $name misses $missing min of medical conferences", ({ hatchAt, missing }) => {
  const { tables } = newcomer([]);
  const flight = tables.flight.map((f) => (f.direction === "up" ? { ...f, hatchAt: at(hatchAt) } : f));
  const ship = row("shootWindow", "ship", { unit: "ship", startsAt: at("1T00:00"), endsAt: at("30T00:00") });
  const shootWindow = [ship, ...tables.shootWindow];
  const days = shootDays(6, 7, 8, 18, 19, 20);
  expect(judge(conferences, plan({ ...tables, flight, shootWindow, shootDay: days })).amount).toBe(missing);
});

test("asks for the conferences that are missing, each by its name and when it is held, and for nothing else", () => {
  const conference = { kind: "conference", source: "Rule conferences [S]", people: ["dubrov"] } as const;
  const short = [...planning(8).slice(1), block("m", "8T07:40", 15), planning(9)[0]].filter(
    (b) => b !== undefined,
  );
  expect(wantsOf(conferences, resident(short))).toEqual([
    {
      ...conference,
      ...{ title: "Morning planning conference", minutes: 10, within: span("8T07:30", "8T07:55") },
    },
    {
      ...conference,
      ...{ title: "Evening planning conference", minutes: 25, within: span("9T19:05", "9T19:30") },
    },
  ]);
  const arrives = [row("flight", "ms-18", { hatchAt: at("8T15:00") })];
  expect(wantsOf(conferences, resident(planning(9), { flight: arrives }))).toEqual([
    {
      ...{ kind: "medical", title: "Private medical conference", source: "Rule conferences [S]" },
      ...{ people: ["dubrov"], minutes: 15, within: span("9T06:00", "9T21:30") },
    },
  ]);
  const called = {
    scene: [row("scene", "7")],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T07:30") })],
    assignment: [row("assignment", "a", { stripId: "s7", job: "direct", personId: "dubrov" })],
  };
  const cut = resident([...planning(8), ...planning(9)], called);
  expect(judge(conferences, cut).violations).not.toEqual([]);
  expect(wantsOf(conferences, cut)).toEqual([]);
});
