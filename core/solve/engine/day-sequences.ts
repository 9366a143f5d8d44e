import type { DaySequence } from "./day-bound.ts";
import type { DayFrame } from "./day-frame.ts";
import type { Problem } from "./problem.ts";

/** Items of a day, in words of bits, at most. */
const MOST_WORDS = 8;
const MOST_LABELS = 150_000;

/**
 * Every set of items that a sequence can hold for at least `least` at the prices its frame is at, each in the order that brings
 * most. Null where there are more than `most`, or too many ways to them.
 */
export function daySequences(p: Problem, frame: DayFrame, least: number, most: number): DaySequence[] | null {
  const { n, C, levels, all, classOf, itemOf, lengthOf, tagsOf, leadOf, ticks } = frame;
  const { gap, cost, level, tagPoints, next, latest, reward, gainAfter, limits, spendOf } = frame;
  const A = limits.length;
  const alive = Array.from({ length: n }, (_, k) => k).filter((k) => (latest[k] as number) >= 0);
  const items = [...new Set(alive.map((k) => itemOf[k] as number))];
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

  interface Label {
    readonly option: number;
    readonly start: number;
    readonly end: number;
    readonly value: number;
    readonly tags: number;
    readonly set: Int32Array;
    readonly spent: Int32Array;
    readonly parent: Label | null;
    isDead: boolean;
  }
  const atTick: Label[][] = Array.from({ length: ticks }, () => []);
  const alike = new Map<string, Label[]>();
  const nothing = new Int32Array(A);
  let labels = 0;

  const extend = (parent: Label | null): boolean => {
    const before = parent ? (classOf[parent.option] as number) : C;
    const end = parent?.end ?? 0;
    for (const k of alive) {
      const word = (bit[k] as number) >> 5;
      const mark = 1 << ((bit[k] as number) & 31);
      if (parent && ((parent.set[word] as number) & mark) !== 0) continue;
      const c = classOf[k] as number;
      const way = before * C + c;
      const v = k * levels + (level[way] as number);
      const begin = end + (gap[way] as number) + (leadOf[v] as number);
      if (begin > (latest[k] as number)) continue;
      const start = next[v * ticks + begin] as number;
      if (start < 0) continue;
      const tags = (parent?.tags ?? 0) | (tagsOf[k] as number);
      const free = start + (lengthOf[k] as number);
      const value =
        (parent?.value ?? 0) +
        (reward[k] as number) -
        (cost[way] as number) -
        tagPoints(tags & ~(parent?.tags ?? 0));
      if (value + gainAfter(free, c, itemOf[k] as number) < least) continue;
      let isFine = true;
      if (parent)
        for (let w = 0; w < W; w++)
          if (((barred[k * W + w] as number) & (parent.set[w] as number)) !== 0) isFine = false;
      const spent = A > 0 ? new Int32Array(A) : nothing;
      for (let a = 0; a < A; a++) {
        spent[a] = (parent?.spent[a] ?? 0) + (spendOf[v * A + a] as number);
        if ((spent[a] as number) > (limits[a] as number)) isFine = false;
      }
      if (!isFine) continue;
      const set = parent ? parent.set.slice() : new Int32Array(W);
      set[word] = (set[word] as number) | mark;
      const label: Label = { option: k, start, end: free, value, tags, set, spent, parent, isDead: false };
      const key = `${c}:${set.join()}`;
      const others = alike.get(key) ?? [];
      if (others.some((other) => !other.isDead && isAsGood(other, label))) continue;
      for (const other of others) if (isAsGood(label, other)) other.isDead = true;
      alike.set(key, [...others.filter((other) => !other.isDead), label]);
      (atTick[free] as Label[]).push(label);
      if (++labels > MOST_LABELS) return false;
    }
    return true;
  };
  const isAsGood = (a: Label, b: Label): boolean =>
    a.end <= b.end &&
    a.value - tagPoints(b.tags & ~a.tags) >= b.value &&
    a.spent.every((spent, i) => spent <= (b.spent[i] as number));

  if (!extend(null)) return null;
  const best = new Map<string, Label>();
  for (const here of atTick)
    for (const label of here) {
      if (label.isDead) continue;
      if (!extend(label)) return null;
      if (label.value < least) continue;
      const key = label.set.join();
      const known = best.get(key);
      if (!known || known.value < label.value) best.set(key, label);
    }
  if (best.size > most) return null;
  return [...best.values()].map((label) => {
    const options: number[] = [];
    const starts: number[] = [];
    for (let at: Label | null = label; at; at = at.parent) {
      options.unshift(all[at.option] as number);
      starts.unshift(at.start + frame.from);
    }
    return { options, starts, value: label.value };
  });
}
