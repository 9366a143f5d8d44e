import type { Order, Problem } from "./problem.ts";

/** A plan as far as what fits beside it depends on it; arrays of the state, by item and by sequence. */
interface Plan {
  readonly held: Int32Array;
  readonly count: Int32Array;
  readonly at: Int32Array;
  readonly rank: Int32Array;
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly level: Int32Array;
}

/** Finds starts: in the windows of an item, and beside what other units hold and what orders ask for. */
export function fitterOf(p: Problem, plan: Plan) {
  const { days, levels, longest } = p;
  const { held, count, at, rank, start, option, level } = plan;
  const { windowFrom, first, last } = p;
  const isOrdered = Uint8Array.from(p.ordersOf, (orders) => (orders.length > 0 ? 1 : 0));
  const shares = p.units > 1 && p.uses.length > 0;

  // While a sequence is set anew from a position: what has been passed already, and where it now stands.
  let sequence = -1;
  let position = 0;
  let turn = 0;
  const passedIn = new Int32Array(p.items);
  const newStart = new Int32Array(p.items);
  const newEnd = new Int32Array(p.items);

  /** The first allowed start at or after a tick, -1 where there is none. */
  function inWindows(cell: number, tick: number): number {
    let w = windowFrom[cell] as number;
    const end = windowFrom[cell + 1] as number;
    while (w < end && (last[w] as number) < tick) w++;
    if (w === end) return -1;
    const from = first[w] as number;
    return Math.max(from, tick);
  }

  // Bounds of the order's other item on the start of this one; Infinity and -Infinity where it is not placed.
  let lower = 0;
  let upper = 0;
  function bounds(item: number, length: number): boolean {
    lower = Number.NEGATIVE_INFINITY;
    upper = Number.POSITIVE_INFINITY;
    for (const order of p.ordersOf[item] as readonly Order[]) {
      const isThen = order.then === item;
      const other = isThen ? order.first : order.then;
      const where = at[other] as number;
      let [from, to] = [0, 0];
      if (passedIn[other] === turn) {
        from = newStart[other] as number;
        to = newEnd[other] as number;
      } else if (where < 0) continue;
      else if (where === sequence && (rank[other] as number) >= position) {
        // It comes later in this sequence, and is measured against this one when its turn comes.
        if (isThen) return false;
        continue;
      } else {
        from = start[other] as number;
        to = from + (p.length[option[other] as number] as number);
      }
      if (isThen) {
        lower = Math.max(lower, to + order.min);
        if (order.max !== null) upper = Math.min(upper, to + order.max);
      } else {
        upper = Math.min(upper, from - order.min - length);
        if (order.max !== null) lower = Math.max(lower, from - order.max - length);
      }
    }
    return lower <= upper;
  }

  /** How far a variant that starts at `x` has to be put off for what other units use at the time; `x` where it need not. */
  function beside(variant: number, day: number, x: number): number {
    for (let u = p.useFrom[variant] as number; u < (p.useFrom[variant + 1] as number); u++) {
      const use = p.uses[u] as Problem["uses"][number];
      const from = x + use.from;
      const to = x + use.to;
      let probe = from;
      while (probe < to) {
        // How much is in use at the probe, and when that next changes.
        let amount = use.amount;
        let change = to;
        let release = Number.POSITIVE_INFINITY;
        for (let q = day; q < count.length; q += days) {
          if (q === sequence) continue;
          for (let j = 0; j < (count[q] as number); j++) {
            const item = held[q * longest + j] as number;
            const v = (option[item] as number) * levels + (level[item] as number);
            const s = start[item] as number;
            for (let w = p.useFrom[v] as number; w < (p.useFrom[v + 1] as number); w++) {
              const theirs = p.uses[w] as Problem["uses"][number];
              if (theirs.resource !== use.resource) continue;
              if (s + theirs.from <= probe && probe < s + theirs.to) {
                amount += theirs.amount;
                release = Math.min(release, s + theirs.to);
              } else if (s + theirs.from > probe) change = Math.min(change, s + theirs.from);
            }
          }
        }
        let capacity = 0;
        for (const step of (p.resources[use.resource] as Problem["resources"][number]).steps) {
          if (step.at <= probe) capacity = step.amount;
          else {
            change = Math.min(change, step.at);
            if (step.amount > capacity) release = Math.min(release, step.at);
            break;
          }
        }
        if (amount > capacity) return release === Number.POSITIVE_INFINITY ? -1 : release - use.from;
        probe = Math.min(change, release);
      }
    }
    return x;
  }

  return {
    inWindows,
    /** The items of the sequence before the position stand as they are, those from it on are set anew in this turn. */
    begin(ofSequence: number, fromPosition: number): void {
      sequence = ofSequence;
      position = fromPosition;
      turn++;
    },
    passed(item: number, x: number, o: number): void {
      if (!isOrdered[item]) return;
      passedIn[item] = turn;
      newStart[item] = x;
      newEnd[item] = x + (p.length[o] as number);
    },
    /** The earliest start of a variant whose lead begins at or after `free`; -1 where it does not go on that day. */
    earliest(item: number, variant: number, day: number, free: number): number {
      const cell = variant * days + day;
      const tick = free + (p.lead[variant] as number);
      if (!shares && !isOrdered[item]) return inWindows(cell, tick);
      let from = tick;
      let to = Number.POSITIVE_INFINITY;
      if (isOrdered[item]) {
        if (!bounds(item, p.length[Math.floor(variant / levels)] as number)) return -1;
        from = Math.max(from, lower);
        to = upper;
      }
      let x = inWindows(cell, from);
      while (shares && x >= 0 && x <= to) {
        const y = beside(variant, day, x);
        if (y === x) break;
        x = y < 0 ? -1 : inWindows(cell, y);
      }
      return x <= to ? x : -1;
    },
  };
}
