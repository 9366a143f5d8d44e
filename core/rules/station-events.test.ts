import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Unit } from "../model/window.ts";
import { judge } from "./judge.ts";
import { stationEvents } from "./station-events.ts";

type EventFields = Parameters<typeof row<"stationEvent">>[2];
type SetUpFields = Parameters<typeof row<"setUp">>[2];

/** Scene 7 in Zvezda, rig 10:00, shoot 10:30–11:30 in two set-ups of 30 min: A plain, B as said. */
const during = (event: EventFields, setUp: SetUpFields = {}, unit: Unit = "main") =>
  plan({
    person: [row("person", "Dubrov")],
    module: [row("module", "Zvezda")],
    stationEvent: [
      row("stationEvent", "e1", {
        title: "the thruster test",
        startsAt: at("8T11:20"),
        durationMin: minutes(20),
        ...event,
      }),
    ],
    scene: [row("scene", "7", { unit })],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        moduleId: "Zvezda",
        startsAt: at("8T10:00"),
        rigMin: minutes(30),
        shootMin: minutes(60),
      }),
    ],
    setUp: [
      row("setUp", "7A", { sceneId: "7", stripId: "s7" }),
      row("setUp", "7B", { sceneId: "7", stripId: "s7", order: 1, ...setUp }),
    ],
    assignment: [row("assignment", "a1", { stripId: "s7", job: "direct", personId: "Dubrov" })],
  });

test.each([
  { name: "an event that begins as the placement ends takes nothing", startsAt: "8T11:30", lost: 0 },
  { name: "one minute earlier it takes one", startsAt: "8T11:29", lost: 1 },
  { name: "in the middle it takes its length", startsAt: "8T10:50", lost: 20 },
  { name: "ending as the rig begins it takes nothing", startsAt: "8T09:40", lost: 0 },
  { name: "it takes the module from rig on", startsAt: "8T09:41", lost: 1 },
])("$name", ({ startsAt, lost }) => {
  const event = { startsAt: at(startsAt), moduleIds: ["Zvezda"] };
  expect(judge(stationEvents, during(event)).amount).toBe(lost);
});

test.each([
  { name: "margins count", event: { moduleIds: ["Zvezda"], marginBeforeMin: minutes(30) }, lost: 40 },
  {
    name: "a person is taken from their call only, not from the rig",
    event: { startsAt: at("8T10:20"), personIds: ["Dubrov"] },
    lost: 10,
  },
  {
    name: "module and person in the same minutes count once",
    event: { moduleIds: ["Zvezda"], personIds: ["Dubrov"] },
    lost: 10,
  },
  {
    name: "other modules and people do not matter",
    event: { moduleIds: ["Nauka"], personIds: ["Vande Hei"] },
    lost: 0,
  },
  { name: "panes, for a set-up with a pane", event: { takesPanes: true }, setUp: { paneId: "w9" }, lost: 10 },
  {
    name: "attitude, for a set-up with light from outside",
    event: { takesAttitude: true },
    setUp: { light: "day" as const },
    lost: 10,
  },
  {
    name: "quiet, for a set-up with sync sound",
    event: { takesQuiet: true },
    setUp: { syncSound: true },
    lost: 10,
  },
  {
    name: "none of them for a set-up that asks for none",
    event: { takesPanes: true, takesAttitude: true, takesQuiet: true },
    lost: 0,
  },
  {
    name: "nor while only the other set-up is shot",
    event: { startsAt: at("8T10:30"), takesQuiet: true },
    setUp: { syncSound: true },
    lost: 0,
  },
])("$name", ({ event, setUp, lost }) => {
  expect(judge(stationEvents, during(event, setUp)).amount).toBe(lost);
});

test("the ship unit loses people to an event, but not the station's quiet", () => {
  const loud = { takesQuiet: true };
  expect(judge(stationEvents, during(loud, { syncSound: true }, "ship")).findings).toEqual([]);
  expect(judge(stationEvents, during({ personIds: ["Dubrov"] }, {}, "ship")).amount).toBe(10);
});

test("says what the event takes, how much, and when", () => {
  const event = { moduleIds: ["Zvezda"], personIds: ["Dubrov"], takesPanes: true };
  expect(judge(stationEvents, during(event, { light: "sunset" })).findings).toEqual([
    "Scene 7: 10 min in the thruster test, which takes Zvezda, Dubrov and the panes (8 Oct 11:20–11:30). | 10 hard | 8T11:20–8T11:30 | s7 | Dubrov",
  ]);
});

test("it takes what it says and nothing else, each with its margins", () => {
  const found = (event: EventFields, setUp: SetUpFields = {}) =>
    judge(stationEvents, during(event, setUp)).findings;
  expect(found({ takesAttitude: true, marginBeforeMin: minutes(5) }, { light: "day" })).toEqual([
    "Scene 7: 15 min in the thruster test, which takes the attitude (8 Oct 11:15–11:30). | 15 hard | 8T11:15–8T11:30 | s7 | nobody",
  ]);
  expect(found({ takesQuiet: true }, { syncSound: true })).toEqual([
    "Scene 7: 10 min in the thruster test, which takes the quiet (8 Oct 11:20–11:30). | 10 hard | 8T11:20–8T11:30 | s7 | nobody",
  ]);
  expect(found({ takesQuiet: true }, { light: "day" })).toEqual([]);
  expect(found({ takesPanes: true }, { syncSound: true })).toEqual([]);
  expect(found({ moduleIds: ["Zarya"], personIds: ["Novitsky"] })).toEqual([]);
  expect(found({ startsAt: at("8T10:00"), moduleIds: ["Zvezda"], marginAfterMin: minutes(15) })).toEqual([
    "Scene 7: 35 min in the thruster test, which takes Zvezda (8 Oct 10:00–10:35). | 35 hard | 8T10:00–8T10:35 | s7 | nobody",
  ]);
  expect(found({ startsAt: at("8T10:00"), durationMin: minutes(0), moduleIds: ["Zvezda"] })).toEqual([]);
});

test("of people only those called meanwhile are named; of a strip in no module only what else it needs", () => {
  const { tables } = during({
    startsAt: at("8T10:05"),
    durationMin: minutes(10),
    moduleIds: ["Zvezda"],
    personIds: ["Dubrov"],
  });
  expect(judge(stationEvents, plan(tables)).findings).toEqual([
    "Scene 7: 10 min in the thruster test, which takes Zvezda (8 Oct 10:05–10:15). | 10 hard | 8T10:05–8T10:15 | s7 | nobody",
  ]);
  const nowhere = tables.strip.map((s) => ({ ...s, moduleId: null }));
  expect(judge(stationEvents, plan({ ...tables, strip: nowhere })).findings).toEqual([]);
  expect(judge(stationEvents, plan({ ...tables, module: [] })).messages).toEqual([
    "Scene 7: 10 min in the thruster test, which takes the module (8 Oct 10:05–10:15).",
  ]);
});

test("what it takes in two stretches is told as two", () => {
  const { tables } = during(
    { startsAt: at("8T10:00"), durationMin: minutes(200), takesQuiet: true },
    { syncSound: true },
  );
  const setUp = [
    ...tables.setUp.map((s) =>
      s.order === 0
        ? { ...s, syncSound: true, takeMin: minutes(10) }
        : { ...s, syncSound: false, takeMin: minutes(10) },
    ),
    row("setUp", "7C", { sceneId: "7", stripId: "s7", order: 2, syncSound: true, takeMin: minutes(10) }),
  ];
  expect(judge(stationEvents, plan({ ...tables, setUp })).findings).toEqual([
    "Scene 7: 40 min in the thruster test, which takes the quiet (8 Oct 10:30–10:50, 8 Oct 11:10–11:30). | 40 hard | 8T10:30–8T10:50 | s7 | nobody",
  ]);
});
