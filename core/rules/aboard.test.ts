import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Unit } from "../model/window.ts";
import { aboard } from "./aboard.ts";
import { judge } from "./judge.ts";

const flown = [
  row("flight", "MS-19"),
  row("flight", "MS-18", { direction: "down", hatchAt: at("16T20:41") }),
];
const seats = [
  row("seat", "up", { flightId: "MS-19", personId: "Shipenko" }),
  row("seat", "down", { flightId: "MS-18", personId: "Shipenko" }),
];
const directing = (start: string, over: { unit?: Unit; seat?: typeof seats } = {}) =>
  plan({
    person: [row("person", "Shipenko")],
    flight: flown,
    seat: over.seat ?? seats,
    scene: [row("scene", "7", { unit: over.unit ?? "main" })],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at(start), shootMin: minutes(30) })],
    assignment: [row("assignment", "a1", { stripId: "s7", job: "direct", personId: "Shipenko" })],
  });

test.each([
  { name: "a call that begins with hatch opening is aboard", start: "5T15:00", away: 0 },
  { name: "one minute before it costs one", start: "5T14:59", away: 1 },
  { name: "a call that ends with hatch closing is aboard", start: "16T20:11", away: 0 },
  { name: "one minute after it costs one", start: "16T20:12", away: 1 },
  { name: "a call after undocking costs all of it", start: "17T02:00", away: 30 },
])("$name", ({ start, away }) => {
  expect(judge(aboard, directing(start)).amount).toBe(away);
});

test.each(["ship", "landing"] as const)("the %s unit works away from the station", (unit) => {
  expect(judge(aboard, directing("5T10:00", { unit }))).toMatchObject({ amount: 0, unknown: [] });
});

test("who stays has no ship down, and is aboard to the end", () => {
  expect(judge(aboard, directing("16T22:00", { seat: seats.slice(0, 1) })).findings).toEqual([]);
});

test("without a known flight it cannot judge", () => {
  expect(judge(aboard, directing("8T10:00", { seat: [] })).findings).toEqual([
    "Shipenko is on the main unit, but no flight is known: name their ships. | unknown | no span | s7",
  ]);
});

test("says who, how long, and when", () => {
  expect(judge(aboard, directing("16T20:30")).findings).toEqual([
    "Shipenko: 19 min of the call for scene 7 while not aboard (16 Oct 20:41–21:00). | 19 hard | 16T20:41–16T21:00 | s7 | Shipenko",
  ]);
});

test("a call that sees the hatch close and open again is away between", () => {
  const { tables } = directing("8T10:00");
  const flight = [
    ...tables.flight.map((f) => (f.id === "MS-18" ? { ...f, hatchAt: at("8T10:05") } : f)),
    row("flight", "MS-20", { hatchAt: at("8T10:15") }),
    row("flight", "MS-20-down", { direction: "down", hatchAt: at("8T10:20") }),
  ];
  const seat = [
    ...tables.seat,
    row("seat", "again", { flightId: "MS-20", personId: "Shipenko" }),
    row("seat", "down-again", { flightId: "MS-20-down", personId: "Shipenko" }),
  ];
  expect(judge(aboard, plan({ ...tables, flight, seat })).findings).toEqual([
    "Shipenko: 20 min of the call for scene 7 while not aboard (8 Oct 10:05–10:15, 8 Oct 10:20–10:30). | 20 hard | 8T10:05–8T10:15 | s7 | Shipenko",
  ]);
});

test("nobody who is not called need be aboard", () => {
  const { tables } = directing("17T02:00", { seat: [] });
  expect(judge(aboard, plan({ ...tables, assignment: [] })).findings).toEqual([]);
});
