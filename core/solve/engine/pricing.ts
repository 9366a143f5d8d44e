import type { LinearProgram, LinearSolver } from "./linear.ts";
import type { SlotColumn } from "./master.ts";
import { mostPairs, type OddSet, pairCounter, tooOften } from "./odd-sets.ts";
import { packingOf } from "./packing.ts";
import type { Problem } from "./problem.ts";

/** At first prices are sought up to so many times what the best item brings. */
const DEAREST = 4;
/** What a solver's shares may be wrong by. */
const NEARLY = 1e-6;

/** The best mix of day plans. */
export interface Mix {
  readonly value: number;
  /** Prices at which no mix brings more; a must's is beside its must-points. */
  readonly items: Float64Array;
  readonly cuts: Float64Array;
  /** Of the odd sets, in the order in which they came. */
  readonly odd: Float64Array;
  /** How much there is of each day plan that is in it. */
  readonly shares: ReadonlyMap<SlotColumn, number>;
}

/** Prices from mixes of day plans: the duals of the packing of all that were met. */
export type Pricing = ReturnType<typeof pricingOf>;

/** `first`: odd sets to begin with. */
export function pricingOf(p: Problem, solver: LinearSolver, first: readonly OddSet[] = []) {
  const { slots, firstCut, firstLimit, columnsOf } = packingOf(p);
  const known = new Map<string, SlotColumn>();
  const each = Array.from({ length: p.items }, (_, i) => i);
  let dearest = DEAREST * p.points.reduce((most, x) => Math.max(most, x), 1);
  let isAtEdge = false;
  const sets = first.slice();
  const countPairs = pairCounter(p);
  let program = begun();

  /** A few columns ask any price, for a must that they lack and for an item that two share: both are to be had for the dearest. */
  function begun(): LinearProgram {
    const made = solver.program(firstLimit);
    const must = (i: number) => (p.must[i] ? p.mustPoints : 0);
    made.add({
      cost: Float64Array.from([
        ...each.map((i) => must(i) - dearest),
        ...each.map((i) => -dearest - must(i)),
      ]),
      starts: Int32Array.from({ length: 2 * p.items + 1 }, (_, j) => j),
      rows: Int32Array.from([...each, ...each], (i) => slots + i),
      values: Float64Array.from({ length: 2 * p.items }, (_, j) => (j < p.items ? 1 : -1)),
    });
    for (const set of sets) made.addRow(mostPairs(set), new Int32Array(0), new Float64Array(0));
    return made;
  }
  function add(set: OddSet): void {
    const at: number[] = [];
    const values: number[] = [];
    let j = 2 * p.items;
    for (const column of known.values()) {
      countPairs(column, [set], (_, pairs) => {
        at.push(j);
        values.push(pairs);
      });
      j++;
    }
    sets.push(set);
    program.addRow(mostPairs(set), Int32Array.from(at), Float64Array.from(values));
  }

  return {
    /** How many of these it did not know. */
    teach(columns: readonly SlotColumn[]): number {
      const unknown = columns.filter((column) => {
        const key = `${column.slot} ${column.plan.map(({ item, option }) => `${item}.${option}`).join()}`;
        const isNew = !known.has(key);
        if (isNew) known.set(key, column);
        return isNew;
      });
      if (unknown.length > 0) program.add(columnsOf(unknown, firstLimit, p.mustPoints, sets));
      return unknown.length;
    },
    columns: (): readonly SlotColumn[] => [...known.values()],
    best(): Mix | null {
      const found = program.best();
      if (!found) return null;
      const { value, duals, shares } = found;
      const items = duals
        .slice(slots, firstCut)
        .map((dual, i) => Math.max(0, dual) - (p.must[i] ? p.mustPoints : 0));
      isAtEdge = items.some((price) => Math.abs(price) > dearest - 1);
      let j = 2 * p.items;
      const mixed = [...known.values()]
        .map((column) => [column, shares[j++] as number] as const)
        .filter(([, share]) => share > NEARLY);
      return {
        value,
        items,
        cuts: duals.slice(firstCut, firstLimit).map((dual) => Math.max(0, dual)),
        odd: duals.slice(firstLimit).map((dual) => Math.max(0, dual)),
        shares: new Map(mixed),
      };
    },
    /** From now on mixes keep to these: odd sets of which this one holds too many pairs, at most so many. */
    sharpen(mix: Mix, most: number): readonly OddSet[] {
      const known = new Set(sets.map((set) => set.join()));
      const found = tooOften(p, mix.shares, most, (set) => known.has(set.join()));
      for (const set of found) add(set);
      return found;
    },
    /** Lets prices be as high and low as they like, where some last were as dear as could be. Whether there were. */
    widen(): boolean {
      if (!isAtEdge || dearest > p.mustPoints) return false;
      dearest = 2 * p.mustPoints;
      program.end();
      program = begun();
      program.add(columnsOf([...known.values()], firstLimit, p.mustPoints, sets));
      return true;
    },
    end: () => program.end(),
  };
}
