import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds, minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { StripId } from "../model/ids.ts";
import type { Job } from "../model/job.ts";
import type { PersonCategory } from "../model/person.ts";
import type { Unit } from "../model/window.ts";
import { judge } from "./judge.ts";
import { slowdown, slowdownFactor, slowedShoot } from "./slowdown.ts";
import { mends } from "./testing-mends.ts";

interface Over {
  readonly start?: string;
  readonly shootMin?: number;
  readonly firstFlight?: boolean;
  readonly category?: PersonCategory;
  readonly isFlown?: boolean;
  readonly unit?: Unit;
  readonly job?: Job | null;
  readonly acts?: boolean;
  readonly shot?: boolean;
}
/** Set-ups of 30 and 10 min; Peresild, launched on 5 October at 09:00, is in both, Dubrov, at home aboard, operates. */
const shooting = ({
  start = "5T16:00",
  shootMin = 40,
  firstFlight = true,
  category = "film-crew",
  isFlown = true,
  unit = "main",
  job = null,
  acts = true,
  shot = false,
}: Over = {}) =>
  plan({
    person: [
      row("person", "Peresild", { firstFlight, category }),
      row("person", "Dubrov", { firstFlight: true }),
    ],
    role: [row("role", "Zhenya", { personId: "Peresild" })],
    flight: [
      row("flight", "up", { departsAt: at("5T09:00") }),
      row("flight", "old", { departsAt: instant("2021-04-09T07:42:00Z") }),
    ],
    seat: [
      row("seat", "old", { flightId: "old", personId: "Dubrov" }),
      ...(isFlown ? [row("seat", "s", { flightId: "up", personId: "Peresild" })] : []),
    ],
    scene: [row("scene", "7", { unit })],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: at(start),
        rigMin: minutes(30),
        shootMin: minutes(shootMin),
      }),
    ],
    setUp: [30, 10].map((takeMin, i) =>
      row("setUp", `7${i}`, {
        sceneId: "7",
        stripId: "s7",
        order: i,
        takeMin: minutes(takeMin),
        roleIds: acts ? ["Zhenya"] : [],
        isShot: shot && i === 0,
      }),
    ),
    assignment: [
      row("assignment", "a", { stripId: "s7", job: "camera", personId: "Dubrov" }),
      ...(job ? [row("assignment", "b", { stripId: "s7", job, personId: "Peresild" })] : []),
    ],
  });

// The shoot begins half an hour after the strip.
test.each<{ name: string; over: Over; short: number }>([
  { name: "on the first day half as long again", over: {}, short: 20 },
  { name: "long enough", over: { shootMin: 60 }, short: 0 },
  { name: "a minute short", over: { shootMin: 59 }, short: 1 },
  { name: "until the first day is over", over: { start: "6T08:29" }, short: 20 },
  { name: "on the second day 1.375", over: { start: "6T08:30" }, short: 15 },
  { name: "on the third day 1.25", over: { start: "7T08:30" }, short: 10 },
  { name: "on the fourth day 1.125", over: { start: "8T08:30" }, short: 5 },
  { name: "the last minute of it", over: { start: "9T08:29" }, short: 5 },
  { name: "from day 4 on none", over: { start: "9T08:30" }, short: 0 },
  {
    name: "too short with nobody adapting is not this rule's",
    over: { firstFlight: false, shootMin: 1 },
    short: 0,
  },
  { name: "a part of a minute counts whole", over: { start: "8T08:30", shot: true, shootMin: 11 }, short: 1 },
  { name: "what is shot needs no more", over: { shot: true, shootMin: 15 }, short: 0 },
  { name: "in the ship as well", over: { unit: "ship" }, short: 20 },
  { name: "on the ground not", over: { unit: "landing" }, short: 0 },
  { name: "before launch not", over: { unit: "ship", start: "5T08:00" }, short: 0 },
  { name: "who has a job in the shoot counts", over: { acts: false, job: "sound" }, short: 20 },
  { name: "who only rigs does not", over: { acts: false, job: "dress" }, short: 0 },
  { name: "nor who stays on the ground", over: { category: "ground-crew" }, short: 0 },
])("$name: $short min", ({ over, short }) => {
  expect(judge(slowdown, shooting(over))).toMatchObject({ amount: short, unknown: [] });
});

test("factor and days are parameters", () => {
  expect(judge(slowdown, shooting(), { factor: 2 })).toMatchObject({ amount: 40, unknown: [] });
  expect(judge(slowdown, shooting({ start: "6T10:00" }), { days: 1 }).findings).toEqual([]);
  expect(judge(slowdown, shooting({ start: "9T10:00" }), { days: 10 })).toMatchObject({
    amount: 12,
    unknown: [],
  });
});

test("the factor never rises with time, and lies between 1 and the first day's", () => {
  const p = fc.record({
    factor: fc.double({ min: 1, max: 5, noNaN: true }),
    days: fc.integer({ min: 1, max: 60 }),
  });
  const later = fc.nat({ max: 70 * 86_400 });
  fc.assert(
    fc.property(p, later, later, (params, a, b) => {
      const [soon, late] = [Math.min(a, b), Math.max(a, b)].map((s) =>
        slowdownFactor(epochSeconds(0), epochSeconds(s), params),
      ) as [number, number];
      expect(late).toBeLessThanOrEqual(soon);
      expect(late).toBeGreaterThanOrEqual(1);
      expect(soon).toBeLessThanOrEqual(params.factor);
    }),
  );
});

test("the slowest of several counts, and only they are named", () => {
  const { tables } = shooting({ start: "5T16:00" });
  const facts = factsOf(
    plan({
      ...tables,
      flight: tables.flight.map((f) => (f.id === "old" ? { ...f, departsAt: at("3T09:00") } : f)),
    }),
  );
  const slowed = slowedShoot("s7" as StripId, at("5T16:30"), facts);
  expect(slowed).toMatchObject({ base: 40, needed: 60, factor: 1.5 });
  expect(slowed.because.map((p) => p.shortName)).toEqual(["Peresild"]);
  const later = slowedShoot("s7" as StripId, at("6T09:30"), facts);
  expect([later.factor, later.because.map((p) => p.shortName)]).toEqual([1.375, ["Peresild"]]);
});

test("the planner is told what the rule asks, wherever a strip lies", () => {
  const facts = factsOf(shooting());
  expect(slowedShoot("s7" as StripId, at("12T10:00"), facts)).toMatchObject({
    needed: 40,
    factor: 1,
    because: [],
  });
  expect(slowedShoot("s7" as StripId, at("7T10:00"), facts, { factor: 3, days: 2 })).toMatchObject({
    needed: 40,
  });
  expect(slowedShoot("s7" as StripId, at("6T10:00"), facts, { factor: 3, days: 2 })).toMatchObject({
    needed: 80,
  });
});

test("without a known launch it cannot judge", () => {
  expect(judge(slowdown, shooting({ isFlown: false })).findings).toEqual([
    "Scene 7: Peresild flies for the first time and no launch is known; how much longer the shoot takes is not judged. | unknown | 5T16:00–5T17:10 | s7",
  ]);
});

test("says how short, of what, with whom, and by which factor", () => {
  expect(judge(slowdown, shooting({ start: "6T10:00" })).findings).toEqual([
    "Scene 7: shoot of 40 min, 15 min short of 55 min with Peresild still adapting (40 min × 1.375). | 15 hard | 6T10:30–6T11:10 | s7 | Peresild",
  ]);
});

test("offers a longer shoot", () => {
  expect(mends(slowdown, shooting())).toEqual([["Shoot of scene 7 1 h instead of 40 min", 0]]);
});

test("a finding is the shoot, its strip and who is slow; what is unknown names its strip", () => {
  expect(judge(slowdown, shooting()).violations).toMatchObject([
    { span: { start: at("5T16:30"), end: at("5T17:10") }, strips: ["s7"], people: ["Peresild"] },
  ]);
  const [group] = [...factsOf(shooting({ isFlown: false })).placed.values()];
  const facts = factsOf(shooting({ isFlown: false }));
  const { unknown } = slowdown.check(
    { key: "", subject: group as NonNullable<typeof group>, strips: [], facts },
    { factor: 1.5, days: 4 },
  );
  expect(unknown).toMatchObject([{ strips: ["s7"], span: group?.span }]);
});

test("who is unknown beside who is slow, both are said; with all in the can neither", () => {
  const { tables } = shooting({ isFlown: false });
  const both = plan({
    ...tables,
    flight: tables.flight.map((f) => (f.id === "old" ? { ...f, departsAt: at("5T09:00") } : f)),
  });
  expect(judge(slowdown, both)).toMatchObject({
    amount: 20,
    unknown: [expect.stringContaining("Peresild flies")],
  });
  const shot = plan({ ...both.tables, setUp: both.tables.setUp.map((s) => ({ ...s, isShot: true })) });
  expect(judge(slowdown, shot).findings).toEqual([]);
  const noneKnown = plan({ ...tables, seat: [] });
  expect(judge(slowdown, noneKnown).findings).toEqual([
    "Scene 7: Dubrov and Peresild fly for the first time and no launch is known; how much longer the shoot takes is not judged. | unknown | 5T16:00–5T17:10 | s7",
  ]);
});

test("a role that nobody plays, and a strip that nobody works on, are no slower", () => {
  const { tables } = shooting();
  const facts = factsOf(plan({ ...tables, role: tables.role.map((r) => ({ ...r, personId: null })) }));
  expect(slowedShoot("s7" as StripId, at("5T16:30"), facts)).toMatchObject({
    factor: 1,
    because: [],
    unknown: [],
  });
  const bare = factsOf(plan({ ...tables, assignment: [], role: [] }));
  expect(slowedShoot("s7" as StripId, at("5T16:30"), bare)).toMatchObject({
    factor: 1,
    base: 40,
    needed: 40,
  });
  expect(slowedShoot("lost" as StripId, at("5T16:30"), bare)).toMatchObject({
    factor: 1,
    base: 0,
    needed: 0,
  });
});

test("two who are equally slow are both named", () => {
  const { tables } = shooting();
  const facts = factsOf(
    plan({ ...tables, flight: tables.flight.map((f) => ({ ...f, departsAt: at("5T09:00") })) }),
  );
  expect(slowedShoot("s7" as StripId, at("5T16:30"), facts).because.map((p) => p.shortName)).toEqual([
    "Dubrov",
    "Peresild",
  ]);
});

test("long enough is no finding; too short for another reason is not this rule's", () => {
  expect(judge(slowdown, shooting({ shootMin: 60 })).findings).toEqual([]);
  expect(judge(slowdown, shooting({ acts: false, job: "dress", shootMin: 1 })).findings).toEqual([]);
});

test("who only dresses the set, before and after, slows no shoot", () => {
  expect(judge(slowdown, shooting({ acts: false, job: "dress" })).findings).toEqual([]);
  expect(judge(slowdown, shooting({ acts: false, job: "sound" })).amount).toBe(20);
});

test("on the last slow day it is a quarter of the way, and a minute later none", () => {
  // Four days from the 5th at 09:00; the shoot begins half an hour after the rig.
  expect(judge(slowdown, shooting({ start: "9T08:29" })).amount).toBe(5);
  expect(judge(slowdown, shooting({ start: "9T08:30" })).findings).toEqual([]);
});
