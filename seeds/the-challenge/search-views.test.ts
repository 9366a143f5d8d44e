import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlaps } from "#core/base/interval.ts";
import { epochSeconds, type Minutes, minutes } from "#core/base/quantity.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { factsOf } from "#core/model/facts.ts";
import type { Placed } from "#core/model/placed.ts";
import type { Strip } from "#core/model/strip.ts";
import { shootDayAt } from "#core/rules/duty.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { placedAt } from "#core/solve/openings.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import { type RuleView, viewsOf } from "#core/solve/plan/views.ts";
import { waysFrom } from "#core/solve/plan/ways.ts";
import { theChallenge, unplaced } from "./index.ts";

/** What rules tell the optimiser of themselves, held against the rules, on strips of the seed at any time. */

const { production, shared, scenarios } = theChallenge();
// Nothing is placed; a day of it was published all the same.
const { publishedStrip, changeRequest } = scenarios[0]!.tables;
const tables = { ...unplaced(), publishedStrip, changeRequest };
const snapshot = snapshotOf(production, scenarios[0]!.scenario, tablesOf(shared, tables));
const views = viewsOf(snapshot);
const { facts } = views;
const lengths = lengthsOf(snapshot, facts);
const { days } = facts;
const [first, last] = [days[0]!.wakesAt, days.at(-1)!.sleepsAt];
const main = [...facts.strips.values()].filter((s) => facts.scenes.get(s.sceneId)?.unit === "main");

const aStrip = fc.constantFrom(...main);
/** Anywhere in the window, mostly in working hours, on the grid. */
const aMoment = fc
  .oneof(
    fc
      .record({ day: fc.constantFrom(...days), step: fc.integer({ min: 12, max: 156 }) })
      .map(({ day, step }) => day.wakesAt + step * 300),
    fc.integer({ min: 0, max: Math.floor((last - first) / 300) }).map((step) => first + step * 300),
  )
  .map(epochSeconds);
const aRig = fc.constantFrom(0, 15, 60).map(minutes);
const placedOf = (strip: Strip, shootAt: number, rigMin: Minutes): Placed =>
  placedAt(
    facts,
    { ...strip, shootMin: lengths.shoot(strip, epochSeconds(shootAt)) },
    rigMin,
    epochSeconds(shootAt),
  )!;
const aPlacement = fc.tuple(aStrip, aMoment, aRig).map(([strip, at, rig]) => placedOf(strip, at, rig));
/** Several strips, one after another, as a unit can film them. */
const aDay = fc
  .uniqueArray(aPlacement, { minLength: 1, maxLength: 5, selector: (p) => p.strip.id })
  .map((some) => {
    let free = 0;
    return some
      .toSorted((a, b) => a.span.start - b.span.start)
      .filter((p) => {
        if (p.span.start < free) return false;
        free = p.span.end;
        return true;
      });
  });

const named = (rules: readonly RuleView[]) => rules.map((of) => [of.rule.id, of] as const);
const alone = (how: RuleView["view"]["alone"]) => named(views.rules.filter(({ view }) => view.alone === how));
const RUNS = { numRuns: 60 };

const isBarred = (of: RuleView, placed: Placed, by: "breach" | "gap") =>
  views
    .bars(of, placed)
    .filter(({ isGap = false }) => isGap === (by === "gap"))
    .some(({ part, never }) => never.some((n) => n.start < part.end && part.start < n.end));

test("every rule of the book has a view that can be asked", () => {
  expect(views.rules.length).toBeGreaterThan(40);
});

describe("bars say exactly what the rule says of a strip alone, but for what another rule bars there", () => {
  test.each(alone("bars"))("%s", (_, of) => {
    fc.assert(
      fc.property(aPlacement, (placed) => {
        const { isRefused, isBlind } = views.alone(of, placed);
        if (isBarred(of, placed, "breach")) expect(isRefused).toBe(true);
        if (isBarred(of, placed, "gap")) expect(isRefused || isBlind).toBe(true);
        if (isRefused) expect(views.rules.some((other) => isBarred(other, placed, "breach"))).toBe(true);
        if (isBlind)
          expect(views.rules.some((o) => isBarred(o, placed, "breach") || isBarred(o, placed, "gap"))).toBe(
            true,
          );
      }),
      RUNS,
    );
  });
});

describe("a rule that has nothing to say of a strip says nothing, wherever it stands", () => {
  test.each(alone("start"))("%s", (_, of) => {
    fc.assert(
      fc.property(aPlacement, (placed) => {
        const { isRefused, isBlind, points } = views.alone(of, placed);
        if (!views.concerns(of, placed))
          expect({ isRefused, isBlind, points }).toEqual({ isRefused: false, isBlind: false, points: 0 });
      }),
      RUNS,
    );
  });
});

describe("a rule says nothing while no part that it heeds is where it heeds it", () => {
  const heeding = alone("start").filter(([, of]) =>
    main.some((strip) => views.heeds(of, placedOf(strip, first, minutes(15)))?.length),
  );
  test("some heed parts", () => expect(heeding.map(([id]) => id)).toContain("thoroughfare"));
  test.each(heeding)("%s", (_, of) => {
    fc.assert(
      fc.property(aPlacement, (placed) => {
        const heeds = views.heeds(of, placed);
        fc.pre(heeds !== null && heeds.length > 0);
        fc.pre(!heeds!.some(({ part, never }) => never.some((n) => overlaps(n, part))));
        expect(views.alone(of, placed)).toEqual({ isRefused: false, isBlind: false, points: 0 });
      }),
      RUNS,
    );
  });
});

describe("a rule that says the same anywhere does", () => {
  test.each(alone("anywhere"))("%s", (_, of) => {
    fc.assert(
      fc.property(aStrip, aRig, aMoment, aMoment, (strip, rig, one, other) => {
        fc.pre(lengths.shoot(strip, one) === lengths.shoot(strip, other));
        expect(views.alone(of, placedOf(strip, one, rig))).toEqual(
          views.alone(of, placedOf(strip, other, rig)),
        );
      }),
      RUNS,
    );
  });
});

describe("what a rule refuses of a strip alone it refuses beside others, and what it costs it costs beside others", () => {
  test.each(named(views.rules.filter(({ view }) => view.alone)))("%s", (_, of) => {
    fc.assert(
      fc.property(aDay, (some) => {
        const whole = some.map((placed) => views.alone(of, placed));
        if (whole.some(({ isRefused }) => isRefused)) expect(views.hardOf(of, some)).toBeGreaterThan(0);
        const sum = whole.reduce((points, own) => points + own.points, 0);
        expect(views.pointsOf(of, some) - views.pointsOf(of, [])).toBeGreaterThanOrEqual(sum - 1e-6);
      }),
      RUNS,
    );
  });
});

describe("what turns on the shoot does not turn on the rig", () => {
  test.each(named(views.rules.filter(({ view }) => view.ofShoot)))("%s", (_, of) => {
    fc.assert(
      fc.property(aStrip, aMoment, aRig, aRig, (strip, at, one, other) => {
        expect(views.alone(of, placedOf(strip, at, one))).toEqual(
          views.alone(of, placedOf(strip, at, other)),
        );
      }),
      RUNS,
    );
  });
});

describe("what a rule that turns on moments says changes at none between", () => {
  const asked = views.rules.filter(({ view }) => view.alone === "start");
  const turning = asked.filter((of) =>
    main.some((strip) => views.turns(of, placedOf(strip, first, minutes(15)))),
  );
  test.each(named(turning))("%s", (_, of) => {
    fc.assert(
      fc.property(aStrip, aMoment, aMoment, aRig, (strip, one, other, rig) => {
        fc.pre(lengths.shoot(strip, one) === lengths.shoot(strip, other));
        const [here, there] = [placedOf(strip, one, rig), placedOf(strip, other, rig)];
        // How many of the moments each edge has come to.
        const passed = (placed: Placed) =>
          (views.turns(of, placed) ?? []).map(({ edge, at }) => at.filter((moment) => moment <= edge).length);
        fc.pre(passed(here).join() === passed(there).join());
        expect(views.alone(of, here)).toEqual(views.alone(of, there));
      }),
      RUNS,
    );
  });
});

describe("a shorter rig costs no more by what rules say of a strip anywhere", () => {
  const soft = alone("anywhere").filter(([, { rule }]) => rule.level === "soft");
  test.each(soft)("%s", (_, of) => {
    fc.assert(
      fc.property(aStrip, aMoment, aRig, aRig, (strip, at, one, other) => {
        const [short, long] = one < other ? [one, other] : [other, one];
        const pointsWith = (rig: Minutes) => views.alone(of, placedOf(strip, at, rig)).points;
        expect(pointsWith(short)).toBeLessThanOrEqual(pointsWith(long));
      }),
      RUNS,
    );
  });
});

describe("less time than the gap is a breach", () => {
  test.each(named(views.rules.filter(({ view }) => view.hasGaps)))("%s", (_, of) => {
    fc.assert(
      fc.property(aStrip, aStrip, aMoment, aRig, fc.integer({ min: 1, max: 30 }), (a, b, at, rig, less) => {
        fc.pre(a.id !== b.id);
        const before = placedOf(a, at, rig);
        const after = placedOf(b, at, rig);
        const gap = Math.ceil(views.gap(of, before, after));
        fc.pre(gap - less >= 0);
        const shootAt = before.span.end + (gap - less + rig) * 60;
        fc.pre(lengths.shoot(b, epochSeconds(shootAt)) === lengths.shoot(b, at));
        expect(views.hardOf(of, [before, placedOf(b, shootAt, rig)])).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});

describe("what draws more than its cap is a breach", () => {
  test.each(named(views.rules.filter((of) => views.caps(of).length > 0)))("%s", (_, of) => {
    const caps = views.caps(of);
    fc.assert(
      fc.property(aDay, (some) => {
        const isOver = caps.some(({ account, days: during, most }) => {
          const drawn = some
            .filter((p) => during.includes(shootDayAt(days, p.span.start)!))
            .flatMap((p) => views.draws(of, p))
            .reduce((sum, draw) => sum + (draw.account === account ? draw.amount : 0), 0);
          return drawn > most;
        });
        if (isOver) expect(views.hardOf(of, some)).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});

describe("strips in the wrong order are a breach", () => {
  const ordered = views.rules.filter((of) => views.orders(of, main).length > 0);
  test.each(named(ordered))("%s", (_, of) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...views.orders(of, main)),
        aMoment,
        fc.integer({ min: 1, max: 600 }),
        (order, at, early) => {
          const strip = (id: Strip["id"]) => main.find((s) => s.id === id)!;
          const before = placedOf(strip(order.first), at, minutes(15));
          const after = placedOf(
            strip(order.second),
            before.span.end + (order.minMin - early + 15) * 60,
            minutes(15),
          );
          expect(
            views.hardOf(
              of,
              [before, after].sort((a, b) => a.span.start - b.span.start),
            ),
          ).toBeGreaterThan(0);
        },
      ),
      RUNS,
    );
  });
});

test("where most of a strip's ways are looked at, they are ways of it, and where it stands is one of them", () => {
  const own = tablesOf(shared, scenarios[0]!.tables);
  const today = factsOf(snapshotOf(production, scenarios[0]!.scenario, own));
  const ways = (look: "all" | "most") => {
    const all = waysFrom(views, lengths, today.placed, 10);
    return main.map((strip) =>
      all.of(strip, facts.scenes.get(strip.sceneId)!, look).ways.flatMap(({ shootMin, byRig, starts }) =>
        starts.map((at) => ({
          key: `${shootMin} ${at}`,
          at,
          rigs: [...byRig].filter(([, some]) => some.includes(at)).map(([rig]) => rig),
        })),
      ),
    );
  };
  const [all, most] = [ways("all"), ways("most")];
  expect(most.flat().length).toBeGreaterThan(1_000);
  expect(most.flat().length).toBeLessThan(all.flat().length);
  for (const [i, strip] of main.entries()) {
    const known = new Map(all[i]!.map((start) => [start.key, start]));
    const stands = today.placed.get(strip.id)?.shoot?.start;
    for (const { key, at, rigs } of most[i]!) {
      if (at === stands) continue;
      expect(known.get(key)?.rigs).toEqual(expect.arrayContaining(rigs));
    }
    if (stands !== undefined) expect(most[i]!.map(({ at }) => at)).toContain(stands);
  }
});
