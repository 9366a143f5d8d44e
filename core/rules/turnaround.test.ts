import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { judge } from "./judge.ts";
import { turnaround } from "./turnaround.ts";

type BlockFields = Parameters<typeof row<"crewBlock">>[2];
/** Calls of 30 min from the given times, and blocks. */
const worked = (starts: readonly string[], blocks: readonly BlockFields[] = []) =>
  plan({
    shootDay: shootDays(8, 9, 10),
    person: [row("person", "Dubrov", { category: "expedition-crew" })],
    scene: [row("scene", "7")],
    strip: starts.map((start, i) => row("strip", `s${i}`, { sceneId: "7", startsAt: at(start) })),
    assignment: starts.map((_, i) =>
      row("assignment", `a${i}`, { stripId: `s${i}`, job: "direct", personId: "Dubrov" }),
    ),
    crewBlock: blocks.map((fields, i) => row("crewBlock", `b${i}`, { personId: "Dubrov", ...fields })),
  });
const duty = (start: string, min: number): BlockFields => ({
  startsAt: at(start),
  durationMin: minutes(min),
});

test.each([
  { name: "ten hours are enough", starts: ["8T20:30", "9T07:00"], short: 0 },
  { name: "one minute less is one short", starts: ["8T20:31", "9T07:00"], short: 1 },
  { name: "three hours less are 180 short", starts: ["8T23:30", "9T07:00"], short: 180 },
  { name: "a day between is rest", starts: ["8T23:30", "10T06:00"], short: 0 },
  {
    name: "an overrun past midnight belongs to the day before",
    starts: ["8T20:00", "9T00:30", "9T11:00"],
    short: 0,
  },
  { name: "an early call belongs to the day it begins", starts: ["8T18:00", "9T04:30", "9T09:00"], short: 0 },
])("$name", ({ starts, short }) => {
  expect(judge(turnaround, worked(starts)).amount).toBe(short);
});

test("a regular station day leaves ten hours around a call in it", () => {
  const days = [duty("8T08:15", 600), duty("9T08:15", 600), duty("10T08:15", 600)];
  expect(judge(turnaround, worked(["9T10:00"], days)).findings).toEqual([]);
});

test("station duty counts as duty, meals and conferences do not", () => {
  expect(judge(turnaround, worked(["9T07:00"], [duty("8T20:00", 90)])).amount).toBe(30);
  const conference: BlockFields = { ...duty("8T21:00", 25), kind: "conference" };
  const meal: BlockFields = { ...duty("8T21:25", 60), kind: "meal" };
  expect(judge(turnaround, worked(["9T07:00"], [conference, meal])).findings).toEqual([]);
});

test("two station duties are the station's own affair", () => {
  expect(
    judge(turnaround, worked(["10T16:00"], [duty("8T20:00", 120), duty("9T06:00", 60)])).findings,
  ).toEqual([]);
});

test("the actors' twelve hours can be set", () => {
  expect(judge(turnaround, worked(["8T20:30", "9T07:00"]), { minRestHours: 12 }).amount).toBe(120);
});

test("a call on no shoot day cannot be judged", () => {
  expect(judge(turnaround, worked(["20T10:00"])).findings).toEqual([
    "Dubrov: a call lies on no shoot day; the rest around it is not judged. | unknown | no span | s0",
  ]);
});

test("says how long the rest is, from when to when, and how much is missing", () => {
  expect(judge(turnaround, worked(["8T22:00", "9T07:00"])).findings).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 22:30 to 9 Oct 07:00, 1 h 30 under 10 h. | 90 hard | 8T22:30–9T07:00 | s0 s1 | Dubrov",
  ]);
});

test("whatever comes first and last of a day counts, be it a call or the station's duty", () => {
  const rest = (starts: readonly string[], ...blocks: readonly BlockFields[]) =>
    judge(turnaround, worked(starts, blocks)).findings;
  // A duty before the call, one after it, one that begins with it.
  expect(rest(["8T20:30", "9T10:00"], duty("9T05:30", 30))).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 21:00 to 9 Oct 05:30, 1 h 30 under 10 h. | 90 hard | 8T21:00–9T05:30 | s0 | Dubrov",
  ]);
  expect(rest(["8T22:00", "9T07:00"], duty("9T08:15", 600))).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 22:30 to 9 Oct 07:00, 1 h 30 under 10 h. | 90 hard | 8T22:30–9T07:00 | s0 s1 | Dubrov",
  ]);
  expect(rest(["8T22:00", "9T07:00"], duty("9T07:00", 15))).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 22:30 to 9 Oct 07:00, 1 h 30 under 10 h. | 90 hard | 8T22:30–9T07:00 | s0 s1 | Dubrov",
  ]);
  // A duty that ends before the last call, with it, after it.
  expect(rest(["8T22:00", "9T07:00"], duty("8T09:00", 60))).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 22:30 to 9 Oct 07:00, 1 h 30 under 10 h. | 90 hard | 8T22:30–9T07:00 | s0 s1 | Dubrov",
  ]);
  expect(rest(["8T22:00", "9T07:00"], duty("8T22:10", 20))).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 22:30 to 9 Oct 07:00, 1 h 30 under 10 h. | 90 hard | 8T22:30–9T07:00 | s0 s1 | Dubrov",
  ]);
  expect(rest(["8T21:00", "9T07:00"], duty("8T21:50", 40))).toEqual([
    "Dubrov: 8 h 30 of rest from 8 Oct 22:30 to 9 Oct 07:00, 1 h 30 under 10 h. | 90 hard | 8T22:30–9T07:00 | s1 | Dubrov",
  ]);
});

test("a day that runs into the next has no rest and no span", () => {
  const rest = (starts: readonly string[], ...blocks: readonly BlockFields[]) =>
    judge(turnaround, worked(starts, blocks)).findings;
  expect(rest(["9T07:00"], duty("8T20:00", 720))).toEqual([
    "Dubrov: 0 min of rest from 9 Oct 08:00 to 9 Oct 07:00, 10 h under 10 h. | 600 hard | no span | s0 | Dubrov",
  ]);
  expect(rest(["9T07:00"], duty("8T20:00", 660))).toEqual([
    "Dubrov: 0 min of rest from 9 Oct 07:00 to 9 Oct 07:00, 10 h under 10 h. | 600 hard | no span | s0 | Dubrov",
  ]);
});

test("who is not called is not judged, and a duty on no shoot day is nobody's gap", () => {
  expect(judge(turnaround, worked([], [duty("8T20:00", 120), duty("9T06:00", 60)])).findings).toEqual([]);
  expect(judge(turnaround, worked(["9T10:00"], [duty("20T10:00", 60)])).findings).toEqual([]);
});

test("what the optimiser is told holds around every duty of a day, and around the ends of the days", () => {
  // Judged alone, start by start: `judge` holds the rule against what it tells.
  const duties = [duty("9T08:00", 60), duty("9T12:00", 60), duty("9T18:00", 120)];
  const found = (start: string, blocks = duties) => judge(turnaround, worked([start], blocks)).amount;
  expect(["8T21:30", "8T21:31", "10T05:59", "10T06:00"].map((start) => found(start))).toEqual([0, 1, 1, 0]);
  expect(["9T03:00", "9T22:30", "8T12:00"].map((start) => found(start))).toEqual([0, 0, 0]);
  expect(found("9T01:00", [duty("8T14:45", 15), duty("8T15:00", 15)])).toBe(0);
  expect(found("8T12:00", [])).toBe(0);
});

test("the optimiser is cautioned: who wraps so late may not be called as the next day wakes", () => {
  const facts = factsOf(worked(["8T10:00"]));
  const cautions = (params: object) =>
    [...facts.placed.values()].flatMap((placed) => turnaround.view(params).caution(placed, facts));
  // Days wake at 06:00 and end for calls halfway to the next: 8 October's at 01:45:01.
  const part = { start: at("8T10:00"), end: at("8T10:30") };
  expect(cautions({})).toEqual([
    {
      part,
      never: [
        { start: at("8T20:00"), end: at("9T01:45:01") },
        { start: at("9T20:00"), end: at("10T01:45:01") },
      ],
    },
  ]);
  expect(cautions({ minRestHours: 4 })).toEqual([{ part, never: [] }]);
});
