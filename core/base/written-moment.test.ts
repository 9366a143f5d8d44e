import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, isoOf } from "./instant.ts";
import { epochSeconds } from "./quantity.ts";
import { readMoment, writtenMoment } from "./written-moment.ts";

test.each([
  ["8 Oct 2021 14:30", "2021-10-08T14:30:00Z"],
  ["08 october 2021, 9:05", "2021-10-08T09:05:00Z"],
  ["8oct2021 0905", "2021-10-08T09:05:00Z"],
  ["2021-10-08 14:30", "2021-10-08T14:30:00Z"],
  ["2021-10-08T14:30", "2021-10-08T14:30:00Z"],
  [" 2021-10-08T14:30:00Z ", "2021-10-08T14:30:00Z"],
  ["8 Oct 2021 14:30 GMT", "2021-10-08T14:30:00Z"],
  ["29 Feb 2024 00:00", "2024-02-29T00:00:00Z"],
])("%s is read", (text, iso) => {
  expect(readMoment(text)).toBe(instant(iso));
});

test.each([
  ...["", "8 Oct", "14:30", "8 Oct 2021", "10/08/2021 2:30 PM", "31 Feb 2021 10:00", "2021-13-01 10:00"],
  ...["8 Oct 2021 24:00", "8 Oct 2021 10:60", "8 Okt 21 10:00", "8 Xyz 2021 10:00", "0 Oct 2021 10:00"],
])("%j is no moment", (text) => {
  expect(readMoment(text)).toBeNull();
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.integer({ min: -631_152_000 / 60, max: 7_258_118_400 / 60 - 1 }), (minute) => {
      const at = epochSeconds(minute * 60);
      expect(readMoment(writtenMoment(at))).toBe(at);
      expect(readMoment(isoOf(at))).toBe(at);
    }),
  );
});
