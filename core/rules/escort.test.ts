import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Job } from "../model/job.ts";
import { escort } from "./escort.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";

type Staff = readonly (readonly [Job, string])[];
interface Over {
  readonly module?: string;
  readonly acts?: string;
  readonly qualified?: boolean;
}
/** A strip of 20, 30 and 10 min in the Cupola, where a member of the USOS crew must be; Vande Hei and McArthur are. */
const visiting = (staff: Staff, { module = "cupola", acts, qualified = true }: Over = {}) =>
  plan({
    module: [
      row("module", "cupola", { name: "Cupola", segment: "USOS", needsEscort: true }),
      row("module", "unity", { segment: "USOS" }),
      row("module", "poisk", { name: "Poisk", segment: "RS", needsEscort: true }),
    ],
    person: [
      row("person", "Shipenko"),
      row("person", "Dubrov", { segments: qualified ? ["RS"] : [] }),
      ...["Vande Hei", "McArthur"].map((id) => row("person", id, { segments: qualified ? ["USOS"] : [] })),
    ],
    role: [row("role", "guest", { personId: acts ?? null })],
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        moduleId: module,
        rigMin: minutes(20),
        strikeMin: minutes(10),
      }),
    ],
    setUp: [row("setUp", "7A", { sceneId: "7", stripId: "s7", roleIds: acts ? ["guest"] : [] })],
    assignment: staff.map(([job, personId], i) =>
      row("assignment", `a${i}`, { stripId: "s7", job, personId }),
    ),
  });
const operator: readonly [Job, string] = ["camera", "Shipenko"];

test.each<{ name: string; staff: Staff; over?: Over; min: number }>([
  { name: "an escort is there all the time", staff: [operator, ["escort", "Vande Hei"]], min: 0 },
  { name: "nobody", staff: [operator], min: 60 },
  { name: "not even the operator", staff: [], min: 60 },
  { name: "someone of the other segment", staff: [operator, ["escort", "Dubrov"]], min: 60 },
  { name: "in another job", staff: [["camera", "Vande Hei"]], min: 0 },
  { name: "only in the shoot", staff: [operator, ["sound", "Vande Hei"]], min: 30 },
  { name: "two take turns", staff: [operator, ["sound", "Vande Hei"], ["assist", "McArthur"]], min: 0 },
  { name: "on camera, and made up before", staff: [operator], over: { acts: "Vande Hei" }, min: 20 },
  { name: "a module that asks for none", staff: [operator], over: { module: "unity" }, min: 0 },
  {
    name: "the other segment asks for its own",
    staff: [operator, ["escort", "Vande Hei"]],
    over: { module: "poisk" },
    min: 60,
  },
  { name: "and has them", staff: [operator, ["escort", "Dubrov"]], over: { module: "poisk" }, min: 0 },
])("$name: $min min", ({ staff, over, min }) => {
  expect(judge(escort, visiting(staff, over))).toMatchObject({ amount: min, unknown: [] });
});

test("with nobody down as qualified it cannot judge", () => {
  expect(judge(escort, visiting([operator], { qualified: false })).findings).toEqual([
    "Scene 7 in Cupola: nobody is down as a qualified member of the USOS crew. | unknown | 8T10:00–8T11:00 | s7",
  ]);
});

test("says where, how long, when, and who is there for the rest", () => {
  expect(judge(escort, visiting([operator])).findings).toEqual([
    "Scene 7: 1 h in Cupola without a member of the USOS crew (8 Oct 10:00–11:00). | 60 hard | 8T10:00–8T11:00 | s7 | Shipenko",
  ]);
  expect(judge(escort, visiting([operator, ["sound", "Vande Hei"]])).findings).toEqual([
    "Scene 7: 30 min in Cupola without a member of the USOS crew (8 Oct 10:00–10:20, 8 Oct 10:50–11:00; Vande Hei is there for the rest). | 30 hard | 8T10:00–8T10:20 | s7 | Shipenko",
  ]);
});

test("names the guests", () => {
  const staff: Staff = [operator, ["sound", "Vande Hei"]];
  expect(judge(escort, visiting(staff)).violations[0]?.people).toEqual(["Shipenko"]);
});

test("offers who is on the strip already, then the others", () => {
  expect(mends(escort, visiting([operator, ["sound", "McArthur"]]))).toEqual([
    ["McArthur as escort on scene 7", 0],
    ["Vande Hei as escort on scene 7", 0],
  ]);
});

test("a finding is the first stretch alone, of its strip; two who share the rest are both named", () => {
  expect(judge(escort, visiting([operator])).violations).toMatchObject([
    { span: { start: at("8T10:00"), end: at("8T11:00") }, strips: ["s7"] },
  ]);
  const staff: Staff = [operator, ["sound", "Vande Hei"], ["direct", "McArthur"]];
  expect(judge(escort, visiting(staff)).messages[0]).toMatch(
    /; Vande Hei and McArthur are there for the rest\)\.$/,
  );
});

test("who is there and qualified is not unknown, be it ever so short", () => {
  const staff: Staff = [operator, ["sound", "Vande Hei"]];
  expect(judge(escort, visiting(staff))).toMatchObject({ amount: 30, unknown: [] });
});
