import { expect, test } from "vitest";
import { at, plan, row } from "./build.ts";
import { factsOf } from "./facts.ts";
import { readinessOf } from "./readiness.ts";

const snapshot = (validUntil: string | null) =>
  plan({
    person: [row("person", "shipenko"), row("person", "mashkov", { category: "ground-crew" })],
    certificate: [row("certificate", "camera", { jobs: ["camera"] })],
    holding:
      validUntil === null
        ? []
        : [row("holding", "h", { personId: "shipenko", certificateId: "camera", validUntil })],
    scene: [row("scene", "7")],
    setUp: [row("setUp", "7A", { sceneId: "7", stripId: "s7", jobs: ["camera"] })],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00") })],
    assignment: [row("assignment", "a", { stripId: "s7", job: "camera", personId: "shipenko" })],
  });

test.each([
  { name: "valid on the day of use", validUntil: "2021-10-08", readiness: "held" },
  { name: "run out the day before", validUntil: "2021-10-07", readiness: "runs-out" },
  { name: "never held", validUntil: null, readiness: "missing" },
])("$name", ({ validUntil, readiness }) => {
  const { tables, light } = snapshot(validUntil);
  const rows = readinessOf(tables, factsOf({ tables, light }));
  expect(rows.map((r) => [r.person.id as string, [...r.cells.values()][0]?.readiness])).toEqual([
    ["shipenko", readiness],
  ]);
});
