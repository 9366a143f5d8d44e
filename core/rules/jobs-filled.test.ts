import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { Job } from "../model/job.ts";
import { jobsFilled } from "./jobs-filled.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";

type SetUpFields = Parameters<typeof row<"setUp">>[2];

const staffed = (setUps: readonly SetUpFields[], staff: readonly (readonly [Job, string])[]) =>
  plan({
    role: [row("role", "Zhenya", { personId: "Peresild" }), row("role", "Bogdanov")],
    scene: [row("scene", "7")],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00") })],
    setUp: setUps.map((fields, i) =>
      row("setUp", `7-${i}`, { sceneId: "7", stripId: "s7", order: i, ...fields }),
    ),
    assignment: staff.map(([job, personId], i) =>
      row("assignment", `a${i}`, { stripId: "s7", job, personId }),
    ),
  });

const one: readonly [Job, string] = ["camera", "Shipenko"];
const two: readonly [Job, string] = ["camera", "Dubrov"];

test.each<{
  name: string;
  setUps: readonly SetUpFields[];
  staff: readonly (readonly [Job, string])[];
  missing: number;
}>([
  { name: "a filled job", setUps: [{ jobs: ["camera"] }], staff: [one], missing: 0 },
  { name: "an empty job", setUps: [{ jobs: ["camera"] }], staff: [], missing: 1 },
  {
    name: "a job twice needs two people",
    setUps: [{ jobs: ["camera", "camera"] }],
    staff: [one],
    missing: 1,
  },
  {
    name: "twice the same person is one",
    setUps: [{ jobs: ["camera", "camera"] }],
    staff: [one, one],
    missing: 1,
  },
  { name: "two people fill it", setUps: [{ jobs: ["camera", "camera"] }], staff: [one, two], missing: 0 },
  {
    name: "the same job in two set-ups is one person's",
    setUps: [{ jobs: ["camera"] }, { jobs: ["camera"] }],
    staff: [one],
    missing: 0,
  },
  { name: "an observer beside a camera that stands", setUps: [{ jobs: ["spotter"] }], staff: [], missing: 1 },
  {
    name: "who watches a camera that flies, which is the rule spotter's",
    setUps: [{ movingCamera: true, jobs: ["spotter"] }],
    staff: [],
    missing: 0,
  },
  { name: "a cast role", setUps: [{ roleIds: ["Zhenya"] }], staff: [], missing: 0 },
  {
    name: "a role that is not cast, once for all its set-ups",
    setUps: [{ roleIds: ["Bogdanov"] }, { roleIds: ["Bogdanov"] }],
    staff: [],
    missing: 1,
  },
  {
    name: "what is shot needs nobody",
    setUps: [{ jobs: ["camera", "sound"], movingCamera: true, roleIds: ["Bogdanov"], isShot: true }],
    staff: [],
    missing: 0,
  },
  {
    name: "nobody at all",
    setUps: [{ jobs: ["direct", "camera", "camera", "light", "sound"] }],
    staff: [],
    missing: 5,
  },
])("$name", ({ setUps, staff, missing }) => {
  expect(judge(jobsFilled, staffed(setUps, staff)).amount).toBe(missing);
});

test("names the jobs", () => {
  const setUp: SetUpFields = { jobs: ["sound", "camera", "camera"], roleIds: ["Zhenya", "Bogdanov"] };
  expect(judge(jobsFilled, staffed([setUp], [one])).findings).toEqual([
    "Scene 7: 3 jobs missing: camera operator (1 of 2), sound and role Bogdanov not cast. | 3 hard | 8T10:00–8T10:30 | s7 | nobody",
  ]);
});

test("offers who is called on the strip already, then the others; never the ground", () => {
  const snapshot = staffed([{ jobs: ["camera", "sound"] }], [one]);
  const person = (id: string, category: "film-crew" | "ground-crew" = "film-crew") =>
    row("person", id, { shortName: id, category });
  const people = [person("Dubrov"), person("Shipenko"), person("Klim", "ground-crew")];
  expect(mends(jobsFilled, { ...snapshot, tables: { ...snapshot.tables, person: people } })).toEqual([
    ["Shipenko as sound on scene 7", 0],
    ["Dubrov as sound on scene 7", 0],
  ]);
});

test("an escort in a module that asks for one is the rule escort's, elsewhere it is a job like others", () => {
  const { tables, ...rest } = staffed([{ jobs: ["escort"] }], []);
  const strip = tables.strip.map((s) => ({ ...s, moduleId: "cupola" as never }));
  const inModule = (needsEscort: boolean) =>
    judge(jobsFilled, {
      ...rest,
      tables: { ...tables, strip, module: [row("module", "cupola", { needsEscort })] },
    }).amount;
  expect(inModule(true)).toBe(0);
  expect(inModule(false)).toBe(1);
  expect(judge(jobsFilled, { ...rest, tables }).amount).toBe(1);
});
