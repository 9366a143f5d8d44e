import type { SlotColumn } from "./master.ts";
import type { Placement, Problem } from "./problem.ts";

interface Choice {
  readonly column: SlotColumn;
  readonly score: number;
  readonly bits: Int32Array;
}
/** Steps of one recombination at most. */
const MOST_STEPS = 4000;
/** Columns of a slot that are tried. */
const MOST_OF_SLOT = 300;

/**
 * Exchanges the plans of some days for others that were met: of all combinations that take no item twice and none of the days that
 * stay, one that brings most. Of a slot's columns only the first are tried. Orders between days are left to whoever takes over the plan.
 */
export function recombinerOf(p: Problem, columns: readonly SlotColumn[]) {
  const words = Math.ceil(p.items / 32);
  const scoreOf = ({ plan, points }: SlotColumn) =>
    plan.reduce((sum, { item }) => sum + (p.must[item] ? p.mustPoints : 0), points);
  const bitsOf = (plan: readonly Placement[]) => {
    const bits = new Int32Array(words);
    for (const { item } of plan) bits[item >> 5] = (bits[item >> 5] as number) | (1 << (item & 31));
    return bits;
  };
  const bySlot = Array.from({ length: p.units * p.days }, (): Choice[] => []);
  for (const column of columns) {
    const choices = bySlot[column.slot];
    if (!choices || choices.length === MOST_OF_SLOT) continue;
    choices.push({ column, score: scoreOf(column), bits: bitsOf(column.plan) });
  }
  for (const choices of bySlot) choices.sort((a, b) => b.score - a.score);
  const overlap = (a: Int32Array, b: Int32Array): boolean => {
    for (let w = 0; w < words; w++) if (((a[w] as number) & (b[w] as number)) !== 0) return true;
    return false;
  };

  /** The plan `own` with some of its slots exchanged, or null where none of the combinations scores more than those do now. */
  return (own: readonly SlotColumn[], some: ReadonlySet<number>): Placement[] | null => {
    const slots = [...some];
    let now = 0;
    const fixed: Placement[] = [];
    for (const column of own)
      if (some.has(column.slot)) now += scoreOf(column);
      else fixed.push(...column.plan);
    const taken = bitsOf(fixed);
    const choices = slots.map((slot) => (bySlot[slot] ?? []).filter(({ bits }) => !overlap(bits, taken)));
    // What the days from here on bring at most.
    const hope = new Float64Array(slots.length + 1);
    for (let d = slots.length - 1; d >= 0; d--)
      hope[d] = (hope[d + 1] as number) + Math.max(0, choices[d]?.[0]?.score ?? 0);
    let most = now;
    let best: (SlotColumn | null)[] | null = null;
    const chosen: (SlotColumn | null)[] = [];
    let steps = 0;
    const used = slots.map(() => new Int32Array(words));
    const descend = (d: number, score: number): void => {
      if (d === slots.length) {
        if (score > most) {
          most = score;
          best = chosen.slice();
        }
        return;
      }
      const before = (d === 0 ? taken : used[d - 1]) as Int32Array;
      const mine = used[d] as Int32Array;
      for (const { column, score: more, bits } of choices[d] ?? []) {
        if (score + more + (hope[d + 1] as number) <= most || ++steps > MOST_STEPS) break;
        if (overlap(bits, before)) continue;
        for (let w = 0; w < words; w++) mine[w] = (before[w] as number) | (bits[w] as number);
        chosen[d] = column;
        descend(d + 1, score + more);
      }
      if (score + (hope[d + 1] as number) > most && steps <= MOST_STEPS) {
        mine.set(before);
        chosen[d] = null;
        descend(d + 1, score);
      }
    };
    descend(0, 0);
    return best && [...fixed, ...(best as (SlotColumn | null)[]).flatMap((column) => column?.plan ?? [])];
  };
}
