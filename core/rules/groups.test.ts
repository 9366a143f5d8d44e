import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../base/random.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import { movedStrips } from "../model/facts/placed-strips.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import type { Scope } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { dateFor, shootDayOf } from "./duty.ts";
import { isNear, nearRange, type Places, placesOf, type Stretch } from "./groups.ts";
import { randomlyEdited } from "./testing-edits.ts";
import { aLongPlan, aPlan } from "./testing-plan.ts";

/** Whom a scope judges one at a time, and which strips concern them, without anything kept from before. */
const SUBJECTS: { readonly [S in Scope]: (facts: Facts) => readonly (readonly [string, unknown])[] } = {
  strip: ({ placed }) => [...placed],
  scene: ({ scenes }) => [...scenes],
  person: ({ people }) => [...people],
  module: ({ modules }) => [...modules],
  day: ({ days }) => days.map((day) => [day.id, day]),
  plan: () => [["", null]],
};
const CONCERNS: { readonly [S in Scope]: (placed: Placed, id: string, facts: Facts) => boolean } = {
  strip: ({ strip }, id) => strip.id === id,
  scene: ({ scene }, id) => scene.id === id,
  person: ({ calls }, id) => calls.some(({ personId }) => personId === id),
  module: ({ moduleId }, id) => moduleId === id,
  day: (placed, id, { days }) => shootDayOf(days, placed.span)?.id === id,
  plan: () => true,
};
/** The date for which a strip counts with whom it concerns; null where a scope has no stretches. */
function dateIn(scope: Scope, { calls, span: own }: Placed, id: string, { days }: Facts): string | null {
  if (scope === "module" || scope === "plan") return dateFor(days, own);
  const call = calls.find(({ personId }) => personId === id);
  return scope === "person" && call ? dateFor(days, call.span) : null;
}
const isSame = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined) =>
  a?.length === b?.length && a?.every((each, i) => each === b?.[i]);

function expectPlaces(scope: Scope, facts: Facts, { list, indexOf, stretches, dates }: Places) {
  expect(list.map(({ id, subject }) => [id, subject])).toEqual(SUBJECTS[scope](facts));
  expect([...indexOf]).toEqual(list.map(({ id }, i) => [id, i]));
  for (const [i, { id, key, strips }] of list.entries()) {
    expect(key).toBe(scope === "plan" ? "plan" : `${scope}:${id}`);
    expect(strips).toEqual(facts.inOrder.filter((placed) => CONCERNS[scope](placed, id, facts)));
    const own = strips.flatMap((placed) => dateIn(scope, placed, id, facts) ?? []);
    const isCut = (at: number) =>
      strips.slice(0, at).every((placed) => placed.span.end < (strips[at] as Placed).span.start) &&
      own.slice(0, at).every((early) => own.slice(at).every((late) => early < late));
    const cuts = strips.flatMap((_, at) => (isCut(at) ? [at] : []));
    const isDated = ["person", "module", "plan"].includes(scope);
    expect(dates[i]).toEqual(isDated ? own : undefined);
    expect(stretches[i]).toEqual(
      isDated ? cuts.map((from, c) => strips.slice(from, cuts[c + 1])) : undefined,
    );
  }
}

/** What an edit leaves is the very same, and what it does not is said. */
function expectKept(now: Places, before: Places, areDaysSame: boolean) {
  const ids = ({ list }: Places) => list.map(({ id }) => id);
  const was = ids(now).map((id) => before.indexOf.get(id) ?? -1);
  expect(now.was).toEqual(isSame(ids(now), ids(before)) ? null : was);
  const touched: number[] = [];
  for (const [i, place] of now.list.entries()) {
    const known = before.list[was[i] ?? -1];
    const own = now.stretches[i];
    const stood = before.stretches[was[i] ?? -1] ?? [];
    const isAsItWas = known?.subject === place.subject && isSame(known.strips, place.strips);
    if (isAsItWas) expect(place).toBe(known);
    if (isAsItWas && (areDaysSame || !own)) {
      expect(now.stretchesWere.has(i)).toBe(false);
      if (own) expect(own).toBe(stood);
      continue;
    }
    touched.push(i);
    const were = own?.map((stretch) => stood.findIndex((each) => isSame(each, stretch)));
    expect(now.stretchesWere.get(i)).toEqual(were);
    for (const [k, stretch] of (own ?? []).entries())
      if (were?.[k] !== -1) expect(stretch).toBe(stood[were?.[k] ?? -1]);
  }
  expect([...now.touched].sort((a, b) => a - b)).toEqual(touched);
}

describe.each(Object.keys(SUBJECTS) as Scope[])("by %s", (scope) => {
  test("places are whom it concerns with their strips, and what an edit leaves stays the same", () => {
    fc.assert(
      fc.property(fc.oneof(aPlan, aLongPlan), fc.integer(), (snapshot, seed) => {
        const random = seededRandom(seed);
        let now: ScenarioSnapshot & { facts: Facts } = { ...snapshot, facts: factsOf(snapshot) };
        let places = placesOf(scope, now.facts);
        expectPlaces(scope, now.facts, places);
        expect(places.touched).toEqual(places.list.map((_, i) => i));
        expect(places.was).toEqual(places.list.map(() => -1));
        for (let i = 0; i < 8; i++) {
          const tables = randomlyEdited(now.tables, random);
          if (!tables) continue;
          const next = { ...now, tables };
          const facts = factsOf(next, now);
          const moved = movedStrips(facts.placed, now.facts.placed);
          const after = placesOf(scope, facts, moved, { places, facts: now.facts });
          expectPlaces(scope, facts, after);
          expectKept(after, places, facts.days === now.facts.days);
          now = { ...next, facts };
          places = after;
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** One strip of ten minutes at each of these times, each a stretch. */
function stretchesAt(...times: readonly string[]): readonly Stretch[] {
  const { placed } = factsOf(
    plan({
      scene: [row("scene", "7")],
      strip: times.map((time, i) =>
        row("strip", `s${i}`, { sceneId: "7", startsAt: at(time), shootMin: 10, rigMin: 0 }),
      ),
      setUp: times.map((_, i) => row("setUp", `u${i}`, { sceneId: "7", stripId: `s${i}` })),
    }),
  );
  return [...placed.values()].map((each) => [each]);
}

describe("near", () => {
  const stretches = stretchesAt("8T08:00", "8T10:00", "8T12:00", "8T14:00");
  const none = { before: 0, after: 0 };

  test.each([
    { name: "nothing that moved", spans: [], reach: none, from: 0, to: 0 },
    { name: "before all", spans: [span("8T07:00", "8T07:10")], reach: none, from: 0, to: 0 },
    { name: "in one", spans: [span("8T10:02", "8T10:05")], reach: none, from: 1, to: 2 },
    {
      name: "from one to another",
      spans: [span("8T10:02", "8T10:05"), span("8T12:01", "8T12:05")],
      reach: none,
      from: 1,
      to: 3,
    },
    {
      name: "as far as what comes after reaches",
      spans: [span("8T12:02", "8T12:05")],
      reach: { before: 0, after: 120 },
      from: 1,
      to: 3,
    },
    {
      name: "as far as what comes before reaches",
      spans: [span("8T12:02", "8T12:05")],
      reach: { before: 120, after: 0 },
      from: 2,
      to: 4,
    },
    { name: "after all", spans: [span("8T20:00", "8T20:10")], reach: none, from: 3, to: 4 },
  ])("$name: $from to $to", ({ spans, reach, from, to }) => {
    expect(nearRange(spans, stretches, reach)).toEqual([from, to]);
  });

  test("what is outside the range is not near, whatever the reach", () => {
    const aTime = fc.integer({ min: 0, max: 48 }).map((n) => at("8T06:00") + n * 900);
    fc.assert(
      fc.property(fc.array(aTime, { maxLength: 3 }), fc.nat(4), fc.nat(4), (starts, before, after) => {
        const reach = { before: before * 30, after: after * 30 };
        const spans = [...starts]
          .sort((a, b) => a - b)
          .map((start) => ({ start, end: start + 300 }) as never);
        const [from, to] = nearRange(spans, stretches, reach);
        for (const [i, stretch] of stretches.entries())
          if (i < from || i >= to) expect(isNear(spans, null, stretch, reach)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    { name: "as it begins", of: span("8T09:00", "8T10:00"), reach: none, is: false },
    { name: "a second in it", of: span("8T09:00", "8T10:00:01"), reach: none, is: true },
    { name: "as it ends", of: span("8T10:10", "8T11:00"), reach: none, is: false },
    { name: "a second before its end", of: span("8T10:09:59", "8T11:00"), reach: none, is: true },
    { name: "an hour earlier", of: span("8T08:00", "8T09:00:01"), reach: { before: 60, after: 0 }, is: true },
    {
      name: "more than an hour earlier",
      of: span("8T08:00", "8T09:00"),
      reach: { before: 60, after: 0 },
      is: false,
    },
    { name: "an hour later", of: span("8T11:09:59", "8T12:00"), reach: { before: 0, after: 60 }, is: true },
    {
      name: "more than an hour later",
      of: span("8T11:10", "8T12:00"),
      reach: { before: 0, after: 60 },
      is: false,
    },
  ])("a strip at ten: $name", ({ of, reach, is }) => {
    expect(isNear([of], null, stretches[1] as Stretch, reach)).toBe(is);
  });

  test("a day is near by its waking hours, and by strips beyond them; nobody without strips is near to anything", () => {
    const [day] = shootDays(9);
    if (!day) throw new Error("a day");
    const early = { start: day.wakesAt, end: (day.wakesAt + 60) as typeof day.wakesAt };
    expect(isNear([early], day, [], none)).toBe(true);
    expect(isNear([early], null, [], none)).toBe(false);
    expect(isNear([span("8T10:02", "8T10:05")], day, [], none)).toBe(false);
    expect(isNear([span("8T10:02", "8T10:05")], day, stretches[1] as Stretch, none)).toBe(true);
    expect(isNear([span("8T12:00", "8T12:05")], null, stretches.flat(), none)).toBe(true);
  });
});
