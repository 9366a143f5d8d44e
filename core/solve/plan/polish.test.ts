import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Placement, type ProblemSpec, problemOf } from "../engine/problem.ts";
import { searchOf } from "../engine/search.ts";
import { type Drawn, drawnProblem, wrongs } from "../engine/testing-problems.ts";
import { polish } from "./polish.ts";

type Plan = readonly Placement[];

/** Polishes a plan; what was asked about, in turn, with the answers. */
function polished(
  spec: ProblemSpec,
  start: Plan,
  cost: (plan: Plan) => number,
  { seed = 1, accepts = () => true, isOver = () => false }: Partial<Settings> = {},
) {
  const asked: { readonly plan: Plan; readonly isAccepted: boolean }[] = [];
  const confirm = (plan: Plan): boolean => {
    const isAccepted = accepts(plan);
    asked.push({ plan, isAccepted });
    return isAccepted;
  };
  const problem = problemOf({ ...spec, confirm });
  if (!problem.ok) throw new Error(JSON.stringify(problem.error));
  polish(problem.value, start, { cost, seed, isOver });
  return { asked, last: asked.findLast(({ isAccepted }) => isAccepted)?.plan ?? start };
}
interface Settings {
  readonly seed: number;
  accepts(plan: Plan): boolean;
  isOver(): boolean;
}

/** Some plan of a problem, as the search leaves it; null where what is pinned cannot stand. */
function planFor(spec: ProblemSpec, seed: number): Plan | null {
  const problem = problemOf(spec);
  return problem.ok ? (searchOf(problem.value, seed)?.best().plan ?? null) : null;
}
const itemsOf = (plan: Plan) => plan.map(({ item }) => item).sort((a, b) => a - b);

/** Pairs of which the first has the greater number. */
const inversions = (plan: Plan): number => {
  const items = plan.toSorted((a, b) => a.start - b.start).map(({ item }) => item);
  return items.flatMap((item, i) => items.slice(i + 1).filter((later) => later < item)).length;
};
/** As much as days hold beyond two. */
const crowded = (plan: Plan): number =>
  [...new Set(plan.map(({ day }) => day))].reduce(
    (sum, day) => sum + Math.max(0, plan.filter((placed) => placed.day === day).length - 2),
    0,
  );

/** Items alike that stand anywhere in their days, ten ticks each. */
const alike = (items: number, days: number): ProblemSpec => ({
  days: Array.from({ length: days }, (_, d) => ({ from: d * 100, to: d * 100 + 100 })),
  units: 1,
  classes: 1,
  levels: 1,
  transition: () => ({ gap: 0, cost: 0, level: 0 }),
  tags: [],
  accounts: 0,
  limits: [],
  resources: [],
  orders: [],
  items: Array.from({ length: items }, () => ({
    must: false,
    pinned: false,
    options: [
      {
        unit: 0,
        class: 0,
        length: 10,
        points: 100,
        tags: [],
        levels: [
          {
            lead: 0,
            starts: Array.from({ length: days }, (_, d) => [d * 100, d * 100 + 90]),
            uses: [],
            spends: [],
          },
        ],
      },
    ],
  })),
});
const inTurn = (items: readonly number[]): Plan =>
  items.map((item, i) => ({ item, option: 0, unit: 0, day: 0, level: 0, start: i * 10 }));
const SEEDS = [1, 2, 3, 4, 5] as const;

describe("what the engine is not told of is put right as far as it goes", () => {
  test.each(SEEDS)("the order, seed %i", (seed) => {
    const start = inTurn([6, 5, 4, 3, 2, 1, 0]);
    const { last } = polished(alike(7, 1), start, inversions, { seed });
    expect(last.map(({ item }) => item)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test.each(SEEDS)("what each day holds, seed %i", (seed) => {
    const start = inTurn([0, 1, 2, 3, 4, 5]);
    const { last } = polished(alike(6, 3), start, crowded, { seed });
    expect(crowded(last)).toBe(0);
  });

  test("both at once, beside what is pinned", () => {
    const spec = alike(6, 3);
    const [first] = spec.items;
    const own = first!.options[0]!;
    const there = { ...own, levels: [{ ...own.levels[0]!, starts: [[20, 20], [], []] }] };
    const pinned = { ...spec, items: spec.items.with(1, { must: true, pinned: true, options: [there] }) };
    const { last } = polished(pinned, inTurn([0, 2, 1, 3, 4, 5]), (plan) => inversions(plan) + crowded(plan));
    expect(last.find(({ item }) => item === 1)).toMatchObject({ day: 0, start: 20 });
    expect(inversions(last) + crowded(last)).toBe(0);
  });
});

const KINDS: readonly Drawn[] = [
  { items: 8, days: 3 },
  { items: 8, days: 2, musts: true, pins: true },
  { items: 8, days: 2, levels: 2, accounts: 2, detours: true },
  { items: 8, days: 2, units: 2, resources: 2 },
  { items: 8, days: 2, orders: 4, atMost: true },
];
/** Any price of each item on each day, and of the order. */
const aCost = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 24, maxLength: 24 })
  .map(
    (prices) => (plan: Plan) =>
      plan.reduce((sum, { item, day }) => sum + (prices[item * 3 + day] as number), inversions(plan)),
  );
const RUNS = { numRuns: 15 };

describe.each(KINDS)("of any plan of %o", (how) => {
  const aPlan = fc.integer({ min: 1, max: 10_000 }).map((seed) => {
    const spec = drawnProblem(how, seed);
    return { spec, start: planFor(spec, seed) };
  });

  test("what is asked about holds, costs less than all before and has the same in it", () => {
    fc.assert(
      fc.property(aPlan, aCost, ({ spec, start }, cost) => {
        if (!start) return;
        let least = cost(start);
        for (const { plan } of polished(spec, start, cost).asked) {
          expect(wrongs(spec, plan)).toEqual([]);
          expect(itemsOf(plan)).toEqual(itemsOf(start));
          expect(cost(plan)).toBeLessThan(least);
          least = cost(plan);
        }
      }),
      RUNS,
    );
  });

  test("a plan that is refused is not built on", () => {
    fc.assert(
      fc.property(aPlan, aCost, fc.integer({ min: 0, max: 7 }), ({ spec, start }, cost, item) => {
        if (!start) return;
        const was = start.find((placed) => placed.item === item)?.day;
        const accepts = (plan: Plan) => plan.find((placed) => placed.item === item)?.day === was;
        const { asked, last } = polished(spec, start, cost, { accepts });
        expect(accepts(last)).toBe(true);
        let least = cost(start);
        for (const { plan, isAccepted } of asked) {
          expect(cost(plan)).toBeLessThan(least);
          if (isAccepted) least = cost(plan);
        }
      }),
      RUNS,
    );
  });

  test("the same seed asks about the same plans", () => {
    fc.assert(
      fc.property(aPlan, aCost, fc.integer(), ({ spec, start }, cost, seed) => {
        if (start)
          expect(polished(spec, start, cost, { seed })).toEqual(polished(spec, start, cost, { seed }));
      }),
      RUNS,
    );
  });
});

test("days that a rule refuses are not part of it", () => {
  const start = inTurn([0, 1, 2, 3, 4, 5]);
  const judge: ProblemSpec["judge"] = (day, plan) => day !== 1 || plan.length === 0;
  const spec = { ...alike(6, 3), judge, learnt: () => 1 };
  const { asked } = polished(spec, start, crowded);
  expect(asked.length).toBeGreaterThan(0);
  for (const { plan } of asked) expect(plan.filter(({ day }) => day === 1)).toEqual([]);
});

test("a start that does not hold is left as it is, and so is any when the time is over", () => {
  const over = inTurn([1, 0]).map((placed) => ({ ...placed, start: 95 }));
  expect(polished(alike(2, 1), over, inversions).asked).toEqual([]);
  expect(polished(alike(2, 1), inTurn([1, 0]), inversions, { isOver: () => true }).asked).toEqual([]);
});
