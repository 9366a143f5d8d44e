import fc from "fast-check";
import { expect, test } from "vitest";
import { crossings, peakIn, SHORTEST_VISIT_S } from "./crossings.ts";
import { epochSeconds, seconds } from "./quantity.ts";

const options = { step: seconds(60), tolerance: seconds(0.001) };
const span = (start: number, end: number) => ({ start: epochSeconds(start), end: epochSeconds(end) });

/** A smooth wave whose signs change at the given moments and nowhere else: below zero before the first. */
const throughRoots = (roots: readonly number[]) => (at: number) => {
  const product = roots.reduce((p, root) => p * Math.tanh((at - root) / 40), 1);
  return roots.length % 2 === 0 ? -product : product;
};

test("as long as each sign lasts a step, every change is found, in its place, rising and falling by turns", () => {
  const gaps = fc.array(fc.double({ min: 60, max: 2_000, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(gaps, fc.double({ min: 0, max: 59, noNaN: true }), (lengths, offset) => {
      const roots: number[] = [];
      for (const length of lengths) roots.push((roots.at(-1) ?? offset) + length);
      const found = crossings(throughRoots(roots), span(0, (roots.at(-1) ?? 0) + 61), options);
      expect(found.map((c) => c.rising)).toEqual(roots.map((_, i) => i % 2 === 0));
      for (const [i, { at }] of found.entries()) expect(Math.abs(at - (roots[i] ?? 0))).toBeLessThan(0.001);
    }),
  );
});

test("shorter visits may be missed, but what is found still alternates and ends on the right side", () => {
  const roots = fc.array(fc.double({ min: 0, max: 3_000, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(roots, (unsorted) => {
      const f = throughRoots([...unsorted].sort((a, b) => a - b));
      const found = crossings(f, span(0, 3_000), options);
      for (const [i, { rising }] of found.entries()) expect(rising).toBe((i % 2 === 0) === f(0) < 0);
      expect(found.length % 2 === 1).toBe(f(0) >= 0 !== f(3_000) >= 0);
    }),
  );
});

/** What orbits give: waves a good deal longer than the step, that reach over zero for as long as asked. */
const wave = (period: number, phase: number, visit: number, sign: number) => (at: number) =>
  sign * (Math.cos((2 * Math.PI * (at - phase)) / period) - Math.cos((Math.PI * visit) / period));

test("where the function bends evenly, a visit of a second is found between samples a minute apart", () => {
  const period = fc.double({ min: 1_200, max: 6_000, noNaN: true });
  const visit = fc.double({ min: SHORTEST_VISIT_S, max: 120, noNaN: true });
  const phase = fc.double({ min: 180, max: 3_000, noNaN: true });
  fc.assert(
    fc.property(period, phase, visit, fc.constantFrom(1, -1), (long, at, short, sign) => {
      const f = wave(long, at, short, sign);
      const end = at + long / 2;
      const found = crossings(f, span(0, end), options).filter((c) => c.at > at - long / 2);
      expect(found.map((c) => c.rising)).toEqual(sign > 0 ? [true, false] : [false, true]);
      expect(Math.abs((found[0]?.at ?? 0) - (at - short / 2))).toBeLessThan(0.01);
      expect(Math.abs((found[1]?.at ?? 0) - (at + short / 2))).toBeLessThan(0.01);
    }),
    { numRuns: 500 },
  );
});

test("a peak is found within a quarter of a second, wherever it lies, in few calls", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      fc.double({ min: 1, max: 2_000, noNaN: true }),
      (off, long) => {
        const top = (0.5 + off) * long;
        let calls = 0;
        const f = (at: number) => {
          calls++;
          return Math.cos((at - top) / 900) + 3;
        };
        expect(Math.abs(peakIn(f, span(0, long), 5) - top)).toBeLessThan(0.25);
        expect(calls).toBeLessThan(25);
      },
    ),
  );
});

test("a turn that stays on its side is no visit", () => {
  const f = (at: number) => 1.000001 + Math.cos(at / 700);
  expect(crossings(f, span(0, 50_000), options)).toEqual([]);
});

test.each([
  { name: "a steep step", f: (at: number) => (at < 1_234.5 ? -1e-9 : 1e9), root: 1_234.5 },
  { name: "a flat cube", f: (at: number) => (at - 777) ** 3, root: 777 },
  { name: "a root on a sample", f: (at: number) => at - 600, root: 600 },
  { name: "a root at the end", f: (at: number) => at - 2_000, root: 2_000 },
])("$name is found in few calls", ({ f, root }) => {
  let calls = 0;
  const counted = (at: number) => {
    calls++;
    return f(at);
  };
  const found = crossings(counted, span(0, 2_000), options);
  expect(found).toHaveLength(1);
  expect(Math.abs((found[0]?.at ?? 0) - root)).toBeLessThanOrEqual(0.001);
  expect(calls).toBeLessThan(35 + 70);
});

test("a function without a value is the caller's mistake", () => {
  expect(() => crossings(() => Number.NaN, span(0, 100), options)).toThrow(RangeError);
});
