import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { SetUp } from "../model/scene.ts";
import { groupsOf } from "./groups.ts";
import { judge } from "./judge.ts";
import { movementEnvelope } from "./movement-envelope.ts";
import { mends } from "./testing-mends.ts";

type Action = Partial<Pick<SetUp, "clearWidthCm" | "clearHeightCm" | "clearLengthCm" | "isShot">>;

const groupOf = (snapshot: Parameters<typeof factsOf>[0]) => groupsOf("strip", factsOf(snapshot))[0]!;

/** Rassvet leaves 150 × 150 × 250 cm, Zarya next to it 200 × 200 × 600, Nauka beyond 210 × 210 × 700, a ship nothing that is known. */
const planOf = (setUps: readonly Action[], moduleId: string | null = "rassvet") =>
  plan({
    module: [
      ["nauka", "Nauka", 210, 700, true],
      ["rassvet", "Rassvet", 150, 250, true],
      ["zarya", "Zarya", 200, 600, true],
      ["soyuz", "Soyuz", null, null, true],
      ["kibo", "Kibo", 900, 900, false],
    ].map(([id, name, across, along, isUsable], order) =>
      row("module", id as string, {
        name: name as string,
        order,
        isUsable: isUsable as boolean,
        clearWidthCm: across as number,
        clearHeightCm: across as number,
        clearLengthCm: along as number,
      }),
    ),
    hatch: [
      row("hatch", "h1", { fromModuleId: "rassvet", toModuleId: "zarya" }),
      row("hatch", "h2", { fromModuleId: "zarya", toModuleId: "nauka" }),
    ],
    scene: [row("scene", "7")],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId })],
    setUp: setUps.map((action, i) =>
      row("setUp", `u${i}`, { sceneId: "7", stripId: "s7", label: "ABC".charAt(i), order: i, ...action }),
    ),
  });

test.each<{ name: string; setUps: readonly Action[]; short: number }>([
  { name: "what asks for nothing fits", setUps: [{}], short: 0 },
  { name: "just as wide fits", setUps: [{ clearWidthCm: 150 }], short: 0 },
  { name: "a centimetre wider does not", setUps: [{ clearWidthCm: 151 }], short: 1 },
  { name: "half a centimetre is one", setUps: [{ clearWidthCm: 150.5 }], short: 1 },
  {
    name: "all three dimensions count: 10 + 20 + 30",
    setUps: [{ clearWidthCm: 160, clearHeightCm: 170, clearLengthCm: 280 }],
    short: 60,
  },
  {
    name: "of two set-ups the wider counts, and the longer",
    setUps: [
      { clearWidthCm: 160, clearLengthCm: 260 },
      { clearWidthCm: 155, clearLengthCm: 270 },
    ],
    short: 30,
  },
  { name: "what is shot has fitted", setUps: [{ clearWidthCm: 400, isShot: true }], short: 0 },
])("$name", ({ setUps, short }) => {
  const { amount, unknown } = judge(movementEnvelope, planOf(setUps));
  expect(amount).toBe(short);
  expect(unknown).toEqual([]);
});

test("on the ground, or in a module that is not there any more, nothing is judged", () => {
  for (const where of [null, "pirs"])
    expect(judge(movementEnvelope, planOf([{ clearWidthCm: 400 }], where))).toMatchObject({
      amount: 0,
      unknown: [],
    });
});

test("free space that nobody knows is said, of the dimensions asked for", () => {
  expect(
    judge(movementEnvelope, planOf([{ clearWidthCm: 100, clearLengthCm: 90 }], "soyuz")).findings,
  ).toEqual([
    "Scene 7: how wide and how long the free space of Soyuz is, is not known. | unknown | 8T10:00–8T10:30 | s7",
  ]);
});

test("names the set-ups and what they need", () => {
  const { messages } = judge(movementEnvelope, planOf([{ clearWidthCm: 160 }, { clearLengthCm: 300 }]));
  expect(messages).toEqual([
    "Scene 7: 60 cm short in Rassvet: set-up A needs 160 cm wide of 150, set-up B needs 300 cm long of 250.",
  ]);
});

test("offers the nearest roomier module that is open to the film", () => {
  const wide = (clearWidthCm: number) =>
    [...movementEnvelope.mend({}, groupOf(planOf([{ clearWidthCm }])))[0]!.repairs].map(
      (r) => (r.input as { moves: { moduleId: string }[] }).moves[0]?.moduleId,
    );
  expect(wide(180)).toEqual(["zarya", "nauka"]);
  expect(wide(205)).toEqual(["nauka"]);
  expect(wide(300)).toEqual([]);
  expect(mends(movementEnvelope, planOf([{ clearWidthCm: 205 }]))).toEqual([
    ["Scene 7 in Nauka at the same time", 0],
  ]);
});
