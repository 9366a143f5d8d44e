import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { judge } from "./judge.ts";
import { restore } from "./restore.ts";
import { mends } from "./testing-mends.ts";

type Row = NonNullable<Parameters<typeof row<"restoration">>[2]>;
interface Block {
  readonly start: string;
  readonly min: number;
  readonly personId?: string;
}

/**
 * Scene 31 on 8 October from 10:00 to 11:00, the last `strikeMin` of it strike; scene 12 in the boneyard. Ann lights it and leaves with the
 * ship on the 16th at 20:41, when the window ends; Bob stays.
 */
const planOf = (
  rows: readonly Row[],
  {
    strikeMin = 20,
    blocks = [] as readonly Block[],
    second = null as string | null,
    windows = true,
    bobLeaves = "30T10:00",
  } = {},
) =>
  plan({
    ...(windows ? {} : { shootWindow: [row("shootWindow", "ship", { unit: "ship" })] }),
    person: [
      row("person", "ann", { shortName: "Ann" }),
      row("person", "bob", { shortName: "Bob" }),
      row("person", "cleo", { shortName: "Cleo" }),
    ],
    module: [row("module", "nauka")],
    flight: [
      row("flight", "up"),
      row("flight", "ann-down", { direction: "down", hatchAt: at("16T20:41") }),
      row("flight", "bob-down", { direction: "down", hatchAt: at(bobLeaves) }),
    ],
    seat: (
      [
        ["up", "ann"],
        ["up", "bob"],
        ["ann-down", "ann"],
        ["bob-down", "bob"],
      ] as const
    ).map(([flightId, personId]) => row("seat", `${personId}-${flightId}`, { flightId, personId })),
    scene: [row("scene", "31"), row("scene", "12")],
    strip: [
      row("strip", "s31", {
        sceneId: "31",
        startsAt: at("8T10:00"),
        moduleId: "nauka",
        shootMin: 60 - strikeMin,
        strikeMin,
      }),
      row("strip", "s12", { sceneId: "12" }),
      ...(second
        ? [
            row("strip", "s31-2", {
              sceneId: "31",
              part: 2,
              startsAt: at(second),
              moduleId: "nauka",
              strikeMin: 5,
            }),
          ]
        : []),
    ],
    assignment: [
      row("assignment", "a", { stripId: "s31", job: "light", personId: "ann" }),
      row("assignment", "b", { stripId: "s31", job: "direct", personId: "bob" }),
    ],
    crewBlock: blocks.map(({ start, min, personId = "bob" }, i) =>
      row("crewBlock", `b${i}`, { personId, startsAt: at(start), durationMin: min }),
    ),
    restoration: rows.map((fields, i) =>
      row("restoration", `r${i}`, { sceneId: "31", what: `panel ${i}`, minutes: 15, ...fields }),
    ),
  });

test.each<{ name: string; rows: readonly Row[]; strikeMin?: number; second?: string; missing: number }>([
  { name: "nothing was moved", rows: [], missing: 0 },
  { name: "a strike that is long enough", rows: [{}], missing: 0 },
  { name: "one that is a minute short", rows: [{}], strikeMin: 14, missing: 1 },
  { name: "no strike at all", rows: [{}], strikeMin: 0, missing: 15 },
  { name: "one thing after another: 30 min in 20", rows: [{}, {}], missing: 10 },
  { name: "two people at once", rows: [{ personId: "ann" }, {}], missing: 0 },
  { name: "who is not on call at strike puts nothing back", rows: [{ personId: "bob" }], missing: 15 },
  { name: "a scene in the boneyard moves nothing", rows: [{ sceneId: "12" }], strikeMin: 0, missing: 0 },
  { name: "each part of a scene strikes for itself", rows: [{}], second: "9T10:00", missing: 10 },
])("at strike: $name", ({ rows, missing, ...over }) => {
  const { amount, unknown } = judge(restore, planOf(rows, over));
  expect(amount).toBe(missing);
  expect(unknown).toEqual([]);
});

const due: Row = { due: "hatch-closing", personId: "bob", blockId: "b0" };
test.each<{
  name: string;
  rows?: readonly Row[];
  blocks: readonly Block[];
  second?: string;
  missing: number;
}>([
  { name: "a block for it", blocks: [{ start: "15T10:00", min: 15 }], missing: 0 },
  { name: "it ends as the hatch closes", blocks: [{ start: "16T20:11", min: 30 }], missing: 0 },
  { name: "a minute later is too late", blocks: [{ start: "16T20:12", min: 30 }], missing: 15 },
  { name: "it begins as the scene ends", blocks: [{ start: "8T11:00", min: 30 }], missing: 0 },
  { name: "before that it is still in use", blocks: [{ start: "8T10:59", min: 30 }], missing: 15 },
  { name: "the last part counts", blocks: [{ start: "9T10:30", min: 30 }], second: "9T10:00", missing: 15 },
  { name: "five minutes short", blocks: [{ start: "15T10:00", min: 10 }], missing: 5 },
  { name: "two things in one block", rows: [due, due], blocks: [{ start: "15T10:00", min: 30 }], missing: 0 },
  {
    name: "two things in too short a block",
    rows: [due, due],
    blocks: [{ start: "15T10:00", min: 20 }],
    missing: 10,
  },
  { name: "no block", rows: [{ ...due, blockId: null }], blocks: [], missing: 15 },
  { name: "somebody else's block", blocks: [{ start: "15T10:00", min: 60, personId: "ann" }], missing: 15 },
  { name: "a block without length", blocks: [{ start: "15T10:00", min: 0 }], missing: 15 },
  {
    name: "nobody is named",
    rows: [{ ...due, personId: null }],
    blocks: [{ start: "15T10:00", min: 60 }],
    missing: 15,
  },
  {
    name: "not needed while the scene is in the boneyard",
    rows: [{ ...due, sceneId: "12" }],
    blocks: [],
    missing: 0,
  },
])("before closing: $name", ({ rows = [due], missing, ...over }) => {
  const { amount, unknown } = judge(restore, planOf(rows, over));
  expect(amount).toBe(missing);
  expect(unknown).toEqual([]);
});

test("who leaves before the window ends is done before that", () => {
  const blocks = [{ start: "12T10:00", min: 30 }];
  expect(judge(restore, planOf([due], { blocks, bobLeaves: "12T10:30" })).findings).toEqual([]);
  expect(judge(restore, planOf([due], { blocks, bobLeaves: "12T10:29" })).amount).toBe(15);
});

const handed: Row = { ...due, due: "handed-over" };
test.each<{
  name: string;
  rows?: readonly Row[];
  blocks: readonly Block[];
  bobLeaves?: string;
  missing: number;
}>([
  { name: "who stays does it after the film has left", blocks: [{ start: "18T10:00", min: 15 }], missing: 0 },
  { name: "or before", blocks: [{ start: "15T10:00", min: 15 }], missing: 0 },
  { name: "not without time set aside", rows: [{ ...handed, blockId: null }], blocks: [], missing: 15 },
  {
    name: "not when they leave with the film",
    blocks: [{ start: "15T10:00", min: 15 }],
    bobLeaves: "16T20:41",
    missing: 15,
  },
  {
    name: "not when they leave before it",
    blocks: [{ start: "18T10:00", min: 15 }],
    bobLeaves: "18T10:14",
    missing: 15,
  },
  {
    name: "nor to nobody",
    rows: [{ ...handed, personId: null }],
    blocks: [{ start: "18T10:00", min: 15 }],
    missing: 15,
  },
])("handed over: $name", ({ rows = [handed], missing, ...over }) => {
  const { amount, unknown } = judge(restore, planOf(rows, over));
  expect(amount).toBe(missing);
  expect(unknown).toEqual([]);
});

test("without a flight or a window it is not known, and said", () => {
  const blocks = [{ start: "15T10:00", min: 15, personId: "cleo" }];
  expect(judge(restore, planOf([{ ...due, personId: "cleo" }], { blocks })).findings).toEqual([
    "Scene 31, panel 0: how long Cleo stays is not known. | unknown | no span | s31",
  ]);
  expect(judge(restore, planOf([due], { blocks, windows: false })).findings).toEqual([
    "Scene 31, panel 0: when the hatch closes is not known. | unknown | no span | s31",
  ]);
});

test.each<{ name: string; snapshot: ReturnType<typeof planOf>; says: string; people: readonly string[] }>([
  {
    name: "a short strike",
    snapshot: planOf([{ personId: "ann", minutes: 25 }] as readonly Row[]),
    says: "Scene 31, panel 0 (Ann): 5 of 25 min missing to put it back by 8 Oct 11:00: the strike is too short.",
    people: ["ann"],
  },
  {
    name: "nobody",
    snapshot: planOf([{ due: "hatch-closing" }]),
    says: "Scene 31, panel 0: 15 of 15 min missing to put it back by 16 Oct 20:41: nobody is named for it.",
    people: [],
  },
  {
    name: "who leaves",
    snapshot: planOf([{ ...handed, personId: "ann" }]),
    says: "Scene 31, panel 0 (Ann): 15 of 15 min missing to put it back: nobody stays that long.",
    people: ["ann"],
  },
  {
    name: "no time",
    snapshot: planOf([{ ...due, blockId: null }]),
    says: "Scene 31, panel 0 (Bob): 15 of 15 min missing to put it back by 16 Oct 20:41: no time is set aside for it.",
    people: ["bob"],
  },
  {
    name: "too early",
    snapshot: planOf([due], { blocks: [{ start: "7T10:00", min: 15 }] }),
    says: "Scene 31, panel 0 (Bob): 15 of 15 min missing to put it back by 16 Oct 20:41: its time comes before the scene.",
    people: ["bob"],
  },
  {
    name: "too late",
    snapshot: planOf([due], { blocks: [{ start: "17T10:00", min: 15 }] }),
    says: "Scene 31, panel 0 (Bob): 15 of 15 min missing to put it back by 16 Oct 20:41: its time comes after the hatch closes.",
    people: ["bob"],
  },
  {
    name: "too short",
    snapshot: planOf([due], { blocks: [{ start: "15T10:00", min: 10 }] }),
    says: "Scene 31, panel 0 (Bob): 5 of 15 min missing to put it back by 16 Oct 20:41: its time is too short.",
    people: ["bob"],
  },
])("says why: $name", ({ snapshot, says, people }) => {
  const { violations, messages } = judge(restore, snapshot);
  expect(messages).toEqual([says]);
  expect(violations[0]).toMatchObject({ people, strips: ["s31"] });
});

test("offers a longer strike, or a longer block", () => {
  expect(mends(restore, planOf([{}], { strikeMin: 5 }))).toEqual([
    ["10 min more in the strike of scene 31: panel 0", 0],
  ]);
  const short = planOf([due, due], { blocks: [{ start: "15T10:00", min: 20 }] });
  expect(mends(restore, short).map(([, left]) => left)).toEqual([0]);
});

test("offers time that is not set aside yet, or not when it is of use, right after the scene; none after the hatch closes", () => {
  expect(mends(restore, planOf([{ ...due, blockId: null }]))).toEqual([
    ["15 min of Bob from 8 Oct 11:00 to put back: panel 0", 0],
  ]);
  const early = planOf([due], { blocks: [{ start: "8T09:00", min: 20 }] });
  expect(mends(restore, early)).toEqual([["Bob at 8 Oct 11:00 to put back: panel 0", 0]]);
  const late = planOf([{ ...due, minutes: minutes(20_000), blockId: null }]);
  expect(mends(restore, late)).toEqual([]);
  expect(mends(restore, planOf([{ ...due, personId: null }]))).toEqual([]);
});

test("of things in one block the first by id is done first, whatever the order of rows", () => {
  const { tables, ...rest } = planOf([due, due, due], { blocks: [{ start: "15T10:00", min: 20 }] });
  for (const restoration of [tables.restoration, tables.restoration.toReversed()])
    expect(judge(restore, { ...rest, tables: { ...tables, restoration } }).messages).toEqual([
      "Scene 31, panel 1 (Bob): 10 of 15 min missing to put it back by 16 Oct 20:41: its time is too short.",
      "Scene 31, panel 2 (Bob): 15 of 15 min missing to put it back by 16 Oct 20:41: its time is too short.",
    ]);
});

test("of several stays the one counts in which the scene is shot", () => {
  const { tables, ...rest } = planOf([due], {
    blocks: [{ start: "12T10:00", min: 15 }],
    bobLeaves: "12T10:15",
  });
  const stayed = (hatchAt: string) => [
    row("flight", "before-up", { hatchAt: at("1T10:00") }),
    row("flight", "before-down", { direction: "down", hatchAt: at(hatchAt) }),
  ];
  const seat = ["before-up", "before-down"].map((flightId) =>
    row("seat", `bob-${flightId}`, { flightId, personId: "bob" }),
  );
  const twice = {
    ...tables,
    flight: [...tables.flight, ...stayed("3T10:00")],
    seat: [...tables.seat, ...seat],
  };
  expect(judge(restore, { ...rest, tables: twice }).findings).toEqual([]);
});

test("a block is of use to the person whose it is; another's is no time set aside", () => {
  const both = planOf([due, { ...due, personId: "ann" }], { blocks: [{ start: "15T10:00", min: 30 }] });
  expect(judge(restore, both).messages).toEqual([
    "Scene 31, panel 1 (Ann): 15 of 15 min missing to put it back by 16 Oct 20:41: no time is set aside for it.",
  ]);
  expect(mends(restore, both)).toEqual([["15 min of Ann from 8 Oct 11:00 to put back: panel 1", 0]]);
});

test("what is handed over to who leaves before the time for it is not put back", () => {
  const handed = { ...due, due: "handed-over" as const };
  const over = { blocks: [{ start: "20T10:00", min: 15 }], bobLeaves: "20T10:14" };
  expect(judge(restore, planOf([handed], over)).messages).toEqual([
    "Scene 31, panel 0 (Bob): 15 of 15 min missing to put it back: nobody stays that long.",
  ]);
});

test("offers what just fits before the hatch closes, in words with its minutes", () => {
  const untilClosing = 8 * 1_440 + 9 * 60 + 41;
  const of = (min: number) => mends(restore, planOf([{ ...due, minutes: minutes(min), blockId: null }]));
  expect(of(untilClosing)).toEqual([[`${untilClosing} min of Bob from 8 Oct 11:00 to put back: panel 0`, 0]]);
  expect(of(untilClosing + 1)).toEqual([]);
  expect(mends(restore, planOf([due], { blocks: [{ start: "15T10:00", min: 10 }] }))).toEqual([
    ["5 min more of Bob to put back: panel 0", 0],
  ]);
});

test("to the search it is of scenes that move something, and turns as its time begins and as who does it leaves", () => {
  const blocks = [
    { start: "15T10:00", min: 15 },
    { start: "14T10:00", min: 15 },
    { start: "13T10:00", min: 15, personId: "ann" },
  ];
  const of = (...rows: readonly Row[]) => {
    const facts = factsOf(planOf(rows, { blocks }));
    const placed = facts.placed.get("s31" as never);
    if (!placed) throw new Error("a strip that stands");
    const view = restore.view({});
    return { concerns: view.concerns(placed, facts), at: view.turns(placed, facts)?.[0]?.at };
  };
  const anns = { ...due, personId: "ann", blockId: "b2" };
  const [annLeaves, bobLeaves] = [at("16T20:41"), at("30T10:00")];
  expect(of({ ...anns, sceneId: "12" })).toEqual({ concerns: false, at: [] });
  expect(of(due, { ...due, blockId: "b1" }, { ...anns, sceneId: "12" })).toEqual({
    concerns: true,
    at: [at("14T10:00") + 1, at("15T10:00") + 1, bobLeaves, bobLeaves],
  });
  expect(of(due, { ...anns, blockId: null }).at).toEqual([at("15T10:00") + 1, annLeaves, bobLeaves]);
  expect(of({ ...due, personId: null, blockId: null }).at).toEqual([]);
});
