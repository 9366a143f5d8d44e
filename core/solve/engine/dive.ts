import type { Prices } from "./bound.ts";
import type { LinearSolver } from "./linear.ts";
import type { SlotColumn } from "./master.ts";
import type { OddSet } from "./odd-sets.ts";
import { pricingOf } from "./pricing.ts";
import type { Placement, Problem } from "./problem.ts";

/** What the mix has so much of is kept; and at least one of so many slots. */
const SURE = 0.99;
const A_DOZEN = 12;
/** Of what the mix has most of, one is preferred to another by chance by up to so much. */
const CHANCE = 0.3;
/** What is kept is not to be had for any price. */
const TAKEN = 2 ** 30;

/**
 * A plan out of mixes of day plans: what the best mix has most of is kept, day plans are sought at the prices of what is left, and so
 * on. Mixes keep to the odd sets. `seek` finds the days' best at prices, but for slots that are kept; null ends it.
 */
export function dive(
  p: Problem,
  solver: LinearSolver,
  known: readonly SlotColumn[],
  sets: readonly OddSet[],
  seek: (prices: Prices, isKept: Uint8Array) => readonly SlotColumn[] | null,
  random: () => number,
): Placement[] | null {
  const slots = p.units * p.days;
  const kept: SlotColumn[] = [];
  const isKept = new Uint8Array(slots);
  const isTaken = new Uint8Array(p.items);
  let open = known;
  while (kept.length < slots) {
    const pricing = pricingOf(p, solver, sets);
    pricing.teach([...kept, ...open]);
    let mix = pricing.best();
    if (mix) {
      const items = mix.items.map((price, i) => (isTaken[i] ? TAKEN : price));
      const odd = { sets, prices: [...mix.odd] };
      const found = seek({ items, cuts: mix.cuts, odd }, isKept);
      if (!found) {
        pricing.end();
        return null;
      }
      if (pricing.teach(found) > 0) mix = pricing.best();
    }
    const shares = [...(mix?.shares ?? [])]
      .filter(([{ slot }]) => !isKept[slot])
      .map(([column, share]) => ({ column, share, rank: share + CHANCE * random() }))
      .sort((a, b) => b.rank - a.rank);
    open = pricing.columns();
    pricing.end();
    if (shares.length === 0) break;
    const least = Math.ceil(slots / A_DOZEN);
    let more = 0;
    for (const { column, share } of shares) {
      if (more >= least && share < SURE) continue;
      if (isKept[column.slot] || column.plan.some(({ item }) => isTaken[item])) continue;
      kept.push(column);
      isKept[column.slot] = 1;
      for (const { item } of column.plan) isTaken[item] = 1;
      more++;
    }
    open = open.filter(({ slot, plan }) => !isKept[slot] && !plan.some(({ item }) => isTaken[item]));
  }
  return kept.flatMap(({ plan }) => plan);
}
