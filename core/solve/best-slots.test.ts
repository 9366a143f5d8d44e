import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { StripId } from "../model/ids.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check, startCheck } from "../rules/check.ts";
import { aPlan } from "../rules/testing-plan.ts";
import { effectOf } from "../scenario/effect.ts";
import { bestSlots } from "./best-slots.ts";
import { handOf } from "./by-hand.ts";
import { withPlacements } from "./placement.ts";
import { objectiveOf } from "./propose.ts";

/** One operator aboard on two days, asleep at night and at lunch, and a strip of an hour. */
const small = (more: Partial<ScenarioSnapshot["tables"]> = {}) =>
  plan({
    person: [row("person", "mara")],
    flight: [row("flight", "up", { hatchAt: at("1T15:00") })],
    seat: [row("seat", "s", { flightId: "up", personId: "mara" })],
    shootDay: shootDays(7, 8),
    module: [row("module", "zvezda")],
    crewBlock: [
      row("crewBlock", "night", { kind: "sleep", startsAt: at("7T21:30"), durationMin: minutes(510) }),
      row("crewBlock", "noon", { kind: "meal", startsAt: at("7T12:00"), durationMin: minutes(60) }),
      row("crewBlock", "noon-8", { kind: "meal", startsAt: at("8T12:00"), durationMin: minutes(60) }),
    ].map((block) => ({ ...block, personId: "mara" as typeof block.personId })),
    scene: [row("scene", "1", { moduleId: "zvezda" })],
    strip: [
      row("strip", "a", { sceneId: "1", rigMin: minutes(15), shootMin: minutes(45), strikeMin: minutes(0) }),
    ],
    setUp: [
      row("setUp", "take", { sceneId: "1", stripId: "a", tier: "should", takes: 1, takeMin: minutes(30) }),
    ],
    assignment: [row("assignment", "camera", { stripId: "a", job: "camera", personId: "mara" })],
    ...more,
  });

const A = "a" as StripId;

const withoutStrip = (snapshot: ScenarioSnapshot, id: StripId): ScenarioSnapshot => ({
  ...snapshot,
  tables: {
    ...snapshot.tables,
    strip: snapshot.tables.strip.map((s) => (s.id === id ? { ...s, startsAt: null, moduleId: null } : s)),
  },
});

test("tells of every place what the whole book says of it there", () => {
  fc.assert(
    fc.property(aPlan, (snapshot) => {
      const checked = startCheck(snapshot);
      for (const { id } of snapshot.tables.strip.slice(0, 2)) {
        const bare = withoutStrip(snapshot, id);
        const before = check(bare);
        for (const { placement, effect, points } of bestSlots(checked, id)) {
          const after = check({ ...bare, tables: withPlacements(bare.tables, [placement]) });
          expect(effect).toEqual(effectOf(before, after));
          expect(points).toBeCloseTo(objectiveOf(after).points - objectiveOf(before).points, 6);
          const strip = checked.facts.strips.get(id);
          // Where it stands it keeps the lengths it has; elsewhere a hand makes it as long.
          if (strip && strip.startsAt !== placement.startsAt)
            expect(handOf(checked, [id]).lengthsAt(strip, placement)).toMatchObject({
              rigMin: placement.rigMin,
              shootMin: placement.shootMin,
            });
        }
      }
    }),
    { numRuns: 25 },
  );
});

describe("of a strip in the boneyard", () => {
  const slots = bestSlots(startCheck(small()), A);

  test("ten places at most, half an hour apart, what breaks nothing first", () => {
    expect(slots.length).toBeGreaterThan(3);
    expect(slots.length).toBeLessThanOrEqual(10);
    const starts = slots.map(({ placement }) => placement.startsAt).sort((a, b) => a - b);
    for (const [i, start] of starts.entries())
      expect(start - (starts[i - 1] ?? 0)).toBeGreaterThanOrEqual(1800);
    const broken = slots.map(({ effect }) => effect.breaks.length);
    expect(broken).toEqual([...broken].sort((a, b) => a - b));
    expect(broken[0]).toBe(0);
  });

  test("nothing of it meets lunch where nothing is broken", () => {
    const noon = { start: at("7T12:00"), end: at("7T13:00") };
    for (const { placement, effect } of slots)
      if (effect.breaks.length === 0)
        expect(placement.startsAt >= noon.end || placement.startsAt + 3600 <= noon.start).toBe(true);
  });
});

test("where a strip stands is a place like any other", () => {
  const snapshot = small({
    strip: [
      row("strip", "a", {
        sceneId: "1",
        startsAt: at("7T09:00"),
        moduleId: "zvezda",
        rigMin: minutes(60),
        shootMin: minutes(45),
        strikeMin: minutes(0),
      }),
    ],
  });
  const here = bestSlots(startCheck(snapshot), A).find(
    ({ placement }) => placement.startsAt === at("7T09:00"),
  );
  expect(here?.effect.breaks).toEqual([]);
});

test.each([
  ["pinned", { strip: [row("strip", "a", { sceneId: "1", isPinned: true })] }],
  ["shot", { strip: [row("strip", "a", { sceneId: "1", status: "shot" })] }],
  ["of a scene that is gone", { scene: [] }],
  ["without an open day", { shootDay: shootDays(7, 8).map((day) => ({ ...day, isClosed: true })) }],
])("there is no place for a strip %s", (_, more: Partial<ScenarioSnapshot["tables"]>) => {
  expect(bestSlots(startCheck(small(more)), A)).toEqual([]);
});

test("a strip that everything speaks against still has its least bad places", () => {
  const busy = row("crewBlock", "busy", {
    kind: "duty",
    startsAt: at("7T05:00"),
    durationMin: minutes(2880),
  });
  const slots = bestSlots(startCheck(small({ crewBlock: [{ ...busy, personId: "mara" as never }] })), A);
  expect(slots.length).toBeGreaterThan(0);
  expect(slots.every(({ effect }) => effect.breaks.length > 0)).toBe(true);
});
