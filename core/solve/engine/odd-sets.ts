import type { SlotColumn } from "./master.ts";
import type { Problem } from "./problem.ts";

/**
 * An odd number of items and slots, in order. Each goes to one day plan at most (a slot: to one of its own), so day plans that hold two
 * of them are at most half as many; one that holds four counts twice. Whole plans keep to that anyway, mixes do not.
 */
export type OddSet = readonly number[];
/** Odd sets, and what a pair of each costs. */
export interface Priced {
  readonly sets: readonly OddSet[];
  readonly prices: readonly number[];
}
export const NO_SETS: Priced = { sets: [], prices: [] };

/** A slot's number among the members of odd sets, after the items. */
export const slotMember = (p: Problem, slot: number): number => p.items + slot;
const membersOf = (p: Problem, { plan, slot }: SlotColumn): number[] => [
  ...plan.map(({ item }) => item),
  slotMember(p, slot),
];
/** Counts pairs of odd sets that a day plan holds. */
export function pairCounter(p: Problem) {
  const isHeld = new Uint8Array(p.items + p.units * p.days);
  return (column: SlotColumn, sets: readonly OddSet[], tell: (set: number, pairs: number) => void): void => {
    const members = membersOf(p, column);
    for (const member of members) isHeld[member] = 1;
    for (let s = 0; s < sets.length; s++) {
      let held = 0;
      for (const member of sets[s] as OddSet) held += isHeld[member] as number;
      if (held > 1) tell(s, held >> 1);
    }
    for (const member of members) isHeld[member] = 0;
  };
}
/** So many pairs of it all day plans hold together at most. */
export const mostPairs = (set: OddSet): number => set.length >> 1;

/** How many pairs too many a mix must hold, so that it is worth saying. */
const LEAST_BEYOND = 0.03;
/** Sets with one member, at a time. */
const MOST_OF_MEMBER = 4;
const MOST_MEMBERS = 9;
/** Sets of three to begin with, of those of which a mix holds so many pairs. */
const MOST_TRIPLES = 300;
const LEAST_HELD = 0.9;
const NEARLY = 1e-9;

/**
 * Odd sets of which a mix holds too many pairs, the worst first. If every member is used up, that is by half of what is short of one
 * when the day plans with an odd number of members are added up: a set begins with one or three, and exchanges two at a time for as
 * long as that sum falls.
 */
export function tooOften(
  p: Problem,
  shares: ReadonlyMap<SlotColumn, number>,
  most: number,
  isKnown: (set: OddSet) => boolean,
): OddSet[] {
  const all = p.items + p.units * p.days;
  const columns = [...shares].map(([column, share]) => ({ members: membersOf(p, column), share }));
  const unused = new Float64Array(all).fill(1);
  for (const { members, share } of columns)
    for (const m of members) unused[m] = (unused[m] as number) - share;
  const candidates = [
    ...new Set(columns.filter(({ share }) => share < 1 - LEAST_BEYOND).flatMap(({ members }) => members)),
  ].sort((a, b) => a - b);
  const isIn = new Uint8Array(all);
  /** By how much the sum grows when a member is taken in or put out; and how much of that two have in common. */
  const change = new Float64Array(all);
  const common = new Float64Array(all * all);

  function sum(): number {
    let odd = 0;
    for (const m of candidates) {
      const left = Math.max(0, unused[m] as number);
      change[m] = isIn[m] ? -left : left;
      if (isIn[m]) odd += left;
      for (const other of candidates) common[m * all + other] = 0;
    }
    for (const { members, share } of columns) {
      let held = 0;
      for (const m of members) held += isIn[m] as number;
      const more = held & 1 ? -share : share;
      if (held & 1) odd += share;
      for (const m of members) {
        change[m] = (change[m] as number) + more;
        for (const other of members) common[m * all + other] = (common[m * all + other] as number) + more;
      }
    }
    return odd;
  }
  const found = new Map<string, { readonly set: OddSet; readonly beyond: number }>();
  function descend(start: OddSet): void {
    isIn.fill(0);
    for (const m of start) isIn[m] = 1;
    for (;;) {
      const beyond = (1 - sum()) / 2;
      const set = candidates.filter((m) => isIn[m]);
      if (beyond > LEAST_BEYOND && set.length > 1) {
        const key = set.join();
        if (found.has(key)) return;
        found.set(key, { set, beyond });
      }
      let [one, other, least] = [-1, -1, -NEARLY];
      for (let i = 0; i < candidates.length; i++)
        for (let j = i + 1; j < candidates.length; j++) {
          const [a, b] = [candidates[i] as number, candidates[j] as number];
          const more = (change[a] as number) + (change[b] as number) - 2 * (common[a * all + b] as number);
          if (more >= least) continue;
          if (set.length + (isIn[a] ? -1 : 1) + (isIn[b] ? -1 : 1) > MOST_MEMBERS) continue;
          [one, other, least] = [a, b, more];
        }
      if (one < 0) return;
      for (const m of [one, other]) isIn[m] = 1 - (isIn[m] as number);
    }
  }

  sum();
  const triples: { readonly set: OddSet; readonly held: number }[] = [];
  for (const [i, a] of candidates.entries())
    for (let j = i + 1; j < candidates.length; j++)
      for (let k = j + 1; k < candidates.length; k++) {
        const [b, c] = [candidates[j] as number, candidates[k] as number];
        const held =
          (common[a * all + b] as number) + (common[a * all + c] as number) + (common[b * all + c] as number);
        if (held > LEAST_HELD) triples.push({ set: [a, b, c], held });
      }
  triples.sort((x, y) => y.held - x.held);
  for (const m of candidates) descend([m]);
  for (const { set } of triples.slice(0, MOST_TRIPLES)) descend(set);

  const uses = new Uint8Array(all);
  const chosen: OddSet[] = [];
  const ranked = [...found.values()].sort((x, y) => y.beyond - x.beyond || x.set.length - y.set.length);
  for (const { set } of ranked) {
    if (chosen.length === most) break;
    if (isKnown(set) || set.some((m) => (uses[m] as number) >= MOST_OF_MEMBER)) continue;
    for (const m of set) uses[m] = (uses[m] as number) + 1;
    chosen.push(set);
  }
  return chosen;
}
