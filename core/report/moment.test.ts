import { expect, test } from "vitest";
import { at } from "../model/build.ts";
import { clockFor, isZoneKnown } from "./moment.ts";

test.each([
  ["Europe/Moscow", "8T14:30", "14:30", "17:30"],
  ["Europe/Moscow", "8T22:00", "22:00", "01:00 +1"],
  ["Europe/Moscow", "9T00:30", "00:30 +1", "03:30 +1"],
  ["Europe/Moscow", "7T22:30", "22:30 −1", "01:30"],
  ["America/New_York", "8T02:00", "02:00", "22:00 −1"],
  ["Asia/Kolkata", "8T02:00", "02:00", "07:30"],
])("%s at %s on a page about 8 October: %s and %s", (zone, short, gmt, home) => {
  expect(clockFor(zone, "2021-10-08").moment(at(short))).toMatchObject({ gmt, home });
});

test("without a date only home times carry a difference", () => {
  expect(clockFor("Europe/Moscow", null).moment(at("9T22:00"))).toMatchObject({
    gmt: "22:00",
    home: "01:00 +1",
  });
});

test("a zone that nobody knows", () => {
  expect(isZoneKnown("Europe/Moscow")).toBe(true);
  expect(isZoneKnown("Moon/Tycho")).toBe(false);
  expect(clockFor("Moon/Tycho", null).moment(at("8T10:00")).home).toBe("");
});
