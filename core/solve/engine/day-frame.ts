import type { Problem } from "./problem.ts";

/** Duals and tags' shares are multiples of this, so that sums of them are exact. */
export const GRAIN = 1 / 1024;
/** Configurations up to this number are checked for detours that pay. */
const MOST_CLASSES = 128;
/** That no start is left at or after a tick. */
const NEVER = -1;

/** One unit's day as the bound sees it: its options and configurations numbered anew, ticks counted from its beginning. */
export type DayFrame = ReturnType<typeof dayFrameOf>;

/**
 * Prices change from step to step; the allowed starts only shrink, by `tighten`. Orders, what units share, limits over several days
 * and judgements are left out: all of them only lower what a plan brings.
 */
export function dayFrameOf(p: Problem, sequence: number, isMetric: boolean) {
  const { days, classes, levels } = p;
  const day = sequence % days;
  const unit = (sequence - day) / days;
  const from = p.dayFrom[day] as number;
  const ticks = (p.dayTo[day] as number) - from + 1;

  const options: number[] = [];
  for (let o = 0; o < p.unit.length; o++)
    if (p.unit[o] === unit && (p.latest[o * days + day] as number) >= 0) options.push(o);
  const n = options.length;
  const classList = [...new Set(options.map((o) => p.class[o] as number))].sort((a, b) => a - b);
  const C = classList.length;
  const between = (of: Int32Array) => {
    const matrix = new Int32Array((C + 1) * C);
    for (let b = 0; b <= C; b++)
      for (let c = 0; c < C; c++) {
        const before = b === C ? classes : (classList[b] as number);
        matrix[b * C + c] = of[before * classes + (classList[c] as number)] as number;
      }
    return matrix;
  };
  const gap = between(p.gap);
  const cost = between(p.cost);
  const level = between(p.level);
  const all = Int32Array.from(options);
  const of = (values: ArrayLike<number>) => Int32Array.from(all, (o) => values[o] as number);
  const classOf = Int32Array.from(all, (o) => classList.indexOf(p.class[o] as number));
  const itemOf = of(p.itemOf);
  const lengthOf = of(p.length);
  const tagsOf = of(p.tagMask);
  const leadOf = Int32Array.from({ length: n * levels }, (_, v) => {
    const o = all[Math.floor(v / levels)] as number;
    return p.lead[o * levels + (v % levels)] as number;
  });
  // A tag may be paid for by several units; each bears its share of it.
  const tagShare = Float64Array.from(p.tagCost, (c) => Math.floor(c / p.units / GRAIN) * GRAIN);
  const tagPoints = (mask: number): number => {
    let sum = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1)
      sum += tagShare[31 - Math.clz32(rest & -rest)] as number;
    return sum;
  };

  // Accounts that bind on this day, and what each variant spends from them.
  const binding: number[] = [];
  for (let a = 0; a < p.accounts; a++)
    if (Number.isFinite(p.dayLimit[a * days + day] as number)) binding.push(a);
  const limits = Float64Array.from(binding, (a) => p.dayLimit[a * days + day] as number);
  const spendOf = new Int32Array(n * levels * binding.length);
  for (let v = 0; v < n * levels; v++) {
    const variant = (all[Math.floor(v / levels)] as number) * levels + (v % levels);
    for (let s = p.spendFrom[variant] as number; s < (p.spendFrom[variant + 1] as number); s++) {
      const a = binding.indexOf(p.spendAccount[s] as number);
      const at = v * binding.length + a;
      if (a >= 0) spendOf[at] = (spendOf[at] as number) + (p.spendAmount[s] as number);
    }
  }

  /** By variant of this day (option × levels + level) and tick: the earliest start at or after it. */
  const next = new Int16Array(n * levels * ticks).fill(NEVER);
  /** By option: the last start on any level. */
  const latest = new Int32Array(n).fill(NEVER);
  const isAllowed = new Uint8Array(ticks);
  for (let v = 0; v < n * levels; v++) {
    const o = all[Math.floor(v / levels)] as number;
    const cell = (o * levels + (v % levels)) * days + day;
    isAllowed.fill(0);
    for (let w = p.windowFrom[cell] as number; w < (p.windowFrom[cell + 1] as number); w++)
      isAllowed.fill(1, (p.first[w] as number) - from, (p.last[w] as number) - from + 1);
    linkStarts(v);
  }
  function linkStarts(v: number): void {
    const k = Math.floor(v / levels);
    let coming = NEVER;
    for (let t = ticks - 1; t >= 0; t--) {
      if (isAllowed[t]) {
        if (coming === NEVER) latest[k] = Math.max(latest[k] as number, t);
        coming = t;
      }
      next[v * ticks + t] = coming;
    }
  }

  const reward = new Float64Array(n);
  /** Options that may be worth having, at these prices. */
  const candidates = new Int32Array(n);
  let candidateCount = 0;
  const row = C + 1;
  const width = C * levels;
  /** What can still be gained from a tick on after a configuration (C: none yet), were items there again and again. */
  const gain = topTwoOf(ticks * row);
  /** The best that can begin, with its lead, at a tick or later, by configuration and level. */
  const onset = topTwoOf(ticks * width);
  /** The same in any configuration, by level. */
  const anyOnset = topTwoOf(ticks * levels);
  /** What the day can bring with an option, as `tighten` last found. */
  const mostWith = new Float64Array(n);
  /** From the front: what can have been gained by a tick, ending in a configuration. */
  const gained = topTwoOf(ticks * row);

  // From most configurations almost all others are reached in the same way: that is looked up once, and the exceptions one by one.
  // That the usual way is granted to the exceptions too can only raise what is gained.
  const usual = new Int32Array(C + 1);
  const exceptionFrom = new Int32Array(C + 2);
  const exceptions: number[] = [];
  const likeness = (way: number) => `${gap[way]} ${cost[way]} ${level[way]}`;
  for (let b = 0; b <= C; b++) {
    const ways = Array.from({ length: C }, (_, c) => b * C + c);
    const tally = new Map<string, number>();
    for (const way of ways) tally.set(likeness(way), (tally.get(likeness(way)) ?? 0) + 1);
    const most = Math.max(0, ...tally.values());
    usual[b] = ways.find((way) => tally.get(likeness(way)) === most) ?? 0;
    exceptions.push(...ways.filter((way) => likeness(way) !== likeness(usual[b] as number)));
    exceptionFrom[b + 1] = exceptions.length;
  }
  const exception = Int32Array.from(exceptions);

  // Written out, without the helpers of the cells: half of the time of a bound is spent here.
  function gainFromBehind(): void {
    const { most: gainMost, by: gainBy, second: gainSecond, secondBy: gainSecondBy } = gain;
    const { most: onMost, by: onBy, second: onSecond, secondBy: onSecondBy } = onset;
    const { most: anyMost, by: anyBy, second: anySecond, secondBy: anySecondBy } = anyOnset;
    let lastTick = -1;
    for (let z = 0; z < candidateCount; z++)
      lastTick = Math.max(lastTick, latest[candidates[z] as number] as number);
    // After the last start there is nothing to gain.
    const rest = lastTick + 1;
    gainMost.fill(0, rest * row);
    gainBy.fill(NOTHING, rest * row);
    gainSecond.fill(Number.NEGATIVE_INFINITY, rest * row);
    gainSecondBy.fill(NOTHING, rest * row);
    onMost.fill(Number.NEGATIVE_INFINITY, rest * width);
    onSecond.fill(Number.NEGATIVE_INFINITY, rest * width);
    anyMost.fill(Number.NEGATIVE_INFINITY, rest * levels);
    anySecond.fill(Number.NEGATIVE_INFINITY, rest * levels);
    for (let t = lastTick; t >= 0; t--) {
      const here = t * width;
      if (t === ticks - 1) for (let at = here; at < here + width; at++) onset.clear(at);
      else {
        onMost.copyWithin(here, here + width, here + 2 * width);
        onBy.copyWithin(here, here + width, here + 2 * width);
        onSecond.copyWithin(here, here + width, here + 2 * width);
        onSecondBy.copyWithin(here, here + width, here + 2 * width);
      }
      let isChanged = t === lastTick;
      for (let z = 0; z < candidateCount; z++) {
        const k = candidates[z] as number;
        const c = classOf[k] as number;
        const item = itemOf[k] as number;
        for (let l = 0; l < levels; l++) {
          const v = k * levels + l;
          const x = t + (leadOf[v] as number);
          if (x >= ticks || next[v * ticks + x] !== x) continue;
          const after = (x + (lengthOf[k] as number)) * row + c;
          const more = gainBy[after] === item ? gainSecond[after] : gainMost[after];
          onset.add(here + c * levels + l, (reward[k] as number) + (more as number), item);
          isChanged = true;
        }
      }
      for (let l = 0; l < levels; l++) {
        let [best, by] = [Number.NEGATIVE_INFINITY, NOTHING];
        let [other, otherBy] = [Number.NEGATIVE_INFINITY, NOTHING];
        const any = t * levels + l;
        if (!isChanged) {
          anyMost[any] = anyMost[any + levels] as number;
          anyBy[any] = anyBy[any + levels] as number;
          anySecond[any] = anySecond[any + levels] as number;
          anySecondBy[any] = anySecondBy[any + levels] as number;
          continue;
        }
        for (let at = here + l; at < here + width; at += levels) {
          const worth = onMost[at] as number;
          if (worth <= other) continue;
          const item = onBy[at] as number;
          if (worth > best) {
            if (item !== by) {
              other = best;
              otherBy = by;
              by = item;
            }
            best = worth;
          } else if (item !== by) {
            other = worth;
            otherBy = item;
          }
          const second = onSecond[at] as number;
          const secondItem = onSecondBy[at] as number;
          if (second > other && secondItem !== by) {
            other = second;
            otherBy = secondItem;
          }
        }
        anyMost[any] = best;
        anyBy[any] = by;
        anySecond[any] = other;
        anySecondBy[any] = otherBy;
      }
      for (let b = 0; b <= C; b++) {
        let [best, by] = [0, NOTHING];
        let [other, otherBy] = [Number.NEGATIVE_INFINITY, NOTHING];
        for (let e = (exceptionFrom[b] as number) - 1; e < (exceptionFrom[b + 1] as number); e++) {
          // The usual way first, then the exceptions.
          const isUsual = e < (exceptionFrom[b] as number);
          const way = (isUsual ? usual[b] : exception[e]) as number;
          const begin = t + (gap[way] as number);
          if (begin >= ticks || C === 0) continue;
          const l = level[way] as number;
          const price = cost[way] as number;
          const at = isUsual ? begin * levels + l : begin * width + (way - b * C) * levels + l;
          const worth = ((isUsual ? anyMost[at] : onMost[at]) as number) - price;
          if (worth <= other) continue;
          const item = (isUsual ? anyBy[at] : onBy[at]) as number;
          if (worth > best) {
            if (item !== by) {
              other = best;
              otherBy = by;
              by = item;
            }
            best = worth;
          } else if (item !== by) {
            other = worth;
            otherBy = item;
          }
          const second = ((isUsual ? anySecond[at] : onSecond[at]) as number) - price;
          const secondItem = (isUsual ? anySecondBy[at] : onSecondBy[at]) as number;
          if (second > other && secondItem !== by) {
            other = second;
            otherBy = secondItem;
          }
        }
        const at = t * row + b;
        gainMost[at] = best;
        gainBy[at] = by;
        gainSecond[at] = other;
        gainSecondBy[at] = otherBy;
      }
    }
  }

  return {
    from,
    ticks,
    n,
    C,
    levels,
    all,
    classOf,
    itemOf,
    lengthOf,
    tagsOf,
    leadOf,
    gap,
    cost,
    level,
    tagPoints,
    limits,
    spendOf,
    next,
    latest,
    reward,
    candidates,
    /** What can still be gained from a tick (times `row`) on after a configuration, but for the item right away. */
    gainAfter: gain.without,
    row,
    mostWith,
    candidateCount: () => candidateCount,
    /** From here on at these prices, taken from the points of the items' options. */
    at(price: Float64Array): void {
      candidateCount = 0;
      for (let k = 0; k < n; k++) {
        const r = (p.points[all[k] as number] as number) - (price[itemOf[k] as number] as number);
        reward[k] = r;
        // Where no detour pays, what brings nothing is not worth its time.
        if ((latest[k] as number) >= 0 && (r > 0 || !isMetric)) candidates[candidateCount++] = k;
      }
      gainFromBehind();
    },

    /** Strikes every start with which the day brings less than `least` at the prices it is at. How many. */
    tighten(least: number): number {
      let struck = 0;
      const doomed: number[] = [];
      mostWith.fill(Number.NEGATIVE_INFINITY);
      for (let at = 0; at < ticks * row; at++) gained.clear(at);
      gained.add(C, 0, NOTHING);
      // In order of the lead's beginning; what ends at a tick has begun before it. The onsets are not needed any more, and make room.
      for (let t = 0; t < ticks; t++) {
        if (t > 0) for (let b = 0; b <= C; b++) gained.merge(t * row + b, gained, (t - 1) * row + b, 0);
        for (let c = 0; c < C; c++)
          for (let l = 0; l < levels; l++) {
            const into = t * width + c * levels + l;
            onset.clear(into);
            for (let b = 0; b <= C; b++) {
              const way = b * C + c;
              const leaves = t - (gap[way] as number);
              if (leaves >= 0 && level[way] === l)
                onset.merge(into, gained, leaves * row + b, -(cost[way] as number));
            }
          }
        for (let k = 0; k < n; k++) {
          const c = classOf[k] as number;
          const item = itemOf[k] as number;
          for (let l = 0; l < levels; l++) {
            const v = k * levels + l;
            const x = t + (leadOf[v] as number);
            if (x >= ticks || next[v * ticks + x] !== x) continue;
            const free = (x + (lengthOf[k] as number)) * row + c;
            const worth = onset.without(t * width + c * levels + l, item) + (reward[k] as number);
            gained.add(free, worth, item);
            const most = worth + gain.without(free, item);
            if (most < least) doomed.push(v * ticks + x);
            if (most > (mostWith[k] as number)) mostWith[k] = most;
          }
        }
      }
      doomed.sort((a, b) => a - b);
      latest.fill(NEVER);
      for (let v = 0, i = 0; v < n * levels; v++) {
        for (let t = 0; t < ticks; t++) isAllowed[t] = next[v * ticks + t] === t ? 1 : 0;
        for (; i < doomed.length && (doomed[i] as number) < (v + 1) * ticks; i++) {
          isAllowed[(doomed[i] as number) - v * ticks] = 0;
          struck++;
        }
        linkStarts(v);
      }
      return struck;
    },
  };
}

/** No item. */
const NOTHING = -1;

/** Cells that keep the most, by one item, and the most by any other: so that the same item does not follow itself. */
function topTwoOf(cells: number) {
  const most = new Float64Array(cells);
  const by = new Int32Array(cells);
  const second = new Float64Array(cells);
  const secondBy = new Int32Array(cells);
  const add = (at: number, worth: number, item: number): void => {
    if (worth > (most[at] as number)) {
      if (item !== by[at]) {
        second[at] = most[at] as number;
        secondBy[at] = by[at] as number;
        by[at] = item;
      }
      most[at] = worth;
    } else if (item !== by[at] && worth > (second[at] as number)) {
      second[at] = worth;
      secondBy[at] = item;
    }
  };
  return {
    add,
    clear(at: number): void {
      most[at] = Number.NEGATIVE_INFINITY;
      by[at] = NOTHING;
      second[at] = Number.NEGATIVE_INFINITY;
      secondBy[at] = NOTHING;
    },
    copy(to: number, at: number): void {
      most[to] = most[at] as number;
      by[to] = by[at] as number;
      second[to] = second[at] as number;
      secondBy[to] = secondBy[at] as number;
    },
    merge(to: number, from: TopTwo, at: number, more: number): void {
      if ((from.most[at] as number) + more <= (second[to] as number)) return;
      add(to, (from.most[at] as number) + more, from.by[at] as number);
      add(to, (from.second[at] as number) + more, from.secondBy[at] as number);
    },
    /** The most by another item than this. */
    without: (at: number, item: number): number => (by[at] === item ? second[at] : most[at]) as number,
    most,
    by,
    second,
    secondBy,
  };
}
interface TopTwo {
  readonly most: Float64Array;
  readonly by: Int32Array;
  readonly second: Float64Array;
  readonly secondBy: Int32Array;
}

/** Whether leaving an item out never makes what comes after it dearer or later, for all there is between configurations. */
export function isMetric(p: Problem): boolean {
  const { classes: C, gap, cost } = p;
  if (p.levels > 1 || C > MOST_CLASSES) return false;
  const shortest = p.length.reduce((least, l) => Math.min(least, l), Number.POSITIVE_INFINITY);
  for (let a = 0; a <= C; a++)
    for (let b = 0; b < C; b++)
      for (let c = 0; c < C; c++) {
        const [ab, bc, ac] = [a * C + b, b * C + c, a * C + c];
        if ((cost[ac] as number) > (cost[ab] as number) + (cost[bc] as number)) return false;
        if ((gap[ac] as number) > (gap[ab] as number) + shortest + (gap[bc] as number)) return false;
      }
  return true;
}
