import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { check } from "../rules/check.ts";
import { dayOutOfDays } from "./day-out-of-days.ts";
import { CONTEXT, smallPlan } from "./testing-plan.ts";

const build = (snapshot: ReturnType<typeof plan>) =>
  dayOutOfDays.build(snapshot, check(snapshot, []), {}, CONTEXT);

/** Zhenya plays on the given dates; day 2 (7 October) is closed. */
const playing = (...dates: readonly number[]) =>
  plan({
    person: [row("person", "p", { name: "Peresild" })],
    role: [row("role", "zhenya", { personId: "p" })],
    shootDay: shootDays(5, 6, 7, 8, 9).map((day) => ({ ...day, isClosed: day.number === 2 })),
    scene: [row("scene", "1")],
    strip: dates.map((d) => row("strip", `s${d}`, { sceneId: "1", startsAt: at(`${d}T10:00`) })),
    setUp: dates.map((d) => row("setUp", `u${d}`, { sceneId: "1", stripId: `s${d}`, roleIds: ["zhenya"] })),
  });

test.each([
  { dates: [] as number[], codes: ["", "", "/", "", ""] },
  { dates: [6], codes: ["", "SWF", "/", "", ""] },
  { dates: [5, 6, 9], codes: ["SW", "W", "/", "H", "WF"] },
  { dates: [6, 7, 8], codes: ["", "SW", "W", "WF", ""] },
])("working on $dates", ({ dates, codes }) => {
  expect(build(playing(...dates)).cast[0]?.cells.map((cell) => cell.text)).toEqual(codes);
});

test("totals, first and last day; a closed day is not held", () => {
  expect(build(playing(5, 6, 9)).cast[0]).toMatchObject({
    worked: 3,
    held: 1,
    total: 4,
    first: "Day 0",
    last: "Day 4",
  });
});

test("cast by number, crew by what they do, and how many work each day", () => {
  const { cast, crew, days, notPlaced } = build(smallPlan());
  expect(cast.map((r) => [r.number, r.part, r.person, r.cells.map((c) => c.text)])).toEqual([
    [1, "Zhenya", "Yulia Peresild", ["SW", "WF"]],
    [3, "Pyotr", "Pyotr Dubrov", ["SWF", ""]],
  ]);
  expect(crew.map((r) => [r.part, r.person, r.cells.map((c) => c.text)])).toEqual([
    ["Director, Camera operator", "Klim Shipenko", ["SW", "WF"]],
    ["Spotter", "Pyotr Dubrov", ["SWF", ""]],
  ]);
  expect(days.map((d) => [d.castWorking, d.crewWorking])).toEqual([
    [2, 2],
    [1, 1],
  ]);
  expect(notPlaced).toBe(1);
});

test("launch, landing and return preparation stand beside the work, in place of a hold", () => {
  const snapshot = playing(6, 9);
  const { cast, legend } = build({
    ...snapshot,
    tables: {
      ...snapshot.tables,
      flight: [row("flight", "up")],
      seat: [row("seat", "s", { flightId: "up", personId: "p" })],
      stationEvent: [
        row("stationEvent", "pack", {
          ...{ kind: "return-preparation", startsAt: at("8T09:00"), durationMin: 60, personIds: ["p"] },
        }),
      ],
    },
  });
  expect(cast[0]?.cells.map((cell) => cell.text)).toEqual(["L", "SW", "/", "PK", "WF"]);
  expect(cast[0]?.held).toBe(0);
  expect(legend.map(({ code }) => code)).toEqual(["SW", "WF", "/", "L", "PK"]);
});

test("a role that is not cast has its row", () => {
  const snapshot = playing(6);
  const { cast } = build({
    ...snapshot,
    tables: { ...snapshot.tables, role: snapshot.tables.role.map((r) => ({ ...r, personId: null })) },
  });
  expect(cast[0]).toMatchObject({ person: "Not cast", worked: 1 });
});
