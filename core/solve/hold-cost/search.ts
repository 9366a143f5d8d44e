import { candidates, FREE } from "./candidates.ts";
import { Layer } from "./layer.ts";
import { bitsFrom, MOST_SCENES, type Piece } from "./piece.ts";
import { sideBoundOf } from "./side-bound.ts";

export interface Budget {
  /** States that may be developed. */
  readonly nodes: number;
  /** States that may be held in memory, some 60 bytes each. */
  readonly states: number;
}

export interface Found {
  /** Scenes of the piece; none when the budget ended before the first order. */
  readonly order: readonly number[] | null;
  /** What waiting costs at least; the order's own cost when the search came to its end. */
  readonly lowerBound: number;
  readonly nodes: number;
}

const FIRST_WIDTH = 8;
/** Every state met is bounded roughly, those that are developed closely. */
const ROUGH = 6;
const CLOSE = 8;

const SCENE = 63;
const AT_RIGHT = 64;
/** What was the left of the state before is the right of the one after. */
const TURNED = 128;

/**
 * The order that costs least waiting, from both ends inwards. A state and its mirror image are one, developed at the end with
 * fewer candidates. Each sweep develops the most promising states of every number of placed scenes, twice as many as the sweep
 * before, until none is left that could beat the best order: a beam search that ends in a proof.
 */
export function search(p: Piece, budget: Budget): Found {
  const { scenes, durations, cast, pay, payOf, timeOf } = p;
  const roughBound = sideBoundOf(p, ROUGH);
  const closeBound = sideBoundOf(p, CLOSE);
  const layers = Array.from({ length: scenes + 1 }, () => new Layer());
  let best = Number.POSITIVE_INFINITY;
  let nodes = 0;
  let states = 1;

  // Of the state being developed: its scenes left, who of their cast may still come or go, and which of them may be next.
  const left = new Int32Array(MOST_SCENES);
  const players = new Int32Array(MOST_SCENES);
  const atLeft = new Int32Array(MOST_SCENES);
  const atRight = new Int32Array(MOST_SCENES);
  const next = { low: 0, high: 0, left: 0, right: 0, both: 0, spent: 0, parentBound: 0, parent: 0, move: 0 };

  function put(to: Layer): void {
    const { low, high, spent, parentBound } = next;
    const at = to.find(low, high, next.left, next.right);
    if (at >= 0 && (to.spent[at] as number) <= spent) return;
    let bound = spent + roughBound(low, high, next.left);
    if (bound < best) bound += roughBound(low, high, next.right);
    if (bound < parentBound) bound = parentBound;
    if (bound >= best) return;
    if (at < 0) states++;
    const i = at < 0 ? to.add(~at) : at;
    to.low[i] = low;
    to.high[i] = high;
    to.left[i] = next.left;
    to.right[i] = next.right;
    to.both[i] = next.both;
    to.spent[i] = spent;
    to.bound[i] = bound;
    to.parent[i] = next.parent;
    to.move[i] = next.move;
    if ((low | high) === 0) best = spent;
    else to.reopen(i);
  }

  /** Who comes now and waits at the other end stays throughout: what they will wait is known. */
  function throughoutCost(met: number, low: number, high: number): number {
    const time = timeOf(low, high);
    let cost = 0;
    for (let rest = met; rest; rest &= rest - 1) {
      const m = 31 - Math.clz32(rest & -rest);
      cost += (pay[m] as number) * (time - timeOf((p.low[m] as number) & low, (p.high[m] as number) & high));
    }
    return cost;
  }

  /** Those of a set who still have scenes to play. */
  function needed(set: number, low: number, high: number): number {
    let found = set;
    for (let rest = set; rest; rest &= rest - 1) {
      const m = 31 - Math.clz32(rest & -rest);
      if ((((p.low[m] as number) & low) | ((p.high[m] as number) & high)) === 0) found &= ~(1 << m);
    }
    return found;
  }

  /** Shoots the k-th of the scenes left next, at one end. */
  function step(from: Layer, i: number, to: Layer, k: number, isRight: boolean): void {
    const here = (isRight ? from.right[i] : from.left[i]) as number;
    const there = (isRight ? from.left[i] : from.right[i]) as number;
    const scene = left[k] as number;
    const playing = players[k] as number;
    const bit = ~(1 << (scene & 31));
    const low = (from.low[i] as number) & (scene < 32 ? bit : -1);
    const high = (from.high[i] as number) & (scene < 32 ? -1 : bit);
    const met = playing & there;
    let spent = (from.spent[i] as number) + (durations[scene] as number) * payOf(here & ~playing);
    if (met) spent += throughoutCost(met, low, high);
    if (spent >= best) return;
    const waiting = (here & ~playing) | needed(playing & ~met, low, high);
    const others = there & ~met;
    const isTurned = isRight ? others > waiting : waiting > others;
    next.low = low;
    next.high = high;
    next.left = Math.min(waiting, others);
    next.right = Math.max(waiting, others);
    next.both = (from.both[i] as number) | met;
    next.spent = spent;
    next.parentBound = from.bound[i] as number;
    next.parent = i;
    next.move = scene | (isRight ? AT_RIGHT : 0) | (isTurned ? TURNED : 0);
    put(to);
  }

  function isHopeless(layer: Layer, i: number): boolean {
    const low = layer.low[i] as number;
    const high = layer.high[i] as number;
    const bound =
      (layer.spent[i] as number) +
      closeBound(low, high, layer.left[i] as number) +
      closeBound(low, high, layer.right[i] as number);
    if (bound > (layer.bound[i] as number)) layer.bound[i] = bound;
    return (layer.bound[i] as number) >= best;
  }

  function develop(from: Layer, i: number, to: Layer): void {
    nodes++;
    if (isHopeless(from, i)) return;
    const present = ~(from.both[i] as number);
    let count = 0;
    for (let rest = from.low[i] as number; rest; rest &= rest - 1)
      left[count++] = 31 - Math.clz32(rest & -rest);
    for (let rest = from.high[i] as number; rest; rest &= rest - 1)
      left[count++] = 63 - Math.clz32(rest & -rest);
    for (let k = 0; k < count; k++) players[k] = (cast[left[k] as number] as number) & present;
    to.reserve(count);
    const l = from.left[i] as number;
    const r = from.right[i] as number;
    const onLeft = candidates(l, players, count, atLeft);
    const onRight = onLeft === FREE ? count : candidates(r, players, count, atRight);
    const isRight = onRight < onLeft || (onRight === onLeft && payOf(r) > payOf(l));
    const chosen = isRight ? atRight : atLeft;
    const wanted = isRight ? onRight : onLeft;
    for (let c = 0; c < Math.abs(wanted); c++) step(from, i, to, chosen[c] as number, isRight);
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
    const moves: number[] = [];
    for (let placed = scenes, i = 0; placed > 0; placed--) {
      const layer = layers[placed] as Layer;
      moves.push(layer.move[i] as number);
      i = layer.parent[i] as number;
    }
    let [first, last]: [number[], number[]] = [[], []];
    for (const move of moves.reverse()) {
      (move & AT_RIGHT ? last : first).push(move & SCENE);
      if (move & TURNED) [first, last] = [last, first];
    }
    return [...first, ...last.reverse()];
  }

  const root = layers[0] as Layer;
  root.low[root.add(~root.find(0, 0, 0, 0))] = bitsFrom(scenes);
  root.high[0] = bitsFrom(scenes - 32);
  root.reopen(0);
  const leastOpen = () => layers.reduce((least, layer) => Math.min(least, layer.leastOpen()), best);
  let width = FIRST_WIDTH;
  while (leastOpen() < best && sweep(width)) width *= 2;
  return { order: orderFound(), lowerBound: leastOpen(), nodes };
}
