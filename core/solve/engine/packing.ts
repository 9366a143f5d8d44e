import { cutsOf } from "./cuts.ts";
import type { LinearColumns } from "./linear.ts";
import type { SlotColumn } from "./master.ts";
import { type OddSet, pairCounter } from "./odd-sets.ts";
import type { Problem } from "./problem.ts";

/** Set packing as rows: of each slot one column, each item once, orders and limits between days kept. */
export type Packing = ReturnType<typeof packingOf>;

export function packingOf(p: Problem) {
  const cuts = cutsOf(p);
  const { longLimits } = p;
  const slots = p.units * p.days;
  const firstCut = slots + p.items;
  const firstLimit = firstCut + cuts.length;
  const cutsOfItem = new Map<
    number,
    { readonly row: number; readonly isFirst: boolean; readonly day: number }[]
  >();
  for (const [c, { first, then, day }] of cuts.entries())
    for (const item of [first, then]) {
      const own = cutsOfItem.get(item) ?? [];
      own.push({ row: firstCut + c, isFirst: item === first, day });
      cutsOfItem.set(item, own);
    }

  const countPairs = pairCounter(p);

  return {
    slots,
    cuts: cuts.length,
    firstCut,
    /** Rows up to here are at most 1; those from here on are the long limits. */
    firstLimit,
    rows: firstLimit + longLimits.length,
    /** Columns as they stand in the rows before `rows` and in those of odd sets after them; a must brings `mustPoints` more. */
    columnsOf(
      columns: readonly SlotColumn[],
      rows: number,
      mustPoints: number,
      sets: readonly OddSet[] = [],
    ): LinearColumns {
      const starts = new Int32Array(columns.length + 1);
      const at: number[] = [];
      const values: number[] = [];
      for (const [j, column] of columns.entries()) {
        const { slot, day, plan } = column;
        const entries = new Map<number, number>([[slot, 1]]);
        const add = (row: number, value: number) => entries.set(row, (entries.get(row) ?? 0) + value);
        for (const { item, option, level } of plan) {
          add(slots + item, 1);
          for (const cut of cutsOfItem.get(item) ?? []) if (day > cut.day === cut.isFirst) add(cut.row, 1);
          if (rows === firstLimit || longLimits.length === 0) continue;
          const v = ((p.optionFrom[item] as number) + option) * p.levels + level;
          for (let s = p.spendFrom[v] as number; s < (p.spendFrom[v + 1] as number); s++)
            for (const [l, limit] of longLimits.entries())
              if (limit.account === p.spendAccount[s] && limit.from <= day && day <= limit.to)
                add(firstLimit + l, p.spendAmount[s] as number);
        }
        countPairs(column, sets, (s, pairs) => entries.set(rows + s, pairs));
        for (const [row, value] of entries) {
          at.push(row);
          values.push(value);
        }
        starts[j + 1] = at.length;
      }
      const cost = Float64Array.from(columns, ({ points, plan }) =>
        plan.reduce((sum, { item }) => sum + (p.must[item] ? mustPoints : 0), points),
      );
      return { cost, starts, rows: Int32Array.from(at), values: Float64Array.from(values) };
    },
  };
}
