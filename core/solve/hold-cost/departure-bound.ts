import { MOST_CAST, type Piece } from "./piece.ts";

/**
 * The least that those who wait can cost, whatever the order of the scenes that remain (`low`, `high`). Who leaves last of a
 * group has waited through every scene of the others: the cheapest order of leaving, over all orders. Groups of at most `most`
 * are ordered exactly; the larger, the closer and the dearer.
 */
export function departureBoundOf(
  p: Piece,
  most: number,
): (low: number, high: number, waiting: number) => number {
  const { pay, timeOf } = p;
  const isWide = p.scenes > 32;
  const members = new Int32Array(MOST_CAST);
  const own = new Float64Array(most);
  const ownLow = new Int32Array(most);
  const ownHigh = new Int32Array(most);
  const least = new Float64Array(1 << most);
  const unionLow = new Int32Array(1 << most);
  const unionHigh = new Int32Array(1 << most);

  function ofGroup(from: number, size: number, low: number, high: number): number {
    for (let j = 0; j < size; j++) {
      const member = members[from + j] as number;
      ownLow[j] = (p.low[member] as number) & low;
      ownHigh[j] = isWide ? (p.high[member] as number) & high : 0;
      own[j] = timeOf(ownLow[j] as number, ownHigh[j] as number);
    }
    const sets = 1 << size;
    for (let set = 1; set < sets; set++) {
      const j = 31 - Math.clz32(set);
      const without = set & ~(1 << j);
      unionLow[set] = (unionLow[without] as number) | (ownLow[j] as number);
      if (isWide) unionHigh[set] = (unionHigh[without] as number) | (ownHigh[j] as number);
      const time = timeOf(unionLow[set] as number, isWide ? (unionHigh[set] as number) : 0);
      let best = Number.POSITIVE_INFINITY;
      for (let rest = set; rest; rest &= rest - 1) {
        const last = 31 - Math.clz32(rest & -rest);
        const cost =
          (least[set & ~(1 << last)] as number) +
          (pay[members[from + last] as number] as number) * (time - (own[last] as number));
        if (cost < best) best = cost;
      }
      least[set] = best;
    }
    return least[sets - 1] as number;
  }

  return (low, high, waiting) => {
    if ((waiting & (waiting - 1)) === 0) return 0;
    let count = 0;
    for (let rest = waiting; rest; rest &= rest - 1) members[count++] = 31 - Math.clz32(rest & -rest);
    let bound = 0;
    for (let from = 0; from < count; from += most)
      bound += ofGroup(from, Math.min(most, count - from), low, high);
    return bound;
  };
}
