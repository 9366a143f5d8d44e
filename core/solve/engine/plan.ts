import type { Problem } from "./problem.ts";

/**
 * What the parts of a state share: for each unit and day (sequence unit × days + day) the items it works off, and where each stands.
 * Nothing is allocated after it is made.
 */
export type Plan = ReturnType<typeof planOf>;

export function planOf(p: Problem) {
  const { days, longest, levels } = p;
  const sequences = p.units * days;
  const NONE = p.classes;

  const held = new Int32Array(sequences * longest);
  const count = new Int32Array(sequences);
  const at = new Int32Array(p.items).fill(-1);
  const rank = new Int32Array(p.items);
  const start = new Int32Array(p.items);
  const option = new Int32Array(p.items).fill(-1);
  const level = new Int32Array(p.items);
  /** Points less transitions, by sequence. */
  const value = new Float64Array(sequences);
  const stride = longest + 1;
  /** Tags of the items before, and from, each position. */
  const tagsBefore = new Int32Array(sequences * stride);
  const tagsFrom = new Int32Array(sequences * stride);
  /** By sequence and position: what what is before it brings, when it ends, and in which configuration. */
  const valueAt = new Float64Array(sequences * stride);
  const endAt = new Int32Array(sequences * stride);
  const classAt = new Int32Array(sequences * stride).fill(NONE);
  for (let q = 0; q < sequences; q++) endAt[q * stride] = p.dayFrom[q % days] as number;
  /** By variant of what is held: the last tick at which it may be begun with, its lead included, so that all after it still goes. */
  const lastReady = new Int32Array(p.unit.length * levels);
  /** By sequence and position: the last of these of what stands there, the end of the day where nothing does. */
  const readyBy = new Int32Array(sequences * stride);
  for (let q = 0; q < sequences; q++) readyBy[q * stride] = p.dayTo[q % days] as number;
  /** By sequence: the most ticks from the end of an item to when the next is to be begun with at the latest. */
  const widest = Int32Array.from(
    { length: sequences },
    (_, q) => (p.dayTo[q % days] as number) - (p.dayFrom[q % days] as number),
  );
  /** Items of a sequence that orders concern: its starts hang together. */
  const ordered = new Int32Array(sequences);
  const isOrdered = Uint8Array.from(p.ordersOf, (orders) => (orders.length > 0 ? 1 : 0));

  const tagPoints = (mask: number): number => {
    let sum = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1)
      sum += p.tagCost[31 - Math.clz32(rest & -rest)] as number;
    return sum;
  };
  /** Of a sequence's items. */
  const tagsOf = (sequence: number): number => tagsFrom[sequence * stride] as number;
  /** Of the items that other units have that day. */
  const tagsBeside = (sequence: number): number => {
    let mask = 0;
    for (let q = sequence % days; q < sequences; q += days) if (q !== sequence) mask |= tagsOf(q);
    return mask;
  };

  return {
    sequences,
    stride,
    held,
    count,
    at,
    rank,
    start,
    option,
    level,
    value,
    tagsBefore,
    tagsFrom,
    valueAt,
    endAt,
    classAt,
    lastReady,
    readyBy,
    widest,
    ordered,
    isOrdered,
    tagPoints,
    tagsOf,
    tagsBeside,
  };
}
