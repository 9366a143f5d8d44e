import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Job } from "../model/job.ts";
import { judge } from "./judge.ts";
import { spotter } from "./spotter.ts";
import { mends } from "./testing-mends.ts";

type SetUpFields = Parameters<typeof row<"setUp">>[2];
type Staff = readonly (readonly [Job, string])[];

const flying: SetUpFields = { movingCamera: true, takeMin: minutes(20) };
const filming = (setUps: readonly SetUpFields[], staff: Staff) =>
  plan({
    person: [
      row("person", "Shipenko"),
      row("person", "Vande Hei", { category: "expedition-crew" }),
      row("person", "Mashkov", { category: "ground-crew" }),
    ],
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        shootMin: minutes(setUps.reduce((sum, s) => sum + (s?.takeMin ?? 0), 0)),
      }),
    ],
    setUp: setUps.map((fields, i) =>
      row("setUp", `7${i}`, { sceneId: "7", stripId: "s7", order: i, label: "ABC".charAt(i), ...fields }),
    ),
    assignment: staff.map(([job, personId], i) =>
      row("assignment", `a${i}`, { stripId: "s7", job, personId }),
    ),
  });
const alone: Staff = [["camera", "Shipenko"]];
const spotted: Staff = [...alone, ["spotter", "Vande Hei"]];

test.each<{ name: string; setUps: readonly SetUpFields[]; staff: Staff; min: number }>([
  { name: "a camera that flies unwatched", setUps: [flying], staff: alone, min: 20 },
  { name: "someone watches", setUps: [flying], staff: spotted, min: 0 },
  { name: "a camera that stands needs nobody", setUps: [{ takeMin: minutes(20) }], staff: alone, min: 0 },
  {
    name: "only the set-ups that fly count",
    setUps: [{ takeMin: minutes(20) }, flying],
    staff: alone,
    min: 20,
  },
  { name: "all of them", setUps: [flying, flying], staff: alone, min: 40 },
  {
    name: "the operator cannot watch himself",
    setUps: [flying],
    staff: [...alone, ["spotter", "Shipenko"]],
    min: 20,
  },
  { name: "what is shot needs nobody", setUps: [{ ...flying, isShot: true }], staff: alone, min: 0 },
  {
    name: "two are listed, one watches",
    setUps: [{ ...flying, jobs: ["spotter", "spotter"] }],
    staff: spotted,
    min: 20,
  },
  {
    name: "two are listed, nobody watches",
    setUps: [{ ...flying, jobs: ["spotter", "spotter"] }],
    staff: alone,
    min: 40,
  },
  { name: "whoever operates, someone watches", setUps: [flying], staff: [["spotter", "Vande Hei"]], min: 0 },
])("$name: $min min", ({ setUps, staff, min }) => {
  expect(judge(spotter, filming(setUps, staff))).toMatchObject({ amount: min, unknown: [] });
});

test("how many must watch is a parameter", () => {
  expect(judge(spotter, filming([flying], spotted), { spotters: 2 })).toMatchObject({
    amount: 20,
    unknown: [],
  });
  expect(judge(spotter, filming([flying], alone), { spotters: 0 }).findings).toEqual([]);
});

test("says where, which set-ups, when, and whom nobody watches", () => {
  expect(judge(spotter, filming([flying, { takeMin: minutes(20) }, flying], alone)).findings).toEqual([
    "Scene 7: 40 min unspotted, set-ups A and C (8 Oct 10:00–10:20, 8 Oct 10:40–11:00): nobody else watches where Shipenko flies. | 40 hard | 8T10:00–8T10:20 | s7 | Shipenko",
  ]);
  expect(judge(spotter, filming([{ ...flying, jobs: ["spotter", "spotter"] }], spotted)).findings).toEqual([
    "Scene 7: 20 min unspotted, set-up A (8 Oct 10:00–10:20): too few watch where Shipenko flies. | 20 hard | 8T10:00–8T10:20 | s7 | Shipenko",
  ]);
  expect(judge(spotter, filming([flying], [])).findings).toEqual([
    "Scene 7: 20 min unspotted, set-up A (8 Oct 10:00–10:20): nobody else watches where the operator flies. | 20 hard | 8T10:00–8T10:20 | s7 | nobody",
  ]);
});

test("offers who is there with free hands, then who is aboard, never the ground", () => {
  const words = (staff: Staff) => mends(spotter, filming([flying], staff));
  expect(words(alone)).toEqual([["Vande Hei as spotter on scene 7", 0]]);
  const dressed: Staff = [...alone, ["dress", "Vande Hei"]];
  const { tables } = filming([flying], dressed);
  const rigged = plan({ ...tables, strip: tables.strip.map((s) => ({ ...s, rigMin: minutes(10) })) });
  expect(mends(spotter, rigged)).toEqual([["Vande Hei as spotter on scene 7", 0]]);
});

test("a finding is the first set-up unwatched, of its strip and operator", () => {
  expect(judge(spotter, filming([{ takeMin: minutes(20) }, flying], alone)).violations).toMatchObject([
    { span: { start: at("8T10:20"), end: at("8T10:40") }, strips: ["s7"], people: ["Shipenko"] },
  ]);
});

test("other jobs that a set-up lists ask for no more spotters", () => {
  const setUp = { ...flying, jobs: ["camera", "light", "spotter"] as const };
  expect(judge(spotter, filming([setUp], spotted)).findings).toEqual([]);
});

test("who is on camera is not asked to watch as well", () => {
  const { tables } = filming([{ ...flying, roleIds: ["guest"] }], alone);
  const acting = plan({ ...tables, role: [row("role", "guest", { personId: "Vande Hei" })] });
  expect(mends(spotter, acting)).toEqual([]);
});
