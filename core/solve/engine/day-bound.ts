import type { Problem } from "./problem.ts";

/** Duals and tags' shares are multiples of this, so that sums of them are exact. */
export const GRAIN = 1 / 1024;

/** The best sequence of one unit's day for given prices. */
export interface DayBest {
  /** No sequence brings more. */
  readonly bound: number;
  /** Options in order, with their starts; what it brings is `bound` when `isExact`. */
  readonly options: readonly number[];
  readonly starts: readonly number[];
  readonly isExact: boolean;
  /** Items that it holds more than once, which a plan may not. */
  readonly repeated: readonly number[];
  /** Steps of work: labels extended. */
  readonly work: number;
}
export interface DayBound {
  /** `price` of an item on this day is taken from the points of its options. */
  best(price: Float64Array, mostLabels: number): DayBest;
  /** From now on the sequence holds these at most once. */
  forbidRepeats(items: readonly number[]): void;
}

/** Items that a label can remember: two words of bits. */
const MOST_REMEMBERED = 62;
/** Configurations up to this number are checked for detours that pay. */
const MOST_CLASSES = 128;

/**
 * Labels over one sequence: a label ends at a tick in a configuration, has paid for its tags, spent from the day's accounts and
 * remembers which of some items it has held. Items that are not remembered may come again, which can only raise the bound. What a
 * label can still gain is bounded from behind, without memory, tags and accounts; labels that cannot beat the best are dropped.
 * Orders, what units share, limits over several days and judgements are left out: all of them only lower what a plan brings.
 */
export function dayBoundOf(p: Problem, sequence: number, isMetric: boolean): DayBound {
  const { days, classes, levels } = p;
  const day = sequence % days;
  const unit = (sequence - day) / days;
  const from = p.dayFrom[day] as number;
  const ticks = (p.dayTo[day] as number) - from + 1;
  const shareOfTag = Float64Array.from(p.tagCost, (c) => Math.floor(c / p.units / GRAIN) * GRAIN);

  const optionsHere: number[] = [];
  for (let o = 0; o < p.unit.length; o++)
    if (p.unit[o] === unit && (p.latest[o * days + day] as number) >= 0) optionsHere.push(o);
  const all = Int32Array.from(optionsHere);
  const n = all.length;
  // Configurations that occur here, numbered anew, with one more for the start of the day.
  const classList = [...new Set(optionsHere.map((o) => p.class[o] as number))].sort((a, b) => a - b);
  const C = classList.length;
  const classIndex = new Int32Array(classes);
  for (const [c, old] of classList.entries()) classIndex[old] = c;
  const gap = new Int32Array((C + 1) * C);
  const cost = new Int32Array((C + 1) * C);
  const level = new Int32Array((C + 1) * C);
  for (let b = 0; b <= C; b++)
    for (let c = 0; c < C; c++) {
      const way = (b === C ? classes : (classList[b] as number)) * classes + (classList[c] as number);
      gap[b * C + c] = p.gap[way] as number;
      cost[b * C + c] = p.cost[way] as number;
      level[b * C + c] = p.level[way] as number;
    }
  const classOf = Int32Array.from(all, (o) => classIndex[p.class[o] as number] as number);
  const itemOf = Int32Array.from(all, (o) => p.itemOf[o] as number);
  const lengthOf = Int32Array.from(all, (o) => p.length[o] as number);
  const tagsOf = Int32Array.from(all, (o) => p.tagMask[o] as number);
  const latest = Int32Array.from(all, (o) => (p.latest[o * days + day] as number) - from);
  /** Tags that occur here at all. */
  const anyTags = tagsOf.reduce((mask, m) => mask | m, 0);

  // Accounts that bind on this day.
  const binding: number[] = [];
  for (let a = 0; a < p.accounts; a++)
    if (Number.isFinite(p.dayLimit[a * days + day] as number)) binding.push(a);
  const A = binding.length;
  const limits = Float64Array.from(binding, (a) => p.dayLimit[a * days + day] as number);
  const spendOf = new Int32Array(n * levels * A);
  for (let k = 0; k < n; k++)
    for (let l = 0; l < levels; l++) {
      const v = (all[k] as number) * levels + l;
      for (let s = p.spendFrom[v] as number; s < (p.spendFrom[v + 1] as number); s++) {
        const a = binding.indexOf(p.spendAccount[s] as number);
        if (a >= 0)
          spendOf[(k * levels + l) * A + a] =
            (spendOf[(k * levels + l) * A + a] as number) + (p.spendAmount[s] as number);
      }
    }

  const tagPoints = (mask: number): number => {
    let sum = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1)
      sum += shareOfTag[31 - Math.clz32(rest & -rest)] as number;
    return sum;
  };
  /** Earliest start of a variant at or after a tick of the day, both counted from its beginning; -1 where there is none. */
  const earliest = (k: number, l: number, tick: number): number => {
    const cell = ((all[k] as number) * levels + l) * days + day;
    const end = p.windowFrom[cell + 1] as number;
    const wanted = tick + from;
    for (let w = p.windowFrom[cell] as number; w < end; w++)
      if ((p.last[w] as number) >= wanted) {
        const first = p.first[w] as number;
        return (first > wanted ? first : wanted) - from;
      }
    return -1;
  };

  const reward = new Float64Array(n);
  const candidates = new Int32Array(n);
  let candidateCount = 0;
  /** What can still be gained from a tick on after a configuration (the row C: at the start of the day). */
  const gainRow = C + 1;
  const gain = new Float64Array(ticks * gainRow);
  /** The best that begins (with its lead) at a tick or later, by configuration and level. */
  const onset = new Float64Array(ticks * C * levels);

  function gainFromBehind(): void {
    const width = C * levels;
    onset.fill(Number.NEGATIVE_INFINITY);
    gain.fill(0, (ticks - 1) * gainRow);
    for (let t = ticks - 1; t >= 0; t--) {
      // Starts whose lead begins now.
      for (let z = 0; z < candidateCount; z++) {
        const k = candidates[z] as number;
        const c = classOf[k] as number;
        for (let l = 0; l < levels; l++) {
          const x = t + (p.lead[(all[k] as number) * levels + l] as number);
          const after = x + (lengthOf[k] as number);
          if (after >= ticks || earliest(k, l, x) !== x) continue;
          const worth = (reward[k] as number) + (gain[after * gainRow + c] as number);
          const at = t * width + c * levels + l;
          if (worth > (onset[at] as number)) onset[at] = worth;
        }
      }
      if (t < ticks - 1)
        for (let z = 0; z < width; z++) {
          const later = onset[(t + 1) * width + z] as number;
          if (later > (onset[t * width + z] as number)) onset[t * width + z] = later;
        }
      for (let b = 0; b <= C; b++) {
        let most = 0;
        for (let c = 0; c < C; c++) {
          const way = b * C + c;
          const begin = t + (gap[way] as number);
          if (begin >= ticks) continue;
          const worth =
            (onset[begin * width + c * levels + (level[way] as number)] as number) - (cost[way] as number);
          if (worth > most) most = worth;
        }
        gain[t * gainRow + b] = most;
      }
    }
  }

  // Labels, one to a column.
  let room = 4096;
  let labelOption = new Int32Array(room);
  let labelStart = new Int32Array(room);
  let labelEnd = new Int32Array(room);
  let labelValue = new Float64Array(room);
  let labelTags = new Int32Array(room);
  let labelLow = new Int32Array(room);
  let labelHigh = new Int32Array(room);
  let labelParent = new Int32Array(room);
  let labelSpent = new Int32Array(room * A);
  let isDead = new Uint8Array(room);
  let nextAtTick = new Int32Array(room);
  let nextInFront = new Int32Array(room);
  let labels = 0;
  const firstAtTick = new Int32Array(ticks);
  const lastAtTick = new Int32Array(ticks);
  const front = new Int32Array(C + 1);

  function widen(): void {
    room *= 2;
    const grown = <T extends Int32Array | Float64Array | Uint8Array>(old: T, into: T): T => {
      into.set(old);
      return into;
    };
    labelOption = grown(labelOption, new Int32Array(room));
    labelStart = grown(labelStart, new Int32Array(room));
    labelEnd = grown(labelEnd, new Int32Array(room));
    labelValue = grown(labelValue, new Float64Array(room));
    labelTags = grown(labelTags, new Int32Array(room));
    labelLow = grown(labelLow, new Int32Array(room));
    labelHigh = grown(labelHigh, new Int32Array(room));
    labelParent = grown(labelParent, new Int32Array(room));
    labelSpent = grown(labelSpent, new Int32Array(room * A));
    isDead = grown(isDead, new Uint8Array(room));
    nextAtTick = grown(nextAtTick, new Int32Array(room));
    nextInFront = grown(nextInFront, new Int32Array(room));
  }

  /** Which bit remembers an option's item, -1 where none does. */
  const bitOf = new Int32Array(n).fill(-1);
  const remembered: number[] = [];
  const remember = (item: number): void => {
    if (remembered.includes(item) || remembered.length >= MOST_REMEMBERED) return;
    for (let k = 0; k < n; k++) if (itemOf[k] === item) bitOf[k] = remembered.length;
    remembered.push(item);
  };
  /** Bits of remembered items that cannot start any more at a tick: whether they were held makes no difference. */
  const goneLow = new Int32Array(ticks);
  const goneHigh = new Int32Array(ticks);
  function markGone(): void {
    goneLow.fill(0);
    goneHigh.fill(0);
    for (const [bit, item] of remembered.entries()) {
      let last = -1;
      for (let z = 0; z < candidateCount; z++) {
        const k = candidates[z] as number;
        if (itemOf[k] === item) last = Math.max(last, latest[k] as number);
      }
      const gone = bit < 31 ? goneLow : goneHigh;
      for (let t = last + 1; t < ticks; t++) gone[t] = (gone[t] as number) | (1 << (bit % 31));
    }
  }

  const spending = new Int32Array(A);
  let best = 0;
  let bestLabel = -1;

  /** Whether some label is at least as good as the new one in every respect; those that the new one beats die. */
  function isBeaten(c: number, end: number, value: number, tags: number, low: number, high: number): boolean {
    let before = -1;
    for (let f = front[c] as number; f >= 0; ) {
      const next = nextInFront[f] as number;
      const theirs = labelTags[f] as number;
      if (
        (labelEnd[f] as number) <= end &&
        ((labelLow[f] as number) & ~low) === 0 &&
        ((labelHigh[f] as number) & ~high) === 0 &&
        (labelValue[f] as number) - tagPoints(tags & ~theirs) >= value
      ) {
        let isLess = true;
        for (let a = 0; a < A && isLess; a++)
          isLess = (labelSpent[f * A + a] as number) <= (spending[a] as number);
        if (isLess) return true;
      } else if (
        end <= (labelEnd[f] as number) &&
        (low & ~(labelLow[f] as number)) === 0 &&
        (high & ~(labelHigh[f] as number)) === 0 &&
        value - tagPoints(theirs & ~tags) >= (labelValue[f] as number)
      ) {
        let isLess = true;
        for (let a = 0; a < A && isLess; a++)
          isLess = (spending[a] as number) <= (labelSpent[f * A + a] as number);
        if (isLess) {
          isDead[f] = 1;
          if (before < 0) front[c] = next;
          else nextInFront[before] = next;
          f = next;
          continue;
        }
      }
      before = f;
      f = next;
    }
    return false;
  }

  function extend(
    parent: number,
    end: number,
    before: number,
    value: number,
    tags: number,
    low: number,
    high: number,
  ): void {
    for (let z = 0; z < candidateCount; z++) {
      const k = candidates[z] as number;
      const bit = bitOf[k] as number;
      if (bit >= 0 && ((bit < 31 ? low >>> bit : high >>> (bit - 31)) & 1) === 1) continue;
      if (end > (latest[k] as number)) continue;
      const c = classOf[k] as number;
      const way = before * C + c;
      const l = level[way] as number;
      const begin = end + (gap[way] as number) + (p.lead[(all[k] as number) * levels + l] as number);
      if (begin > (latest[k] as number)) continue;
      const newTags = tags | (tagsOf[k] as number);
      const worth =
        value +
        (reward[k] as number) -
        (cost[way] as number) -
        (newTags === tags ? 0 : tagPoints(newTags & ~tags));
      const x = earliest(k, l, begin);
      if (x < 0) continue;
      const free = x + (lengthOf[k] as number);
      if (worth + (gain[free * gainRow + c] as number) <= best) continue;
      if (A > 0) {
        let isWithin = true;
        for (let a = 0; a < A; a++) {
          const sum =
            (parent < 0 ? 0 : (labelSpent[parent * A + a] as number)) +
            (spendOf[(k * levels + l) * A + a] as number);
          spending[a] = sum;
          if (sum > (limits[a] as number)) isWithin = false;
        }
        if (!isWithin) continue;
      }
      let newLow = low | (goneLow[free] as number);
      let newHigh = high | (goneHigh[free] as number);
      if (bit >= 31) newHigh |= 1 << (bit - 31);
      else if (bit >= 0) newLow |= 1 << bit;
      if (isBeaten(c, free, worth, newTags, newLow, newHigh)) continue;
      if (labels === room) widen();
      const label = labels++;
      labelOption[label] = k;
      labelStart[label] = x;
      labelEnd[label] = free;
      labelValue[label] = worth;
      labelTags[label] = newTags;
      labelLow[label] = newLow;
      labelHigh[label] = newHigh;
      labelParent[label] = parent;
      for (let a = 0; a < A; a++) labelSpent[label * A + a] = spending[a] as number;
      isDead[label] = 0;
      nextInFront[label] = front[c] as number;
      front[c] = label;
      nextAtTick[label] = -1;
      if ((firstAtTick[free] as number) < 0) firstAtTick[free] = label;
      else nextAtTick[lastAtTick[free] as number] = label;
      lastAtTick[free] = label;
      if (worth > best) {
        best = worth;
        bestLabel = label;
      }
    }
  }

  return {
    forbidRepeats(items) {
      for (const item of items) remember(item);
    },
    best(price, mostLabels) {
      candidateCount = 0;
      for (let k = 0; k < n; k++) {
        const r = (p.points[all[k] as number] as number) - (price[itemOf[k] as number] as number);
        reward[k] = r;
        // Where no detour pays, what brings nothing is not worth its time.
        if (r > 0 || !isMetric) candidates[candidateCount++] = k;
      }
      if (candidateCount === 0)
        return { bound: 0, options: [], starts: [], isExact: true, repeated: [], work: 1 };
      gainFromBehind();
      markGone();
      labels = 0;
      best = 0;
      bestLabel = -1;
      firstAtTick.fill(-1);
      front.fill(-1);
      extend(-1, 0, C, 0, 0, 0, 0);
      let unexplored = Number.NEGATIVE_INFINITY;
      for (let t = 0; t < ticks; t++)
        for (let label = firstAtTick[t] as number; label >= 0; label = nextAtTick[label] as number) {
          if (isDead[label]) continue;
          const c = classOf[labelOption[label] as number] as number;
          const value = labelValue[label] as number;
          const hope = value + (gain[t * gainRow + c] as number);
          if (hope <= best) continue;
          if (labels > mostLabels) unexplored = Math.max(unexplored, hope);
          else
            extend(
              label,
              t,
              c,
              value,
              labelTags[label] as number,
              labelLow[label] as number,
              labelHigh[label] as number,
            );
        }
      const options: number[] = [];
      const starts: number[] = [];
      const repeated: number[] = [];
      for (let label = bestLabel; label >= 0; label = labelParent[label] as number) {
        const o = all[labelOption[label] as number] as number;
        if (options.some((other) => p.itemOf[other] === p.itemOf[o])) repeated.push(p.itemOf[o] as number);
        options.unshift(o);
        starts.unshift((labelStart[label] as number) + from);
      }
      return {
        bound: Math.max(best, unexplored),
        options,
        starts,
        isExact: unexplored <= best,
        repeated,
        work: labels + 1,
      };
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
