import { describe, expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at } from "#core/model/build.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Placement } from "#core/solve/placement.ts";
import {
  conflictNote,
  cutText,
  daysOfPlan,
  partText,
  reasonText,
  scenesText,
  setTitle,
  startsText,
  verdictText,
} from "./why-words.ts";

const put = (stripId: string, start: string): Placement => ({
  stripId: stripId as StripId,
  startsAt: at(start),
  moduleId: null,
  rigMin: minutes(15),
  shootMin: minutes(40),
});
const strips = (...ids: readonly string[]) => ids as readonly StripId[];
const seven = ["1", "2", "3", "4", "5", "6", "7"];

test.each([
  { is: "fits", scenes: null, says: "Everything that must be shot fits" },
  { is: "never", scenes: null, says: "Not everything that must be shot fits" },
  { is: "open", scenes: null, says: "Whether everything that must be shot fits is open" },
  { is: "fits", scenes: ["4", "7"], says: "Scenes 4 and 7 fit together" },
  { is: "never", scenes: ["4", "7", "12"], says: "Scenes 4, 7 and 12 cannot all be in" },
  { is: "open", scenes: ["4", "7"], says: "Whether scenes 4 and 7 fit together is open" },
  { is: "fits", scenes: ["33"], says: "Scene 33 fits" },
  { is: "never", scenes: ["33"], says: "Scene 33 cannot be in" },
  { is: "open", scenes: ["33"], says: "Whether scene 33 fits is open" },
  { is: "never", scenes: seven, says: "7 scenes cannot all be in" },
] as const)("$is, of $scenes: $says", ({ is, scenes, says }) => {
  expect(verdictText(is, scenes)).toBe(says);
});

describe("how it is known", () => {
  const three = strips("a", "b", "c");
  const OUT = { out: 1, pinned: 0 };

  test.each([
    { out: 0, says: /by the whole book\.$/ },
    { out: 1, says: /\. 1 of them is out because of where others stand now\.$/ },
    { out: 2, says: /\. 2 of them are out because/ },
    { out: 3, says: /\. They are out because/ },
  ])("a plan of all, $out without a place", ({ out, says }) => {
    const text = reasonText({ is: "fits", strips: three, most: 3 }, { out, pinned: 0 });
    expect(text).toMatch(/^A plan of all 3 strips was found/);
    expect(text).toMatch(says);
  });

  test.each([
    { ids: strips("a"), says: /^A plan of the strip was found/ },
    { ids: strips("a", "b"), says: /^A plan of both strips was found/ },
  ])("a plan of few: $says", ({ ids, says }) => {
    const fit = { is: "fits", strips: ids, most: ids.length } as const;
    expect(reasonText(fit, { out: 0, pinned: 0 })).toMatch(says);
  });

  test("a proof tells how many can be in; what is open is told by its notes", () => {
    expect(reasonText({ is: "never", strips: three, most: 2 }, OUT)).toMatch(
      /^Of 3 strips 2 can be in at the most/,
    );
    expect(reasonText({ is: "open", strips: three, most: 3 }, OUT)).toBeNull();
  });
});

test("what is pinned is not looked for, and that is said", () => {
  const fits = { is: "fits", most: 2 } as const;
  expect(reasonText({ ...fits, strips: strips("a", "b") }, { out: 0, pinned: 1 })).toMatch(
    / 1 more stays where it is pinned\.$/,
  );
  expect(reasonText({ ...fits, strips: [] }, { out: 0, pinned: 2 })).toMatch(/^All of it is pinned/);
});

describe("what is said of all members of a conflict", () => {
  const told = (is: "scene" | "rule", isEnough: boolean) => ({
    is,
    isEnough,
    ruleId: null,
    strips: [],
    text: "",
  });
  test.each([
    {
      name: "each is enough",
      conflict: [told("scene", false), told("rule", true)],
      says: /without any one of them/,
    },
    {
      name: "one is not",
      conflict: [told("rule", true), told("rule", false)],
      says: /unless it says otherwise/,
    },
  ])("$name", ({ conflict, says }) => expect(conflictNote({ conflict, others: [] })).toMatch(says));
  test("others keep it out by themselves", () =>
    expect(conflictNote({ conflict: [told("rule", false)], others: [told("rule", false)] })).toMatch(
      /^each of these/,
    ));
});

test.each([
  { part: { ruleId: null, rule: null, points: 240 }, says: "240 points: a waiver" },
  { part: { ruleId: "script-order", rule: "script order", points: 1 }, says: "1 point: script order" },
  { part: { ruleId: "few-moves", rule: "few moves", points: -12.5 }, says: "12.5 points back: few moves" },
])("a part of a price: $says", ({ part, says }) => expect(partText(part, "a waiver")).toBe(says));

test("what ended an answer is told apart", () => {
  expect(cutText("clock")).toMatch(/^The clock/);
  expect(cutText("steps")).toMatch(/longer look/);
});

test("a set is called by its scenes as long as they are few", () => {
  expect(setTitle({ scenes: ["34", "36"] })).toBe("Why scenes 34 and 36 cannot both be in");
  expect(setTitle({ scenes: ["34"] })).toBe("Why scene 34 cannot be in");
  expect(setTitle({ scenes: seven })).toBe("Why 7 scenes cannot all be in");
  expect(scenesText(seven.slice(1))).toBe("scenes 2, 3, 4, 5, 6 and 7");
});

test("starts are told one by one up to three", () => {
  const starts = ["7T10:00", "6T09:30", "8T11:00"].map((start, i) => put(`s${i}`, start));
  expect(startsText(starts)).toBe("6 Oct 09:30, 7 Oct 10:00 and 8 Oct 11:00");
  expect(startsText([...starts, put("d", "9T10:00")])).toBe("6 Oct 09:30 on, 4 strips placed");
});

test("a plan is told day by day, in the order in which it is shot", () => {
  const plan = [put("b", "7T10:00"), put("c", "6T14:00"), put("a", "6T09:30")];
  expect(daysOfPlan(plan, (id) => `Scene ${id}`)).toEqual([
    { day: "Wed 6 Oct", strips: ["Scene a at 09:30", "Scene c at 14:00"] },
    { day: "Thu 7 Oct", strips: ["Scene b at 10:00"] },
  ]);
});
