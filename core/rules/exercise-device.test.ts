import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { exerciseDevice } from "./exercise-device.ts";
import { judge } from "./judge.ts";
import { mends } from "./testing-mends.ts";

interface Run {
  readonly who: string;
  readonly start: string;
  readonly min?: number;
  readonly device?: string | null;
  readonly module?: string | null;
  readonly within?: readonly [string, string];
}
interface Over {
  readonly start?: string;
  readonly module?: string;
  readonly sync?: boolean;
  readonly shot?: boolean;
  readonly staff?: string;
}
/** A strip with 10 min of rig, 30 of shoot and 10 of strike; BD-2 and VELO in Zvezda. */
const training = (
  runs: readonly Run[],
  { start, module = "zvezda", sync = false, shot = false, staff }: Over = {},
) =>
  plan({
    module: ["zvezda", "nauka"].map((id) => row("module", id, { name: id === "nauka" ? "Nauka" : "Zvezda" })),
    person: ["Dubrov", "Novitsky"].map((id) => row("person", id)),
    exerciseDevice: ["BD-2", "VELO"].map((id) => row("exerciseDevice", id, { moduleId: "zvezda" })),
    crewBlock: runs.map(({ who, start: from, min = 60, device = "VELO", module: where = null, within }, i) =>
      row("crewBlock", `b${i}`, {
        personId: who,
        kind: "exercise",
        startsAt: at(from),
        durationMin: minutes(min),
        deviceId: device,
        moduleId: where,
        earliestAt: within ? at(within[0]) : null,
        latestAt: within ? at(within[1]) : null,
      }),
    ),
    scene: start ? [row("scene", "7")] : [],
    strip: start
      ? [
          row("strip", "s7", {
            sceneId: "7",
            startsAt: at(start),
            moduleId: module,
            rigMin: minutes(10),
            strikeMin: minutes(10),
          }),
        ]
      : [],
    setUp: start ? [row("setUp", "7A", { sceneId: "7", stripId: "s7", syncSound: sync, isShot: shot })] : [],
    assignment: staff ? [row("assignment", "a", { stripId: "s7", job: "direct", personId: staff })] : [],
  });

const dubrov: Run = { who: "Dubrov", start: "8T10:00" };
const novitsky = (start: string, over: Partial<Run> = {}): Run => ({ who: "Novitsky", start, ...over });

test.each<{ name: string; runs: readonly Run[]; min: number }>([
  { name: "one after the other", runs: [dubrov, novitsky("8T11:00")], min: 0 },
  { name: "a minute of both", runs: [dubrov, novitsky("8T10:59")], min: 1 },
  { name: "the one inside the other", runs: [dubrov, novitsky("8T10:20", { min: 30 })], min: 30 },
  { name: "on two devices", runs: [dubrov, novitsky("8T10:00", { device: "BD-2" })], min: 0 },
  { name: "one person twice", runs: [dubrov, { ...dubrov, start: "8T10:30" }], min: 0 },
  {
    name: "on no named device",
    runs: [dubrov, novitsky("8T10:00", { device: null, module: "zvezda" })],
    min: 0,
  },
  {
    name: "another device between",
    runs: [dubrov, novitsky("8T10:10", { device: "BD-2" }), novitsky("8T10:30")],
    min: 30,
  },
])("a device: $name, $min min", ({ runs, min }) => {
  expect(judge(exerciseDevice, training(runs))).toMatchObject({ amount: min, unknown: [] });
});

test.each<{ name: string; over: Over; runs?: readonly Run[]; min: number }>([
  { name: "rig beside it", over: { start: "8T10:50" }, min: 0 },
  { name: "a minute of shoot in it", over: { start: "8T10:49" }, min: 1 },
  { name: "strike beside it", over: { start: "8T09:20" }, min: 0 },
  { name: "the last minute of the shoot", over: { start: "8T09:21" }, min: 1 },
  { name: "all of the shoot", over: { start: "8T10:10" }, min: 30 },
  { name: "in another module", over: { start: "8T10:10", module: "nauka" }, min: 0 },
  { name: "what is shot", over: { start: "8T10:10", shot: true }, min: 0 },
  {
    name: "two at once count once",
    over: { start: "8T10:10" },
    runs: [dubrov, novitsky("8T10:00", { device: "BD-2" })],
    min: 30,
  },
  { name: "two in a row", over: { start: "8T10:40" }, runs: [dubrov, novitsky("8T11:10")], min: 20 },
  {
    name: "no named device in a named module",
    over: { start: "8T10:10", module: "nauka" },
    runs: [{ ...dubrov, device: null, module: "nauka" }],
    min: 30,
  },
  { name: "their own call is for the rule exercise", over: { start: "8T10:10", staff: "Dubrov" }, min: 0 },
])("a shoot: $name, $min min", ({ over, runs = [dubrov], min }) => {
  expect(judge(exerciseDevice, training(runs, over))).toMatchObject({ amount: min, unknown: [] });
});

test("a run before the strip does not hide one that goes on", () => {
  const runs = [novitsky("8T09:00", { min: 120 }), { ...dubrov, start: "8T09:10", min: 20, device: "BD-2" }];
  expect(judge(exerciseDevice, training(runs, { start: "8T10:00" }))).toMatchObject({
    amount: 30,
    unknown: [],
  });
});

test("a production may let all but sync sound be shot beside it", () => {
  const params = { spoils: "sync sound" };
  expect(judge(exerciseDevice, training([dubrov], { start: "8T10:10" }), params).findings).toEqual([]);
  expect(judge(exerciseDevice, training([dubrov], { start: "8T10:10", sync: true }), params)).toMatchObject({
    amount: 30,
    unknown: [],
  });
});

test("who exercises nobody knows where may shake any module with a device", () => {
  const lost: Run = { ...dubrov, device: null };
  expect(judge(exerciseDevice, training([lost], { start: "8T10:10" })).findings).toEqual([
    "Scene 7: Dubrov exercises meanwhile on no known device; whether it is in Zvezda is not judged. | unknown | 8T10:10–8T11:00 | s7",
  ]);
  expect(judge(exerciseDevice, training([lost], { start: "8T10:10", module: "nauka" })).findings).toEqual([]);
  expect(judge(exerciseDevice, training([lost], { start: "8T11:10" })).findings).toEqual([]);
});

test("says who, on what, where, how long, and when", () => {
  expect(judge(exerciseDevice, training([dubrov, novitsky("8T10:50")])).findings).toEqual([
    "Dubrov and Novitsky are on VELO at once for 10 min (8 Oct 10:50–11:00). | 10 hard | 8T10:50–8T11:00 | no strip | Dubrov Novitsky",
  ]);
  expect(judge(exerciseDevice, training([dubrov], { start: "8T09:40" })).findings).toEqual([
    "Scene 7: 20 min shot in Zvezda while Dubrov exercises on VELO (8 Oct 10:00–10:20). | 20 hard | 8T10:00–8T10:20 | s7 | Dubrov",
  ]);
  const both = [dubrov, novitsky("8T10:00", { device: null, module: "zvezda" })];
  expect(judge(exerciseDevice, training(both, { start: "8T09:40" })).findings).toEqual([
    "Scene 7: 20 min shot in Zvezda while Dubrov and Novitsky exercise on VELO (8 Oct 10:00–10:20). | 20 hard | 8T10:00–8T10:20 | s7 | Dubrov Novitsky",
  ]);
});

test("offers exercise that may move, then the strip after it, then before it", () => {
  const flexible: Run = { ...dubrov, within: ["8T09:20", "8T12:00"] };
  expect(mends(exerciseDevice, training([flexible], { start: "8T10:10" }))).toEqual([
    ["Dubrov’s exercise at 10:50 instead of 8 Oct 10:00", 0],
    ["Dubrov’s exercise at 09:20 instead of 8 Oct 10:00", 0],
    ["Scene 7 to 8 Oct 10:50", 0],
    ["Scene 7 to 8 Oct 09:20", 0],
  ]);
  expect(mends(exerciseDevice, training([dubrov], { start: "8T10:10" }))).toEqual([
    ["Scene 7 to 8 Oct 10:50", 0],
    ["Scene 7 to 8 Oct 09:20", 0],
  ]);
  const later = novitsky("8T10:30", { within: ["8T10:00", "8T12:00"] });
  expect(mends(exerciseDevice, training([dubrov, later]))).toEqual([
    ["Novitsky’s exercise at 11:00 instead of 8 Oct 10:30", 0],
  ]);
  const tooShort = novitsky("8T10:30", { within: ["8T10:00", "8T11:59"] });
  expect(mends(exerciseDevice, training([dubrov, tooShort]))).toEqual([]);
});

test("of two strips shaken each is offered its own way out, and a device that is gone has no name", () => {
  const one = training([dubrov, novitsky("8T14:00")], { start: "8T10:10" });
  const { tables } = one;
  const two = plan({
    ...tables,
    scene: [...tables.scene, row("scene", "12")],
    strip: [
      ...tables.strip,
      row("strip", "s12", {
        sceneId: "12",
        startsAt: at("8T14:10"),
        moduleId: "zvezda",
        rigMin: minutes(10),
      }),
    ],
    setUp: [...tables.setUp, row("setUp", "12A", { sceneId: "12", stripId: "s12" })],
  });
  expect(mends(exerciseDevice, two).map(([words]) => words)).toEqual([
    "Scene 7 to 8 Oct 10:50",
    "Scene 7 to 8 Oct 09:20",
    "Scene 12 to 8 Oct 14:50",
    "Scene 12 to 8 Oct 13:20",
  ]);
  const gone = { device: "lost", module: "zvezda" };
  const onLost = [{ ...dubrov, ...gone }, novitsky("8T10:30", gone)];
  expect(judge(exerciseDevice, training(onLost, { start: "8T10:00" })).messages).toEqual([
    "Dubrov and Novitsky are on one device at once for 30 min (8 Oct 10:30–11:00).",
    "Scene 7: 30 min shot in Zvezda while Dubrov and Novitsky exercise (8 Oct 10:10–10:40).",
  ]);
});

test("a finding is the first stretch, of its strip and who exercises, or of both who share and no strip", () => {
  expect(judge(exerciseDevice, training([dubrov], { start: "8T10:10" })).violations).toMatchObject([
    { span: { start: at("8T10:20"), end: at("8T10:50") }, strips: ["s7"], people: ["Dubrov"] },
  ]);
  expect(judge(exerciseDevice, training([dubrov, novitsky("8T10:50")])).violations).toMatchObject([
    { span: { start: at("8T10:50"), end: at("8T11:00") }, strips: [], people: ["Dubrov", "Novitsky"] },
  ]);
});

test("someone else's call on the strip makes no difference", () => {
  expect(judge(exerciseDevice, training([dubrov], { start: "8T10:10", staff: "Novitsky" })).amount).toBe(30);
});

test("only who spoils a take is named", () => {
  const { tables } = training([dubrov, novitsky("8T11:00", { min: 5, device: "BD-2" })], {
    start: "8T10:30",
    sync: true,
  });
  const long = plan({
    ...tables,
    strip: tables.strip.map((s) => ({ ...s, shootMin: minutes(60) })),
    setUp: [...tables.setUp, row("setUp", "7B", { sceneId: "7", stripId: "s7", order: 1 })],
  });
  // Sync sound runs from 10:40 to 11:10, the silent set-up after it.
  expect(judge(exerciseDevice, long, { spoils: "sync sound" }).findings).toEqual([
    "Scene 7: 25 min shot in Zvezda while Dubrov and Novitsky exercise on VELO and BD-2 (8 Oct 10:40–11:05). | 25 hard | 8T10:40–8T11:05 | s7 | Dubrov Novitsky",
  ]);
  const later = plan({
    ...long.tables,
    crewBlock: long.tables.crewBlock.map((b) => (b.id === "b1" ? { ...b, startsAt: at("8T11:20") } : b)),
  });
  expect(judge(exerciseDevice, later, { spoils: "sync sound" }).findings).toEqual([
    "Scene 7: 20 min shot in Zvezda while Dubrov exercises on VELO (8 Oct 10:40–11:00). | 20 hard | 8T10:40–8T11:00 | s7 | Dubrov",
  ]);
});

test("says so without a device, and every stretch", () => {
  const bare: Run = { ...dubrov, device: null, module: "nauka" };
  const runs = [{ ...bare, min: 25 }, novitsky("8T10:40", { device: null, module: "nauka" })];
  expect(judge(exerciseDevice, training(runs, { start: "8T10:10", module: "nauka" })).findings).toEqual([
    "Scene 7: 15 min shot in Nauka while Dubrov and Novitsky exercise (8 Oct 10:20–10:25, 8 Oct 10:40–10:50). | 15 hard | 8T10:20–8T10:25 | s7 | Dubrov Novitsky",
  ]);
});

test("two in a row are not moved for one strip; a block with one bound is fixed", () => {
  const within = ["8T06:00", "8T20:00"] as const;
  const two = [{ ...dubrov, min: 30, within }, novitsky("8T10:30", { min: 30, within })];
  expect(mends(exerciseDevice, training(two, { start: "8T10:10" }))).toEqual([
    ["Scene 7 to 8 Oct 10:50", 0],
    ["Scene 7 to 8 Oct 09:20", 0],
  ]);
  const { tables } = training([{ ...dubrov, within }], { start: "8T10:10" });
  for (const bound of ["earliestAt", "latestAt"] as const) {
    const half = plan({ ...tables, crewBlock: tables.crewBlock.map((b) => ({ ...b, [bound]: null })) });
    expect(mends(exerciseDevice, half)).toHaveLength(2);
  }
});

test("a device in another module does not say where someone exercises", () => {
  const { tables } = training([{ ...dubrov, device: null }], { start: "8T10:10" });
  const more = plan({
    ...tables,
    exerciseDevice: [...tables.exerciseDevice, row("exerciseDevice", "bands", { moduleId: "nauka" })],
  });
  expect(judge(exerciseDevice, more).unknown).toHaveLength(1);
  const shot = plan({ ...tables, setUp: tables.setUp.map((s) => ({ ...s, isShot: true })) });
  expect(judge(exerciseDevice, shot).findings).toEqual([]);
});
