import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { SetUp } from "../model/scene.ts";
import { judge } from "./judge.ts";
import { lampLevel } from "./lamp-level.ts";
import { mends, offersOf } from "./testing-mends.ts";

type Lit = { readonly lux: number | null; readonly kitIds?: readonly string[]; readonly isShot?: boolean };

const planOf = (
  setUps: readonly Lit[],
  lamps: readonly (number | null)[] = [210],
  moduleId: string | null = "unity",
) =>
  plan({
    module: [row("module", "unity", { name: "Unity" })],
    lamp: lamps.map((lux, i) => row("lamp", `l${i}`, { moduleId: "unity", lux })),
    kit: [
      row("kit", "panel", { name: "Panel", quantity: 3, lux: 100, aboardFrom: at("5T15:00") }),
      row("kit", "torch", { name: "Torch", quantity: 1, lux: 40, aboardFrom: at("5T15:00") }),
      row("kit", "next-ship", { name: "Lamp to come", quantity: 9, lux: 900, aboardFrom: at("8T10:01") }),
      row("kit", "never", { name: "Lamp of no ship", quantity: 9, lux: 900 }),
      row("kit", "body", { name: "Camera", aboardFrom: at("5T15:00") }),
    ],
    scene: [row("scene", "42")],
    strip: [
      row("strip", "s42", { sceneId: "42", startsAt: at("8T10:00"), moduleId, shootMin: 20 * setUps.length }),
    ],
    setUp: setUps.map((lit, i) =>
      row("setUp", `u${i}`, {
        sceneId: "42",
        stripId: "s42",
        label: "ABC".charAt(i),
        order: i,
        takeMin: 20,
        ...(lit as Partial<SetUp>),
      }),
    ),
  });

test.each<{ name: string; setUps: readonly Lit[]; lamps?: readonly (number | null)[]; missing: number }>([
  { name: "the module's lamps are enough", setUps: [{ lux: 210 }], missing: 0 },
  { name: "a lux more is missing", setUps: [{ lux: 211 }], missing: 1 },
  { name: "half a lux is one", setUps: [{ lux: 210.5 }], missing: 1 },
  { name: "lamps add up", setUps: [{ lux: 400 }], lamps: [210, 190], missing: 0 },
  { name: "the film's light helps", setUps: [{ lux: 400, kitIds: ["panel"] }], missing: 90 },
  { name: "by the piece", setUps: [{ lux: 400, kitIds: ["panel", "panel"] }], missing: 0 },
  { name: "a camera gives no light", setUps: [{ lux: 400, kitIds: ["body"] }], missing: 190 },
  { name: "set-ups are lit one by one", setUps: [{ lux: 300 }, { lux: 250 }], missing: 130 },
  { name: "who asks for nothing gets it", setUps: [{ lux: null }], lamps: [], missing: 0 },
  { name: "what is shot was lit", setUps: [{ lux: 900, isShot: true }], missing: 0 },
  {
    name: "enough light of the film's own: the lamps do not matter",
    setUps: [{ lux: 300, kitIds: ["panel", "panel", "panel"] }],
    lamps: [null],
    missing: 0,
  },
])("$name", ({ setUps, lamps, missing }) => {
  const { amount, unknown } = judge(lampLevel, planOf(setUps, lamps));
  expect(amount).toBe(missing);
  expect(unknown).toEqual([]);
});

test.each([
  { name: "a lamp that nobody measured", lamps: [210, null] },
  { name: "a module without a list of lamps", lamps: [] },
])("$name is unknown, with what turns on it", ({ lamps }) => {
  expect(judge(lampLevel, planOf([{ lux: 300, kitIds: ["panel"] }], lamps))).toMatchObject({
    amount: 0,
    unknown: [
      "Scene 42, set-up A: how bright the lamps of Unity are is not known; 200 lx of 300 turn on them.",
    ],
  });
});

test("on the ground nothing is judged", () => {
  expect(judge(lampLevel, planOf([{ lux: 900 }], [null], null)).findings).toEqual([]);
});

test("names the set-ups and what they have; points are a parameter", () => {
  const snapshot = planOf([{ lux: 300 }, { lux: 100 }, { lux: 250, kitIds: ["torch"] }], [200.5]);
  const { violations, messages } = judge(lampLevel, snapshot);
  expect(messages).toEqual([
    "Scene 42 in Unity: 110 lx missing: set-up A has 200 of 300 lx, set-up C has 240 of 250 lx.",
  ]);
  expect(violations[0]?.points).toBeCloseTo(11);
  expect(judge(lampLevel, snapshot, { pointsPerLux: 1 }).violations[0]?.points).toBe(110);
});

test("offers light that is aboard, as many pieces as it takes and there are", () => {
  expect(mends(lampLevel, planOf([{ lux: 350 }]))).toEqual([["2 more Panel in set-up A of scene 42", 0]]);
  expect(mends(lampLevel, planOf([{ lux: 240 }])).map(([, left]) => left)).toEqual([0, 0]);
  expect(mends(lampLevel, planOf([{ lux: 420, kitIds: ["panel"] }])).map(([, left]) => left)).toEqual([0]);
  expect(mends(lampLevel, planOf([{ lux: 520, kitIds: ["panel"] }]))).toEqual([]);
});

test("a lamp that is not measured is unknown whichever of them it is; what is not lit takes no light", () => {
  expect(judge(lampLevel, planOf([{ lux: 300 }], [null, 210])).findings).toEqual([
    "Scene 42, set-up A: how bright the lamps of Unity are is not known; 300 lx of 300 turn on them. | unknown | 8T10:00–8T10:20 | s42",
  ]);
  const { tables } = planOf([{ lux: 300 }]);
  const setUp = tables.setUp.map((s) => ({ ...s, takes: 0 }));
  expect(judge(lampLevel, plan({ ...tables, setUp })).findings).toEqual([]);
  expect(judge(lampLevel, planOf([{ lux: 300 }])).findings).toEqual([
    "Scene 42 in Unity: 90 lx missing: set-up A has 210 of 300 lx. | 90 soft = 9 points | 8T10:00–8T10:20 | s42 | nobody",
  ]);
});

test("light is offered to the set-up that wants it, what it has and others have apart, and what comes as the strip begins", () => {
  const { tables } = planOf([
    { lux: 100, kitIds: ["panel", "panel", "panel"] },
    { lux: 400, kitIds: ["torch"] },
  ]);
  expect(offersOf(lampLevel, plan(tables))).toEqual([
    {
      commandId: "change-row",
      input: {
        changes: {
          kitIds: ["torch", "panel", "panel"],
        },
        entity: "setUp",
        id: "u1",
      },
    },
  ]);
  const kit = tables.kit.map((k) => (k.id === "next-ship" ? { ...k, aboardFrom: at("8T10:00") } : k));
  expect(offersOf(lampLevel, plan({ ...tables, kit }))).toEqual([
    {
      commandId: "change-row",
      input: {
        changes: {
          kitIds: ["torch", "panel", "panel"],
        },
        entity: "setUp",
        id: "u1",
      },
    },
    {
      commandId: "change-row",
      input: {
        changes: {
          kitIds: ["torch", "next-ship"],
        },
        entity: "setUp",
        id: "u1",
      },
    },
  ]);
});
