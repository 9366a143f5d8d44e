import { cutsOf } from "./cuts.ts";
import type { LinearLimits, LinearModel, LinearSolver } from "./linear.ts";
import type { Column } from "./pool.ts";
import type { Placement, Problem } from "./problem.ts";

/** Prices of items (a must's beside its must-points) and of cuts between days. */
export interface Prices {
  readonly items: Float64Array;
  readonly cuts: Float64Array;
}
export interface Combined {
  readonly plan: readonly Placement[];
  /** No choice among these columns is better. */
  readonly isOptimal: boolean;
}
export interface Master {
  /** What items are worth at the margin, were day plans divisible. */
  prices(columns: readonly Column[], seconds: number | null): Prices | null;
  /** The best choice of day plans, one a day at most. */
  combine(columns: readonly Column[], limits: LinearLimits, start: readonly Column[]): Combined | null;
}

/** Set packing over day plans: each day one, each item once, orders and limits between days kept. */
export function masterOf(p: Problem, solver: LinearSolver): Master {
  const cuts = cutsOf(p);
  const { longLimits } = p;
  const rows = p.days + p.items + cuts.length + longLimits.length;
  const lower = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(rows).fill(1);
  for (const [l, { most }] of longLimits.entries()) upper[p.days + p.items + cuts.length + l] = most;
  const cutsOfItem = new Map<
    number,
    { readonly row: number; readonly isFirst: boolean; readonly day: number }[]
  >();
  for (const [c, { first, then, day }] of cuts.entries())
    for (const item of [first, then])
      cutsOfItem.set(item, [
        ...(cutsOfItem.get(item) ?? []),
        { row: p.days + p.items + c, isFirst: item === first, day },
      ]);

  function modelOf(columns: readonly Column[]): LinearModel {
    const starts = new Int32Array(columns.length + 1);
    const at: number[] = [];
    const values: number[] = [];
    for (const [j, { day, plan }] of columns.entries()) {
      const entries = new Map<number, number>([[day, 1]]);
      const add = (row: number, value: number) => entries.set(row, (entries.get(row) ?? 0) + value);
      for (const { item, option, level } of plan) {
        add(p.days + item, 1);
        for (const cut of cutsOfItem.get(item) ?? []) if (day > cut.day === cut.isFirst) add(cut.row, 1);
        if (longLimits.length === 0) continue;
        const v = ((p.optionFrom[item] as number) + option) * p.levels + level;
        for (let s = p.spendFrom[v] as number; s < (p.spendFrom[v + 1] as number); s++)
          for (const [l, limit] of longLimits.entries())
            if (limit.account === p.spendAccount[s] && limit.from <= day && day <= limit.to)
              add(p.days + p.items + cuts.length + l, p.spendAmount[s] as number);
      }
      for (const [row, value] of entries) {
        at.push(row);
        values.push(value);
      }
      starts[j + 1] = at.length;
    }
    const cost = Float64Array.from(columns, scoreOf);
    return { cost, starts, rows: Int32Array.from(at), values: Float64Array.from(values), lower, upper };
  }
  const scoreOf = ({ plan, points }: Column) =>
    points + plan.reduce((sum, { item }) => sum + (p.must[item] ? p.mustPoints : 0), 0);

  return {
    prices(columns, seconds) {
      const found = solver.relaxed(modelOf(columns), seconds);
      if (!found) return null;
      const items = found.duals.slice(p.days, p.days + p.items);
      for (let i = 0; i < p.items; i++) if (p.must[i]) items[i] = (items[i] as number) - p.mustPoints;
      return { items, cuts: found.duals.slice(p.days + p.items, p.days + p.items + cuts.length) };
    },
    combine(columns, limits, start) {
      const isStart = new Set(start);
      const values = Float64Array.from(columns, (column) => (isStart.has(column) ? 1 : 0));
      const found = solver.whole(modelOf(columns), limits, start.length > 0 ? values : null);
      if (!found) return null;
      const plan = columns.filter((_, j) => found.values[j] === 1).flatMap((column) => column.plan);
      return { plan, isOptimal: found.isOptimal };
    },
  };
}
