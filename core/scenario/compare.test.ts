import { describe, expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { compare } from "./compare.ts";

const person = row("person", "dubrov", { shortName: "Dubrov" });
const scenes = [row("scene", "s1", { number: "1" }), row("scene", "s2", { number: "2" })];
const base = () => ({
  person: [person],
  scene: scenes,
  module: [row("module", "nauka"), row("module", "zvezda")],
  shootDay: shootDays(6, 7, 8),
  strip: [
    row("strip", "a", { sceneId: "s1", startsAt: at("6T10:00"), moduleId: "nauka" }),
    row("strip", "b", { sceneId: "s2" }),
  ],
  setUp: [row("setUp", "u", { sceneId: "s1", stripId: "a" })],
  assignment: [
    row("assignment", "x", { stripId: "a", job: "camera", personId: "dubrov" }),
    row("assignment", "y", { stripId: "b", job: "camera", personId: "dubrov" }),
  ],
});
const changed = (change: Partial<Parameters<typeof plan>[0]>) =>
  compare(plan(base()), plan({ ...base(), ...change }));

describe("compare", () => {
  test("a scenario just branched does nothing differently", () => {
    expect(compare(plan(base()), plan(base()))).toEqual({
      isSame: true,
      ...{ strips: [], people: [], windowEdges: [], days: [], others: [] },
    });
  });

  test("a strip moved, one placed: where from and to, and whom it concerns", () => {
    const found = changed({
      strip: [
        row("strip", "a", { sceneId: "s1", startsAt: at("7T10:00"), moduleId: "zvezda" }),
        row("strip", "b", { sceneId: "s2", startsAt: at("6T12:00"), moduleId: "nauka" }),
      ],
    });
    expect(found.strips).toEqual([
      {
        ...{ stripId: "b", scene: "2", kind: "placed", from: null },
        to: { startsAt: at("6T12:00"), moduleId: "nauka" },
      },
      {
        ...{ stripId: "a", scene: "1", kind: "moved" },
        from: { startsAt: at("6T10:00"), moduleId: "nauka" },
        to: { startsAt: at("7T10:00"), moduleId: "zvezda" },
      },
    ]);
    expect(found.people).toEqual([{ personId: "dubrov", name: "Dubrov", strips: 2 }]);
  });

  test("taken off the board, added, removed", () => {
    const found = changed({
      strip: [row("strip", "a", { sceneId: "s1" }), row("strip", "c", { sceneId: "s2", part: 2, parts: 2 })],
    });
    expect(found.strips.map((s) => [s.kind, s.scene])).toEqual([
      ["returned", "1"],
      ["removed", "2"],
      ["added", "2 part 2"],
    ]);
  });

  test("window edges, lost days and whatever else differs", () => {
    const found = changed({
      shootWindow: [row("shootWindow", "main", { endsAt: at("16T14:41") })],
      shootDay: shootDays(6, 7, 8).map((day) => (day.number === 2 ? { ...day, isClosed: true } : day)),
      setUp: [row("setUp", "u", { sceneId: "s1", stripId: "a", takeMin: minutes(40) })],
    });
    expect(found).toMatchObject({
      isSame: false,
      windowEdges: [{ unit: "main", edge: "end", from: at("16T20:41"), to: at("16T14:41") }],
      days: [{ number: 2, kind: "lost" }],
      others: [{ what: "set-up", rows: 1 }],
    });
  });
});
