import { expect, test } from "vitest";
import { dateOf, elapsed, elapsedMinutes, instant, isoOf, plusMinutes, plusSeconds } from "./instant.ts";
import { epochSeconds, minutes, seconds, startedMinutes } from "./quantity.ts";

const OPENING = 1_633_446_000; // 2021-10-05T15:00:00Z

test.each([
  "2021-10-05T15:00:00Z",
  "2021-10-05T15:00Z",
  "2021-10-05T15:00:00.000Z",
  "2021-10-05T18:00:00+03:00",
  "2021-10-05T11:00:00-04:00",
])("%s is the opening of the hatch", (iso) => {
  expect(instant(iso)).toBe(OPENING);
});

test.each([
  { name: "no zone", iso: "2021-10-05T15:00:00" },
  { name: "no such day", iso: "2021-02-30T15:00:00Z" },
  { name: "no such month", iso: "2021-13-05T15:00:00Z" },
  { name: "no such hour", iso: "2021-10-05T25:00:00Z" },
  { name: "a date alone", iso: "2021-10-05" },
  { name: "another format", iso: "Tue 5 Oct 2021 15:00 Z" },
  { name: "nothing", iso: "" },
])("$name is no instant", ({ iso }) => {
  expect(() => instant(iso)).toThrow(RangeError);
});

test.each([
  { at: OPENING, iso: "2021-10-05T15:00:00Z" },
  { at: OPENING + 0.25, iso: "2021-10-05T15:00:00.250Z" },
  { at: OPENING + 0.0004, iso: "2021-10-05T15:00:00Z" },
])("$iso is written to the millisecond", ({ at, iso }) => {
  expect(isoOf(epochSeconds(at))).toBe(iso);
});

test("a date ends with the second before midnight, UTC", () => {
  expect(dateOf(instant("2021-10-05T23:59:59Z"))).toBe("2021-10-05");
  expect(dateOf(instant("2021-10-06T00:00:00Z"))).toBe("2021-10-06");
  expect(dateOf(instant("2021-10-06T01:00:00+03:00"))).toBe("2021-10-05");
});

test("minutes and seconds lead from one instant to another and back", () => {
  const from = epochSeconds(OPENING);
  expect(plusMinutes(from, minutes(90))).toBe(OPENING + 5_400);
  expect(plusSeconds(from, seconds(-1))).toBe(OPENING - 1);
  expect(elapsedMinutes(from, plusMinutes(from, minutes(90)))).toBe(90);
  expect(elapsed(plusSeconds(from, seconds(7)), from)).toBe(-7);
});

test.each([
  { length: 0, whole: 0 },
  { length: 0.001, whole: 0 },
  { length: 1 / 60, whole: 1 },
  { length: 5, whole: 5 },
  // 1/3 + 2/3 of a minute in floating point may be a little more than 1.
  { length: 1 + Number.EPSILON, whole: 1 },
  { length: 5.5, whole: 6 },
])("$length min are $whole started ones", ({ length, whole }) => {
  expect(startedMinutes(length)).toBe(whole);
});
