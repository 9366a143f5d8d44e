import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../base/random.ts";
import { highsSolver } from "../highs.ts";
import { boundOf } from "./bound.ts";
import { columnOf } from "./columns.ts";
import { dayBoundOf } from "./day-bound.ts";
import { GRAIN, isMetric } from "./day-frame.ts";
import { gainRoomOf } from "./day-gains.ts";
import { daySequences } from "./day-sequences.ts";
import { solve } from "./engine.ts";
import type { LinearSolver } from "./linear.ts";
import type { SlotColumn } from "./master.ts";
import { type Priced, pairCounter, slotMember, tooOften } from "./odd-sets.ts";
import { type Problem, problemOf } from "./problem.ts";
import { type Drawn, drawnProblem } from "./testing-problems.ts";

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const drawn = (how: Drawn, seed: number): Problem => {
  const result = problemOf(drawnProblem(how, seed));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Every sequence of a unit's day that goes, each item once, as early as it goes. */
function allSequences(p: Problem, slot: number): SlotColumn[] {
  const day = slot % p.days;
  const found: SlotColumn[] = [];
  const limits = Array.from({ length: p.accounts }, (_, a) => p.dayLimit[a * p.days + day] as number);
  const descend = (options: number[], starts: number[], spent: number[]): void => {
    if (options.length > 0) found.push(columnOf(p, slot, options, starts));
    const last = options.at(-1);
    const before = last === undefined ? p.classes : (p.class[last] as number);
    const end =
      last === undefined
        ? (p.dayFrom[day] as number)
        : (starts.at(-1) as number) + (p.length[last] as number);
    for (let o = 0; o < p.unit.length; o++) {
      if (p.unit[o] !== (slot - day) / p.days) continue;
      if (options.some((other) => p.itemOf[other] === p.itemOf[o])) continue;
      const way = before * p.classes + (p.class[o] as number);
      const v = o * p.levels + (p.level[way] as number);
      const ready = end + (p.gap[way] as number) + (p.lead[v] as number);
      for (
        let w = p.windowFrom[v * p.days + day] as number;
        w < (p.windowFrom[v * p.days + day + 1] as number);
        w++
      ) {
        if ((p.last[w] as number) < ready) continue;
        const now = spent.slice();
        for (let s = p.spendFrom[v] as number; s < (p.spendFrom[v + 1] as number); s++) {
          const a = p.spendAccount[s] as number;
          now[a] = (now[a] as number) + (p.spendAmount[s] as number);
        }
        if (now.every((amount, a) => amount <= (limits[a] as number)))
          descend([...options, o], [...starts, Math.max(ready, p.first[w] as number)], now);
        break;
      }
    }
  };
  descend(
    [],
    [],
    limits.map(() => 0),
  );
  return found;
}
function drawnPrices(p: Problem, seed: number): { items: Float64Array; odd: Priced } {
  const random = seededRandom(seed);
  const members = p.items + p.units * p.days;
  const sets = Array.from({ length: 12 }, () => {
    const size = random() < 0.6 ? 3 : 5;
    const set = new Set<number>();
    while (set.size < size) set.add(Math.floor(random() * members));
    return [...set].sort((a, b) => a - b);
  });
  return {
    items: Float64Array.from({ length: p.items }, () => Math.round((random() * 25) / GRAIN) * GRAIN),
    odd: { sets, prices: sets.map(() => Math.floor(random() * 12)) },
  };
}

const KINDS: readonly Drawn[] = [
  { items: 7, days: 2 },
  { items: 6, days: 2, detours: true },
  { items: 6, days: 2, levels: 2, accounts: 1 },
  { items: 7, days: 2, units: 2 },
];

describe.each(KINDS)("a day at prices of odd sets, %o", (how) => {
  test("brings as much as its best sequence, and lists every set that brings enough", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const p = drawn(how, seed);
        const { items, odd } = drawnPrices(p, seed + 1);
        const countPairs = pairCounter(p);
        const worthOf = (column: SlotColumn): number => {
          let value = column.points;
          for (const { item } of column.plan) value -= items[item] as number;
          countPairs(column, odd.sets, (s, pairs) => {
            value -= pairs * (odd.prices[s] as number);
          });
          return value;
        };
        const ticks = Math.max(...p.dayTo.map((to, d) => to - (p.dayFrom[d] as number) + 1));
        for (let slot = 0; slot < p.units * p.days; slot++) {
          const all = allSequences(p, slot);
          const most = all.reduce((best, column) => Math.max(best, worthOf(column)), 0);
          const day = dayBoundOf(p, slot, isMetric(p), gainRoomOf(ticks, p.classes, p.levels));
          expect(day.best(items, odd, 1000).bound).toBeGreaterThanOrEqual(most);
          day.forbidRepeats([...Array(p.items).keys()]);
          // Twice: what was found last is what it begins with.
          for (const found of [day.best(items, odd, 60_000), day.best(items, odd, 60_000)]) {
            // Of what several units share each bears a part, rounded down.
            expect(found.bound - most).toBeLessThanOrEqual(p.units > 1 ? 1 : 0);
            expect(found.bound).toBeGreaterThanOrEqual(most);
          }
          const least = most - 8;
          const listed = daySequences(p, day.frame, day.at(items, odd), least, 10_000);
          const keyOf = (plan: SlotColumn["plan"]) =>
            plan
              .map(({ item }) => item)
              .sort((a, b) => a - b)
              .join();
          const best = new Map<string, number>();
          for (const column of all) {
            const key = keyOf(column.plan);
            best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, worthOf(column)));
          }
          const keys = listed?.map(({ options, starts }) => keyOf(columnOf(p, slot, options, starts).plan));
          expect(new Set(keys).size).toBe(keys?.length);
          for (const [key, value] of best) if (value >= least) expect(keys).toContain(key);
          for (const { options, starts, value } of listed ?? [])
            expect(Math.abs(worthOf(columnOf(p, slot, options, starts)) - value)).toBeLessThanOrEqual(
              p.units > 1 ? 1 : 0,
            );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("odd sets", () => {
  const p = drawn({ items: 6, days: 3 }, 1);
  const column = (slot: number, items: readonly number[]): SlotColumn => ({
    slot,
    day: slot,
    points: 1,
    plan: items.map((item) => ({ item, option: 0, unit: 0, day: slot, level: 0, start: 0 })),
  });
  const none = () => false;

  test("three items in pairs on three days, half of each, are one pair and a half", () => {
    const half = new Map([column(0, [0, 1]), column(1, [1, 2]), column(2, [0, 2])].map((one) => [one, 0.5]));
    expect(tooOften(p, half, 10, none)[0]).toEqual([0, 1, 2]);
  });

  test("a day is a member, too: half of it with one item, half with another, half of another day with both", () => {
    const half = new Map([column(0, [0]), column(0, [1]), column(1, [0, 1])].map((one) => [one, 0.5]));
    expect(tooOften(p, half, 10, none)[0]).toEqual([0, 1, slotMember(p, 0)]);
  });

  test("five in a ring", () => {
    const q = drawn({ items: 6, days: 5 }, 1);
    const ring = [0, 1, 2, 3, 4].map((i) => column(i, [i, (i + 1) % 5]));
    expect(tooOften(q, new Map(ring.map((one) => [one, 0.5])), 10, none)[0]).toEqual([0, 1, 2, 3, 4]);
  });

  test("what is known is not said again", () => {
    const half = new Map([column(0, [0, 1]), column(1, [1, 2]), column(2, [0, 2])].map((one) => [one, 0.5]));
    expect(tooOften(p, half, 10, (set) => set.join() === "0,1,2")).not.toContainEqual([0, 1, 2]);
  });

  test("whole plans keep to every odd set, and mixes of them with them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 6, maxLength: 6 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (plans) => {
          const shares = new Map<SlotColumn, number>();
          for (const slots of plans)
            for (const slot of [0, 1, 2])
              shares.set(
                column(
                  slot,
                  slots.flatMap((of, item) => (of === slot ? [item] : [])),
                ),
                1 / plans.length,
              );
          expect(tooOften(p, shares, 10, none)).toEqual([]);
        },
      ),
    );
  });
});

test("the bound of a mix falls with odd sets, and not below a plan", { timeout: 60_000 }, () => {
  let sharpened = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const p = drawn({ items: 20, days: 4, musts: true }, seed);
    const bound = boundOf(p, new Float64Array(p.items), Number.POSITIVE_INFINITY, solver);
    const settle = () => {
      for (let s = 0; s < 80 && !bound.isSettled(); s++) bound.step(0, true, 60_000);
    };
    settle();
    const before = bound.value();
    for (let k = 0; k < 6 && bound.sharpen(); k++) settle();
    if (bound.value() < before) sharpened++;
    const plan = solve({ problem: p, seed: 1, solver }, { rounds: 3 });
    const score = (plan?.points ?? 0) + (p.musts - (plan?.missing ?? 0)) * p.mustPoints;
    expect(bound.value()).toBeGreaterThanOrEqual(score);
    bound.end();
  }
  expect(sharpened).toBeGreaterThan(1);
});
