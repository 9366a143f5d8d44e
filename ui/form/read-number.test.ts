import { expect, test } from "vitest";
import { readNumber, readWhole } from "./read-number.ts";

test.each([
  { typed: "", is: null },
  { typed: "  ", is: null },
  { typed: "12", is: 12 },
  { typed: " 12.5 ", is: 12.5 },
  { typed: "007", is: 7 },
  { typed: ".5", is: 0.5 },
  { typed: "3.", is: 3 },
  { typed: "-4", is: -4 },
  { typed: "−4", is: -4 },
  { typed: "1e9", is: 1e9 },
  { typed: "1e999", is: "1e999" },
  { typed: "abc", is: "abc" },
  { typed: "12 min", is: "12 min" },
  { typed: "1,000", is: "1,000" },
  { typed: "-", is: "-" },
  { typed: "0x10", is: "0x10" },
  { typed: "Infinity", is: "Infinity" },
])("“$typed” is $is", ({ typed, is }) => expect(readNumber(typed)).toBe(is));

test.each([
  { typed: "", is: null },
  { typed: "0", is: 0 },
  { typed: "600", is: 600 },
  { typed: "601", is: undefined },
  { typed: "-1", is: undefined },
  { typed: "2.5", is: undefined },
  { typed: "1e9", is: undefined },
  { typed: "abc", is: undefined },
])("of 0 to 600 “$typed” is $is", ({ typed, is }) => expect(readWhole(typed, 0, 600)).toBe(is));
