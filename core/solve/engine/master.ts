import type { LinearLimits, LinearSolver } from "./linear.ts";
import { mostPairs, type OddSet } from "./odd-sets.ts";
import { packingOf } from "./packing.ts";
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
  /** Said of every choice anyway: the solver need not find them out. */
  sets: readonly OddSet[],
) => Combined | null;

export function masterOf(p: Problem, solver: LinearSolver): Master {
  const { slots, firstLimit, rows, columnsOf } = packingOf(p);
  return (columns, needsMusts, limits, start, sets) => {
    const lower = new Float64Array(rows + sets.length).fill(Number.NEGATIVE_INFINITY);
    const upper = new Float64Array(rows + sets.length).fill(1);
    for (let item = 0; item < p.items; item++) if (needsMusts && p.must[item]) lower[slots + item] = 1;
    for (const [l, { most }] of p.longLimits.entries()) upper[firstLimit + l] = most;
    for (const [s, set] of sets.entries()) upper[rows + s] = mostPairs(set);
    const model = { ...columnsOf(columns, rows, needsMusts ? 0 : p.mustPoints, sets), lower, upper };
    const values = Float64Array.from(columns, (column) => (start.has(column) ? 1 : 0));
    const found = solver.whole(model, limits, start.size > 0 ? values : null);
    if (!found) return null;
    const chosen = found.values;
    return {
      plan: chosen && columns.filter((_, j) => chosen[j] === 1).flatMap((column) => column.plan),
      bound: found.bound + (needsMusts ? p.musts * p.mustPoints : 0),
    };
  };
}
