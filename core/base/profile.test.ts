import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interval, interval } from "./interval.ts";
import {
  difference,
  EMPTY,
  intersection,
  levels,
  measure,
  type Profile,
  profile,
  stretchAt,
  union,
  within,
} from "./profile.ts";
import { epochSeconds } from "./quantity.ts";

/** From and to in minutes of the epoch. */
const span = (from: number, to: number) => interval(epochSeconds(from * 60), epochSeconds(to * 60));

const LAST = 40;
const ALL = [span(0, LAST)];
const MINUTES = Array.from({ length: LAST }, (_, m) => epochSeconds(m * 60));
const aSpan = fc
  .tuple(fc.integer({ min: 0, max: LAST - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => span(from, Math.min(LAST, from + length)));
const spans = fc.array(aSpan, { maxLength: 8 });
const aProfile = spans.map(profile);
const two = fc.tuple(aProfile, aProfile);
const isTrue = (a: Profile, at: (typeof MINUTES)[number]) => stretchAt(a, at) !== null;
const isNormal = (a: Profile) =>
  a.every((s, i) => s.start < s.end && (i === 0 || (a[i - 1] as Interval).end < s.start));

test.each([
  { name: "neighbours become one", of: [span(0, 10), span(10, 20)], is: [span(0, 20)] },
  { name: "a gap of a minute stays", of: [span(0, 10), span(11, 20)], is: [span(0, 10), span(11, 20)] },
  { name: "order does not matter", of: [span(10, 20), span(0, 12)], is: [span(0, 20)] },
  { name: "what lies inside vanishes", of: [span(0, 20), span(5, 6)], is: [span(0, 20)] },
  { name: "nothing is empty", of: [], is: EMPTY },
])("profile: $name", ({ of, is }) => {
  expect(profile(of)).toEqual(is);
});

test.each([
  { name: "neighbours share nothing", a: [span(0, 10)], b: [span(10, 20)], both: [], only: [span(0, 10)] },
  {
    name: "a hole in the middle leaves two",
    a: [span(0, 10)],
    b: [span(4, 6)],
    both: [span(4, 6)],
    only: [span(0, 4), span(6, 10)],
  },
  {
    name: "one hole through two",
    a: [span(0, 10), span(20, 30)],
    b: [span(5, 25)],
    both: [span(5, 10), span(20, 25)],
    only: [span(0, 5), span(25, 30)],
  },
])("$name", ({ a, b, both, only }) => {
  expect(intersection(a, b)).toEqual(both);
  expect(difference(a, b)).toEqual(only);
});

test("each operation says of every minute what it says of its parts, in normal form", () => {
  fc.assert(
    fc.property(two, ([a, b]) => {
      const [either, both, only] = [union(a, b), intersection(a, b), difference(a, b)];
      expect([either, both, only].every(isNormal)).toBe(true);
      for (const at of MINUTES) {
        expect(isTrue(either, at)).toBe(isTrue(a, at) || isTrue(b, at));
        expect(isTrue(both, at)).toBe(isTrue(a, at) && isTrue(b, at));
        expect(isTrue(only, at)).toBe(isTrue(a, at) && !isTrue(b, at));
      }
    }),
  );
});

test("measures add up", () => {
  fc.assert(
    fc.property(two, ([a, b]) => {
      const shared = measure(intersection(a, b));
      expect(measure(union(a, b)) + shared).toBeCloseTo(measure(a) + measure(b), 9);
      expect(measure(difference(a, b)) + shared).toBeCloseTo(measure(a), 9);
    }),
  );
});

test("complement: what is not in either is in neither", () => {
  fc.assert(
    fc.property(two, ([a, b]) => {
      const not = (c: Profile) => difference(ALL, c);
      expect(not(not(a))).toEqual(a);
      expect(not(union(a, b))).toEqual(intersection(not(a), not(b)));
      expect(not(intersection(a, b))).toEqual(union(not(a), not(b)));
      expect(intersection(a, not(a))).toEqual(EMPTY);
      expect(union(a, not(a))).toEqual(ALL);
      expect(difference(a, b)).toEqual(intersection(a, not(b)));
    }),
  );
});

test("once is enough, and the order of two does not matter", () => {
  fc.assert(
    fc.property(two, ([a, b]) => {
      expect(profile(a)).toEqual(a);
      expect([union(a, a), intersection(a, a), difference(a, a)]).toEqual([a, a, EMPTY]);
      expect(union(a, b)).toEqual(union(b, a));
      expect(intersection(a, b)).toEqual(intersection(b, a));
    }),
  );
});

test("within a span is the intersection with it", () => {
  expect(within([span(0, 10), span(20, 30)], span(5, 25))).toEqual([span(5, 10), span(20, 25)]);
});

test("a stretch holds its start and not its end", () => {
  const a = [span(0, 10), span(20, 30)];
  expect(stretchAt(a, epochSeconds(20 * 60))).toEqual(span(20, 30));
  expect(stretchAt(a, epochSeconds(10 * 60))).toBeNull();
  expect(stretchAt(a, epochSeconds(15 * 60))).toBeNull();
});

test("levels: neighbours do not add up, overlaps do, nothing is left out", () => {
  const once = (from: number, to: number) => ({ span: span(from, to), weight: 1 });
  expect(levels([once(0, 10), once(10, 20)])).toEqual([
    { span: span(0, 10), value: 1 },
    { span: span(10, 20), value: 1 },
  ]);
  expect(levels([once(0, 10), { span: span(5, 15), weight: 2 }, once(20, 30)])).toEqual([
    { span: span(0, 5), value: 1 },
    { span: span(5, 10), value: 3 },
    { span: span(10, 15), value: 2 },
    { span: span(20, 30), value: 1 },
  ]);
});

test("levels say of every minute how many run, and come in order without overlap", () => {
  fc.assert(
    fc.property(spans, (some) => {
      const found = levels(some.map((s) => ({ span: s, weight: 1 })));
      expect(found.every((l, i) => i === 0 || (found[i - 1]?.span.end ?? 0) <= l.span.start)).toBe(true);
      for (const at of MINUTES) {
        const level = found.find((l) => l.span.start <= at && at < l.span.end)?.value ?? 0;
        expect(level).toBe(some.filter((s) => s.start <= at && at < s.end).length);
      }
    }),
  );
});
