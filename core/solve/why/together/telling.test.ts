import { expect, test } from "vitest";
import { isAsTelling } from "./telling.ts";
import type { FewTogether, WhyTogether } from "./together.ts";

const open: WhyTogether = {
  ...{ strips: [], is: "open", nowhere: [], plan: [], most: 3, conflicts: [], place: null },
  ...{ cutBy: "steps", notes: [] },
};
const few: FewTogether = { strips: [], scenes: [], most: 2, isMinimal: false, told: [], ways: [] };
const never: WhyTogether = { ...open, is: "never", most: 2, conflicts: [few] };

test.each([
  { name: "the same", next: open, was: open, is: true },
  { name: "decided after open", next: never, was: open, is: true },
  { name: "open after decided", next: open, was: never, is: false },
  { name: "a set fewer", next: { ...never, conflicts: [] }, was: never, is: false },
  { name: "fewer can be in at most", next: { ...open, most: 2 }, was: open, is: true },
  { name: "more can be in at most", next: open, was: { ...open, most: 2 }, is: false },
  {
    name: "shown to be minimal",
    next: { ...never, conflicts: [{ ...few, isMinimal: true }] },
    was: never,
    is: true,
  },
])("$name", ({ next, was, is }) => expect(isAsTelling(next, was)).toBe(is));
