import type { DayOdd, DaySequence } from "./day-bound.ts";
import type { DayFrame } from "./day-frame.ts";
import type { Problem } from "./problem.ts";

/** Items of a day, in words of bits, at most. */
const MOST_WORDS = 8;
const MOST_LABELS = 400_000;
const ROOM = 4096;

/**
 * Every set of items that a sequence can hold for at least `least` at the prices its frame is at, each in the order that brings
 * most. Null where there are more than `most`, or too many ways to them.
 */
export function daySequences(
  p: Problem,
  frame: DayFrame,
  odd: DayOdd,
  least: number,
  most: number,
): DaySequence[] | null {
  const { n, C, levels, all, classOf, itemOf, lengthOf, tagsOf, leadOf, ticks } = frame;
  const { gap, cost, level, tagPoints, next, latest, reward, gainAfter, limits, spendOf } = frame;
  const A = limits.length;
  const alive = Int32Array.from({ length: n }, (_, k) => k).filter((k) => (latest[k] as number) >= 0);
  const items = [...new Set([...alive].map((k) => itemOf[k] as number))];
  const W = Math.max(1, Math.ceil(items.length / 32));
  if (W > MOST_WORDS) return null;
  const place = new Map(items.map((item, i) => [item, i]));
  const bit = Int32Array.from({ length: n }, (_, k) => place.get(itemOf[k] as number) ?? 0);
  /** What an option may not come after: orders within the day. */
  const barred = new Int32Array(n * W);
  for (const k of alive)
    for (const { first, then } of p.ordersOf[itemOf[k] as number] ?? []) {
      const later = place.get(then);
      if (first === itemOf[k] && later !== undefined)
        barred[k * W + (later >> 5)] = (barred[k * W + (later >> 5)] as number) | (1 << (later & 31));
    }

  // Labels, one to a column; those of the same set and configuration hang together in a chain of a table.
  let room = ROOM;
  let option = new Int32Array(room);
  let start = new Int32Array(room);
  let end = new Int32Array(room);
  let value = new Float64Array(room);
  let tags = new Int32Array(room);
  let oddLow = new Int32Array(room);
  let oddHigh = new Int32Array(room);
  let parent = new Int32Array(room);
  let isDead = new Uint8Array(room);
  let nextAtTick = new Int32Array(room);
  let nextAlike = new Int32Array(room);
  let sets = new Int32Array(room * W);
  let spent = new Int32Array(room * A);
  let alike = new Int32Array(4 * room).fill(-1);
  let labels = 0;
  const firstAtTick = new Int32Array(ticks).fill(-1);
  const lastAtTick = new Int32Array(ticks);
  const set = new Int32Array(W);
  const spending = new Int32Array(A);

  const cellOf = (c: number, of: Int32Array, from: number): number => {
    let hash = c + 1;
    for (let w = 0; w < W; w++) {
      hash = Math.imul(hash ^ (of[from + w] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash & (alike.length - 1);
  };
  function widen(): void {
    room *= 2;
    const grown = <T extends Int32Array | Float64Array | Uint8Array>(old: T, into: T): T => {
      into.set(old);
      return into;
    };
    option = grown(option, new Int32Array(room));
    start = grown(start, new Int32Array(room));
    end = grown(end, new Int32Array(room));
    value = grown(value, new Float64Array(room));
    tags = grown(tags, new Int32Array(room));
    oddLow = grown(oddLow, new Int32Array(room));
    oddHigh = grown(oddHigh, new Int32Array(room));
    parent = grown(parent, new Int32Array(room));
    isDead = grown(isDead, new Uint8Array(room));
    nextAtTick = grown(nextAtTick, new Int32Array(room));
    nextAlike = grown(nextAlike, new Int32Array(room));
    sets = grown(sets, new Int32Array(room * W));
    spent = grown(spent, new Int32Array(room * A));
    alike = new Int32Array(4 * room).fill(-1);
    for (let l = 0; l < labels; l++) {
      if (isDead[l]) continue;
      const cell = cellOf(classOf[option[l] as number] as number, sets, l * W);
      nextAlike[l] = alike[cell] as number;
      alike[cell] = l;
    }
  }
  const hasSet = (l: number): boolean => {
    for (let w = 0; w < W; w++) if (sets[l * W + w] !== set[w]) return false;
    return true;
  };
  /** Whether some label with the same set and configuration is at least as good as a new one; those that it beats die. */
  function isBeaten(cell: number, c: number, free: number, worth: number, newTags: number): boolean {
    let before = -1;
    for (let l = alike[cell] as number; l >= 0; l = nextAlike[l] as number) {
      if (classOf[option[l] as number] === c && hasSet(l)) {
        const theirs = tags[l] as number;
        let [isMore, isLess] = [true, true];
        for (let a = 0; a < A; a++) {
          if ((spent[l * A + a] as number) > (spending[a] as number)) isMore = false;
          if ((spent[l * A + a] as number) < (spending[a] as number)) isLess = false;
        }
        if (
          isMore &&
          (end[l] as number) <= free &&
          (value[l] as number) - tagPoints(newTags & ~theirs) >= worth
        )
          return true;
        if (
          isLess &&
          free <= (end[l] as number) &&
          worth - tagPoints(theirs & ~newTags) >= (value[l] as number)
        ) {
          isDead[l] = 1;
          if (before < 0) alike[cell] = nextAlike[l] as number;
          else nextAlike[before] = nextAlike[l] as number;
          continue;
        }
      }
      before = l;
    }
    return false;
  }
  function extend(from: number): void {
    const isFirst = from < 0;
    const before = isFirst ? C : (classOf[option[from] as number] as number);
    const ready = isFirst ? 0 : (end[from] as number);
    const oldTags = isFirst ? 0 : (tags[from] as number);
    const isLow = isFirst ? odd.ownLow : (oddLow[from] as number);
    const isHigh = isFirst ? odd.ownHigh : (oddHigh[from] as number);
    const soFar = isFirst ? 0 : (value[from] as number);
    for (const k of alive) {
      const word = (bit[k] as number) >> 5;
      const mark = 1 << ((bit[k] as number) & 31);
      if (!isFirst && ((sets[from * W + word] as number) & mark) !== 0) continue;
      const c = classOf[k] as number;
      const way = before * C + c;
      const v = k * levels + (level[way] as number);
      const begin = ready + (gap[way] as number) + (leadOf[v] as number);
      if (begin > (latest[k] as number)) continue;
      const x = next[v * ticks + begin] as number;
      if (x < 0) continue;
      const newTags = oldTags | (tagsOf[k] as number);
      const free = x + (lengthOf[k] as number);
      const inLow = odd.low[k] as number;
      const inHigh = odd.high[k] as number;
      const worth =
        soFar +
        (reward[k] as number) -
        (cost[way] as number) -
        tagPoints(newTags & ~oldTags) -
        odd.points(isLow & inLow, isHigh & inHigh);
      if (worth + gainAfter(free, c, itemOf[k] as number) < least) continue;
      let isFine = true;
      for (let w = 0; w < W; w++) {
        set[w] = isFirst ? 0 : (sets[from * W + w] as number);
        if (((barred[k * W + w] as number) & (set[w] as number)) !== 0) isFine = false;
      }
      for (let a = 0; a < A; a++) {
        spending[a] = (isFirst ? 0 : (spent[from * A + a] as number)) + (spendOf[v * A + a] as number);
        if ((spending[a] as number) > (limits[a] as number)) isFine = false;
      }
      if (!isFine) continue;
      set[word] = (set[word] as number) | mark;
      if (labels === room) widen();
      const cell = cellOf(c, set, 0);
      if (isBeaten(cell, c, free, worth, newTags)) continue;
      const l = labels++;
      option[l] = k;
      start[l] = x;
      end[l] = free;
      value[l] = worth;
      tags[l] = newTags;
      oddLow[l] = isLow ^ inLow;
      oddHigh[l] = isHigh ^ inHigh;
      parent[l] = from;
      sets.set(set, l * W);
      spent.set(spending, l * A);
      nextAlike[l] = alike[cell] as number;
      alike[cell] = l;
      nextAtTick[l] = -1;
      if ((firstAtTick[free] as number) < 0) firstAtTick[free] = l;
      else nextAtTick[lastAtTick[free] as number] = l;
      lastAtTick[free] = l;
    }
  }

  extend(-1);
  const best = new Map<string, number>();
  for (let t = 0; t < ticks; t++)
    for (let l = firstAtTick[t] as number; l >= 0; l = nextAtTick[l] as number) {
      if (isDead[l]) continue;
      extend(l);
      if (labels > MOST_LABELS) return null;
      if ((value[l] as number) < least) continue;
      const key = sets.subarray(l * W, l * W + W).join();
      const known = best.get(key);
      if (known === undefined || (value[known] as number) < (value[l] as number)) best.set(key, l);
      if (best.size > most) return null;
    }
  return [...best.values()].map((last) => {
    const options: number[] = [];
    const starts: number[] = [];
    for (let l = last; l >= 0; l = parent[l] as number) {
      options.unshift(all[option[l] as number] as number);
      starts.unshift((start[l] as number) + frame.from);
    }
    return { options, starts, value: value[last] as number };
  });
}
