import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { trainingGate } from "./training-gate.ts";

const camera = row("certificate", "c1", { name: "Camera in weightlessness", jobs: ["camera", "light"] });
const nauka = row("certificate", "c2", { name: "Nauka safety", moduleIds: ["nauka"] });

/** Shipenko does the camera of scene 7 in Nauka on 8 October. */
const planWith = (
  held: readonly { certificateId: string; validFrom?: string; validUntil?: string }[],
  over: Parameters<typeof plan>[0] = {},
) =>
  plan({
    person: [row("person", "shipenko", { shortName: "Shipenko" })],
    module: [row("module", "nauka", { name: "Nauka" })],
    scene: [row("scene", "7")],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId: "nauka" })],
    assignment: [row("assignment", "a", { stripId: "s7", job: "camera", personId: "shipenko" })],
    certificate: [camera],
    holding: held.map((h, i) => row("holding", `h${i}`, { personId: "shipenko", ...h })),
    ...over,
  });

test.each([
  { name: "valid until the day itself is valid", validUntil: "2021-10-08", jobs: 0 },
  { name: "valid from the day itself is valid", validFrom: "2021-10-08", jobs: 0 },
  { name: "expired the day before is not", validUntil: "2021-10-07", jobs: 1 },
  { name: "valid from the day after is not yet", validFrom: "2021-10-09", jobs: 1 },
])("$name", ({ name: _, jobs, ...holding }) => {
  expect(judge(trainingGate, planWith([{ certificateId: "c1", ...holding }])).amount).toBe(jobs);
});

test("one of two holdings is enough", () => {
  const held = [{ certificateId: "c1", validUntil: "2020-01-01" }, { certificateId: "c1" }];
  expect(judge(trainingGate, planWith(held)).findings).toEqual([]);
});

test("a certificate binds the categories that it names, and a holding its holder", () => {
  const others = planWith([], { certificate: [{ ...camera, categories: ["ground-crew"] }] });
  expect(judge(trainingGate, others).findings).toEqual([]);
  const anothers = planWith([], {
    holding: [row("holding", "h", { certificateId: "c1", personId: "peresild" })],
  });
  expect(judge(trainingGate, anothers).amount).toBe(1);
});

test("every job and work in the module count", () => {
  const { tables } = planWith([]);
  const both = planWith([], {
    certificate: [camera, nauka],
    assignment: [
      ...tables.assignment,
      row("assignment", "b", { stripId: "s7", job: "light", personId: "shipenko" }),
    ],
  });
  const { amount, messages } = judge(trainingGate, both);
  expect(amount).toBe(3);
  expect(messages).toEqual([
    "Shipenko may not do 3 jobs of scene 7: camera operator and light needs “Camera in weightlessness” (never held); work in Nauka needs “Nauka safety” (never held).",
  ]);
});

test.each([
  { holding: { validUntil: "2021-10-01" }, why: "expired after 1 Oct" },
  { holding: { validFrom: "2021-10-12" }, why: "valid only from 12 Oct" },
])("says that it is $why", ({ holding, why }) => {
  expect(judge(trainingGate, planWith([{ certificateId: "c1", ...holding }])).messages).toEqual([
    `Shipenko may not do 1 job of scene 7: camera operator needs “Camera in weightlessness” (${why}).`,
  ]);
});
