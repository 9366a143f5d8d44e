import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { SetUp } from "../model/scene.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";
import { ventilation } from "./ventilation.ts";

interface Hold extends Partial<Pick<SetUp, "fansOff" | "isShot">> {
  readonly min?: number;
}
const off = { fansOff: true };

const planOf = (
  setUps: readonly Hold[],
  people = 2,
  { volume = 17.4 as number | null, moduleId = "rassvet" as string | null } = {},
) =>
  plan({
    person: Array.from({ length: people }, (_, i) => row("person", `p${i}`)),
    module: [row("module", "rassvet", { name: "Rassvet", pressurisedM3: volume })],
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        moduleId,
        shootMin: setUps.reduce((sum, { min = 20 }) => sum + min, 0),
      }),
    ],
    setUp: setUps.map(({ min = 20, ...fans }, i) =>
      row("setUp", `u${i}`, {
        sceneId: "7",
        stripId: "s7",
        label: "ABC".charAt(i),
        order: i,
        takeMin: min,
        ...fans,
      }),
    ),
    assignment: Array.from({ length: people }, (_, i) =>
      row("assignment", `a${i}`, { stripId: "s7", job: "direct", personId: `p${i}` }),
    ),
  });

test.each<{ name: string; setUps: readonly Hold[]; people?: number; over: number }>([
  { name: "two people for 20 min", setUps: [off], over: 0 },
  { name: "a minute longer", setUps: [{ ...off, min: 21 }], over: 1 },
  { name: "40 min in one go are 20 too many", setUps: [off, off], over: 20 },
  { name: "with the fans on between", setUps: [off, {}, off], over: 0 },
  { name: "two long holds", setUps: [{ ...off, min: 25 }, {}, { ...off, min: 30 }], over: 15 },
  { name: "a third person makes all of it too much", setUps: [off], people: 3, over: 20 },
  { name: "and it is not counted twice", setUps: [{ ...off, min: 30 }], people: 3, over: 30 },
  { name: "fans on", setUps: [{ min: 300 }], people: 6, over: 0 },
  { name: "what is shot is aired", setUps: [{ ...off, min: 90, isShot: true }], over: 0 },
])("$name", ({ setUps, people, over }) => {
  const { amount, unknown } = judge(ventilation, planOf(setUps, people));
  expect(amount).toBe(over);
  expect(unknown).toEqual([]);
});

test.each([
  { name: "a small volume", volume: 20, over: 70 },
  { name: "a large one", volume: 20.1, over: 0 },
])("$name", ({ volume, over }) => {
  expect(judge(ventilation, planOf([{ ...off, min: 90 }], 2, { volume })).amount).toBe(over);
});

test("who comes later counts from then on", () => {
  const snapshot = planOf([{ ...off, min: 20 }], 2);
  const role = [row("role", "hero", { personId: "hero" })];
  const person = [...snapshot.tables.person, row("person", "hero")];
  const setUp = snapshot.tables.setUp.flatMap((s) => [
    { ...s, takeMin: 10 },
    { ...s, id: "late", order: 1, takeMin: 10, roleIds: ["hero"] },
  ]) as unknown as typeof snapshot.tables.setUp;
  // The hero is made up for the ten minutes before their set-up, in the module: all 20 min.
  const tables = { ...snapshot.tables, person, role, setUp };
  expect(judge(ventilation, { ...snapshot, tables }).findings).toEqual([
    "Scene 7: fans off in Rassvet for 20 min with 3 people (8 Oct 10:00–10:20), 20 min too long or too full. | 20 hard | 8T10:00–8T10:20 | s7 | p0 p1 hero",
  ]);
});

test("a volume that nobody knows is said", () => {
  expect(judge(ventilation, planOf([off], 2, { volume: null })).findings).toEqual([
    "Scene 7 stops the fans in Rassvet, whose volume is not known. | unknown | 8T10:00–8T10:20 | s7",
  ]);
  expect(judge(ventilation, planOf([off], 6, { moduleId: null })).findings).toEqual([]);
});

test("volume, people and time are parameters", () => {
  const snapshot = planOf([{ ...off, min: 30 }], 3);
  expect(judge(ventilation, snapshot, { smallM3: 10 }).findings).toEqual([]);
  expect(judge(ventilation, snapshot, { maxPeople: 3 }).amount).toBe(10);
  expect(judge(ventilation, snapshot, { maxPeople: 3, holdMin: 30 }).findings).toEqual([]);
});

test("names how long, how many, and offers the fans back", () => {
  const snapshot = planOf([off, off], 1);
  const { violations, messages } = judge(ventilation, snapshot);
  expect(messages).toEqual([
    "Scene 7: fans off in Rassvet for 40 min with 1 person (8 Oct 10:00–10:40), 20 min too long or too full.",
  ]);
  expect(violations[0]).toMatchObject({ people: ["p0"], strips: ["s7"] });
  expect(mends(ventilation, snapshot)).toEqual([["Scene 7 with the fans on", 0]]);
});
