import { expect, test } from "vitest";
import {
  clock,
  clockSeconds,
  count,
  dayMonth,
  doneAt,
  duration,
  list,
  listSome,
  moment,
  pagesText,
  spanText,
  weekdayMonth,
} from "./format.ts";
import { instant } from "./instant.ts";
import { interval } from "./interval.ts";

const at = (short: string) => instant(`2021-10-${short}Z`);

test.each([
  { at: "08T14:30:00", says: "14:30", withSeconds: "14:30:00", day: "8 Oct", weekday: "Fri 8 Oct" },
  { at: "08T04:05:29", says: "04:05", withSeconds: "04:05:29", day: "8 Oct", weekday: "Fri 8 Oct" },
  { at: "08T04:05:30", says: "04:06", withSeconds: "04:05:30", day: "8 Oct", weekday: "Fri 8 Oct" },
  // To the nearest minute this is midnight, and then so is the date.
  { at: "09T23:59:40", says: "00:00", withSeconds: "23:59:40", day: "10 Oct", weekday: "Sun 10 Oct" },
])("$at is $weekday $says", ({ at: iso, says, withSeconds, day, weekday }) => {
  expect(clock(at(iso))).toBe(says);
  expect(clockSeconds(at(iso))).toBe(withSeconds);
  expect(dayMonth(at(iso))).toBe(day);
  expect(weekdayMonth(at(iso))).toBe(weekday);
  expect(moment(at(iso))).toBe(`${day} ${says}`);
});

test.each([
  { at: "08T04:05:00", says: "8 Oct 04:05" },
  { at: "08T04:05:59", says: "8 Oct 04:05" },
  { at: "09T23:59:40", says: "9 Oct 23:59" },
])("what was done at $at was done $says: never in the minute to come", ({ at: iso, says }) => {
  expect(doneAt(at(iso))).toBe(says);
});

test("a span names its second date only where it differs", () => {
  expect(spanText(interval(at("08T14:30"), at("08T15:10")))).toBe("8 Oct 14:30–15:10");
  expect(spanText(interval(at("08T23:00"), at("09T00:00")))).toBe("8 Oct 23:00 – 9 Oct 00:00");
});

test.each([
  { min: 0, says: "0 min" },
  { min: 45, says: "45 min" },
  { min: 59.6, says: "1 h" },
  { min: 60, says: "1 h" },
  { min: 65, says: "1 h 05" },
  { min: 90, says: "1 h 30" },
  { min: 1500, says: "25 h" },
  { min: -38, says: "−38 min" },
  { min: -90, says: "−1 h 30" },
  { min: -0.4, says: "0 min" },
])("$min min are $says", ({ min, says }) => {
  expect(duration(min)).toBe(says);
});

test.each([
  { eighths: 0, says: "0" },
  { eighths: 3, says: "3/8" },
  { eighths: 8, says: "1" },
  { eighths: 11, says: "1 3/8" },
  { eighths: 16, says: "2" },
])("$eighths eighths are $says pages", ({ eighths, says }) => {
  expect(pagesText(eighths)).toBe(says);
});

test("of many names the first, and how many more there are", () => {
  expect([listSome(["a", "b", "c"], 2), listSome(["a", "b", "c", "d"], 2), listSome([], 2)]).toEqual([
    "a, b and c",
    "a, b and 2 more",
    "",
  ]);
  expect(
    listSome(
      Array.from({ length: 1_002 }, (_, i) => `${i}`),
      1,
    ),
  ).toBe("0 and 1,001 more");
});

test("lists and counts", () => {
  expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([count(0, "strip"), count(1, "strip"), count(2, "strip"), count(2, "hatch", "hatches")]).toEqual([
    "0 strips",
    "1 strip",
    "2 strips",
    "2 hatches",
  ]);
});
