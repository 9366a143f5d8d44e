import { seededRandom } from "../../base/random.ts";
import { NOWHERE } from "../engine/insertion.ts";
import type { Placement, Problem } from "../engine/problem.ts";
import { stateOf } from "../engine/state.ts";

/** So many moves are tried for each item, and so many after the last that made the plan better than ever; but not more than so many. */
const TRIES = 1_500;
const IDLE_TRIES = 500;
const MOST_TRIES = 100_000;
/** A move that costs more is made where the plan was as dear so many moves ago: that is enough to come out of small dips. */
const MEMORY = 50;
/** A plan that would be the best is asked about after so many moves that hold, for better ones often follow soon. */
const LATER = 100;
/** How often one item goes elsewhere, otherwise two change places; and how often it stays in its day. */
const ALONE = 0.5;
const SAME_DAY = 0.3;
const WORTH_IT = 1e-6;

/**
 * Moves what a plan holds from place to place, and takes nothing out: for rules that cost points and that no view tells the engine of.
 * `cost`: what a plan costs by all of them. What would be the best plan is confirmed by the problem before it counts; one that is
 * refused is given up, and the last that was not is gone on from. Same seed and no clock, same plans.
 */
export function polish(
  problem: Problem,
  start: readonly Placement[],
  {
    cost,
    seed,
    tries = MOST_TRIES,
    isOver,
  }: {
    cost(plan: readonly Placement[]): number;
    readonly seed: number;
    /** No more moves than that are tried. */
    readonly tries?: number;
    isOver(): boolean;
  },
): void {
  const { days, optionFrom, unit, pinned, spec } = problem;
  const state = stateOf(problem);
  const { at, rank, count } = state;
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);

  function load(plan: readonly Placement[]): boolean {
    state.clear();
    const isWhole = [...plan].sort((a, b) => a.start - b.start || a.item - b.item).every(state.append);
    state.begin();
    return isWhole;
  }
  if (!load(start)) return;
  const items = start.map(({ item }) => item).filter((item) => !pinned[item]);
  if (items.length === 0) return;

  const isOut = new Uint8Array(problem.items);
  const takeOut = (sequence: number, ...some: readonly number[]): boolean => {
    for (const item of some) isOut[item] = 1;
    const goes = state.remove(sequence, isOut);
    for (const item of some) isOut[item] = 0;
    return goes;
  };
  /** Puts an item at a position by the option that brings most there. */
  function put(item: number, sequence: number, position: number): boolean {
    let [best, most] = [-1, NOWHERE];
    for (let o = optionFrom[item] as number; o < (optionFrom[item + 1] as number); o++) {
      if (unit[o] !== (sequence - (sequence % days)) / days) continue;
      const gain = state.evaluate(item, o, sequence, position);
      if (gain > most) [best, most] = [o, gain];
    }
    if (best < 0) return false;
    state.evaluate(item, best, sequence, position);
    state.insert(sequence, position);
    return true;
  }
  function moveOne(item: number): boolean {
    const from = at[item] as number;
    const to = random() < SAME_DAY ? from : from - (from % days) + below(days);
    return takeOut(from, item) && put(item, to, below((count[to] as number) + 1));
  }
  function exchange(a: number, b: number): boolean {
    const [ofA, ofB] = [at[a] as number, at[b] as number];
    const [rankA, rankB] = [rank[a] as number, rank[b] as number];
    if (a === b) return false;
    if (ofA !== ofB) return takeOut(ofA, a) && takeOut(ofB, b) && put(b, ofA, rankA) && put(a, ofB, rankB);
    const [first, then] = rankA < rankB ? [b, a] : [a, b];
    return (
      takeOut(ofA, a, b) && put(first, ofA, Math.min(rankA, rankB)) && put(then, ofA, Math.max(rankA, rankB))
    );
  }
  const any = () => items[below(items.length)] as number;
  /** Whether the days that a move has changed hold, by what rules are asked of days. */
  function holds(): boolean {
    if (!spec.judge || (spec.learnt?.() ?? 1) === 0) return true;
    for (let k = 0; k < state.touchedCount(); k++) {
      const day = (state.touched[k] as number) % days;
      if (!spec.judge(day, state.dayPlan(day))) return false;
    }
    return true;
  }

  let current = cost(state.placements());
  let best = { plan: state.placements(), cost: current };
  /** Better than the best, and not asked about yet. */
  let unasked: typeof best | null = null;
  let asIn = 0;
  const before = new Float64Array(MEMORY).fill(current);
  function settle(): void {
    if (unasked && spec.confirm?.(unasked.plan) === false) {
      load(best.plan);
      current = best.cost;
      before.fill(current);
    } else best = unasked ?? best;
    unasked = null;
  }

  let moves = 0;
  let idle = 0;
  const most = Math.min(TRIES * items.length, tries, MOST_TRIES);
  for (let n = 0; n < most && idle < IDLE_TRIES * items.length && !isOver(); n++, idle++) {
    state.begin();
    if (!(random() < ALONE ? moveOne(any()) : exchange(any(), any()))) {
      state.undo();
      continue;
    }
    const plan = state.placements();
    const next = cost(plan);
    const now = moves++ % MEMORY;
    if ((next <= current || next <= (before[now] as number)) && holds()) {
      current = next;
      if (next < (unasked ?? best).cost - WORTH_IT) {
        if (!unasked) asIn = moves;
        unasked = { plan, cost: next };
        idle = 0;
      }
    } else state.undo();
    before[now] = current;
    if (unasked && moves - asIn >= LATER) settle();
  }
  settle();
}
