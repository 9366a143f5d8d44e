import { expect, test } from "vitest";
import { unbroken } from "./unbroken.ts";

test.each([
  { text: "6 h 19 of 7 h 30 are planned", says: "6_h_19 of 7_h_30 are planned" },
  { text: "45 min, 1 h and 238,000 points", says: "45_min, 1_h and 238,000_points" },
  { text: "At most 1.2 % better after 12 s", says: "At most 1.2_% better after 12_s" },
  { text: "from 8 Oct 10:05 GMT", says: "from 8 Oct 10:05 GMT" },
  { text: "2 have no place, 3 minutes each", says: "2 have no place, 3 minutes each" },
  { text: "within 2 h 2021 begins", says: "within 2_h 2021 begins" },
])("$text", ({ text, says }) => {
  expect(unbroken(text).replaceAll("\u00a0", "_")).toBe(says);
});
