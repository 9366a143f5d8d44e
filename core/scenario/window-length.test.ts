import { describe, expect, test } from "vitest";
import { dateOf } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { commandById } from "../model/command/index.ts";
import { rawOf, rowsOf } from "../model/command/rows.ts";
import { ENTITY_NAMES } from "../model/entities.ts";
import { applyPatch } from "../model/patch.ts";
import { windowEdits, withWindowOf } from "./window-length.ts";

const DAYS = [6, 7, 8, 9, 10];
const duty = (day: number) =>
  row("crewBlock", `duty-${day}`, {
    personId: "ann",
    startsAt: at(`${day}T09:00`),
    durationMin: minutes(60),
  });
const strip = (id: string, start: string) =>
  row("strip", id, { sceneId: "1", moduleId: "nauka", startsAt: at(start), isPinned: true });

/** Five days, the last two of them the way home; every day with a duty, a grant and a strip. */
const five = plan({
  person: [row("person", "ann")],
  module: [row("module", "nauka")],
  scene: [row("scene", "1")],
  shootDay: shootDays(...DAYS),
  shootWindow: [row("shootWindow", "main", { startsAt: at("6T06:00"), endsAt: at("10T20:00") })],
  flight: [
    row("flight", "up", { hatchAt: at("5T15:00") }),
    row("flight", "down", { direction: "down", hatchAt: at("10T20:00") }),
  ],
  crewBlock: DAYS.map(duty),
  allocation: DAYS.map((d) =>
    row("allocation", `a-${d}`, { personId: "ann", date: dateOf(at(`${d}T00:00`)), minutes: minutes(60) }),
  ),
  stationEvent: [
    row("stationEvent", "docking", { kind: "docking", startsAt: at("8T12:00"), durationMin: minutes(60) }),
    row("stationEvent", "reboost", { kind: "reboost", startsAt: at("8T13:00"), durationMin: minutes(60) }),
  ],
  strip: [strip("early", "6T10:00"), strip("late", "8T10:00"), strip("last", "9T10:00")],
});

const inWindow = (days: number) => {
  const made = withWindowOf(five, days);
  if (!made.ok) throw new Error(made.error);
  return made.value.tables;
};
const startOf = (tables: ReturnType<typeof inWindow>, id: string) =>
  tables.strip.find((s) => s.id === id)?.startsAt;

test("as many days as there are change nothing", () => {
  expect(withWindowOf(five, 5)).toEqual({ ok: true, value: five });
});

test("a day more is one edit, which leads to the same plan", () => {
  const edits = windowEdits(five, 6);
  if (!edits.ok) throw new Error(edits.error);
  const patch = commandById("together")?.bind({ edits: edits.value }).resolve(five.tables);
  const after = patch?.ok ? applyPatch(five.tables, patch.value) : null;
  if (!after?.ok) throw new Error(JSON.stringify(patch));
  const sorted = (tables: typeof five.tables) =>
    ENTITY_NAMES.map((entity) =>
      rowsOf(tables, entity)
        .map((row) => rawOf(entity, row))
        .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    );
  expect(sorted(after.value)).toEqual(sorted(inWindow(6)));
});

test("a day less is no edit: what stood there would go", () => {
  expect(windowEdits(five, 4).ok).toBe(false);
});

describe("a day less", () => {
  const tables = inWindow(4);

  test("takes out the day before the last two, which move up", () => {
    expect(tables.shootDay.map(({ date, number }) => [date.slice(-2), number])).toEqual([
      ["06", 1],
      ["07", 2],
      ["08", 3],
      ["09", 4],
    ]);
    expect(tables.shootWindow[0]?.endsAt).toBe(at("9T20:00"));
    expect(tables.flight.map(({ hatchAt }) => hatchAt)).toEqual([at("5T15:00"), at("9T20:00")]);
  });

  test("what people do there is gone, and what they do on the last days moves with them", () => {
    expect(tables.crewBlock.map(({ id, startsAt }) => [id, dateOf(startsAt).slice(-2)])).toEqual([
      ["duty-6", "06"],
      ["duty-7", "07"],
      ["duty-9", "08"],
      ["duty-10", "09"],
    ]);
    expect(tables.allocation.map(({ date }) => date.slice(-2))).toEqual(["06", "07", "08", "09"]);
  });

  test("its strips lie in the boneyard, pinned no more; those after it move", () => {
    expect(startOf(tables, "early")).toBe(at("6T10:00"));
    expect(tables.strip.find((s) => s.id === "late")).toMatchObject({
      startsAt: null,
      moduleId: null,
      isPinned: false,
    });
    expect(startOf(tables, "last")).toBe(at("8T10:00"));
  });

  test("what happens on the station on it does not happen, but the orbit is what it is", () => {
    expect(tables.stationEvent.map(({ id, startsAt }) => [id, startsAt])).toEqual([
      ["reboost", at("8T13:00")],
    ]);
  });
});

test("two days more live the day before the last two again, twice", () => {
  const tables = inWindow(7);
  expect(tables.shootDay.map(({ id, date, number }) => [id, date.slice(-2), number])).toEqual([
    [five.tables.shootDay[0]?.id, "06", 1],
    [five.tables.shootDay[1]?.id, "07", 2],
    [five.tables.shootDay[2]?.id, "08", 3],
    [`${five.tables.shootDay[2]?.id}~1`, "09", 4],
    [`${five.tables.shootDay[2]?.id}~2`, "10", 5],
    [five.tables.shootDay[3]?.id, "11", 6],
    [five.tables.shootDay[4]?.id, "12", 7],
  ]);
  expect(
    tables.crewBlock.filter(({ id }) => id.startsWith("duty-8")).map(({ startsAt }) => startsAt),
  ).toEqual([at("8T09:00"), at("9T09:00"), at("10T09:00")]);
  expect(startOf(tables, "last")).toBe(at("11T10:00"));
  expect(tables.stationEvent).toHaveLength(2);
});

test("a window that leaves nothing but the way home is refused in a sentence", () => {
  expect(withWindowOf(five, 2)).toEqual({
    ok: false,
    error: expect.stringContaining("A window of 2 days leaves no day to shoot on"),
  });
});
