import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { quartersOf } from "#core/model/day.ts";
import { factsOf } from "#core/model/facts.ts";
import type { StripId } from "#core/model/ids.ts";
import { columnsOf } from "./columns.ts";
import { dayMoves, proposeMoves, shiftMoves, startMoves, swapMoves } from "./propose.ts";

const snapshot = plan({
  shootDay: shootDays(6, 7),
  person: [row("person", "mara")],
  module: [row("module", "nauka"), row("module", "zarya")],
  hatch: [row("hatch", "h", { fromModuleId: "nauka", toModuleId: "zarya" })],
  scene: [
    row("scene", "1", { moduleId: "nauka" }),
    row("scene", "2", { moduleId: "nauka" }),
    row("scene", "3", { moduleId: "zarya" }),
  ],
  strip: [
    row("strip", "a", { sceneId: "1", moduleId: "nauka", startsAt: at("6T08:00"), shootMin: minutes(52) }),
    row("strip", "b", { sceneId: "2", moduleId: "nauka", startsAt: at("6T11:00") }),
    row("strip", "c", { sceneId: "3" }),
    row("strip", "d", { sceneId: "2" }),
  ],
  assignment: [
    row("assignment", "x", { stripId: "c", job: "camera", personId: "mara" }),
    row("assignment", "y", { stripId: "d", job: "camera", personId: "mara" }),
  ],
  crewBlock: [
    row("crewBlock", "meal", {
      personId: "mara",
      kind: "meal",
      startsAt: at("6T13:00"),
      durationMin: minutes(60),
    }),
    row("crewBlock", "post", {
      personId: "mara",
      kind: "post-sleep",
      startsAt: at("7T06:00"),
      durationMin: minutes(90),
    }),
  ],
});
const plannedOf = (of: typeof snapshot) => ({ snapshot: of, facts: factsOf(of) });
const checked = plannedOf(snapshot);
const { facts } = checked;
const columns = columnsOf(facts, []);
const drop = (day: number, index: number, ...ids: string[]) =>
  proposeMoves(checked, columns[day - 1]!, { day: columns[day - 1]!.day, index }, ids as StripId[]).map(
    (m) => ({
      start: m.startsAt.slice(8, 16),
      rig: m.rigMin,
    }),
  );

test.each([
  {
    name: "after another scene in its module, re-lit",
    at: [1, 1, "d"],
    gives: { start: "06T08:55", rig: 15 },
  },
  {
    name: "behind a hatch: three minutes with kit, a new rig",
    at: [1, 1, "c"],
    gives: { start: "06T08:55", rig: 60 },
  },
  { name: "no room before the meal: after it", at: [1, 2, "c"], gives: { start: "06T14:00", rig: 60 } },
  {
    name: "an empty day: the first moment at which its people are free",
    at: [2, 0, "c"],
    gives: { start: "07T07:30", rig: 60 },
  },
] as const)("dropped $name", ({ at: [day, index, id], gives }) => {
  expect(drop(day, index, id)).toEqual([gives]);
});

test("where there is no room a strip stands between its neighbours all the same", () => {
  const crowded = plannedOf({
    ...snapshot,
    tables: {
      ...snapshot.tables,
      strip: snapshot.tables.strip.map((s) => (s.id === "b" ? { ...s, startsAt: at("6T09:00") } : s)),
    },
  });
  const [column] = columnsOf(crowded.facts, []);
  const [move] = proposeMoves(crowded, column!, { day: column!.day, index: 1 }, ["d" as StripId]);
  expect(move?.startsAt).toBe("2021-10-06T08:55:00Z");
});

test("without room before the first strip of a day: right before it, and never before waking", () => {
  const early = (time: string) =>
    plannedOf({
      ...snapshot,
      tables: {
        ...snapshot.tables,
        crewBlock: [
          row("crewBlock", "all", { personId: "mara", startsAt: at("6T06:00"), durationMin: minutes(600) }),
        ],
        strip: snapshot.tables.strip.map((s) => (s.id === "a" ? { ...s, startsAt: at(time) } : s)),
      },
    });
  const first = (time: string) => {
    const crowded = early(time);
    const [column] = columnsOf(crowded.facts, []);
    return proposeMoves(crowded, column!, { day: column!.day, index: 0 }, [
      "c" as StripId,
    ])[0]?.startsAt.slice(11, 16);
  };
  expect(first("6T08:00")).toBe("06:25");
  expect(first("6T07:00")).toBe("06:00");
});

test("several held strips follow one another; the rig that stood there overnight is used again", () => {
  expect(drop(2, 0, "d", "c").map((m) => m.start)).toEqual(["07T07:30", "07T08:05"]);
});

const brief = (moves: ReturnType<typeof shiftMoves>) =>
  moves.map((m) => [m.stripId, m.startsAt.slice(8, 16), m.rigMin]);

test("a strip moves by minutes, and to the next day at the same hour", () => {
  // Each opens its day in Nauka, where another scene or none stood before.
  expect(brief(shiftMoves(checked, ["a" as StripId], 300))).toEqual([["a", "06T08:05", 60]]);
  expect(brief(dayMoves(checked, columns, ["b" as StripId], 1))).toEqual([["b", "07T11:00", 60]]);
  expect(dayMoves(checked, columns, ["a" as StripId], -1)).toEqual([]);
});

test("a rig that somebody made longer stays longer where the place asks for the same, and goes where it asks for another", () => {
  const strip = snapshot.tables.strip.map((s) => (s.id === "b" ? { ...s, rigMin: minutes(40) } : s));
  const long = plannedOf({ ...snapshot, tables: { ...snapshot.tables, strip } });
  expect(brief(shiftMoves(long, ["b" as StripId], 300))).toEqual([["b", "06T11:05", 40]]);
  expect(brief(shiftMoves(long, ["b" as StripId], -4 * 3600))).toEqual([["b", "06T07:00", 60]]);
});

test("neighbours change places and keep the gap between them, each with the rig of its new place", () => {
  // b opens the day: 60 of rig and 30 of shoot; after the gap of 128 min a is re-lit.
  expect(brief(swapMoves(checked, columns[0]!, "a" as StripId, 1))).toEqual([
    ["b", "06T08:00", 60],
    ["a", "06T11:38", 15],
  ]);
  expect(swapMoves(checked, columns[0]!, "b" as StripId, 1)).toEqual([]);
});

test("the quarters of an hour of a day, from wake to sleep", () => {
  const quarters = quartersOf(columns[0]!.day);
  expect(quarters).toHaveLength(62);
  expect([quarters[0], quarters.at(-1)]).toEqual([at("6T06:00"), at("6T21:15")]);
  expect(quartersOf({ ...columns[0]!.day, wakesAt: at("6T06:05"), sleepsAt: at("6T06:31") })).toEqual([
    at("6T06:15"),
    at("6T06:30"),
  ]);
});

test("strips dropped on a start stand there whatever is in the way, the others after it with their ways and rigs", () => {
  const moves = startMoves(checked, columns[0]!, at("6T09:15"), ["d", "c"] as StripId[]);
  expect(moves.map((m) => [m.stripId, m.startsAt.slice(11, 16), m.moduleId, m.rigMin])).toEqual([
    ["d", "09:15", "nauka", 15], // re-lit after a, which stands before
    ["c", "10:05", "zarya", 60], // 45 min of d and one hatch with kit
  ]);
});

test("the room that a strip needs is as long as the strip is there: a shoot with somebody who adapts is longer", () => {
  // 60 of rig and 40 of shoot fit the 100 min before the meal; launched the day before, Mara needs 55 of shoot.
  const on = (departsAt: string) =>
    plannedOf(
      plan({
        ...snapshot.tables,
        person: [row("person", "mara", { firstFlight: true, category: "spaceflight-participant" })],
        flight: [row("flight", "up", { departsAt: at(departsAt) })],
        seat: [row("seat", "s", { flightId: "up", personId: "mara" })],
        setUp: [row("setUp", "3A", { sceneId: "3", stripId: "c", takeMin: minutes(40) })],
        strip: [row("strip", "c", { sceneId: "3", shootMin: minutes(40) })],
        crewBlock: [
          ...snapshot.tables.crewBlock,
          row("crewBlock", "duty", {
            personId: "mara",
            startsAt: at("6T06:00"),
            durationMin: minutes(320),
          }),
        ],
      }),
    );
  const first = (departsAt: string) => {
    const here = on(departsAt);
    const [column] = columnsOf(here.facts, []);
    const [move] = proposeMoves(here, column!, { day: column!.day, index: 0 }, ["c" as StripId]);
    return [move?.startsAt.slice(11, 16), move?.shootMin];
  };
  expect(first("1T04:00")).toEqual(["11:20", 40]);
  expect(first("5T04:00")).toEqual(["14:00", 55]);
});
