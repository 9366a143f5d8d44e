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

test("a holding covers a call that lies in it with all of itself; one that ends as the day ends is on the next already", () => {
  const jobs = (start: string, validFrom: string, validUntil: string, shootMin = 30) => {
    const { tables } = planWith([{ certificateId: "c1", validFrom, validUntil }]);
    const strip = tables.strip.map((s) => ({ ...s, startsAt: at(start), shootMin: shootMin as never }));
    return judge(trainingGate, plan({ ...tables, strip })).amount;
  };
  expect(jobs("8T23:29", "2021-10-08", "2021-10-08")).toBe(0);
  expect(jobs("8T23:30", "2021-10-08", "2021-10-08")).toBe(1);
  expect(jobs("8T00:00", "2021-10-08", "2021-10-08")).toBe(0);
  expect(jobs("7T23:59", "2021-10-08", "2021-10-08")).toBe(1);
  expect(jobs("8T00:00", "2021-10-08", "2021-10-08", 1_440)).toBe(1);
  expect(jobs("8T00:00", "2021-10-08", "2021-10-08", 1_439)).toBe(0);
  expect(jobs("8T10:00", "2021-10-09", "2021-10-07")).toBe(1);
});

test("a certificate is for its jobs and its modules, a holding for its certificate and its holder", () => {
  const { tables } = planWith([{ certificateId: "c2" }], { certificate: [camera, nauka] });
  expect(judge(trainingGate, plan(tables)).findings).toEqual([
    "Shipenko may not do 1 job of scene 7: camera operator needs “Camera in weightlessness” (never held). | 1 hard | 8T10:00–8T10:30 | s7 | shipenko",
  ]);
  const elsewhere = (moduleId: string | null) =>
    judge(
      trainingGate,
      plan({
        ...tables,
        certificate: [nauka],
        holding: [],
        strip: tables.strip.map((s) => ({ ...s, moduleId: moduleId as never })),
      }),
    );
  expect(elsewhere("nauka").findings).toEqual([
    "Shipenko may not do 1 job of scene 7: work in Nauka needs “Nauka safety” (never held). | 1 hard | 8T10:00–8T10:30 | s7 | shipenko",
  ]);
  expect(elsewhere("zarya").findings).toEqual([]);
  expect(elsewhere(null).findings).toEqual([]);
  const directing = tables.assignment.map((a) => ({ ...a, job: "direct" as const }));
  expect(judge(trainingGate, plan({ ...tables, assignment: directing })).findings).toEqual([]);
  const both = [
    row("holding", "a", { certificateId: "c1", personId: "shipenko" }),
    row("holding", "b", { certificateId: "c2", personId: "peresild" }),
  ];
  expect(judge(trainingGate, plan({ ...tables, holding: both })).messages).toEqual([
    "Shipenko may not do 1 job of scene 7: work in Nauka needs “Nauka safety” (never held).",
  ]);
});

test("of several holdings the one that expired last is named, or the one that comes first", () => {
  const why = (...held: readonly (readonly [from: string, until: string])[]) =>
    judge(
      trainingGate,
      planWith(held.map(([validFrom, validUntil]) => ({ certificateId: "c1", validFrom, validUntil }))),
    ).messages;
  expect(
    why(["2021-09-01", "2021-10-01"], ["2021-10-02", "2021-10-07"], ["2021-01-01", "2021-05-01"]),
  ).toEqual([
    "Shipenko may not do 1 job of scene 7: camera operator needs “Camera in weightlessness” (expired after 7 Oct).",
  ]);
  expect(
    why(["2021-12-01", "2021-12-10"], ["2021-10-09", "2021-10-10"], ["2021-11-01", "2021-11-02"]),
  ).toEqual([
    "Shipenko may not do 1 job of scene 7: camera operator needs “Camera in weightlessness” (valid only from 9 Oct).",
  ]);
});

test("work in a module that is not there any more is still work", () => {
  const { messages } = judge(trainingGate, planWith([], { module: [], certificate: [nauka] }));
  expect(messages).toEqual([
    "Shipenko may not do 1 job of scene 7: work in the module needs “Nauka safety” (never held).",
  ]);
});
