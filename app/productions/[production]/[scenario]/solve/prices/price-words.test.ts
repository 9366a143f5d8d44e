import { expect, test } from "vitest";
import type { Price } from "#core/solve/prices/index.ts";
import {
  atMostWorth,
  foundPoints,
  idleLossText,
  idleText,
  marginWorth,
  parted,
  setUpsText,
  worthText,
} from "./price-words.ts";

/** As it is read, wherever it may break. */
const inOne = (text: string): string => text.replaceAll("\u00a0", " ");
const held = (must: number, mustsMissingMin: number, points: number, should = 3) => ({
  setUpsIn: { must: { in: must, of: 9 }, should: { in: should, of: 5 }, nice: { in: 0, of: 1 } },
  objective: { mustsMissingMin, points, parts: [] },
});
const base = { ...held(9, 0, -200), bound: null };
const found = { base };
const price = (more: Partial<Price> = {}): Price => ({
  ...{ kind: "days", id: "day-lost:3", words: "", note: "", hours: null, byDuals: null, bound: null },
  ...held(9, 0, -200),
  ...more,
});

test.each([
  { name: "points gained at the price of a must", own: held(8, 30, -62), setUps: "−1 must", points: "–" },
  { name: "two musts lost, and points", own: held(7, 80, -900), setUps: "−2 must", points: "–" },
  {
    name: "a longer must out, a shorter in",
    own: held(9, 85, -100),
    setUps: "1 h 25 of must lost",
    points: "–",
  },
  { name: "a should set-up more", own: held(9, 0, -150, 4), setUps: "+1 should", points: "+50" },
  { name: "points lost", own: held(9, 0, -1_450), setUps: "0", points: "−1,250" },
  { name: "the same", own: held(9, 0, -200), setUps: "0", points: "0" },
])("found, $name: $setUps, $points points", ({ own, setUps, points }) => {
  expect([inOne(setUpsText(own, found)), foundPoints(own, found)]).toEqual([setUps, points]);
});
test("a must that finds a place is said, and its points are not", () => {
  const without = { base: { ...held(8, 30, -200), bound: null } };
  const own = held(9, 0, -400);
  expect([inOne(setUpsText(own, without)), foundPoints(own, without)]).toEqual(["+1 must", "–"]);
});

const SHOULD = 20_000;
test.each([
  { name: "never less than is proved", bound: 41_710.2, says: "+2.10" },
  { name: "little is something", bound: -190, says: "+0.01" },
  { name: "points where a should set-up counts none", bound: 41_710.2, should: 0, says: "+41,911" },
  { name: "nothing can be won", bound: -200, says: "0" },
  { name: "a loss costs as much at least", bound: -30_290, own: held(9, 0, -40_000), says: "−1.50" },
  {
    name: "the plan that was found stands whatever the bound says",
    bound: -190,
    own: held(9, 0, 9_800),
    says: "+0.50",
  },
  { name: "nothing is proved", bound: null, says: "not proved" },
  { name: "musts are lost, which no points say", bound: -100, own: held(9, 30, -200), says: "–" },
])("at best: $name", ({ bound, own, should = SHOULD, says }) => {
  expect(atMostWorth(price({ bound, ...own }), found, should)).toBe(says);
});

test.each([
  { name: "as so many set-ups", byDuals: 12_000, bound: 41_710, says: "+0.60" },
  { name: "of hours each", byDuals: 12_000, bound: 41_710, hours: 12, says: "+0.05" },
  { name: "of points each, never less than is proved", byDuals: 100, hours: 12, should: 0, says: "+9" },
  {
    name: "a loss is not less than what is proved of it",
    byDuals: 0,
    bound: -10_200,
    own: held(9, 0, -10_300),
    says: "−0.50",
  },
  { name: "nothing is proved at best", byDuals: -12_000, says: "−0.60" },
  { name: "next to nothing lost is nothing", byDuals: -0.4, says: "0" },
  { name: "duals that have not settled", byDuals: null, bound: -100, says: "not settled" },
  {
    name: "musts are lost, which no points say",
    byDuals: -50,
    bound: -100,
    own: held(9, 30, -200),
    says: "–",
  },
])("at the margin: $name", ({ byDuals, bound = null, own, hours = null, should = SHOULD, says }) => {
  expect(marginWorth(price({ byDuals, bound, hours, ...own }), found, should)).toBe(says);
});

test("in a sentence, with its unit", () => {
  expect([worthText(31_000, SHOULD), worthText(31_000, 0)]).toEqual(["1.55 should set-ups", "31,000 points"]);
});

const better = price(held(9, 0, -150));
const same = (bound: number | null) => price({ bound });
test.each([
  { name: "two that bring nothing stay rows", prices: [better, same(0), same(0)], telling: 3, idle: 0 },
  { name: "three become a sentence", prices: [same(0), better, same(0), same(0)], telling: 1, idle: 3 },
  { name: "all of them", prices: [same(0), same(0), same(0)], telling: 0, idle: 3 },
  {
    name: "what loses or wins musts says something",
    prices: [same(0), same(0), same(0), price(held(9, 5, -200))],
    telling: 1,
    idle: 3,
  },
])("rows, $name", ({ prices, telling, idle }) => {
  const rows = parted(prices, found);
  expect([rows.telling.length, rows.idle.length]).toEqual([telling, idle]);
});

test.each([
  {
    bounds: [-200, 300, -50],
    all: 5,
    says: "No better plan was found with 3 of the 5; none is worth more than 0.03 should set-ups, as is proved.",
  },
  {
    bounds: [-200, -199, -200],
    all: 3,
    says: "No better plan was found with any of the 3; none is worth more than 0.01 should set-ups, as is proved.",
  },
  {
    bounds: [-200, -200, -200],
    all: 4,
    says: "No better plan was found with 3 of the 4; none is worth anything, as is proved.",
  },
  {
    bounds: [300, null, -50],
    all: 4,
    says: "No better plan was found with 3 of the 4; none is worth more than 0.03 should set-ups, as is proved of all but 1.",
  },
  {
    bounds: [-200, null, -200],
    all: 4,
    says: "No better plan was found with 3 of the 4; none is worth anything, as is proved of all but 1.",
  },
  {
    bounds: [null, null, null],
    all: 4,
    says: "No better plan was found with 3 of the 4; how much one could be worth is not proved.",
  },
])("$says", ({ bounds, all, says }) => {
  expect(idleText(bounds.map(same), all, found, SHOULD)).toBe(says);
});
test("what is lost for nothing", () => {
  const idle = [same(null), same(null), same(null)];
  expect(idleLossText(idle, 12)).toBe("3 of the 12 cost nothing: as good a plan was found without each.");
  expect(idleLossText(idle, 3)).toBe("None of the 3 costs anything: as good a plan was found without each.");
});
