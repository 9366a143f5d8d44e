import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { minutesInHand } from "./minutes-in-hand.ts";

type Tables = Parameters<typeof plan>[0];
const inHand = (tables: Tables) => minutesInHand(factsOf(plan(tables)));

/** Shoot days 5 to 9, so that only day 5 is early and none of 6 and 7 is among the last two (8 and 9). Waking 06:00–21:30: 930 min. */
const DAYS = shootDays(5, 6, 7, 8, 9).map((day, i) => ({ ...day, number: i + 3 }));
const BASE: Tables = {
  shootDay: DAYS,
  shootWindow: [row("shootWindow", "main", { startsAt: at("1T00:00"), endsAt: at("31T00:00") })],
};

test("an empty plan has its waking hours less the reserve", () => {
  const { minutes, days } = inHand(BASE);
  // Day 3: 30 % of 930 = 279. Days 4 and 5: 20 % = 186. The last two: half = 465.
  expect(days.map((d) => [d.number, d.shootable, d.reserved, d.free])).toEqual([
    [3, 930, 279, 651],
    [4, 930, 186, 744],
    [5, 930, 186, 744],
    [6, 930, 465, 465],
    [7, 930, 465, 465],
  ]);
  // 5 × 930 = 4650; 279 + 2 × 186 + 2 × 465 = 1581.
  expect(minutes).toEqual({
    shootable: 4650,
    placements: 0,
    travel: 0,
    mustNotPlaced: 0,
    reserve: 1581,
    inHand: 3069,
  });
});

test("a day adds up, and the days to what is in hand, where its reserve is half a minute", () => {
  // 925 min from waking to 21:25. 30 % = 277.5, 20 % = 185, half = 462.5.
  const shootDay = DAYS.map((day) => ({ ...day, sleepsAt: (day.sleepsAt - 300) as never }));
  const { minutes, days } = inHand({ ...BASE, shootDay });
  expect(days.map((d) => [d.shootable, d.reserved, d.free])).toEqual([
    [925, 278, 647],
    [925, 185, 740],
    [925, 185, 740],
    [925, 463, 462],
    [925, 463, 462],
  ]);
  expect(days.reduce((sum, d) => sum + d.free, 0)).toBe(minutes.inHand);
});

/** One day, number 10 of many more: 20 % reserve without being among the last. */
const ONE_DAY: Tables = {
  shootDay: [
    ...shootDays(8).map((day) => ({ ...day, number: 10 })),
    ...shootDays(20).map((day) => ({ ...day, number: 22, isClosed: true })),
  ],
};
/** Ann directs, Bob operates. */
const crew = (...strips: readonly string[]) =>
  strips.flatMap((stripId) => [
    row("assignment", `d-${stripId}`, { stripId, job: "direct", personId: "ann" }),
    row("assignment", `c-${stripId}`, { stripId, job: "camera", personId: "bob" }),
  ]);
const block = (personId: string, start: string, durationMin: number) =>
  row("crewBlock", `${personId}-${start}`, { personId, kind: "meal", startsAt: at(start), durationMin });
const MODULES = ["nauka", "zvezda", "zarya"].map((id) => row("module", id));
const HATCHES = [
  row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
  row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
];
const event = (id: string, moduleIds: readonly string[], start: string, durationMin: number) =>
  row("stationEvent", id, {
    startsAt: at(start),
    durationMin,
    moduleIds,
    marginBeforeMin: 10,
    marginAfterMin: 20,
  });

test("placements, travel and missing must-minutes are taken off", () => {
  const { minutes, days } = inHand({
    ...ONE_DAY,
    module: MODULES,
    hatch: HATCHES,
    scene: [row("scene", "7"), row("scene", "ground", { unit: "landing" })],
    strip: [
      // 10 + 30 + 5 = 45 in Nauka, then 30 in Zarya, two hatches away. The landing unit's strip is not the main unit's.
      row("strip", "a", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        moduleId: "nauka",
        rigMin: 10,
        strikeMin: 5,
      }),
      row("strip", "b", { sceneId: "7", startsAt: at("8T12:00"), moduleId: "zarya" }),
      row("strip", "c", { sceneId: "7" }),
      row("strip", "l", { sceneId: "ground", startsAt: at("8T14:00") }),
    ],
    setUp: [
      row("setUp", "ua", { sceneId: "7", stripId: "a" }),
      // In the boneyard: 3 × 10 + 2 × 5 = 40. Nice, shot and ground set-ups are not missing.
      row("setUp", "uc", { sceneId: "7", stripId: "c", takes: 3, takeMin: 10, resetMin: 5 }),
      row("setUp", "nice", { sceneId: "7", tier: "nice" }),
      row("setUp", "shot", { sceneId: "7", isShot: true }),
      row("setUp", "ground", { sceneId: "ground" }),
    ],
  });
  expect(days[0]).toMatchObject({ shootable: 930, used: 77, reserved: 186, free: 667 });
  // 930 − 75 − 2 − 40 − 186 = 627.
  expect(minutes).toEqual({
    shootable: 930,
    placements: 75,
    travel: 2,
    mustNotPlaced: 40,
    reserve: 186,
    inHand: 627,
  });
});

test("too much placed is signed, and a day's free minutes never below 0", () => {
  const { minutes, days } = inHand({
    ...ONE_DAY,
    scene: [row("scene", "7")],
    strip: [row("strip", "a", { sceneId: "7", startsAt: at("8T06:00"), shootMin: 900 })],
  });
  // 930 − 900 − 186 = −156.
  expect(minutes.inHand).toBe(-156);
  expect(days[0]?.free).toBe(0);
});

test.each<{ name: string; tables: Tables; shootable: number }>([
  { name: "the whole day", tables: {}, shootable: 930 },
  {
    name: "the window may begin in it: from 15:00",
    tables: { shootWindow: [row("shootWindow", "main", { startsAt: at("8T15:00") })] },
    shootable: 390,
  },
  {
    name: "a closed day has none",
    tables: { shootDay: shootDays(8).map((d) => ({ ...d, isClosed: true })) },
    shootable: 0,
  },
  {
    name: "director's and operator's blocks, once where they coincide: 60 + 60, 30 shared",
    tables: { crewBlock: [block("ann", "8T13:00", 60), block("bob", "8T13:30", 60)] },
    shootable: 840,
  },
  {
    name: "others' blocks, and blocks outside waking hours, take nothing",
    tables: { crewBlock: [block("cleo", "8T13:00", 60), block("ann", "8T22:00", 60)] },
    shootable: 930,
  },
  {
    name: "an event in one of two modules leaves the other",
    tables: { module: MODULES.slice(0, 2), stationEvent: [event("e", ["nauka"], "8T10:00", 60)] },
    shootable: 930,
  },
  {
    name: "events in all usable modules: 09:50–11:20 and 10:20–11:50 share 60 min",
    tables: {
      module: [...MODULES.slice(0, 2), row("module", "stowage", { isUsable: false })],
      stationEvent: [event("e", ["nauka"], "8T10:00", 60), event("f", ["zvezda"], "8T10:30", 60)],
    },
    shootable: 870,
  },
  {
    name: "no module is usable",
    tables: { module: [row("module", "stowage", { isUsable: false })] },
    shootable: 0,
  },
])("shootable: $name", ({ tables, shootable }) => {
  const base: Tables = {
    ...ONE_DAY,
    scene: [row("scene", "7")],
    strip: [row("strip", "a", { sceneId: "7" })],
    assignment: crew("a"),
  };
  expect(inHand({ ...base, ...tables }).minutes.shootable).toBe(shootable);
});

test("director and operator are who does so on most strips", () => {
  const strips = ["a", "b", "c"];
  const { minutes } = inHand({
    ...ONE_DAY,
    scene: [row("scene", "7")],
    strip: strips.map((id) => row("strip", id, { sceneId: "7" })),
    assignment: [
      ...crew("a", "b"),
      row("assignment", "x", { stripId: "c", job: "direct", personId: "cleo" }),
      row("assignment", "y", { stripId: "c", job: "camera", personId: "bob" }),
    ],
    crewBlock: [block("cleo", "8T13:00", 60), block("ann", "8T15:00", 20)],
  });
  expect(minutes.shootable).toBe(910);
});

test("without days there is nothing to count", () => {
  expect(inHand({}).minutes.inHand).toBe(0);
});

test("who directs and operates is counted on the main unit's strips alone; of equals the first by id", () => {
  const strips = ["a", "b", "s", "t"];
  const shootableWith = (
    assignment: readonly ReturnType<typeof row<"assignment">>[],
    ...blocked: readonly string[]
  ) =>
    inHand({
      ...ONE_DAY,
      scene: [row("scene", "7"), row("scene", "ship", { unit: "ship" })],
      strip: strips.map((id) => row("strip", id, { sceneId: id < "c" ? "7" : "ship" })),
      assignment,
      crewBlock: blocked.map((personId, i) => block(personId, `8T${10 + i}:00`, 60)),
    }).minutes.shootable;
  const directs = (personId: string, stripId: string) =>
    row("assignment", `${personId}-${stripId}`, { stripId, job: "direct", personId });
  const lights = (personId: string, stripId: string) =>
    row("assignment", `l-${personId}-${stripId}`, { stripId, job: "light", personId });
  // Of one strip each: ann, whatever the order of rows. On the ship unit's strips and in the light nobody counts.
  const equal = [
    directs("zoe", "a"),
    directs("ann", "b"),
    directs("zoe", "s"),
    directs("zoe", "t"),
    lights("kim", "a"),
    lights("kim", "b"),
  ];
  for (const rows of [equal, equal.toReversed()]) {
    expect(shootableWith(rows, "ann")).toBe(870);
    expect(shootableWith(rows, "zoe")).toBe(930);
    expect(shootableWith(rows, "kim")).toBe(930);
  }
  expect(
    shootableWith(
      [directs("zoe", "a"), directs("zoe", "gone"), directs("ann", "b"), directs("ann", "gone")],
      "zoe",
    ),
  ).toBe(930);
  expect(shootableWith([directs("zoe", "a"), directs("zoe", "b"), directs("ann", "b")], "zoe")).toBe(870);
  expect(shootableWith([directs("ann", "a"), directs("zoe", "a"), directs("zoe", "b")], "zoe")).toBe(870);
});

test("only the main unit's windows, and blocks and events of some length, count", () => {
  const base: Tables = {
    ...ONE_DAY,
    scene: [row("scene", "7")],
    strip: [row("strip", "a", { sceneId: "7" })],
    assignment: crew("a"),
  };
  const shootable = (tables: Tables) => inHand({ ...base, ...tables }).minutes.shootable;
  const ship = row("shootWindow", "ship", { unit: "ship", startsAt: at("1T00:00"), endsAt: at("31T00:00") });
  expect(shootable({ shootWindow: [ship, row("shootWindow", "main", { startsAt: at("8T15:00") })] })).toBe(
    390,
  );
  expect(shootable({ crewBlock: [block("ann", "8T10:00", 0)] })).toBe(930);
  const still = {
    ...event("e", ["nauka"], "8T10:00", 0),
    marginBeforeMin: 0 as never,
    marginAfterMin: 0 as never,
  };
  expect(shootable({ module: MODULES.slice(0, 1), stationEvent: [still] })).toBe(930);
});

type Standing = readonly [id: string, start: string, moduleId: string | null];

test("a placement counts for the day in whose waking hours it begins; no way is counted to or from nowhere", () => {
  const of = (...strips: readonly Standing[]) =>
    inHand({
      shootDay: shootDays(8, 9),
      module: MODULES,
      hatch: HATCHES,
      scene: [row("scene", "7")],
      strip: strips.map(([id, start, moduleId]) =>
        row("strip", id, { sceneId: "7", startsAt: at(start), moduleId }),
      ),
    });
  const used = (...strips: readonly Standing[]) => of(...strips).days.map((day) => day.used);
  expect(used(["a", "8T06:00", "nauka"], ["b", "8T21:29", "nauka"])).toEqual([60, 0]);
  expect(used(["a", "8T05:59", "nauka"], ["b", "8T21:30", "nauka"], ["c", "9T06:00", "nauka"])).toEqual([
    0, 30,
  ]);
  expect(used(["a", "8T10:00", "nauka"], ["b", "8T12:00", null], ["c", "8T14:00", "zarya"])).toEqual([90, 0]);
  expect(
    of(["a", "8T10:00", "nauka"], ["b", "8T12:00", null], ["c", "8T14:00", "zarya"]).minutes.travel,
  ).toBe(0);
  expect(used(["a", "8T10:00", "nauka"], ["b", "9T12:00", "zarya"])).toEqual([30, 32]);
});

test("other shares of the reserve are another count of the same plan", () => {
  const facts = factsOf(plan(BASE));
  expect(minutesInHand(facts).minutes.reserve).toBe(1581);
  const shares = { earlyPercent: 0, earlyUntilDay: 3, laterPercent: 10, lastDays: 0, lastPercent: 50 };
  expect(minutesInHand(facts, shares).minutes.reserve).toBe(4 * 93);
  expect(minutesInHand(facts).minutes.reserve).toBe(1581);
});

test("a must set-up whose scene is gone is nobody's", () => {
  expect(inHand({ ...ONE_DAY, setUp: [row("setUp", "u", { sceneId: "gone" })] }).minutes.mustNotPlaced).toBe(
    0,
  );
});
