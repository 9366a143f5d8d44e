import { describe, expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import type { Tables } from "#core/model/entities.ts";
import type { ModuleId, StripId } from "#core/model/ids.ts";
import {
  adoptionOf,
  collisionSentence,
  collisionsOf,
  daysOf,
  daysTogether,
  leftOutText,
  movesOfDays,
  type ProposedMove,
  type Stand,
} from "./adoption.ts";

const stand = (start: string, module = "nauka"): Stand => ({
  startsAt: at(start),
  moduleId: module as ModuleId,
  rigMin: 10,
  shootMin: 60,
});
const strip = (id: string, sceneId: string, start: string | null, more: object = {}) =>
  row("strip", id, {
    sceneId,
    startsAt: start === null ? null : at(start),
    moduleId: start === null ? null : "nauka",
    ...{ rigMin: minutes(10), shootMin: minutes(60) },
    ...more,
  });
const tablesOf = (strips: Tables["strip"]) =>
  plan({
    module: [row("module", "nauka"), row("module", "zvezda")],
    shootDay: shootDays(6, 7, 8),
    scene: ["1", "2", "3"].map((number) => row("scene", number, { number })),
    strip: strips,
  }).tables;
const tables = tablesOf([strip("a", "1", "6T10:00"), strip("b", "2", "7T10:00"), strip("c", "3", null)]);
const move = (id: string, from: Stand, to: Stand): ProposedMove => ({ stripId: id as StripId, from, to });
const A_TO_7 = move("a", stand("6T10:00"), stand("7T14:00"));
const B_OUT = move("b", stand("7T10:00"), null);
const C_IN = move("c", null, stand("8T09:00", "zvezda"));
const ALL = [A_TO_7, B_OUT, C_IN];
const standing = ({ strip: strips }: Tables) =>
  strips.map(({ id, startsAt, moduleId }) => [id, startsAt, moduleId]);

describe("adoptionOf", () => {
  test("is one edit: what goes back, then what moves", () => {
    const adoption = adoptionOf(tables, ALL);
    if (!adoption.ok) throw new Error(adoption.error);
    expect(adoption.value.commandId).toBe("together");
    expect(adoption.value.input).toMatchObject({
      edits: [
        { commandId: "return-strips", input: { stripIds: ["b"] } },
        { commandId: "move-strips", input: { moves: [{ stripId: "a" }, { stripId: "c" }] } },
      ],
    });
    expect(standing(adoption.value.after)).toEqual([
      ["a", at("7T14:00"), "nauka"],
      ["b", null, null],
      ["c", at("8T09:00"), "zvezda"],
    ]);
  });

  test("leaves out what stands as proposed already; nothing left is said", () => {
    const done = tablesOf([strip("a", "1", "7T14:00"), strip("b", "2", "7T10:00"), strip("c", "3", null)]);
    const adoption = adoptionOf(done, [A_TO_7, B_OUT]);
    expect(adoption.ok && adoption.value.input).toEqual({
      title: "Proposal adopted",
      edits: [{ commandId: "return-strips", input: { stripIds: ["b"] } }],
    });
    expect(adoptionOf(done, [A_TO_7])).toMatchObject({
      ok: false,
      error: expect.stringContaining("nothing left to adopt"),
    });
  });

  test("takes more strips than one command does", () => {
    const many = Array.from({ length: 501 }, (_, i) => strip(`m${i}`, "1", null));
    const moves = many.map(({ id }) => move(id, null, stand("6T10:00")));
    const adoption = adoptionOf(tablesOf(many), moves);
    expect(adoption.ok && adoption.value.after.strip.every((s) => s.startsAt === at("6T10:00"))).toBe(true);
  });
});

describe("collisionsOf", () => {
  const [b, c] = [strip("b", "2", "7T10:00"), strip("c", "3", null)];
  test.each([
    {
      name: "moved since",
      strips: [strip("a", "1", "8T11:00"), b, c],
      says: "Scene 1 stands at 8 Oct 11:00 now; when the proposal was asked for it stood at 6 Oct 10:00.",
    },
    {
      name: "taken off the board since",
      strips: [strip("a", "1", null), b, c],
      says: "Scene 1 stands in the boneyard now; when the proposal was asked for it stood at 6 Oct 10:00.",
    },
    {
      name: "longer since",
      strips: [strip("a", "1", "6T10:00", { shootMin: minutes(75) }), b, c],
      says: "Scene 1 has another module or length now.",
    },
    {
      name: "pinned since",
      strips: [strip("a", "1", "6T10:00", { isPinned: true }), b, c],
      says: "Scene 1 is pinned now.",
    },
    {
      name: "shot since",
      strips: [strip("a", "1", "6T10:00", { status: "shot" }), b, c],
      says: "Scene 1 is in the can now.",
    },
    { name: "removed since", strips: [b, c], says: "A strip of the proposal was removed from the plan." },
  ])("a strip $name", ({ strips, says }) => {
    const now = tablesOf(strips);
    expect(collisionsOf(now, ALL)).toEqual([
      { stripId: "a", scene: says.startsWith("Scene 1 ") ? "1" : "", says },
    ]);
    expect(adoptionOf(now, ALL)).toEqual({ ok: false, error: collisionSentence([{ says }]) });
    // What is not in its way can still be adopted.
    expect(adoptionOf(now, [B_OUT]).ok).toBe(true);
  });

  test("a strip that others have moved, and that the proposal leaves alone, is none", () => {
    const now = tablesOf([strip("a", "1", "6T10:00"), strip("b", "2", "8T18:00"), c]);
    expect(collisionsOf(now, [A_TO_7, C_IN])).toEqual([]);
  });

  test("a module that is gone", () => {
    const now = { ...tables, module: tables.module.filter((m) => (m.id as string) !== "zvezda") };
    expect(collisionsOf(now, ALL).map(({ says }) => says)).toEqual([
      "Scene 3 goes to a module that is no longer there.",
    ]);
  });

  test("many are counted", () => {
    const five = ["A.", "B.", "C.", "D.", "E."].map((says) => ({ says }));
    expect(collisionSentence(five)).toBe(
      "The plan has changed where the proposal changes it. A. B. C. And 2 more strips changed. Propose again.",
    );
  });
});

test.each([
  { scenes: ["30"], says: "scene 30" },
  { scenes: ["30", "31 part 2"], says: "scenes 30 and 31 part 2" },
  { scenes: ["1", "2", "3", "4"], says: "the 4 strips that have changed" },
  { scenes: [""], says: "the 1 strip that has changed" },
])("left out: $says", ({ scenes, says }) => {
  expect(leftOutText(scenes.map((scene) => ({ scene })))).toBe(says);
});

describe("days that go together", () => {
  const days = ["1", "2", "3", "4", "5", "6"];
  /** Each pair of days is adopted together or not at all. */
  const pairs = (...all: [string, string][]) => {
    const asked: string[] = [];
    const breaksOf = (chosen: readonly string[]) => {
      asked.push(chosen.join());
      return all.filter(([a, b]) => chosen.includes(a) !== chosen.includes(b)).length;
    };
    return { asked, breaksOf };
  };
  test.each([
    { name: "one that stands alone", with: pairs(["1", "2"]), chosen: ["4"], days: ["4"] },
    { name: "a chain of them", with: pairs(["2", "5"], ["5", "6"]), chosen: ["2"], days: ["2", "5", "6"] },
    {
      name: "two chosen",
      with: pairs(["1", "3"], ["4", "5"]),
      chosen: ["1", "4"],
      days: ["1", "3", "4", "5"],
    },
  ])("$name", async ({ with: { breaksOf }, chosen, days: needed }) => {
    expect(await daysTogether(days, chosen, breaksOf)).toEqual(needed);
  });

  test("a hundred days are not tried for ever", async () => {
    const many = Array.from({ length: 100 }, (_, i) => `${i}`);
    const { asked, breaksOf } = pairs(...many.slice(1).map((id, i): [string, string] => [`${i}`, id]));
    expect(await daysTogether(many, ["50"], breaksOf)).toBeNull();
    expect(asked.length).toBeLessThan(200);
  });

  test("none where all of them break something", async () => {
    expect(await daysTogether(days, ["1"], () => 1)).toBeNull();
  });
});

describe("by day", () => {
  const [six, seven, eight] = tables.shootDay.map((day) => day.id);
  test("a move touches the day it leaves and the day it comes to", () => {
    expect(ALL.map((m) => daysOf(tables, m))).toEqual([[six, seven], [seven], [eight]]);
  });

  test.each([
    { name: "all", days: null, ids: ["a", "b", "c"] },
    { name: "a day that strips leave", days: [six], ids: ["a"] },
    { name: "a day that strips leave and come to", days: [seven], ids: ["a", "b"] },
    { name: "two days", days: [six, eight], ids: ["a", "c"] },
    { name: "a day that is not there", days: ["day-99"], ids: [] },
  ])("$name", ({ days, ids }) => {
    const chosen = movesOfDays(tables, ALL, days as readonly string[] | null);
    expect(chosen.map((m) => m.stripId)).toEqual(ids);
  });
});
