import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Job } from "../model/job.ts";
import type { PersonCategory } from "../model/person.ts";
import type { Unit } from "../model/window.ts";
import { adaptationStrain } from "./adaptation-strain.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";

interface Over {
  readonly start?: string;
  readonly firstFlight?: boolean;
  readonly category?: PersonCategory;
  readonly isFlown?: boolean;
  readonly unit?: Unit;
  readonly jobs?: readonly Job[];
  readonly acts?: boolean;
  readonly strenuous?: boolean;
  readonly moving?: boolean;
  readonly shot?: boolean;
}
/** Peresild, launched on 5 October at 08:55, is in a strip of two set-ups of 30 min; the second is strenuous. */
const floating = ({
  start = "6T10:00",
  firstFlight = true,
  category = "film-crew",
  isFlown = true,
  unit = "main",
  jobs = [],
  acts = true,
  strenuous = true,
  moving = false,
  shot = false,
}: Over = {}) =>
  plan({
    person: [row("person", "Peresild", { firstFlight, category })],
    role: [row("role", "Zhenya", { personId: "Peresild" })],
    flight: [row("flight", "up", { departsAt: at("5T08:55") })],
    seat: isFlown ? [row("seat", "s", { flightId: "up", personId: "Peresild" })] : [],
    scene: [row("scene", "7", { unit })],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at(start), shootMin: minutes(60) })],
    setUp: [
      row("setUp", "7A", { sceneId: "7", stripId: "s7", roleIds: acts ? ["Zhenya"] : [] }),
      row("setUp", "7B", {
        sceneId: "7",
        stripId: "s7",
        label: "B",
        order: 1,
        strenuous,
        movingCamera: moving,
        isShot: shot,
        roleIds: acts ? ["Zhenya"] : [],
      }),
    ],
    assignment: jobs.map((job) => row("assignment", job, { stripId: "s7", job, personId: "Peresild" })),
  });

test.each<{ name: string; over: Over; min: number }>([
  { name: "the day after launch", over: {}, min: 30 },
  { name: "up to the 48th hour", over: { start: "7T07:55" }, min: 30 },
  { name: "a minute of it past the 48th hour", over: { start: "7T07:56" }, min: 29 },
  { name: "from the 48th hour", over: { start: "7T08:25" }, min: 0 },
  { name: "what is not strenuous", over: { strenuous: false }, min: 0 },
  { name: "who has flown before", over: { firstFlight: false }, min: 0 },
  { name: "who stays on the ground", over: { category: "ground-crew" }, min: 0 },
  { name: "in the ship", over: { unit: "ship", start: "5T10:00" }, min: 30 },
  { name: "at the landing", over: { unit: "landing" }, min: 0 },
  { name: "before launch", over: { unit: "ship", start: "5T07:30" }, min: 0 },
  { name: "what is shot", over: { shot: true }, min: 0 },
  { name: "who operates", over: { acts: false, jobs: ["camera"] }, min: 30 },
  { name: "who directs looks on", over: { acts: false, jobs: ["direct"] }, min: 0 },
  { name: "who dresses the set is not in it", over: { acts: false, jobs: ["dress"] }, min: 0 },
  { name: "who spots a flying camera", over: { acts: false, jobs: ["spotter"], moving: true }, min: 30 },
  {
    name: "a camera that stands needs no spotter",
    over: { acts: false, jobs: ["spotter", "direct"] },
    min: 0,
  },
])("$name: $min min", ({ over, min }) => {
  expect(judge(adaptationStrain, floating(over))).toMatchObject({ amount: min, unknown: [] });
});

test("how long is a parameter", () => {
  expect(judge(adaptationStrain, floating({ start: "8T07:55" }), { hours: 72 })).toMatchObject({
    amount: 30,
    unknown: [],
  });
  expect(judge(adaptationStrain, floating(), { hours: 0 }).findings).toEqual([]);
});

test("only the first launch is one to adapt to", () => {
  const { tables } = floating({ start: "13T10:00" });
  const again = plan({
    ...tables,
    flight: [...tables.flight, row("flight", "again", { departsAt: at("12T09:00") })],
    seat: [...tables.seat, row("seat", "again", { flightId: "again", personId: "Peresild" })],
  });
  expect(judge(adaptationStrain, again).findings).toEqual([]);
});

test("without a known launch it cannot judge what is strenuous", () => {
  expect(judge(adaptationStrain, floating({ isFlown: false })).findings).toEqual([
    "Peresild flies for the first time and no launch is known; strenuous set-ups of scene 7 are not judged. | unknown | 6T10:30–6T11:00 | s7",
  ]);
  expect(judge(adaptationStrain, floating({ isFlown: false, strenuous: false })).findings).toEqual([]);
});

test("says who, how long, which set-up, when, and until when they adapt", () => {
  expect(judge(adaptationStrain, floating()).findings).toEqual([
    "Peresild: 30 min of strenuous work in scene 7, set-up B (6 Oct 10:30–11:00), before 7 Oct 08:55: still adapting. | 30 hard | 6T10:30–6T11:00 | s7 | Peresild",
  ]);
});

test("offers the first start that is late enough", () => {
  expect(mends(adaptationStrain, floating())).toEqual([["Scene 7 to 7 Oct 08:25", 0]]);
});

test("a finding is the strenuous stretch, of its strip and person; several set-ups are all named", () => {
  const { tables } = floating();
  const both = plan({ ...tables, setUp: tables.setUp.map((s) => ({ ...s, strenuous: true })) });
  const { violations, messages } = judge(adaptationStrain, both);
  expect(violations).toMatchObject([
    { span: { start: at("6T10:00"), end: at("6T11:00") }, strips: ["s7"], people: ["Peresild"] },
  ]);
  expect(messages[0]).toContain("set-ups A and B");
});

test("only what lies in the first hours is named", () => {
  const { tables } = floating({ start: "7T08:10" });
  const both = plan({ ...tables, setUp: tables.setUp.map((s) => ({ ...s, strenuous: true })) });
  expect(judge(adaptationStrain, both).findings).toEqual([
    "Peresild: 45 min of strenuous work in scene 7, set-ups A and B (7 Oct 08:10–08:55), before 7 Oct 08:55: still adapting. | 45 hard | 7T08:10–7T08:55 | s7 | Peresild",
  ]);
  const late = plan({ ...both.tables, strip: tables.strip.map((s) => ({ ...s, startsAt: at("7T08:25") })) });
  expect(judge(adaptationStrain, late).findings).toEqual([
    "Peresild: 30 min of strenuous work in scene 7, set-up A (7 Oct 08:25–08:55), before 7 Oct 08:55: still adapting. | 30 hard | 7T08:25–7T08:55 | s7 | Peresild",
  ]);
});

test("a spotter strains only where the camera flies", () => {
  const { tables } = floating({ acts: false, jobs: ["spotter"] });
  const first = plan({ ...tables, setUp: tables.setUp.map((s) => ({ ...s, movingCamera: s.order === 0 })) });
  expect(judge(adaptationStrain, first).findings).toEqual([]);
});

test("of several strips the one is moved", () => {
  const { tables } = floating();
  const two = plan({
    ...tables,
    scene: [...tables.scene, row("scene", "3")],
    strip: [...tables.strip, row("strip", "s3", { sceneId: "3", startsAt: at("6T08:00") })],
    assignment: [row("assignment", "x", { stripId: "s3", job: "camera", personId: "Peresild" })],
  });
  expect(mends(adaptationStrain, two)).toEqual([["Scene 7 to 7 Oct 08:25", 0]]);
});

test("several stretches are all named", () => {
  const { tables } = floating();
  const third = row("setUp", "7C", {
    sceneId: "7",
    stripId: "s7",
    label: "C",
    order: 2,
    strenuous: true,
    roleIds: ["Zhenya"],
  });
  const setUp = [...tables.setUp.map((s) => ({ ...s, strenuous: s.order === 0 })), third];
  const strip = tables.strip.map((s) => ({ ...s, shootMin: minutes(90) }));
  expect(judge(adaptationStrain, plan({ ...tables, setUp, strip })).findings).toEqual([
    "Peresild: 1 h of strenuous work in scene 7, set-ups A and C (6 Oct 10:00–10:30, 6 Oct 11:00–11:30), before 7 Oct 08:55: still adapting. | 60 hard | 6T10:00–6T10:30 | s7 | Peresild",
  ]);
});
