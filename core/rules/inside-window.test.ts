import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { insideWindow } from "./inside-window.ts";
import { judge } from "./judge.ts";

const placedAt = (start: string, over: { isClosed?: boolean } = {}) =>
  plan({
    shootDay: shootDays(5, 16).map((day) => ({ ...day, ...over })),
    scene: [row("scene", "7")],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at(start) })],
  });

test.each([
  { name: "beginning with the window is inside", start: "5T15:00", outside: 0 },
  { name: "one minute early costs one", start: "5T14:59", outside: 1 },
  { name: "half a minute early costs a started one", start: "5T14:59:30", outside: 1 },
  { name: "ending with the window is inside", start: "16T20:11", outside: 0 },
  { name: "one minute late costs one", start: "16T20:12", outside: 1 },
  { name: "wholly after it costs all", start: "16T21:00", outside: 30 },
])("$name", ({ start, outside }) => {
  expect(judge(insideWindow, placedAt(start)).amount).toBe(outside);
});

test("a closed day is outside", () => {
  expect(judge(insideWindow, placedAt("16T12:00", { isClosed: true })).amount).toBe(30);
});

test("says how much lies outside, and where", () => {
  expect(judge(insideWindow, placedAt("16T20:30")).findings).toEqual([
    "Scene 7: 19 min outside the window of the main unit (16 Oct 20:41–21:00). | 19 hard | 16T20:41–16T21:00 | s7 | nobody",
  ]);
});

test("every unit has its own windows, and only the main unit's days are closed", () => {
  const { tables } = placedAt("5T14:00", { isClosed: true });
  const shootWindow = [
    row("shootWindow", "main"),
    row("shootWindow", "ship-1", { unit: "ship", startsAt: at("5T08:00"), endsAt: at("5T14:10") }),
    row("shootWindow", "ship-2", { unit: "ship", startsAt: at("5T14:20"), endsAt: at("5T14:25") }),
  ];
  const of = (unit: "ship" | "landing" | "main", start: string) =>
    judge(
      insideWindow,
      plan({
        ...tables,
        shootWindow,
        scene: [row("scene", "7", { unit })],
        strip: tables.strip.map((s) => ({ ...s, startsAt: at(start) })),
      }),
    ).findings;
  expect(of("ship", "5T13:40")).toEqual([]);
  expect(of("ship", "5T14:00")).toEqual([
    "Scene 7: 10 min and 5 min outside the window of the ship unit (5 Oct 14:10–14:20, 5 Oct 14:25–14:30). | 15 hard | 5T14:10–5T14:20 | s7 | nobody",
  ]);
  expect(of("landing", "5T13:00")).toEqual([
    "Scene 7: 30 min outside the window of the landing unit (5 Oct 13:00–13:30). | 30 hard | 5T13:00–5T13:30 | s7 | nobody",
  ]);
  expect(of("main", "6T13:00")).toEqual([]);
});
