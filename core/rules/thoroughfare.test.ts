import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf, plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { SetUp } from "../model/scene.ts";
import { groupsOf } from "./groups.ts";
import { judge } from "./judge.ts";
import { thoroughfare } from "./thoroughfare.ts";

interface Block {
  readonly kind?: "duty" | "exercise" | "meal" | "sleep";
  readonly start: string;
  readonly min?: number;
  readonly moduleId?: string | null;
  readonly deviceId?: string;
}

/**
 * Nauka (toilet) – Zvezda (galley, beds) – Zarya – Unity (toilet, galley), and a cabin behind Nauka. Scene 7 is shot in Zvezda from 10:00
 * with Ann; Bob has the blocks given.
 */
const planOf = (
  blocks: readonly Block[],
  setUps: readonly (Partial<Pick<SetUp, "blocksPassage" | "isShot">> & { readonly takeMin?: number })[] = [
    { blocksPassage: true },
  ],
  over: {
    takeMin?: number;
    held?: string;
    segments?: readonly "RS"[];
    noToilet?: boolean;
    leaves?: string;
  } = {},
) => {
  const { takeMin = 40, held = "zvezda", segments = ["RS"], noToilet = false } = over;
  const toilet = noToilet ? [] : (["toilet"] as const);
  return plan({
    person: [
      row("person", "ann", { shortName: "Ann" }),
      row("person", "bob", { shortName: "Bob", category: "expedition-crew", segments: [...segments] }),
      row("person", "eve", { shortName: "Eve", category: "ground-crew" }),
    ],
    flight: [
      row("flight", "up"),
      row("flight", "down", { direction: "down", hatchAt: at(over.leaves ?? "16T20:41") }),
    ],
    seat: ["up", "down"].flatMap((flightId) =>
      ["ann", "bob"].map((personId) => row("seat", `${personId}-${flightId}`, { flightId, personId })),
    ),
    module: [
      row("module", "nauka", { name: "Nauka", order: 1, facilities: [...toilet] }),
      row("module", "zvezda", { name: "Zvezda", order: 2, facilities: ["galley", "sleep", "exercise"] }),
      row("module", "zarya", { name: "Zarya", order: 3 }),
      row("module", "unity", { name: "Unity", segment: "USOS", order: 4, facilities: [...toilet, "galley"] }),
    ],
    hatch: (
      [
        ["nauka", "zvezda"],
        ["zvezda", "zarya"],
        ["zarya", "unity"],
      ] as const
    ).map(([fromModuleId, toModuleId], i) => row("hatch", `h${i}`, { fromModuleId, toModuleId })),
    exerciseDevice: [row("exerciseDevice", "velo", { moduleId: "zvezda" })],
    scene: [row("scene", "7"), row("scene", "12")],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        moduleId: held,
        shootMin: takeMin * setUps.length,
      }),
    ],
    setUp: setUps.map((fields, i) =>
      row("setUp", `u${i}`, {
        sceneId: "7",
        stripId: "s7",
        label: "ABCD".charAt(i),
        order: i,
        takeMin,
        ...fields,
      }),
    ),
    assignment: [row("assignment", "a", { stripId: "s7", job: "direct", personId: "ann" })],
    crewBlock: blocks.map(({ kind = "duty", start, min = 60, ...where }, i) =>
      row("crewBlock", `b${i}`, { personId: "bob", kind, startsAt: at(start), durationMin: min, ...where }),
    ),
  });
};
const inNauka: Block = { start: "8T09:30", min: 120, moduleId: "nauka" };

test.each([
  {
    name: "at work behind the held module there is no galley for 40 min, 25 too many",
    blocks: [inNauka],
    over: 25,
  },
  { name: "who is free waits where they like", blocks: [], over: 0 },
  { name: "on the other side all is there", blocks: [{ ...inNauka, moduleId: "zarya" }], over: 0 },
  {
    name: "who is in the held module leaves it as they like",
    blocks: [{ ...inNauka, moduleId: "zvezda" }],
    over: 0,
  },
  {
    name: "who has no place in the plan is where they sleep",
    blocks: [{ start: "8T09:30", min: 120 }],
    over: 0,
  },
  {
    name: "their own bed goes before their segment's quarters",
    blocks: [
      { kind: "sleep" as const, start: "7T21:30", min: 500, moduleId: "nauka" },
      { start: "8T09:30", min: 120 },
    ],
    over: 25,
  },
  { name: "a quarter of an hour of it is allowed", blocks: [{ ...inNauka, min: 45 }], over: 0 },
  { name: "a minute more is one", blocks: [{ ...inNauka, min: 46 }], over: 1 },
  {
    name: "exercise that begins in the held module finds it shut",
    blocks: [{ kind: "exercise" as const, start: "8T10:10", moduleId: "zvezda" }],
    over: 15,
  },
  {
    name: "exercise that begins with the hold, too",
    blocks: [{ kind: "exercise" as const, start: "8T10:00", moduleId: "zvezda" }],
    over: 25,
  },
  {
    name: "who comes from elsewhere to a little duty in the held module misses no more than that",
    blocks: [
      { start: "8T09:00", min: 65, moduleId: "zarya" },
      { start: "8T10:10", min: 10, moduleId: "zvezda" },
    ],
    over: 0,
  },
  {
    name: "its device says where",
    blocks: [{ kind: "exercise" as const, start: "8T10:10", deviceId: "velo" }],
    over: 15,
  },
  {
    name: "exercise that has begun goes on",
    blocks: [{ kind: "exercise" as const, start: "8T09:50", moduleId: "zvezda" }],
    over: 0,
  },
  {
    name: "a meal that is laid in a module behind the hold is as far as any duty there",
    blocks: [
      { start: "8T09:00", min: 70, moduleId: "zarya" },
      { kind: "meal" as const, start: "8T10:10", moduleId: "nauka" },
    ],
    over: 15,
  },
  {
    name: "who is free as the hold begins has gone where they will be needed",
    blocks: [
      { start: "8T09:00", min: 60, moduleId: "nauka" },
      { start: "8T10:10", moduleId: "zarya" },
    ],
    over: 0,
  },
  {
    name: "duty on the same side needs no way",
    blocks: [
      { start: "8T09:00", min: 70, moduleId: "zarya" },
      { start: "8T10:10", moduleId: "unity" },
    ],
    over: 0,
  },
  {
    name: "with the hold between them, 30 min are 15 too many",
    blocks: [
      { start: "8T09:00", min: 70, moduleId: "zarya" },
      { start: "8T10:10", min: 5, moduleId: "nauka" },
    ],
    over: 15,
  },
  {
    name: "who was free before the hold has gone ahead, and lacks only the galley there",
    blocks: [
      { start: "8T09:00", min: 60, moduleId: "zarya" },
      { start: "8T10:10", min: 20, moduleId: "nauka" },
    ],
    over: 5,
  },
  {
    name: "a meal wants any galley",
    blocks: [
      { start: "8T09:50", min: 20, moduleId: "nauka" },
      { kind: "meal" as const, start: "8T10:10", min: 60 },
    ],
    over: 25,
  },
  {
    name: "on the galley's side a meal lacks nothing",
    blocks: [
      { start: "8T09:50", min: 20, moduleId: "zarya" },
      { kind: "meal" as const, start: "8T10:10", min: 60 },
    ],
    over: 0,
  },
])("$name", ({ blocks, over }) => {
  const { amount, unknown } = judge(thoroughfare, planOf(blocks));
  expect(amount).toBe(over);
  expect(unknown).toEqual([]);
});

const held = { blocksPassage: true };
test.each([
  { name: "a set-up that leaves room holds nothing", setUps: [{}], over: 0 },
  { name: "two without a break between them are one hold: 2 × 40 − 15", setUps: [held, held], over: 65 },
  {
    name: "two with one between that leaves room are two: 2 × (40 − 15)",
    setUps: [held, {}, held],
    over: 50,
  },
  { name: "what is shot holds nothing any more", setUps: [{ ...held, isShot: true }], over: 0 },
])("$name", ({ setUps, over }) => {
  expect(judge(thoroughfare, planOf([{ ...inNauka, min: 400 }], setUps)).amount).toBe(over);
});

test("a hold of a quarter of an hour is no matter, whoever waits; the limit is a parameter", () => {
  const snapshot = planOf([inNauka], [held], { takeMin: 15 });
  expect(judge(thoroughfare, snapshot).findings).toEqual([]);
  expect(judge(thoroughfare, snapshot, { holdMin: 5 }).amount).toBe(10);
});

test("a dead end cuts off nobody who is not at work in it", () => {
  expect(
    judge(thoroughfare, planOf([{ ...inNauka, moduleId: "zarya" }], [held], { held: "nauka" })).findings,
  ).toEqual([]);
});

test("who is not aboard, or called in the scene itself, is not cut off", () => {
  expect(judge(thoroughfare, planOf([inNauka], [held], { leaves: "8T10:00" })).findings).toEqual([]);
  const snapshot = planOf([inNauka]);
  const assignment = [row("assignment", "a", { stripId: "s7", job: "direct", personId: "bob" })];
  expect(judge(thoroughfare, { ...snapshot, tables: { ...snapshot.tables, assignment } }).findings).toEqual(
    [],
  );
});

test("a call elsewhere is duty too", () => {
  const snapshot = planOf([{ start: "8T09:00", min: 70, moduleId: "zarya" }]);
  const tables = {
    ...snapshot.tables,
    strip: [
      ...snapshot.tables.strip,
      row("strip", "s12", { sceneId: "12", startsAt: at("8T10:10"), moduleId: "nauka", shootMin: 60 }),
    ],
    assignment: [
      ...snapshot.tables.assignment,
      row("assignment", "b", { stripId: "s12", job: "direct", personId: "bob" }),
    ],
  };
  expect(judge(thoroughfare, { ...snapshot, tables }).findings).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from the galley and scene 12, 15 min beyond the 15 that a hold may last. | 15 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
});

test("where someone works and sleeps must be known where it matters", () => {
  const nowhere = planOf([{ start: "8T09:30", min: 120 }], [held], { segments: [] });
  expect(judge(thoroughfare, nowhere).findings).toEqual([
    "Scene 7 holds Zvezda: where Bob works and sleeps is not said. | unknown | 8T10:00–8T10:40 | s7",
  ]);
});

test("without a known toilet that is unknown, and the galley is still judged", () => {
  expect(judge(thoroughfare, planOf([inNauka], [held], { noToilet: true }))).toMatchObject({
    amount: 25,
    unknown: ["Scene 7 holds Zvezda: no module is said to have the toilet. Name its facilities."],
  });
});

test("names who, from what, and for how long; people alike together", () => {
  const snapshot = planOf([inNauka]);
  const person = [...snapshot.tables.person, row("person", "cleo", { shortName: "Cleo" })];
  const seat = [...snapshot.tables.seat, row("seat", "cleo-up", { flightId: "up", personId: "cleo" })];
  const crewBlock = [
    ...snapshot.tables.crewBlock,
    row("crewBlock", "c", { personId: "cleo", startsAt: at("8T09:00"), durationMin: 180, moduleId: "nauka" }),
  ];
  const { violations, messages } = judge(thoroughfare, {
    ...snapshot,
    tables: { ...snapshot.tables, person, seat, crewBlock },
  });
  expect(messages).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob and Cleo cut off from the galley, 25 min beyond the 15 that a hold may last.",
  ]);
  expect(violations[0]).toMatchObject({ amount: 50, strips: ["s7"], people: ["bob", "cleo"] });
});

test("a hold as long as may be cuts off nobody, a minute more does; of two only the longer counts", () => {
  const of = (takeMin: number) =>
    judge(thoroughfare, planOf([inNauka], [{ blocksPassage: true }], { takeMin })).findings;
  expect(of(15)).toEqual([]);
  expect(of(16)).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:16): Bob cut off from the galley, 1 min beyond the 15 that a hold may last. | 1 hard | 8T10:00–8T10:16 | s7 | bob",
  ]);
  expect(
    judge(
      thoroughfare,
      planOf([inNauka], [{ blocksPassage: true }, {}, { blocksPassage: true }], { takeMin: 20 }),
    ).findings,
  ).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:20): Bob cut off from the galley, 5 min beyond the 15 that a hold may last. | 5 hard | 8T10:00–8T10:20 | s7 | bob",
    "Scene 7 holds Zvezda (8 Oct 10:40–11:00): Bob cut off from the galley, 5 min beyond the 15 that a hold may last. | 5 hard | 8T10:40–8T11:00 | s7 | bob",
  ]);
});

test("who is cut off from different things is told apart, who from the same together", () => {
  const { tables } = planOf([inNauka], [{ blocksPassage: true }]);
  const people = ["cleo", "dan"].map((id) => row("person", id, { shortName: id, segments: ["RS"] }));
  const seats = people.flatMap(({ id }) =>
    ["up", "down"].map((flightId) => row("seat", `${id}-${flightId}`, { flightId, personId: id })),
  );
  const block = (personId: string, kind: "duty" | "exercise", over: object) =>
    row("crewBlock", personId, { personId, kind, startsAt: at("8T09:30"), durationMin: 120, ...over });
  const crewBlock = [
    ...tables.crewBlock,
    block("cleo", "duty", { moduleId: "nauka" }),
    block("dan", "exercise", { startsAt: at("8T10:10"), durationMin: 30, deviceId: "velo" }),
  ];
  const many = plan({
    ...tables,
    person: [...tables.person, ...people],
    seat: [...tables.seat, ...seats],
    crewBlock,
  });
  expect(judge(thoroughfare, many).findings).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob and cleo cut off from the galley, 25 min beyond the 15 that a hold may last; dan cut off from exercise, 15 min beyond the 15 that a hold may last. | 65 hard | 8T10:00–8T10:40 | s7 | bob cleo dan",
  ]);
});

test("a passage held in no module is nobody's way", () => {
  const { tables } = planOf([inNauka]);
  const strip = tables.strip.map((s) => ({ ...s, moduleId: null }));
  expect(judge(thoroughfare, plan({ ...tables, strip })).findings).toEqual([]);
});

test("several whose place is not said are named together", () => {
  const { tables } = planOf([{ start: "8T09:30", min: 120 }], undefined, { segments: [] });
  const cleo = row("person", "cleo", { shortName: "Cleo" });
  const seats = ["up", "down"].map((flightId) =>
    row("seat", `cleo-${flightId}`, { flightId, personId: "cleo" }),
  );
  const work = row("crewBlock", "w", { personId: "cleo", startsAt: at("8T09:30"), durationMin: 120 });
  const both = plan({
    ...tables,
    person: [...tables.person, cleo],
    seat: [...tables.seat, ...seats],
    crewBlock: [...tables.crewBlock, work],
  });
  expect(judge(thoroughfare, both).unknown).toEqual([
    "Scene 7 holds Zvezda: where Bob and Cleo work and sleep is not said.",
  ]);
});

test("only a stretch longer than a hold may last counts, each by itself, and names what is missed in it", () => {
  const over = (...blocks: readonly Block[]) => judge(thoroughfare, planOf(blocks)).findings;
  const behind = (start: string, min: number): Block => ({ start, min, moduleId: "nauka" });
  expect(over(behind("8T10:00", 15))).toEqual([]);
  expect(over(behind("8T10:00", 16))).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from the galley, 1 min beyond the 15 that a hold may last. | 1 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
  expect(over(behind("8T10:00", 16), behind("8T10:20", 10))).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from the galley, 1 min beyond the 15 that a hold may last. | 1 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
  // In the held module work cannot begin; that is duty, for all the time it would have taken.
  expect(over({ start: "8T10:10", min: 30, moduleId: "zvezda" })).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from duty, 15 min beyond the 15 that a hold may last. | 15 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
  expect(
    over(behind("8T10:00", 5), { kind: "exercise", start: "8T10:10", min: 30, deviceId: "velo" }),
  ).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from exercise, 15 min beyond the 15 that a hold may last. | 15 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
});

test("who misses nothing is not told beside who does", () => {
  const { tables } = planOf([inNauka]);
  const zoe = row("person", "zoe", { shortName: "Zoe", segments: ["RS"] });
  const seats = ["up", "down"].map((flightId) =>
    row("seat", `zoe-${flightId}`, { flightId, personId: "zoe" }),
  );
  const work = row("crewBlock", "z", {
    personId: "zoe",
    startsAt: at("8T10:05"),
    durationMin: 15,
    moduleId: "nauka",
  });
  const both = plan({
    ...tables,
    person: [...tables.person, zoe],
    seat: [...tables.seat, ...seats],
    crewBlock: [...tables.crewBlock, work],
  });
  expect(judge(thoroughfare, both).findings).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from the galley, 25 min beyond the 15 that a hold may last. | 25 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
});

test("who is booked twice comes from neither place to the other", () => {
  const blocks = [
    { start: "8T09:00", min: 90, moduleId: "zarya" },
    { start: "8T10:10", min: 60, moduleId: "nauka" },
  ];
  expect(judge(thoroughfare, planOf(blocks)).messages).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–10:40): Bob cut off from the galley, 15 min beyond the 15 that a hold may last.",
  ]);
});

test("what is missed in one of two stretches is named with what is missed in the other", () => {
  const blocks = [
    { start: "8T09:00", min: 80, moduleId: "nauka" },
    { kind: "exercise" as const, start: "8T10:30", min: 30, moduleId: "zvezda" },
  ];
  expect(judge(thoroughfare, planOf(blocks, [held, held])).messages).toEqual([
    "Scene 7 holds Zvezda (8 Oct 10:00–11:20): Bob cut off from the galley and exercise, 20 min beyond the 15 that a hold may last.",
  ]);
});

test("nothing is unknown where it does not matter: on the ground, in a short hold, where no side lacks anything", () => {
  const none = (snapshot: ReturnType<typeof planOf>) =>
    expect(judge(thoroughfare, snapshot)).toMatchObject({ findings: [] });
  const nowhere: Block = { start: "8T09:30", min: 120 };
  none(planOf([nowhere], [held], { segments: [], leaves: "8T10:00" }));
  none(planOf([nowhere], [held], { segments: [], held: "zarya" }));
  none(planOf([inNauka], [held], { takeMin: 15, noToilet: true }));
});

test("a module that is not there any more is said so", () => {
  const { tables, ...rest } = planOf([inNauka]);
  const module = tables.module.filter(({ id }) => id !== "zvezda");
  expect(judge(thoroughfare, { ...rest, tables: { ...tables, module } }).findings).toEqual([
    "Scene 7 holds an unknown module (8 Oct 10:00–10:40): Bob cut off from the galley, 25 min beyond the 15 that a hold may last. | 25 hard | 8T10:00–8T10:40 | s7 | bob",
  ]);
});

/** What the search is told: the holds that matter, and when each may not be without being asked about; null: whenever. */
function heeded(snapshot: ReturnType<typeof planOf>) {
  const facts = factsOf(snapshot);
  const placed = facts.placed.get("s7" as never);
  if (!placed) throw new Error("a strip that stands");
  const view = thoroughfare.view({});
  const short = ({ start, end }: Interval) => `${isoOf(start).slice(8, 19)}–${isoOf(end).slice(11, 19)}`;
  const told = view.heeds(placed, facts);
  return {
    concerns: view.concerns(placed, facts),
    holds: told?.map(({ part }) => short(part)),
    never: told && (told[0]?.never ?? []).map(short),
  };
}
const unity = (start: string, min = 60): Block => ({ start, min, moduleId: "unity" });
const zvezda = (start: string, min = 60): Block => ({ start, min, moduleId: "zvezda" });

test.each([
  { name: "nobody at work", of: planOf([]), never: [] },
  { name: "work where nothing is out of reach", of: planOf([unity("8T10:00")]), never: [] },
  { name: "work where something is", of: planOf([inNauka]), never: ["08T09:30:00–11:30:00"] },
  { name: "who begins in the held module", of: planOf([zvezda("8T10:10")]), never: ["08T10:10:00–10:10:01"] },
  {
    name: "who has no place in the plan and sleeps there",
    of: planOf([{ start: "8T10:10" }]),
    never: ["08T10:10:00–10:10:01"],
  },
  {
    name: "who is nobody knows where, and who comes from there",
    of: planOf([{ start: "8T08:00" }, unity("8T09:00")], [held], { segments: [], held: "zarya" }),
    never: ["08T08:00:00–09:00:01"],
  },
])("to the search, of $name", ({ of, never }) => {
  expect(heeded(of)).toEqual({ concerns: true, holds: ["08T10:00:00–10:40:00"], never });
});

/** Zarya is held: on each side of it there is everything. */
test.each([
  {
    name: "from the other side",
    blocks: [zvezda("8T08:00"), unity("8T09:00")],
    never: ["08T09:00:00–09:00:01"],
  },
  { name: "from the same side", blocks: [zvezda("8T08:00"), { ...inNauka, start: "8T09:00" }], never: [] },
  { name: "from what goes on meanwhile", blocks: [zvezda("8T08:00", 61), unity("8T09:00")], never: [] },
  {
    name: "after nearly a day",
    blocks: [zvezda("7T08:01"), unity("8T09:00")],
    never: ["08T09:00:00–09:00:01"],
  },
  { name: "after a day", blocks: [zvezda("7T08:00"), unity("8T09:00")], never: [] },
  {
    name: "with something of this side between",
    blocks: [zvezda("8T08:00"), unity("8T09:00", 30), unity("8T09:30")],
    never: ["08T09:00:00–09:00:01", "08T09:30:00–09:30:01"],
  },
  {
    name: "from what began days ago",
    blocks: [zvezda("6T08:00", 2_940), unity("8T09:00", 30), unity("8T10:00")],
    never: ["08T09:00:00–09:00:01", "08T10:00:00–10:00:01"],
  },
])("who comes $name", ({ blocks, never }) => {
  expect(heeded(planOf(blocks, [held], { held: "zarya" })).never).toEqual(never);
});

test("the search is told of holds longer than they may last, of everybody, and only where all is known", () => {
  const mixed = [{ ...held, takeMin: 60 }, { takeMin: 45 }, { ...held, takeMin: 15 }];
  expect(heeded(planOf([inNauka], mixed)).holds).toEqual(["08T10:00:00–11:00:00"]);
  expect(heeded(planOf([inNauka], mixed)).concerns).toBe(true);
  expect(heeded(planOf([inNauka], [held], { takeMin: 15 }))).toEqual({
    concerns: false,
    holds: [],
    never: [],
  });
  expect(heeded(planOf([inNauka], [held], { noToilet: true })).never).toBeNull();
  expect(heeded(planOf([inNauka], [held], { takeMin: 1_440 })).never).toBeNull();
  expect(heeded(planOf([inNauka], [held], { takeMin: 1_439 })).holds).toHaveLength(1);

  const { tables } = planOf([inNauka]);
  const nowhere = tables.strip.map((s) => ({ ...s, moduleId: null }));
  expect(heeded(plan({ ...tables, strip: nowhere }))).toMatchObject({ concerns: false, never: null });
  const anns = row("crewBlock", "ann", { personId: "ann", startsAt: at("8T12:00"), durationMin: 30 });
  const both = plan({ ...tables, crewBlock: [...tables.crewBlock, { ...anns, moduleId: "nauka" as never }] });
  expect(heeded(both).never).toEqual(["08T09:30:00–11:30:00", "08T12:00:00–12:30:00"]);
});

test("asked of one moment after another, it says of each what it says of that alone", () => {
  const base = planOf([
    inNauka,
    { kind: "duty", start: "8T08:00", min: 60, moduleId: "unity" },
    { kind: "exercise", start: "8T12:00", min: 50, deviceId: "velo" },
    { kind: "meal", start: "8T14:00", min: 60, moduleId: null },
  ]);
  const says = (facts: Facts) => groupsOf("strip", facts).map((group) => thoroughfare.bind({})(group));
  const before = { ...base, facts: factsOf(base) };
  let breaches = 0;
  for (let min = 0; min < 12 * 60; min += 10) {
    const startsAt = plusMinutes(at("8T05:00"), minutes(min));
    const strip = base.tables.strip.map((each) => (each.id === "s7" ? { ...each, startsAt } : each));
    const moved = { ...base, tables: { ...base.tables, strip } };
    const alone = says(factsOf(moved));
    expect(says(factsOf(moved, before))).toEqual(alone);
    breaches += alone.flatMap(({ violations }) => violations).length;
  }
  expect(breaches).toBeGreaterThan(0);
});

/** A block of Bob's, somewhere, soon after the one before. */
const aBlock = fc.record({
  kind: fc.constantFrom("duty" as const, "exercise" as const, "meal" as const, "sleep" as const),
  gap: fc.constantFrom(0, 0, 5, 20),
  min: fc.constantFrom(10, 25, 40, 90),
  moduleId: fc.constantFrom(null, "nauka", "zvezda", "zarya", "unity", "unity", "cupola"),
});

/** Bob directs scene 12 as well, or no one does. */
const aCall = fc.constantFrom(
  null,
  { start: "8T10:00", moduleId: "nauka" },
  { start: "8T11:00", moduleId: "unity" },
);
function alsoCalled(
  { tables, ...rest }: ReturnType<typeof planOf>,
  { start, moduleId }: { readonly start: string; readonly moduleId: string },
) {
  const other = row("strip", "s12", { sceneId: "12", startsAt: at(start), moduleId });
  const assignment = row("assignment", "other", { stripId: "s12", job: "direct", personId: "bob" });
  return {
    ...rest,
    tables: {
      ...tables,
      strip: [...tables.strip, other],
      assignment: [...tables.assignment, assignment],
    },
  };
}

test("asked of the same day again and again, as a search asks, it says what it says when it is asked once", () => {
  const run = thoroughfare.bind({});
  const says = (facts: Facts) => groupsOf("strip", facts).map((group) => run(group));
  const found = new Set<number>();
  const aDay = fc.array(aBlock, { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(aDay, fc.constantFrom("nauka", "zvezda", "zarya", "zarya"), aCall, (blocks, held, call) => {
      let from = at("8T06:00");
      const placed = blocks.map(({ gap, ...rest }) => {
        const start = plusMinutes(from, minutes(gap));
        from = plusMinutes(start, minutes(rest.min));
        return { ...rest, start: isoOf(start).slice(8, 16) };
      });
      let now = planOf(placed, [{ blocksPassage: true }], { held });
      if (call) now = alsoCalled(now, call);
      let facts = factsOf(now);
      // The day twice over: only what is asked often is looked up in all of it.
      for (let min = 0; min < 24 * 60; min += 7) {
        const startsAt = plusMinutes(at("8T05:00"), minutes(min % (12 * 60)));
        const strip = now.tables.strip.map((s) => (s.id === "s7" ? { ...s, startsAt } : s));
        const next = { ...now, tables: { ...now.tables, strip } };
        facts = factsOf(next, { ...now, facts });
        now = next;
        const said = says(facts);
        expect(said).toEqual(says(factsOf(next)));
        for (const { violations } of said) for (const { amount } of violations) found.add(amount);
      }
    }),
    { numRuns: 20 },
  );
  expect(found.size).toBeGreaterThan(3);
});

test.each([
  { name: "a call elsewhere", blocks: [], call: { start: "8T10:00", moduleId: "nauka" } },
  {
    name: "what begins in the held module, with nothing before it",
    blocks: [{ kind: "exercise" as const, start: "8T10:10", moduleId: "zvezda" }],
    call: null,
  },
  { name: "work where something is out of reach", blocks: [inNauka], call: null },
  {
    name: "what lies beyond the hold, coming from this side",
    blocks: [
      { start: "8T09:00", min: 65, moduleId: "nauka" },
      { start: "8T10:05", moduleId: "unity" },
    ],
    call: null,
  },
])("$name is noticed the hundredth time as the first", ({ blocks, call }) => {
  const base = planOf([{ start: "6T10:00", moduleId: "unity" }, ...blocks]);
  const [group] = groupsOf("strip", factsOf(call ? alsoCalled(base, call) : base));
  if (!group) throw new Error("a strip");
  const run = thoroughfare.bind({});
  const first = run(group);
  expect(first.violations).toHaveLength(1);
  for (let i = 0; i < 100; i++) expect(run(group)).toEqual(first);
});

test("of a hold longer than a day every time is asked as the first", () => {
  const blocks = [zvezda("8T10:10", 30), unity("9T11:00")];
  const long = planOf(blocks, [held], { held: "zarya", takeMin: 26 * 60 });
  const [group] = groupsOf("strip", factsOf(long));
  if (!group) throw new Error("a strip");
  const run = thoroughfare.bind({});
  const first = run(group);
  expect(first.violations).toMatchObject([{ amount: 45, people: ["bob"] }]);
  for (let i = 0; i < 100; i++) expect(run(group)).toEqual(first);
});

test("two modules held in one plan are each judged as if the other were not, the hundredth time too", () => {
  const { tables } = planOf([inNauka, zvezda("8T12:30"), unity("8T13:40")]);
  const second = (moduleId: string) => ({
    strip: row("strip", "s12", { sceneId: "12", startsAt: at("8T13:30"), moduleId, shootMin: 40 }),
    setUp: row("setUp", "v", { sceneId: "12", stripId: "s12", takeMin: 40, blocksPassage: true }),
  });
  const { strip, setUp } = second("zarya");
  const both = plan({ ...tables, strip: [...tables.strip, strip], setUp: [...tables.setUp, setUp] });
  const facts = factsOf(both);
  const view = thoroughfare.view({});
  const run = thoroughfare.bind({});
  const groups = groupsOf("strip", facts);
  expect(groups).toHaveLength(2);
  for (const group of groups) {
    const mine = both.tables.strip.filter(({ id }) => id === group.strips[0]?.strip.id);
    const only = factsOf({ ...both, tables: { ...both.tables, strip: mine } });
    const [alone] = groupsOf("strip", only);
    if (!alone) throw new Error("a strip");
    const says = run(alone);
    for (let i = 0; i < 50; i++) expect(run(group)).toEqual(says);
    const [here, there] = [group, alone].map(
      ({ strips: [placed] }, i) => placed && view.heeds(placed, i === 0 ? facts : only),
    );
    expect(here).toEqual(there);
    expect(here?.[0]?.never).not.toEqual([]);
  }
});

test("where somebody is whom nobody knows the place of is not known the hundredth time either", () => {
  const { tables, ...rest } = planOf([{ start: "8T09:30", min: 120 }], undefined, { segments: [] as never });
  const [group] = groupsOf("strip", factsOf({ ...rest, tables }));
  if (!group) throw new Error("a strip");
  const run = thoroughfare.bind({});
  const first = run(group);
  expect(first.unknown).toHaveLength(1);
  for (let i = 0; i < 100; i++) expect(run(group)).toEqual(first);
});
