import { candidates } from "./candidates.ts";
import { departureBoundOf } from "./departure-bound.ts";
import { Layer } from "./layer.ts";
import { bitsFrom, MOST_SCENES, type Piece } from "./piece.ts";

export interface Budget {
  /** States that may be developed. */
  readonly nodes: number;
  /** States that may be held in memory, some 50 bytes each. */
  readonly states: number;
}

export interface Found {
  /** Scenes of the piece; none when the budget ended before the first order. */
  readonly order: readonly number[] | null;
  /** What waiting costs at least; the order's own cost when the search came to its end. */
  readonly lowerBound: number;
  readonly nodes: number;
}

/** States of each number of placed scenes that the first sweep develops. */
const FIRST_WIDTH = 8;
/** Every state met is bounded roughly, those that are developed closely. */
const ROUGH = 6;
const CLOSE = 8;

/**
 * The order that costs least waiting, scene after scene. What the rest costs depends on the scenes left alone: whoever of their
 * cast has come waits. Each sweep develops the most promising states of every number of placed scenes, twice as many as the
 * sweep before, until none is left that could beat the best order: a beam search that ends in a proof.
 */
export function search(p: Piece, budget: Budget): Found {
  const { scenes, durations, cast, payOf } = p;
  const roughBound = departureBoundOf(p, ROUGH);
  const closeBound = departureBoundOf(p, CLOSE);
  const layers = Array.from({ length: scenes + 1 }, () => new Layer());
  let best = Number.POSITIVE_INFINITY;
  let nodes = 0;
  let states = 1;

  // Of the state being developed: its scenes left, their cast, and which of them may be next.
  const left = new Int32Array(MOST_SCENES);
  const players = new Int32Array(MOST_SCENES);
  const chosen = new Int32Array(MOST_SCENES);

  /** Those of a set who still have scenes to play. */
  function needed(set: number, low: number, high: number): number {
    let found = set;
    for (let rest = set; rest; rest &= rest - 1) {
      const m = 31 - Math.clz32(rest & -rest);
      if ((((p.low[m] as number) & low) | ((p.high[m] as number) & high)) === 0) found &= ~(1 << m);
    }
    return found;
  }

  /** Shoots the k-th of the scenes left next. */
  function step(from: Layer, i: number, to: Layer, k: number): void {
    const here = from.waiting[i] as number;
    const scene = left[k] as number;
    const playing = players[k] as number;
    const spent = (from.spent[i] as number) + (durations[scene] as number) * payOf(here & ~playing);
    if (spent >= best) return;
    const bit = ~(1 << (scene & 31));
    const low = (from.low[i] as number) & (scene < 32 ? bit : -1);
    const high = (from.high[i] as number) & (scene < 32 ? -1 : bit);
    const at = to.find(low, high);
    if (at >= 0 && (to.spent[at] as number) <= spent) return;
    const waiting = (here & ~playing) | needed(playing, low, high);
    const bound = Math.max(from.bound[i] as number, spent + roughBound(low, high, waiting));
    if (bound >= best) return;
    if (at < 0) states++;
    const j = at < 0 ? to.add(~at) : at;
    to.low[j] = low;
    to.high[j] = high;
    to.waiting[j] = waiting;
    to.spent[j] = spent;
    to.bound[j] = bound;
    to.parent[j] = i;
    to.scene[j] = scene;
    if ((low | high) === 0) best = spent;
    else to.reopen(j);
  }

  function isHopeless(layer: Layer, i: number): boolean {
    const rest = closeBound(layer.low[i] as number, layer.high[i] as number, layer.waiting[i] as number);
    const bound = (layer.spent[i] as number) + rest;
    if (bound > (layer.bound[i] as number)) layer.bound[i] = bound;
    return (layer.bound[i] as number) >= best;
  }

  function develop(from: Layer, i: number, to: Layer): void {
    nodes++;
    if (isHopeless(from, i)) return;
    let count = 0;
    for (let rest = from.low[i] as number; rest; rest &= rest - 1)
      left[count++] = 31 - Math.clz32(rest & -rest);
    for (let rest = from.high[i] as number; rest; rest &= rest - 1)
      left[count++] = 63 - Math.clz32(rest & -rest);
    for (let k = 0; k < count; k++) players[k] = cast[left[k] as number] as number;
    to.reserve(count);
    const wanted = candidates(from.waiting[i] as number, players, count, chosen);
    for (let c = 0; c < wanted; c++) step(from, i, to, chosen[c] as number);
  }

  /** Develops at most `width` states with each number of placed scenes. @returns whether the budget lasted. */
  function sweep(width: number): boolean {
    for (let placed = 0; placed < scenes; placed++) {
      const from = layers[placed] as Layer;
      const to = layers[placed + 1] as Layer;
      const taken = from.take(width, best);
      for (const [k, i] of taken.entries()) {
        if (nodes >= budget.nodes || states + scenes > budget.states) {
          for (const rest of taken.subarray(k)) from.reopen(rest);
          return false;
        }
        if ((from.bound[i] as number) < best) develop(from, i, to);
      }
    }
    return true;
  }

  function orderFound(): number[] | null {
    if (best === Number.POSITIVE_INFINITY) return null;
    const order: number[] = [];
    for (let placed = scenes, i = 0; placed > 0; placed--) {
      const layer = layers[placed] as Layer;
      order.push(layer.scene[i] as number);
      i = layer.parent[i] as number;
    }
    return order.reverse();
  }

  const root = layers[0] as Layer;
  root.low[root.add(~root.find(0, 0))] = bitsFrom(scenes);
  root.high[0] = bitsFrom(scenes - 32);
  root.reopen(0);
  const leastOpen = () => layers.reduce((least, layer) => Math.min(least, layer.leastOpen()), best);
  let width = FIRST_WIDTH;
  while (leastOpen() < best && sweep(width)) width *= 2;
  return { order: orderFound(), lowerBound: leastOpen(), nodes };
}
