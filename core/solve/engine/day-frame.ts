import { dayGainsOf, type GainRoom } from "./day-gains.ts";
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
export function dayFrameOf(p: Problem, sequence: number, isMetric: boolean, room: GainRoom) {
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

  const eventFrom = new Int32Array(ticks + 1);
  let starts = 0;
  const eachStart = (tell: (v: number, begin: number) => void): void => {
    for (let v = 0; v < n * levels; v++)
      for (let x = next[v * ticks] as number; x >= 0; ) {
        tell(v, x - (leadOf[v] as number));
        x = x + 1 < ticks ? (next[v * ticks + x + 1] as number) : NEVER;
      }
  };
  eachStart(() => starts++);
  const events = new Int32Array(starts);
  function sortEvents(): void {
    eventFrom.fill(0);
    eachStart((_, begin) => {
      eventFrom[begin + 1] = (eventFrom[begin + 1] as number) + 1;
    });
    for (let t = 0; t < ticks; t++)
      eventFrom[t + 1] = (eventFrom[t + 1] as number) + (eventFrom[t] as number);
    const into = eventFrom.slice();
    eachStart((v, begin) => {
      events[into[begin] as number] = v;
      into[begin] = (into[begin] as number) + 1;
    });
  }
  sortEvents();

  const reward = new Float64Array(n);
  /** Options that may be worth having, at these prices: those of configuration c are candidateFrom[c] to candidateFrom[c + 1]. */
  const candidates = new Int32Array(n);
  const candidateFrom = new Int32Array(C + 1);
  const byClass = Int32Array.from(classOf.keys()).sort(
    (a, b) => (classOf[a] as number) - (classOf[b] as number) || a - b,
  );
  const isCandidate = new Uint8Array(n);
  let candidateCount = 0;
  const gains = dayGainsOf(
    {
      ticks,
      C,
      levels,
      classOf,
      itemOf,
      lengthOf,
      leadOf,
      gap,
      cost,
      level,
      reward,
      isCandidate,
      eventFrom,
      events,
    },
    room,
  );
  /** What the day can bring with an option, as `tighten` last found. */
  const mostWith = new Float64Array(n);

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
    gainAfter: gains.after,
    gainBy: gains.by,
    candidateFrom,
    mostWith,
    candidateCount: () => candidateCount,
    isCandidate: (k: number): boolean => isCandidate[k] === 1,
    /** From here on at these prices, taken from the points of the items' options. */
    at(price: Float64Array): void {
      candidateCount = 0;
      candidateFrom.fill(0);
      for (const k of byClass) {
        const r = (p.points[all[k] as number] as number) - (price[itemOf[k] as number] as number);
        reward[k] = r;
        // Where no detour pays, what brings nothing is not worth its time.
        isCandidate[k] = (latest[k] as number) >= 0 && (r > 0 || !isMetric) ? 1 : 0;
        if (isCandidate[k] === 0) continue;
        candidates[candidateCount++] = k;
        candidateFrom[(classOf[k] as number) + 1] = candidateCount;
      }
      for (let c = 0; c < C; c++)
        candidateFrom[c + 1] = Math.max(candidateFrom[c] as number, candidateFrom[c + 1] as number);
      gains.fromBehind();
    },

    /** Strikes every start with which the day brings less than `least` at the prices it is at. How many. */
    tighten(least: number): number {
      let struck = 0;
      const doomed: number[] = [];
      mostWith.fill(Number.NEGATIVE_INFINITY);
      gains.withEach((v, x, most) => {
        const k = Math.floor(v / levels);
        if (most < least) doomed.push(v * ticks + x);
        if (most > (mostWith[k] as number)) mostWith[k] = most;
      });
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
      if (struck > 0) sortEvents();
      return struck;
    },
  };
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
