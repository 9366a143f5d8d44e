import { expect, test } from "vitest";
import { at } from "#core/model/build.ts";
import {
  atMostText,
  busyText,
  costText,
  foundText,
  gapHelp,
  gapText,
  heldText,
  lostText,
  marginText,
  movesText,
  mustsText,
  outcomeText,
  priceText,
  waitingText,
  worth,
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

test.each([
  { points: 0, says: "0 points" },
  { points: -1234.4, says: "−1,234 points" },
])("$points: $says", ({ points, says }) => {
  expect(worth(points)).toBe(says);
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

test("what a plan holds and costs, in a line", () => {
  const { setUpsIn } = priced(8, 0, 0);
  expect(foundText({ setUpsIn, points: -1_234.4 })).toBe(
    "Must 8 of 9, should 3 of 5, nice 0 of 1; costs 1,234 points.",
  );
  expect(foundText({ setUpsIn: null, points: null })).toBe("");
});

test("must set-ups without a place are said with their length", () => {
  expect(mustsText(0)).toBe("Every must set-up has a place.");
  expect(mustsText(95)).toBe("Must set-ups of 1 h 35 have no place.");
});

const priced = (must: number, mustsMissingMin: number, points: number) => ({
  setUpsIn: { must: { in: must, of: 9 }, should: { in: 3, of: 5 }, nice: { in: 0, of: 1 } },
  objective: { mustsMissingMin, points, parts: [] },
});
test.each([
  { name: "points gained at the price of a must", price: priced(8, 30, -62), says: "1 must set-up lost" },
  { name: "two musts lost, and points", price: priced(7, 80, -900), says: "2 must set-ups lost" },
  {
    name: "a longer must out, a shorter in",
    price: priced(9, 12, -100),
    says: "12 min of must set-ups lost",
  },
  { name: "no must lost", price: priced(9, 0, -62), says: "+138" },
  { name: "points lost", price: priced(9, 0, -1_450), says: "−1,250" },
  { name: "the same", price: priced(9, 0, -200), says: "0" },
])("a price, $name: $says", ({ price, says }) => {
  expect(priceText(price, { base: priced(9, 0, -200) })).toBe(says);
});
test("a must that finds a place is said before the points it costs", () => {
  expect(priceText(priced(9, 0, -400), { base: priced(8, 30, -200) })).toBe("1 must set-up more");
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

const price = { kind: "days", id: "day-lost:3", words: "", note: "", hours: null, byDuals: null } as const;
test.each([
  { name: "as so many set-ups, never fewer than are proved", bound: 41_710, says: "+2.1 should" },
  { name: "few points are points", bound: -100, says: "+100 points" },
  { name: "nothing can be won", bound: -200, says: "0" },
  { name: "a loss costs as much at least", bound: -30_290, points: -40_000, says: "−1.5 should" },
  {
    name: "the plan that was found stands whatever the bound says",
    bound: -190,
    points: -150,
    says: "+50 points",
  },
  { name: "nothing is proved", bound: null, says: "not proved" },
  { name: "musts are lost, which no points say", bound: -100, missing: 30, says: "–" },
])("at best: $name", ({ bound, says, points = -200, missing = 0 }) => {
  const found = { base: { ...priced(9, 0, -200), bound: null } };
  expect(atMostText({ ...price, ...priced(9, missing, points), bound }, found, 20_000)).toBe(says);
});

test.each([
  { name: "as so many set-ups", byDuals: 12_000, bound: 41_710, says: "+0.6 should" },
  {
    name: "a loss is not less than what is proved of it",
    byDuals: 0,
    bound: -285,
    points: -300,
    says: "−85 points",
  },
  { name: "nothing is proved at best", byDuals: -12_000, bound: null, says: "−0.6 should" },
  { name: "duals that have not settled", byDuals: null, bound: -100, says: "not settled" },
  { name: "musts are lost, which no points say", byDuals: -50, bound: -100, missing: 30, says: "–" },
])("at the margin: $name", ({ byDuals, bound, says, points = -200, missing = 0 }) => {
  const found = { base: { ...priced(9, 0, -200), bound: null } };
  expect(marginText({ ...price, ...priced(9, missing, points), byDuals, bound }, found, 20_000)).toBe(says);
});

test.each([
  { name: "set-ups by tier", should: 4, points: -200, says: "+1 should" },
  { name: "points where no set-up is more or fewer", should: 3, points: -250, says: "−50 points" },
  { name: "nothing", should: 3, points: -200, says: "0" },
])("found: $name", ({ should, points, says }) => {
  const own = priced(9, 0, points);
  const held = { ...own, setUpsIn: { ...own.setUpsIn, should: { in: should, of: 5 } } };
  const base = { ...priced(9, 0, -200), bound: null };
  expect(heldText({ ...price, ...held, bound: null }, { base, prices: [] })).toBe(says);
});

const ENDED = "What worked on this was ended before its time";
test.each([
  { lost: null, state: "running", says: null },
  { lost: { atS: 12.4 }, state: "waiting", says: `${ENDED}. It waits to be taken up again.` },
  {
    lost: { atS: 12.4 },
    state: "running",
    says: `${ENDED}: it was taken up again after 12 s, from the best plan by then, for the 48 s that are left.`,
  },
  {
    lost: { atS: 12.4 },
    state: "done",
    says: `${ENDED}: it was taken up again after 12 s, from the best plan by then.`,
  },
  {
    lost: { atS: 0 },
    state: "running",
    says: `${ENDED}, and left nothing to go on from: it was begun anew.`,
  },
] as const)("$state, lost $lost: $says", ({ says, ...view }) => {
  expect(lostText({ ...view, seconds: 60 })).toBe(says);
});
