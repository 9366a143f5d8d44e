import { expect, test } from "vitest";
import { at } from "#core/model/build.ts";
import {
  busyText,
  costText,
  foundText,
  gapHelp,
  gapText,
  judgedText,
  lostText,
  movesText,
  mustsText,
  outcomeText,
  waitingText,
} from "./solve-words.ts";

test.each([
  { gap: null, isOptimal: false, says: "How much better a plan could be is not proved." },
  { gap: 0.012, isOptimal: false, says: "At most 1.2 % better is possible." },
  { gap: 0.0121, isOptimal: false, says: "At most 1.3 % better is possible." },
  { gap: 0.00001, isOptimal: false, says: "At most 0.1 % better is possible." },
  { gap: 0, isOptimal: true, says: "Proved optimal: no plan is better." },
])("a gap of $gap: $says", ({ says, ...proven }) => {
  expect(gapText(proven)).toBe(says);
});

test.each([
  { asks: "plan", state: "running", says: "A plan is being worked out." },
  {
    asks: "plan",
    state: "running",
    progress: [{ atS: 12.4 }],
    says: "A plan is being worked out: 12 seconds by now.",
  },
  { asks: "plan", state: "waiting", says: "A plan is asked for and waits to be worked out." },
  { asks: "plan", state: "running", isStopAsked: true, says: "A plan is being ended with the best so far…" },
  { asks: "prices", state: "running", says: "What things are worth is being worked out." },
  {
    asks: "prices",
    state: "running",
    prices: { found: 12, of: 40 },
    says: "What things are worth is being worked out: 12 of 40 plans found.",
  },
] as const)("in the way: $says", ({ asks, says, ...view }) => {
  expect(busyText(asks, { prices: null, progress: [], isStopAsked: false, ...view })).toBe(says);
});

test("a plan costs points, and no loss is told", () => {
  expect([costText(-1_234.4), costText(0)]).toEqual(["1,234 points", "0 points"]);
});

test.each([
  {
    bound: -90,
    gap: 0.012,
    isOptimal: false,
    says: /^Any other plan could save at most 11 points of its cost/,
  },
  { bound: null, gap: null, isOptimal: false, says: null },
  { bound: -100.4, gap: 0, isOptimal: true, says: null },
])("what the share is of, bound $bound", ({ says, ...proven }) => {
  const help = gapHelp({ ...proven, points: -100.4 });
  if (says) expect(help).toMatch(says);
  else expect(help).toBeNull();
});

test.each([
  {
    moves: { standing: 60, placed: 8, returned: 2, toAnotherDay: 10, withinDay: 15 },
    says: "8 strips in, 2 out, 25 of the 60 that stand move: 10 to another day, 15 within their day.",
  },
  {
    moves: { standing: 9, placed: 1, returned: 0, toAnotherDay: 0, withinDay: 1 },
    says: "1 strip in, 0 out, 1 of the 9 that stand moves: 1 within its day.",
  },
  {
    moves: { standing: 9, placed: 0, returned: 3, toAnotherDay: 0, withinDay: 0 },
    says: "0 strips in, 3 out, no strip moves.",
  },
])("$says", ({ moves, says }) => {
  expect(movesText(moves)).toBe(says);
});

test.each([
  { ahead: 0, says: "Starting…" },
  { ahead: 2, says: "Waiting for its turn: 2 others asked for before…" },
])("$says", ({ ahead, says }) => {
  expect(waitingText({ ahead })).toBe(says);
});

test.each([
  {
    before: ["fits", 45],
    after: ["fits", 1_059],
    says: "1,059 min in hand, 45 min in hand before.",
  },
  {
    before: ["does-not-fit", -38],
    after: ["fits-with-unknowns", -19],
    says: "19 min into reserve, 38 min too much before.",
  },
  { before: ["does-not-fit", 12], after: ["fits", 12], says: "12 min in hand, does not fit before." },
  { before: ["does-not-fit", 12], after: ["does-not-fit", 20], says: "Does not fit, as before." },
] as const)("in hand: $says", ({ before, after, says }) => {
  const judged = ([verdict, inHand]: typeof before | typeof after) => ({ verdict, inHand });
  expect(judgedText({ judged: { before: judged(before), after: judged(after) } })).toBe(says);
});
test("a search that was broken off says nothing of minutes in hand", () => {
  expect(judgedText({ judged: null })).toBe("");
});

test("what a plan holds and costs, in a line", () => {
  const setUpsIn = { must: { in: 8, of: 9 }, should: { in: 3, of: 5 }, nice: { in: 0, of: 1 } };
  expect(foundText({ setUpsIn, points: -1_234.4 })).toBe(
    "Must 8 of 9, should 3 of 5, nice 0 of 1; costs 1,234 points.",
  );
  expect(foundText({ setUpsIn: null, points: null })).toBe("");
});

test("must set-ups without a place are said with their length", () => {
  expect(mustsText(0)).toBe("Every must set-up has a place.");
  expect(mustsText(95)).toBe("Must set-ups of 1 h 35 have no place.");
});

test.each([
  { outcome: "adopted" as const, says: "Adopted by Olga, 8 Oct 10:05 GMT." },
  {
    outcome: "adopted, then taken back" as const,
    says: "Adopted by Olga, 8 Oct 10:05 GMT; taken back since: the plan no longer has it.",
  },
  {
    outcome: "adopted in part, then taken back" as const,
    says: "Adopted in part by Olga, 8 Oct 10:05 GMT; taken back since: the plan no longer has it.",
  },
  { outcome: "discarded" as const, says: "Discarded by Olga, 8 Oct 10:05 GMT." },
])("$outcome: $says", ({ outcome, says }) => {
  expect(outcomeText({ outcome, outcomeByName: "Olga", outcomeAt: at("8T10:05") })).toBe(says);
});

const ENDED = "What worked on this was ended before its time";
test.each([
  { lost: null, state: "running", says: null },
  { lost: { atS: 12.4, known: 0 }, state: "waiting", says: `${ENDED}. It waits to be taken up again.` },
  {
    lost: { atS: 12.4, known: 0 },
    state: "running",
    says: `${ENDED}: it was taken up again after 12 s, from the best plan by then, for the 48 s that are left.`,
  },
  {
    lost: { atS: 12.4, known: 0 },
    state: "done",
    says: `${ENDED}: it was taken up again after 12 s, from the best plan by then.`,
  },
  {
    lost: { atS: 0, known: 0 },
    state: "running",
    says: `${ENDED}, and left nothing to go on from: it was begun anew.`,
  },
  {
    lost: { atS: 0, known: 7 },
    state: "running",
    says: `${ENDED}: it was taken up again, from the 7 plans found by then.`,
  },
] as const)("$state, lost $lost: $says", ({ says, ...view }) => {
  expect(lostText({ ...view, seconds: 60 })).toBe(says);
});
