import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, row, span } from "./build.ts";
import type { Entity } from "./entities.ts";
import type { Job } from "./job.ts";
import { neededShootMinutes, place, setUpMinutes } from "./placed.ts";

const SCENE = row("scene", "7");
const ROLES = new Map([row("role", "surgeon", { personId: "peresild" })].map((role) => [role.id, role]));

/** From 10:00: rig 20 min, shoot 60, strike 10, unless said otherwise. */
const placed = (
  setUps: readonly Entity<"setUp">[],
  assigned: readonly (readonly [Job, string])[] = [],
  over: Partial<Entity<"strip">> = {},
) =>
  place(
    {
      ...row("strip", "s7", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        rigMin: 20,
        shootMin: 60,
        strikeMin: 10,
      }),
      ...over,
    },
    SCENE,
    setUps,
    assigned.map(([job, personId], i) => row("assignment", `a${i}`, { stripId: "s7", job, personId })),
    ROLES,
  );
const setUp = (id: string, takeMin: number, over: Parameters<typeof row<"setUp">>[2] = {}) =>
  row("setUp", id, { sceneId: "7", stripId: "s7", takeMin, ...over });
/** Who is bound from when to when. */
const bound = (...args: Parameters<typeof placed>) =>
  Object.fromEntries((placed(...args)?.calls ?? []).map((call) => [call.personId, call.span]));

test("rig, shoot and strike follow each other", () => {
  expect(placed([])).toMatchObject({
    span: span("8T10:00", "8T11:30"),
    rig: span("8T10:00", "8T10:20"),
    shoot: span("8T10:20", "8T11:20"),
    strike: span("8T11:20", "8T11:30"),
  });
});

test("a phase of 0 minutes is none; without any there is no placement", () => {
  const none = minutes(0);
  expect(placed([], [], { rigMin: none, strikeMin: none })).toMatchObject({
    span: span("8T10:00", "8T11:00"),
    rig: null,
    strike: null,
  });
  expect(placed([], [], { rigMin: none, shootMin: none, strikeMin: none })).toBeNull();
  expect(placed([], [], { startsAt: null })).toBeNull();
});

test.each([
  { job: "direct", from: "8T10:20", to: "8T11:20" },
  { job: "sound", from: "8T10:20", to: "8T11:20" },
  { job: "camera", from: "8T10:00", to: "8T11:30" },
  { job: "light", from: "8T10:00", to: "8T11:30" },
  { job: "escort", from: "8T10:00", to: "8T11:30" },
  // Rig and strike only, but a call is contiguous.
  { job: "dress", from: "8T10:00", to: "8T11:30" },
  { job: "assist", from: "8T10:00", to: "8T11:30" },
] as const)("$job binds from $from to $to", ({ job, from, to }) => {
  expect(bound([], [[job, "ann"]])).toEqual({ ann: span(from, to) });
});

test("two jobs are one call, from the first to the last thing they are needed for", () => {
  const jobs = [
    ["direct", "ann"],
    ["assist", "ann"],
  ] as const;
  expect(placed([], jobs, { strikeMin: minutes(0) })?.calls).toEqual([
    {
      personId: "ann",
      span: span("8T10:00", "8T11:20"),
      jobs: ["direct", "assist"],
      roleIds: [],
      onSetAt: null,
    },
  ]);
});

test("a job whose phases have no length binds nobody", () => {
  const onlyShoot = { rigMin: minutes(0), strikeMin: minutes(0) };
  expect(bound([], [["dress", "ann"]], onlyShoot)).toEqual({});
});

const SURGEON = { roleIds: ["surgeon"] };

test.each([
  { name: "make-up is the last 10 min of the rig", rigMin: 20, from: "8T10:10" },
  { name: "a rig of 10 is all make-up", rigMin: 10, from: "8T10:00" },
  {
    name: "a shorter rig leaves less of it: the call does not begin before the placement",
    rigMin: 4,
    from: "8T10:00",
  },
])("performers: $name", ({ rigMin, from }) => {
  const here = placed([setUp("a", 60, SURGEON)], [], { rigMin: minutes(rigMin) });
  expect(here?.calls).toMatchObject([
    { personId: "peresild", span: { start: at(from), end: here?.shoot?.end }, roleIds: ["surgeon"] },
  ]);
  expect(here?.calls[0]?.onSetAt).toBe(here?.shoot?.start);
});

test("a performer is bound for their own set-ups and what lies between", () => {
  const three = [setUp("a", 20), setUp("b", 10, SURGEON), setUp("c", 20), setUp("d", 10, SURGEON)];
  // Shoot 10:20–11:20: a until 10:40, b until 10:50, c until 11:10, d until 11:20. On set at 10:40, make-up from 10:30.
  expect(bound(three)).toEqual({ peresild: span("8T10:30", "8T11:20") });
  expect(bound(three.slice(0, 3), [], { shootMin: minutes(50) })).toEqual({
    peresild: span("8T10:30", "8T10:50"),
  });
});

test("who performs and operates has one call with both", () => {
  const { calls } = placed([setUp("a", 60, SURGEON)], [["camera", "peresild"]]) ?? {};
  expect(calls).toEqual([
    {
      personId: "peresild",
      span: span("8T10:00", "8T11:30"),
      jobs: ["camera"],
      roleIds: ["surgeon"],
      onSetAt: at("8T10:20"),
    },
  ]);
});

test("a role that nobody plays binds nobody", () => {
  expect(bound([setUp("a", 60, { roleIds: ["unknown"] })])).toEqual({});
});

test("a spotter is bound from the first to the last set-up with a moving camera, and to nothing else", () => {
  const moving = { movingCamera: true };
  const four = [setUp("a", 20), setUp("b", 10, moving), setUp("c", 20, moving), setUp("d", 10)];
  expect(bound(four, [["spotter", "ann"]])).toEqual({ ann: span("8T10:40", "8T11:10") });
  expect(bound([setUp("a", 60)], [["spotter", "ann"]])).toEqual({});
});

test("takes and the resets between them make a set-up", () => {
  const four = { takes: 4, takeMin: minutes(3), resetMin: minutes(2) };
  expect(setUpMinutes(four)).toBe(18);
  expect(neededShootMinutes([setUp("a", 3, { takes: 4, resetMin: 2 }), setUp("b", 7)])).toBe(25);
});

test("set-ups share the shoot in proportion to what they need, without a gap, to the second", () => {
  // 7 + 7 + 7 min in 60: a third each.
  const { setUps } = placed([setUp("a", 7), setUp("b", 7), setUp("c", 7)]) ?? {};
  expect(setUps?.map((s) => s.span)).toEqual([
    span("8T10:20", "8T10:40"),
    span("8T10:40", "8T11:00"),
    span("8T11:00", "8T11:20"),
  ]);
  // 3 + 4 in 60 min: 25 min 43 s, and the last one ends with the shoot.
  const two = placed([setUp("a", 3), setUp("b", 4)])?.setUps;
  expect(two?.map((s) => s.span)).toEqual([span("8T10:20", "8T10:45:43"), span("8T10:45:43", "8T11:20")]);
});
