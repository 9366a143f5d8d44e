import { dayFrameOf, GRAIN } from "./day-frame.ts";
import type { GainRoom } from "./day-gains.ts";
import { type OddSet, type Priced, slotMember } from "./odd-sets.ts";
import type { Problem } from "./problem.ts";

/** The best sequence of one unit's day for given prices. */
export interface DayBest {
  /** No sequence brings more. */
  readonly bound: number;
  /** Options in order, with their starts; they bring `bound` when `isExact`. */
  readonly options: readonly number[];
  readonly starts: readonly number[];
  readonly isExact: boolean;
  /** Items that it holds more than once, which a plan may not. */
  readonly repeated: readonly number[];
  /** Labels made. */
  readonly work: number;
}
/** Options and starts of a sequence, and what it brings at the prices it was found at. */
export interface DaySequence {
  readonly options: readonly number[];
  readonly starts: readonly number[];
  readonly value: number;
}
/** By option the odd sets it is in, and those that the day itself is in, as bits; and what a pair of each of these costs. */
export interface DayOdd {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly ownLow: number;
  readonly ownHigh: number;
  points(low: number, high: number): number;
}
export type DayBound = ReturnType<typeof dayBoundOf>;

/** Items that a label can remember: two words of bits. As many odd sets; of more only the dearest count. */
const MOST_REMEMBERED = 62;
const MOST_ODD = 62;
const NO_ITEM = -2;
/** A label is compared with so many others of its configuration at most: those that came or beat one last. */
const MOST_COMPARED = 60;

/**
 * Labels over one sequence: a label ends at a tick in a configuration, has paid for its tags, spent from the day's accounts and
 * remembers which of some items it has held. Items that are not remembered may come again, which can only raise the bound. What a
 * label can still gain is bounded from behind, without memory, tags and accounts; labels that cannot beat the best are dropped.
 */
export function dayBoundOf(p: Problem, sequence: number, isMetric: boolean, rooms: GainRoom) {
  const frame = dayFrameOf(p, sequence, isMetric, rooms);
  const { ticks, n, C, levels, all, classOf, itemOf, lengthOf, tagsOf, leadOf } = frame;
  const { gap, cost, level, tagPoints, next, latest, reward, candidates, candidateFrom, gainAfter, gainBy } =
    frame;
  const { limits, spendOf } = frame;
  const A = limits.length;

  // Labels, one to a column.
  let room = 2048;
  let labelOption = new Int32Array(room);
  let labelStart = new Int32Array(room);
  let labelEnd = new Int32Array(room);
  let labelValue = new Float64Array(room);
  let labelTags = new Int32Array(room);
  let labelLow = new Int32Array(room);
  let labelHigh = new Int32Array(room);
  let labelOddLow = new Int32Array(room);
  let labelOddHigh = new Int32Array(room);
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
    labelOddLow = grown(labelOddLow, new Int32Array(room));
    labelOddHigh = grown(labelOddHigh, new Int32Array(room));
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
      for (let z = 0; z < frame.candidateCount(); z++) {
        const k = candidates[z] as number;
        if (itemOf[k] === item) last = Math.max(last, latest[k] as number);
      }
      const gone = bit < 31 ? goneLow : goneHigh;
      for (let t = last + 1; t < ticks; t++) gone[t] = (gone[t] as number) | (1 << (bit % 31));
    }
  }

  /**
   * Odd sets that have a price and at least two members to choose from, be it among what may be worth having or among every option that
   * has starts: which of them an option is in, and what a pair costs.
   */
  const oddLow = new Int32Array(n);
  const oddHigh = new Int32Array(n);
  const oddPrice = new Float64Array(MOST_ODD);
  /** Bits of odd sets of which nothing can start any more at a tick: an odd one out makes no difference. */
  const pastLow = new Int32Array(ticks);
  const pastHigh = new Int32Array(ticks);
  let isOdd = false;
  /** Of which the day itself is one. */
  let ownLow = 0;
  let ownHigh = 0;
  function markOdd({ sets, prices }: Priced, isEvery = false): void {
    if (isOdd) {
      oddLow.fill(0);
      oddHigh.fill(0);
      pastLow.fill(0);
      pastHigh.fill(0);
    }
    isOdd = false;
    ownLow = 0;
    ownHigh = 0;
    if (sets.length === 0) return;
    const optionsOf = new Map<number, number[]>();
    for (let k = 0; k < n; k++) {
      if (!frame.isCandidate(k) && (!isEvery || (latest[k] as number) < 0)) continue;
      const item = itemOf[k] as number;
      const own = optionsOf.get(item);
      if (own) own.push(k);
      else optionsOf.set(item, [k]);
    }
    const self = slotMember(p, sequence);
    const chosen = [...sets.keys()]
      .filter((s) => (prices[s] as number) > 0)
      .filter((s) => (sets[s] as OddSet).filter((item) => item === self || optionsOf.has(item)).length > 1)
      .sort((a, b) => (prices[b] as number) - (prices[a] as number) || a - b)
      .slice(0, MOST_ODD);
    for (const [bit, s] of chosen.entries()) {
      oddPrice[bit] = prices[s] as number;
      const of = bit < 31 ? oddLow : oddHigh;
      let last = -1;
      if ((sets[s] as OddSet).includes(self))
        if (bit < 31) ownLow |= 1 << bit;
        else ownHigh |= 1 << (bit - 31);
      for (const item of sets[s] as OddSet)
        for (const k of optionsOf.get(item) ?? []) {
          of[k] = (of[k] as number) | (1 << (bit % 31));
          last = Math.max(last, latest[k] as number);
        }
      const past = bit < 31 ? pastLow : pastHigh;
      for (let t = last + 1; t < ticks; t++) past[t] = (past[t] as number) | (1 << (bit % 31));
      isOdd = true;
    }
  }
  /** What pairs of these odd sets cost. */
  function oddPoints(low: number, high: number): number {
    let sum = 0;
    for (let rest = low; rest !== 0; rest &= rest - 1)
      sum += oddPrice[31 - Math.clz32(rest & -rest)] as number;
    for (let rest = high; rest !== 0; rest &= rest - 1)
      sum += oddPrice[62 - Math.clz32(rest & -rest)] as number;
    return sum;
  }

  const spending = new Int32Array(A);
  let best = 0;
  let bestLabel = -1;

  /** Whether some label is at least as good as the new one in every respect; those that the new one beats die. */
  function isBeaten(
    c: number,
    end: number,
    value: number,
    tags: number,
    low: number,
    high: number,
    isLow: number,
    isHigh: number,
  ): boolean {
    let before = -1;
    for (let f = front[c] as number, seen = 0; f >= 0 && seen < MOST_COMPARED; seen++) {
      const following = nextInFront[f] as number;
      const theirs = labelTags[f] as number;
      if (
        (labelEnd[f] as number) <= end &&
        ((labelLow[f] as number) & ~low) === 0 &&
        ((labelHigh[f] as number) & ~high) === 0 &&
        (labelValue[f] as number) - tagPoints(tags & ~theirs) >= value &&
        (!isOdd ||
          (labelValue[f] as number) -
            tagPoints(tags & ~theirs) -
            oddPoints((labelOddLow[f] as number) & ~isLow, (labelOddHigh[f] as number) & ~isHigh) >=
            value)
      ) {
        let isLess = true;
        for (let a = 0; a < A && isLess; a++)
          isLess = (labelSpent[f * A + a] as number) <= (spending[a] as number);
        if (isLess) {
          // Who beats one beats the next, as a rule.
          if (before >= 0) {
            nextInFront[before] = following;
            nextInFront[f] = front[c] as number;
            front[c] = f;
          }
          return true;
        }
      } else if (
        end <= (labelEnd[f] as number) &&
        (low & ~(labelLow[f] as number)) === 0 &&
        (high & ~(labelHigh[f] as number)) === 0 &&
        value - tagPoints(theirs & ~tags) >= (labelValue[f] as number) &&
        (!isOdd ||
          value -
            tagPoints(theirs & ~tags) -
            oddPoints(isLow & ~(labelOddLow[f] as number), isHigh & ~(labelOddHigh[f] as number)) >=
            (labelValue[f] as number))
      ) {
        let isLess = true;
        for (let a = 0; a < A && isLess; a++)
          isLess = (spending[a] as number) <= (labelSpent[f * A + a] as number);
        if (isLess) {
          isDead[f] = 1;
          if (before < 0) front[c] = following;
          else nextInFront[before] = following;
          f = following;
          continue;
        }
      }
      before = f;
      f = following;
    }
    return false;
  }

  /**
   * What does not come again right after an option: its item, when it is remembered. Otherwise a label that ends with another item
   * may have been dropped in favour of this one, and could have gone on with it.
   */
  const exceptFor = (k: number): number => ((bitOf[k] as number) >= 0 ? (itemOf[k] as number) : NO_ITEM);

  function extend(
    parent: number,
    end: number,
    before: number,
    value: number,
    tags: number,
    low: number,
    high: number,
    isLow: number,
    isHigh: number,
    except: number,
  ): void {
    for (let c = 0; c < C; c++) {
      const [one, other] = [candidateFrom[c] as number, candidateFrom[c + 1] as number];
      if (one === other) continue;
      const way = before * C + c;
      const ready = end + (gap[way] as number);
      if (ready >= ticks) continue;
      const l = level[way] as number;
      if (value + gainBy(ready, c, l, except) - (cost[way] as number) <= best) continue;
      for (let z = one; z < other; z++)
        extendBy(candidates[z] as number, way, ready, parent, value, tags, low, high, isLow, isHigh);
    }
  }
  function extendBy(
    k: number,
    way: number,
    ready: number,
    parent: number,
    value: number,
    tags: number,
    low: number,
    high: number,
    isLow: number,
    isHigh: number,
  ): void {
    const bit = bitOf[k] as number;
    if (bit >= 0 && ((bit < 31 ? low >>> bit : high >>> (bit - 31)) & 1) === 1) return;
    const c = classOf[k] as number;
    const v = k * levels + (level[way] as number);
    const begin = ready + (leadOf[v] as number);
    if (begin > (latest[k] as number)) return;
    const x = next[v * ticks + begin] as number;
    if (x < 0) return;
    const free = x + (lengthOf[k] as number);
    let worth = value + (reward[k] as number) - (cost[way] as number);
    const hope = gainAfter(free, c, exceptFor(k));
    if (worth + hope <= best) return;
    const newTags = tags | (tagsOf[k] as number);
    if (newTags !== tags) {
      worth -= tagPoints(newTags & ~tags);
      if (worth + hope <= best) return;
    }
    if (A > 0) {
      let isWithin = true;
      for (let a = 0; a < A; a++) {
        const sum =
          (parent < 0 ? 0 : (labelSpent[parent * A + a] as number)) + (spendOf[v * A + a] as number);
        spending[a] = sum;
        if (sum > (limits[a] as number)) isWithin = false;
      }
      if (!isWithin) return;
    }
    let [nowLow, nowHigh] = [0, 0];
    if (isOdd) {
      const [inLow, inHigh] = [oddLow[k] as number, oddHigh[k] as number];
      if (((isLow & inLow) | (isHigh & inHigh)) !== 0) {
        worth -= oddPoints(isLow & inLow, isHigh & inHigh);
        if (worth + hope <= best) return;
      }
      nowLow = (isLow ^ inLow) & ~(pastLow[free] as number);
      nowHigh = (isHigh ^ inHigh) & ~(pastHigh[free] as number);
    }
    let newLow = low | (goneLow[free] as number);
    let newHigh = high | (goneHigh[free] as number);
    if (bit >= 31) newHigh |= 1 << (bit - 31);
    else if (bit >= 0) newLow |= 1 << bit;
    if (isBeaten(c, free, worth, newTags, newLow, newHigh, nowLow, nowHigh)) return;
    if (labels === room) widen();
    const label = labels++;
    labelOption[label] = k;
    labelStart[label] = x;
    labelEnd[label] = free;
    labelValue[label] = worth;
    labelTags[label] = newTags;
    labelLow[label] = newLow;
    labelHigh[label] = newHigh;
    labelOddLow[label] = nowLow;
    labelOddHigh[label] = nowHigh;
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

  /** What the sequence found last brings at the prices it is at now, where it still goes. */
  let lastOptions: readonly number[] = [];
  let lastIsSimple = false;
  const position = new Map<number, number>();
  for (let k = 0; k < n; k++) position.set(all[k] as number, k);
  function valueOfLast(): number {
    let [end, before, tags, value, isLow, isHigh] = [0, C, 0, 0, ownLow, ownHigh];
    if (!lastIsSimple) return 0;
    for (const o of lastOptions) {
      const k = position.get(o) as number;
      const c = classOf[k] as number;
      const way = before * C + c;
      const v = k * levels + (level[way] as number);
      const begin = end + (gap[way] as number) + (leadOf[v] as number);
      if (begin > (latest[k] as number)) return 0;
      const x = next[v * ticks + begin] as number;
      if (x < 0) return 0;
      value += (reward[k] as number) - (cost[way] as number) - tagPoints((tagsOf[k] as number) & ~tags);
      tags |= tagsOf[k] as number;
      value -= oddPoints(isLow & (oddLow[k] as number), isHigh & (oddHigh[k] as number));
      isLow ^= oddLow[k] as number;
      isHigh ^= oddHigh[k] as number;
      end = x + (lengthOf[k] as number);
      before = c;
    }
    return value;
  }

  /** Explores from the start of the day on, in order of time. The most that what was not explored can bring. */
  function explore(mostLabels: number): number {
    markGone();
    labels = 0;
    bestLabel = -1;
    firstAtTick.fill(-1);
    front.fill(-1);
    extend(-1, 0, C, 0, 0, 0, 0, ownLow, ownHigh, NO_ITEM);
    let unexplored = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < ticks; t++)
      for (let label = firstAtTick[t] as number; label >= 0; label = nextAtTick[label] as number) {
        if (isDead[label]) continue;
        const k = labelOption[label] as number;
        const c = classOf[k] as number;
        const value = labelValue[label] as number;
        const hope = value + gainAfter(t, c, exceptFor(k));
        if (hope <= best) continue;
        const [low, high] = [labelLow[label] as number, labelHigh[label] as number];
        if (labels > mostLabels) unexplored = Math.max(unexplored, hope);
        else {
          const [isLow, isHigh] = [labelOddLow[label] as number, labelOddHigh[label] as number];
          extend(label, t, c, value, labelTags[label] as number, low, high, isLow, isHigh, exceptFor(k));
        }
      }
    return unexplored;
  }
  function sequenceOf(last: number): { options: number[]; starts: number[]; repeated: number[] } {
    const options: number[] = [];
    const starts: number[] = [];
    const repeated: number[] = [];
    for (let label = last; label >= 0; label = labelParent[label] as number) {
      const o = all[labelOption[label] as number] as number;
      if (options.some((other) => p.itemOf[other] === p.itemOf[o])) repeated.push(p.itemOf[o] as number);
      options.push(o);
      starts.push((labelStart[label] as number) + frame.from);
    }
    return { options: options.reverse(), starts: starts.reverse(), repeated };
  }

  return {
    frame,
    /** The frame at these prices, and how odd sets are told in it. */
    at(price: Float64Array, odd: Priced): DayOdd {
      frame.at(price);
      markOdd(odd, true);
      return { low: oddLow, high: oddHigh, ownLow, ownHigh, points: oddPoints };
    },
    /** From now on the sequence holds these at most once. */
    forbidRepeats(items: readonly number[]): void {
      for (const item of items) remember(item);
    },
    /** `price` of an item on this day is taken from the points of its options, and for each pair of an odd set its price. */
    best(price: Float64Array, odd: Priced, mostLabels: number): DayBest {
      frame.at(price);
      markOdd(odd);
      // A little less, so that the sequence itself is found again.
      const again = valueOfLast();
      best = Math.max(0, again - GRAIN / 4);
      const unexplored = explore(mostLabels);
      const { options, starts, repeated } = sequenceOf(bestLabel);
      lastOptions = options;
      lastIsSimple = repeated.length === 0;
      const bound = Math.max(best, again, unexplored);
      return { bound, options, starts, isExact: unexplored <= best, repeated, work: labels + 1 };
    },
  };
}
