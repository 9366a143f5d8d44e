import type { Part } from "./reduce.ts";

/** What waiting costs in an order of a part's groups. */
export function waitingCost({ groups, parties }: Part, order: readonly number[]): number {
  const place = new Int32Array(groups.length);
  const timeBefore = new Float64Array(groups.length + 1);
  for (const [at, group] of order.entries()) {
    place[group] = at;
    timeBefore[at + 1] = (timeBefore[at] as number) + (groups[group]?.duration ?? 0);
  }
  let sum = 0;
  for (const party of parties) {
    let [first, last, work] = [groups.length, -1, 0];
    for (const group of party.groups) {
      const at = place[group] as number;
      if (at < first) first = at;
      if (at > last) last = at;
      work += groups[group]?.duration ?? 0;
    }
    sum += party.pay * ((timeBefore[last + 1] as number) - (timeBefore[first] as number) - work);
  }
  return sum;
}

/** A move is worth so many steps of reading the part; all of them together take about a second. */
const MOST_STEPS = 3e8;

/** Moves one group at a time to where it lowers the cost, until none does or the work is spent. */
export function polish(part: Part, order: readonly number[]): readonly number[] {
  const steps = part.groups.length + part.parties.reduce((sum, { groups }) => sum + groups.length, 0);
  let tries = Math.floor(MOST_STEPS / Math.max(1, steps));
  let best = order;
  let cost = waitingCost(part, order);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const group of part.groups.keys())
      for (let to = 0; to < best.length; to++) {
        if (tries-- <= 0) return best;
        const others = best.filter((each) => each !== group);
        const moved = others.toSpliced(to, 0, group);
        const movedCost = waitingCost(part, moved);
        if (movedCost >= cost) continue;
        [best, cost, isBetter] = [moved, movedCost, true];
      }
  }
  return best;
}
