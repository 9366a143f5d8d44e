import { cutsOf } from "./cuts.ts";
import type { LinearLimits, LinearModel, LinearSolver } from "./linear.ts";
import type { Column } from "./pool.ts";
import type { Placement, Problem } from "./problem.ts";

/** A column and what it excludes: of those with the same slot one is chosen. */
export interface SlotColumn extends Column {
  readonly slot: number;
}
export interface Combined {
  readonly plan: readonly Placement[] | null;
  /** No choice among the columns scores more. */
  readonly bound: number;
}
/** The best choice among columns. `needsMusts`: only choices with every must count. */
export type Master = (
  columns: readonly SlotColumn[],
  needsMusts: boolean,
  limits: LinearLimits,
  start: ReadonlySet<SlotColumn>,
) => Combined | null;

/** Set packing: of each slot one column, each item once, orders and limits between days kept. */
export function masterOf(p: Problem, solver: LinearSolver): Master {
  const cuts = cutsOf(p);
  const { longLimits } = p;
  const slots = p.units * p.days;
  const firstCut = slots + p.items;
  const firstLimit = firstCut + cuts.length;
  const rows = firstLimit + longLimits.length;
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

  function modelOf(columns: readonly SlotColumn[], needsMusts: boolean): LinearModel {
    const lower = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
    const upper = new Float64Array(rows).fill(1);
    for (let item = 0; item < p.items; item++) if (needsMusts && p.must[item]) lower[slots + item] = 1;
    for (const [l, { most }] of longLimits.entries()) upper[firstLimit + l] = most;
    const starts = new Int32Array(columns.length + 1);
    const at: number[] = [];
    const values: number[] = [];
    for (const [j, { slot, day, plan }] of columns.entries()) {
      const entries = new Map<number, number>([[slot, 1]]);
      const add = (row: number, value: number) => entries.set(row, (entries.get(row) ?? 0) + value);
      for (const { item, option, level } of plan) {
        add(slots + item, 1);
        for (const cut of cutsOfItem.get(item) ?? []) if (day > cut.day === cut.isFirst) add(cut.row, 1);
        if (longLimits.length === 0) continue;
        const v = ((p.optionFrom[item] as number) + option) * p.levels + level;
        for (let s = p.spendFrom[v] as number; s < (p.spendFrom[v + 1] as number); s++)
          for (const [l, limit] of longLimits.entries())
            if (limit.account === p.spendAccount[s] && limit.from <= day && day <= limit.to)
              add(firstLimit + l, p.spendAmount[s] as number);
      }
      for (const [row, value] of entries) {
        at.push(row);
        values.push(value);
      }
      starts[j + 1] = at.length;
    }
    const mustPoints = needsMusts ? 0 : p.mustPoints;
    const cost = Float64Array.from(columns, ({ points, plan }) =>
      plan.reduce((sum, { item }) => sum + (p.must[item] ? mustPoints : 0), points),
    );
    return { cost, starts, rows: Int32Array.from(at), values: Float64Array.from(values), lower, upper };
  }

  return (columns, needsMusts, limits, start) => {
    const values = Float64Array.from(columns, (column) => (start.has(column) ? 1 : 0));
    const found = solver.whole(modelOf(columns, needsMusts), limits, start.size > 0 ? values : null);
    if (!found) return null;
    const chosen = found.values;
    return {
      plan: chosen && columns.filter((_, j) => chosen[j] === 1).flatMap((column) => column.plan),
      bound: found.bound + (needsMusts ? p.musts * p.mustPoints : 0),
    };
  };
}
