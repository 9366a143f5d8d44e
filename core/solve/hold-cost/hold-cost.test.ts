import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../base/random.ts";
import { cheapestOrder, HOLD_BUDGET } from "./index.ts";
import { type HoldProblem, payOf, workOf } from "./problem.ts";

/** Adds up day by day who is there: written without a look at the code that solves. */
function resummed({ durations, cast }: HoldProblem, order: readonly number[]): number {
  let sum = 0;
  for (const [at, scene] of order.entries())
    for (const { pay, plays } of cast) {
      const hasCome = order.slice(0, at + 1).some((each) => plays[each]);
      const mayNotGo = order.slice(at).some((each) => plays[each]);
      if (hasCome && mayNotGo) sum += pay * (durations[scene] ?? 0);
    }
  return sum;
}

const inOrder = (order: readonly number[]) => order.toSorted((a, b) => a - b);

/** By trying every order. */
function cheapestByTrial(problem: HoldProblem, first: readonly number[] = []): number {
  const rest = [...problem.durations.keys()].filter((scene) => !first.includes(scene));
  if (rest.length === 0) return resummed(problem, first);
  return Math.min(...rest.map((scene) => cheapestByTrial(problem, [...first, scene])));
}

const problemOf = (most: { scenes: number; cast: number; dearest: number }) =>
  fc.integer({ min: 0, max: most.scenes }).chain((scenes) =>
    fc.record({
      durations: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: scenes, maxLength: scenes }),
      cast: fc.array(
        fc.record({
          pay: fc.integer({ min: 0, max: most.dearest }),
          plays: fc.array(fc.boolean(), { minLength: scenes, maxLength: scenes }),
        }),
        { maxLength: most.cast },
      ),
    }),
  );
const tiny = problemOf({ scenes: 6, cast: 6, dearest: 20 });

test("as cheap as the cheapest of all orders", () => {
  fc.assert(
    fc.property(tiny, (problem) => {
      const { order, cost, isProven, lowerBound } = cheapestOrder(problem);
      expect(resummed(problem, order)).toBe(cost);
      expect({ cost, lowerBound, isProven }).toEqual({
        cost: cheapestByTrial(problem),
        lowerBound: cost,
        isProven: true,
      });
      expect(inOrder(order)).toEqual([...problem.durations.keys()]);
    }),
    { seed: 39, numRuns: 250 },
  );
});

test("as cheap as the cheapest of all orders of seven scenes that nothing simplifies", () => {
  const seven = fc.record({
    durations: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 7, maxLength: 7 }),
    cast: fc.array(
      fc.record({
        pay: fc.integer({ min: 1, max: 9 }),
        plays: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      }),
      { minLength: 5, maxLength: 7 },
    ),
  });
  fc.assert(
    fc.property(seven, (problem) => {
      expect(cheapestOrder(problem).cost).toBe(cheapestByTrial(problem));
    }),
    { seed: 7, numRuns: 12 },
  );
});

/** Nothing in it simplifies much: everybody plays in a share of the scenes. */
function stubborn(scenes: number, members: number, share = 0.3): HoldProblem {
  const random = seededRandom(scenes * 100 + members);
  const drawn = (most: number) => 1 + Math.floor(random() * most);
  return {
    durations: Array.from({ length: scenes }, () => drawn(5)),
    cast: Array.from({ length: members }, () => ({
      pay: drawn(100),
      plays: Array.from({ length: scenes }, () => random() < share),
    })),
  };
}

test("the problem read backwards costs the same, the order read backwards too", () => {
  fc.assert(
    fc.property(problemOf({ scenes: 14, cast: 8, dearest: 30 }), (problem) => {
      const { order, cost } = cheapestOrder(problem);
      const backwards: HoldProblem = {
        durations: problem.durations.toReversed(),
        cast: problem.cast.map(({ pay, plays }) => ({ pay, plays: plays.toReversed() })),
      };
      expect(cheapestOrder(backwards).cost).toBe(cost);
      expect(payOf(problem, order.toReversed())).toBe(cost);
    }),
    { seed: 14, numRuns: 60 },
  );
});

test("two films in one file cost what they cost apart, whatever stands between them", () => {
  fc.assert(
    fc.property(tiny, tiny, (one, other) => {
      const before = other.durations.map(() => false);
      const after = one.durations.map(() => false);
      const both: HoldProblem = {
        durations: [...one.durations, ...other.durations],
        cast: [
          ...one.cast.map(({ pay, plays }) => ({ pay, plays: [...plays, ...before] })),
          ...other.cast.map(({ pay, plays }) => ({ pay, plays: [...after, ...plays] })),
        ],
      };
      expect(cheapestOrder(both).cost).toBe(cheapestOrder(one).cost + cheapestOrder(other).cost);
    }),
    { seed: 2, numRuns: 60 },
  );
});

test.each([
  { name: "nothing", durations: [], cast: [], cost: 0 },
  { name: "no scenes", durations: [], cast: [{ pay: 3, plays: [] }], cost: 0 },
  { name: "no cast", durations: [2, 1], cast: [], cost: 0 },
  { name: "one scene", durations: [4], cast: [{ pay: 3, plays: [true] }], cost: 12 },
  {
    name: "who never plays is never paid",
    durations: [4, 1],
    cast: [{ pay: 3, plays: [false, false] }],
    cost: 0,
  },
  { name: "everybody in everything", durations: [4, 1], cast: [{ pay: 3, plays: [true, true] }], cost: 15 },
  { name: "nobody is paid", durations: [1, 1, 1], cast: [{ pay: 0, plays: [true, false, true] }], cost: 0 },
  {
    name: "an empty scene goes last",
    durations: [1, 9, 1],
    cast: [{ pay: 5, plays: [true, false, true] }],
    cost: 10,
  },
  {
    name: "three pairs: one of them waits, the cheapest through the shortest",
    durations: [1, 2, 3],
    cast: [
      { pay: 5, plays: [true, true, false] },
      { pay: 4, plays: [false, true, true] },
      { pay: 3, plays: [true, false, true] },
    ],
    cost: 15 + 20 + 12 + 4, // the second waits a unit through the first scene: 4 × 1 < 3 × 2 < 5 × 3
  },
])("$name", ({ durations, cast, cost }) => {
  expect(cheapestOrder({ durations, cast })).toMatchObject({ cost, lowerBound: cost, isProven: true });
});

test("the same again, order and nodes", () => {
  const problem = stubborn(18, 9);
  expect(cheapestOrder(problem)).toEqual(cheapestOrder(problem));
});

test("a budget that ends early says so: a true bound, an order all the same", () => {
  const problem = stubborn(16, 9);
  const { cost: optimum, isProven } = cheapestOrder(problem);
  expect(isProven).toBe(true);
  for (const budget of [
    { nodes: 0, states: 1_000 },
    { nodes: 30, states: 1_000_000 },
    { nodes: 1_000_000, states: 100 },
  ]) {
    const found = cheapestOrder(problem, budget);
    expect(found.isProven).toBe(false);
    expect(found.lowerBound).toBeLessThan(optimum);
    expect(found.cost).toBeGreaterThanOrEqual(optimum);
    expect(resummed(problem, found.order)).toBe(found.cost);
    expect(inOrder(found.order)).toEqual([...problem.durations.keys()]);
    expect(found.nodes).toBeLessThanOrEqual(budget.nodes);
  }
});

/** The same scenes on other places. */
function shuffled({ durations, cast }: HoldProblem, step: number): HoldProblem {
  const places = durations.map((_, scene) => (scene * step + 3) % durations.length);
  return {
    durations: places.map((place) => durations[place]!),
    cast: cast.map(({ pay, plays }) => ({ pay, plays: places.map((place) => plays[place]!) })),
  };
}

test("40 scenes, more than one word of bits: on whatever places they stand", () => {
  const durations = Array.from({ length: 40 }, (_, scene) => 1 + (scene % 3));
  const neighbours = Array.from({ length: 29 }, (_, member) => ({
    pay: 1 + (member % 7),
    plays: durations.map((_, scene) => scene >= member && scene <= member + 11),
  }));
  const noWait: HoldProblem = { durations, cast: neighbours };
  const ends = { pay: 1, plays: durations.map((_, scene) => scene === 0 || scene === 39) };
  const waits: HoldProblem = { durations, cast: [...neighbours, ends] };
  const { cost } = cheapestOrder(waits);
  expect(cost).toBeGreaterThan(workOf(waits));
  for (const step of [1, 3, 7, 11, 13]) {
    expect(cheapestOrder(shuffled(noWait, step))).toMatchObject({ cost: workOf(noWait), isProven: true });
    const found = cheapestOrder(shuffled(waits, step));
    expect(found).toMatchObject({ cost, isProven: true });
    expect(resummed(shuffled(waits, step), found.order)).toBe(cost);
  }
});

test("more people and scenes than bits: an order, its cost and a bound below it", () => {
  const large = stubborn(90, 40, 0.1);
  const { order, cost, lowerBound } = cheapestOrder(large, { ...HOLD_BUDGET, nodes: 2_000 });
  const asWritten = [...large.durations.keys()];
  expect(inOrder(order)).toEqual(asWritten);
  expect(resummed(large, order)).toBe(cost);
  expect(lowerBound).toBeLessThanOrEqual(cost);
  expect(lowerBound).toBeGreaterThan(workOf(large));
  expect(cost).toBeLessThan(payOf(large, asWritten));
});

test.each([
  { name: "half a unit", durations: [0.5] },
  { name: "less than nothing", durations: [-1] },
  { name: "no number", durations: [Number.NaN] },
  { name: "more than adds up exactly", durations: [2 ** 40, 2 ** 40] },
])("refuses $name", ({ durations }) => {
  const cast = [{ pay: 2 ** 20, plays: durations.map(() => true) }];
  expect(() => cheapestOrder({ durations, cast })).toThrow(RangeError);
});
