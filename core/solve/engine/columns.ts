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
