import type { SlotColumn } from "./master.ts";
import type { Placement, Problem } from "./problem.ts";

/** Options of a sequence, in order, as a column. A tag's points are shared among the units, as the bound shares them. */
export function columnOf(
  p: Problem,
  slot: number,
  options: readonly number[],
  starts: readonly number[],
): SlotColumn {
  const day = slot % p.days;
  let points = 0;
  let before = p.classes;
  let tags = 0;
  const plan = options.map((option, i): Placement => {
    const item = p.itemOf[option] as number;
    const way = before * p.classes + (p.class[option] as number);
    points += (p.points[option] as number) - (p.cost[way] as number);
    tags |= p.tagMask[option] as number;
    before = p.class[option] as number;
    return {
      item,
      option: option - (p.optionFrom[item] as number),
      unit: p.unit[option] as number,
      day,
      level: p.level[way] as number,
      start: starts[i] as number,
    };
  });
  for (const [t, cost] of p.tagCost.entries()) if ((tags >> t) & 1) points -= cost / p.units;
  return { slot, day, plan, points };
}

/** The same items in the same order where they go earliest by another problem's starts; null where they do not go. */
export function resettled(p: Problem, { slot, day, plan }: SlotColumn): SlotColumn | null {
  let end = p.dayFrom[day] as number;
  let before = p.classes;
  let last = -1;
  const options: number[] = [];
  const starts: number[] = [];
  for (const { item, option } of plan) {
    const o = (p.optionFrom[item] as number) + option;
    const way = before * p.classes + (p.class[o] as number);
    const v = o * p.levels + (p.level[way] as number);
    const apart = last < 0 ? 0 : (p.spec.between?.(last, item) ?? 0);
    const ready = end + (p.gap[way] as number) + apart + (p.lead[v] as number);
    let w = p.windowFrom[v * p.days + day] as number;
    const till = p.windowFrom[v * p.days + day + 1] as number;
    while (w < till && (p.last[w] as number) < ready) w++;
    if (w === till) return null;
    const start = Math.max(ready, p.first[w] as number);
    options.push(o);
    starts.push(start);
    end = start + (p.length[o] as number);
    before = p.class[o] as number;
    last = item;
  }
  return columnOf(p, slot, options, starts);
}

/** A plan, sequence by sequence. */
export function columnsOf(p: Problem, plan: readonly Placement[]): SlotColumn[] {
  const bySlot = new Map<number, Placement[]>();
  for (const placed of plan) {
    const slot = placed.unit * p.days + placed.day;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), placed]);
  }
  return [...bySlot].map(([slot, placements]) =>
    columnOf(
      p,
      slot,
      placements.map(({ item, option }) => (p.optionFrom[item] as number) + option),
      placements.map(({ start }) => start),
    ),
  );
}
