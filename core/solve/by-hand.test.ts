import fc from "fast-check";
import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { ModuleId, StripId } from "../model/ids.ts";
import { startCheck } from "../rules/check.ts";
import { aPlan } from "../rules/testing-plan.ts";
import { handOf, lengthChanges, lengthsAtRest } from "./by-hand.ts";
import { withPlacements } from "./placement.ts";

const A = "a" as StripId;
const NAUKA = "nauka" as ModuleId;

/**
 * One set-up of 40 min on camera with Peresild, launched on 5 October at 09:00: it takes 60 min on the first day, 55 and 50 and 45 on
 * the next three, and 40 from 9 October at 09:00.
 */
const flown = (strip: object, ruleSetting: readonly object[] = []) =>
  startCheck(
    plan({
      shootDay: shootDays(5, 6, 7, 8, 9),
      person: [row("person", "Peresild", { firstFlight: true, category: "spaceflight-participant" })],
      flight: [row("flight", "up", { departsAt: at("5T09:00") })],
      seat: [row("seat", "s", { flightId: "up", personId: "Peresild" })],
      module: [row("module", "nauka"), row("module", "zarya")],
      scene: [row("scene", "1", { moduleId: "nauka" })],
      setUp: [row("setUp", "1A", { sceneId: "1", stripId: "a", takeMin: minutes(40) })],
      assignment: [row("assignment", "x", { stripId: "a", job: "direct", personId: "Peresild" })],
      strip: [row("strip", "a", { sceneId: "1", ...strip })],
      ruleSetting: ruleSetting as never,
    }),
  );
const stands = (day: number, shootMin: number) => ({
  ...{ startsAt: at(`${day}T10:00`), moduleId: "nauka", rigMin: minutes(60), shootMin: minutes(shootMin) },
});
const boneyard = (shootMin: number) => ({ shootMin: minutes(shootMin) });

test.each([
  { name: "out of the boneyard, on the first day", was: boneyard(40), on: 5, is: 60 },
  { name: "on the second", was: boneyard(40), on: 6, is: 55 },
  { name: "when nobody adapts any more", was: boneyard(40), on: 9, is: 40 },
  { name: "longer than it needs by itself", was: boneyard(70), on: 5, is: 70 },
  { name: "out of the days of adaptation: as long as without them", was: stands(6, 55), on: 9, is: 40 },
  { name: "to a day on which less is asked", was: stands(6, 55), on: 7, is: 50 },
  { name: "into them", was: stands(9, 40), on: 6, is: 55 },
  { name: "what it had beyond its need it keeps", was: stands(6, 60), on: 9, is: 45 },
  { name: "there and back, too", was: stands(6, 60), on: 5, is: 65 },
  { name: "too short where it stands: nothing was made longer", was: stands(6, 45), on: 9, is: 45 },
  { name: "and as long as it must be", was: stands(6, 45), on: 7, is: 50 },
  { name: "where it stands nothing changes", was: stands(6, 60), on: 6, is: 60 },
])("a shoot put $name", ({ was, on, is }) => {
  const checked = flown(was);
  const strip = checked.facts.strips.get(A)!;
  const spot = { startsAt: at(`${on}T10:00`), moduleId: NAUKA };
  expect(handOf(checked, [A]).lengthsAt(strip, spot)).toEqual({
    rigMin: 60,
    shootMin: is,
    reason: "new module",
  });
});

test("where the rule is off, shoots stay as long as they are", () => {
  const off = flown(stands(6, 55), [row("ruleSetting", "slowdown", { isEnabled: false })]);
  const spot = { startsAt: at("9T10:00"), moduleId: NAUKA };
  expect(handOf(off, [A]).lengthsAt(off.facts.strips.get(A)!, spot).shootMin).toBe(55);
});

test("what becomes longer or shorter is told with its reason; what stays is not", () => {
  const told = (was: object, startsAt: string) => {
    const checked = flown(was);
    const put = handOf(checked, [A]).put(checked.facts.strips.get(A)!, {
      startsAt: at(startsAt),
      moduleId: NAUKA,
    });
    return lengthChanges(checked, [put]).map(({ phase, from, to, why }) => `${phase} ${from}–${to}: ${why}`);
  };
  expect(told(boneyard(40), "6T10:00")).toEqual([
    "rig 0–60: new module",
    "shoot 40–55: day 2 of adaptation, Peresild",
  ]);
  expect(told(stands(6, 55), "9T10:00")).toEqual(["shoot 55–40: nobody adapts then"]);
  expect(told(stands(6, 55), "6T11:00")).toEqual([]);
});

test("a rig that somebody chose has no rule for its reason", () => {
  const checked = flown(stands(9, 40));
  const put = {
    stripId: A,
    startsAt: at("9T11:00"),
    moduleId: NAUKA,
    rigMin: minutes(90),
    shootMin: minutes(40),
  };
  expect(lengthChanges(checked, [put])).toEqual([{ stripId: A, phase: "rig", from: 60, to: 90, why: "" }]);
});

test.each([
  { name: "made longer for who adapts", was: stands(6, 55), is: [{ stripId: A, shootMin: 40 }] },
  { name: "and longer still", was: stands(6, 60), is: [{ stripId: A, shootMin: 45 }] },
  { name: "among nobody who adapts", was: stands(9, 60), is: [] },
  { name: "in the boneyard already", was: boneyard(60), is: [] },
])("on the way to the boneyard a shoot gives back what it was made longer by: $name", ({ was, is }) => {
  expect(lengthsAtRest(flown(was), [A])).toEqual(is);
});

test("what is put down stands before what is put after it", () => {
  const two = startCheck(
    plan({
      shootDay: shootDays(6),
      module: [row("module", "nauka")],
      scene: [row("scene", "1", { moduleId: "nauka" }), row("scene", "2", { moduleId: "nauka" })],
      strip: [row("strip", "a", { sceneId: "1" }), row("strip", "b", { sceneId: "2" })],
    }),
  );
  const hand = handOf(two, ["a", "b"] as StripId[]);
  const put = (id: string, time: string) =>
    hand.put(two.facts.strips.get(id as StripId)!, { startsAt: at(`6T${time}`), moduleId: NAUKA }).rigMin;
  expect([put("a", "08:00"), put("b", "10:00")]).toEqual([60, 15]);
});

test("wherever a hand puts a strip, neither its rig nor its shoot is short there", () => {
  const anywhere = fc.record({
    snapshot: aPlan,
    of: fc.nat(20),
    day: fc.constantFrom("8", "9"),
    step: fc.integer({ min: 0, max: 287 }),
    moduleId: fc.constantFrom("nauka", "zvezda", "zarya", "cupola"),
  });
  fc.assert(
    fc.property(anywhere, ({ snapshot, of, day, step, moduleId }) => {
      const checked = startCheck(snapshot);
      const strip = snapshot.tables.strip[of % Math.max(1, snapshot.tables.strip.length)];
      if (!strip) return;
      const startsAt = (at(`${day}T00:00`) + step * 300 + 60) as ReturnType<typeof at>;
      const put = handOf(checked, [strip.id]).put(strip, { startsAt, moduleId: moduleId as ModuleId });
      const { report } = checked.after({ ...snapshot, tables: withPlacements(snapshot.tables, [put]) });
      const short = report.findings.filter(
        (f) =>
          f.kind === "violation" &&
          (f.ruleId === "rig-time" || f.ruleId === "slowdown") &&
          f.strips.includes(strip.id),
      );
      expect(short.map((f) => f.message)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
