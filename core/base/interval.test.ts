import { expect, test } from "vitest";
import { instant } from "./instant.ts";
import {
  byStart,
  covers,
  holds,
  hull,
  intersect,
  interval,
  lengthOf,
  overlaps,
  sharedMinutes,
  spanFrom,
  utcDay,
  widen,
} from "./interval.ts";
import { epochSeconds, minutes } from "./quantity.ts";

/** From and to in minutes of the epoch. */
const span = (from: number, to: number) => interval(epochSeconds(from * 60), epochSeconds(to * 60));
const TEN_TO_TWENTY = span(10, 20);

test.each([
  { name: "the neighbour before", other: span(0, 10), shared: 0 },
  { name: "the neighbour after", other: span(20, 30), shared: 0 },
  { name: "one minute into its start", other: span(0, 11), shared: 1 },
  { name: "one minute into its end", other: span(19, 30), shared: 1 },
  { name: "itself", other: span(10, 20), shared: 10 },
  { name: "a part of it", other: span(12, 15), shared: 3 },
  { name: "what holds it", other: span(0, 30), shared: 10 },
  { name: "far away", other: span(100, 110), shared: 0 },
])("with $name it shares $shared min, either way round", ({ other, shared }) => {
  expect(sharedMinutes(TEN_TO_TWENTY, other)).toBe(shared);
  expect(sharedMinutes(other, TEN_TO_TWENTY)).toBe(shared);
  expect(overlaps(TEN_TO_TWENTY, other)).toBe(shared > 0);
  expect(overlaps(other, TEN_TO_TWENTY)).toBe(shared > 0);
  expect(intersect(TEN_TO_TWENTY, other) === null).toBe(shared === 0);
});

test("an empty or reversed interval is a mistake", () => {
  expect(() => span(10, 10)).toThrow(RangeError);
  expect(() => span(20, 10)).toThrow(RangeError);
  expect(() => interval(epochSeconds(Number.NaN), epochSeconds(0))).toThrow(RangeError);
});

test("an interval holds its start and not its end", () => {
  expect([9, 10, 19, 20].map((m) => holds(TEN_TO_TWENTY, epochSeconds(m * 60)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("it covers itself and its parts", () => {
  expect(covers(TEN_TO_TWENTY, TEN_TO_TWENTY)).toBe(true);
  expect(covers(TEN_TO_TWENTY, span(11, 20))).toBe(true);
  expect(covers(TEN_TO_TWENTY, span(10, 21))).toBe(false);
});

test("nothing lasts 0 minutes", () => {
  expect(spanFrom(epochSeconds(600), minutes(10))).toEqual(TEN_TO_TWENTY);
  expect(spanFrom(epochSeconds(600), minutes(0))).toBeNull();
});

test("the hull bridges a gap", () => {
  expect(hull(span(30, 40), TEN_TO_TWENTY)).toEqual(span(10, 40));
  expect(lengthOf(hull(span(30, 40), TEN_TO_TWENTY))).toBe(30);
});

test.each([
  { before: 5, after: 10, widened: span(5, 30) },
  { before: -2, after: -3, widened: span(12, 17) },
  { before: -5, after: -5, widened: null },
  { before: -20, after: 15, widened: span(30, 35) },
])("widened by $before before and $after after", ({ before, after, widened }) => {
  expect(widen(TEN_TO_TWENTY, minutes(before), minutes(after))).toEqual(widened);
});

test("sorted by start, then by end", () => {
  const sorted = [span(10, 20), span(0, 5), span(10, 15)].sort(byStart);
  expect(sorted).toEqual([span(0, 5), span(10, 15), span(10, 20)]);
});

test("a UTC day is its 24 hours; what is no date is a mistake", () => {
  expect(utcDay("2021-10-05")).toEqual({
    start: instant("2021-10-05T00:00:00Z"),
    end: instant("2021-10-06T00:00:00Z"),
  });
  for (const no of ["2021-02-30", "2021-13-01", "5 Oct 2021", ""])
    expect(() => utcDay(no)).toThrow(RangeError);
});
