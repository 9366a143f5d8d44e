import { fitterOf } from "./fit.ts";
import type { Placement, Problem } from "./problem.ts";

/** No insertion. */
export const NOWHERE = Number.NEGATIVE_INFINITY;

/**
 * A plan under change: for each unit and day (sequence unit × days + day) the items it works off, each as early as it goes. Holds
 * every limit of the problem but for `judge` and `confirm`. Changes since `begin` are undone by `undo`. Nothing is allocated after
 * it is made, except by `placements` and `load`.
 */
export type State = ReturnType<typeof stateOf>;

export function stateOf(p: Problem) {
  const { days, classes, levels, longest, accounts } = p;
  const { class: classOf, unit: unitOf, length: lengthOf, points: pointsOf, tagMask, optionFrom } = p;
  const sequences = p.units * days;
  const NONE = classes;

  const held = new Int32Array(sequences * longest);
  const count = new Int32Array(sequences);
  const at = new Int32Array(p.items).fill(-1);
  const rank = new Int32Array(p.items);
  const start = new Int32Array(p.items);
  const option = new Int32Array(p.items).fill(-1);
  const level = new Int32Array(p.items);
  /** Points less transitions, by sequence. */
  const value = new Float64Array(sequences);
  const stride = longest + 1;
  /** Tags of the items before, and from, each position. */
  const tagsBefore = new Int32Array(sequences * stride);
  const tagsFrom = new Int32Array(sequences * stride);
  /** By sequence and position: when what is before it ends, and in which configuration. */
  const endAt = new Int32Array(sequences * stride);
  const classAt = new Int32Array(sequences * stride).fill(NONE);
  for (let q = 0; q < sequences; q++) endAt[q * stride] = p.dayFrom[q % days] as number;
  /** By variant of what is held: the last tick at which it may be begun with, its lead included, so that all after it still goes. */
  const lastReady = new Int32Array(p.unit.length * levels);
  const spent = new Int32Array(accounts * days);
  /** Items of a sequence that orders concern: its starts hang together. */
  const ordered = new Int32Array(sequences);
  const isOrdered = Uint8Array.from(p.ordersOf, (orders) => (orders.length > 0 ? 1 : 0));
  const shares = p.units > 1 && p.uses.length > 0;
  let mustsIn = 0;
  let total = 0;

  // What an insertion would come to, from its position on.
  const newItem = new Int32Array(stride);
  const newOption = new Int32Array(stride);
  const newLevel = new Int32Array(stride);
  const newStart = new Int32Array(stride);
  let newCount = 0;
  const charge = new Int32Array(accounts);

  // What stood before the change, by sequence.
  const oldHeld = new Int32Array(sequences * longest);
  const oldOption = new Int32Array(sequences * longest);
  const oldLevel = new Int32Array(sequences * longest);
  const oldStart = new Int32Array(sequences * longest);
  const oldCount = new Int32Array(sequences);
  const isTouched = new Uint8Array(sequences);
  const touched = new Int32Array(sequences);
  let touchedCount = 0;

  const fitter = fitterOf(p, { held, count, at, rank, start, option, level });

  const tagPoints = (mask: number): number => {
    let sum = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1)
      sum += p.tagCost[31 - Math.clz32(rest & -rest)] as number;
    return sum;
  };
  const tagsOf = (sequence: number): number => tagsFrom[sequence * stride] as number;
  const tagsBeside = (sequence: number): number => {
    let mask = 0;
    for (let q = sequence % days; q < sequences; q += days) if (q !== sequence) mask |= tagsOf(q);
    return mask;
  };

  /** How much time is worth against points, to weigh a later start: of a full day, what the items of a day bring. */
  const tickPoints = (() => {
    let points = 0;
    let ticks = 0;
    for (let o = 0; o < pointsOf.length; o++) {
      points += Math.max(0, pointsOf[o] as number);
      ticks += lengthOf[o] as number;
    }
    return ticks > 0 ? (0.5 * points) / ticks : 0;
  })();

  // The way an item is placed after what ends at a tick: the option, of those of its unit, that trades an early start for points.
  let bestStart = -1;
  let bestLevel = 0;
  function choose(
    item: number,
    sequence: number,
    day: number,
    end: number,
    before: number,
    mask: number,
  ): number {
    const unit = (sequence - day) / days;
    const from = optionFrom[item] as number;
    const to = optionFrom[item + 1] as number;
    let best = -1;
    let bestKey = Number.POSITIVE_INFINITY;
    for (let o = from; o < to; o++) {
      if (unitOf[o] !== unit) continue;
      const way = before * classes + (classOf[o] as number);
      const l = p.level[way] as number;
      const x = fitter.earliest(item, o * levels + l, day, end + (p.gap[way] as number));
      if (x < 0) continue;
      const key =
        x * tickPoints +
        (p.cost[way] as number) -
        (pointsOf[o] as number) +
        tagPoints((tagMask[o] as number) & ~mask);
      if (key < bestKey) {
        bestKey = key;
        best = o;
        bestStart = x;
        bestLevel = l;
      }
    }
    return best;
  }

  const endBefore = (sequence: number, position: number): number =>
    endAt[sequence * stride + position] as number;
  const classBefore = (sequence: number, position: number): number =>
    classAt[sequence * stride + position] as number;

  /** Sets anew from `position` what stands there, in a sequence whose items have just changed. False where something no longer goes. */
  function resettle(sequence: number, position: number): boolean {
    const day = sequence % days;
    const base = sequence * longest;
    fitter.begin(sequence, position);
    let end = endBefore(sequence, position);
    let before = classBefore(sequence, position);
    let mask = tagsBeside(sequence) | (tagsBefore[sequence * stride + position] as number);
    for (let j = position; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      const o = choose(item, sequence, day, end, before, mask);
      if (o < 0) return false;
      option[item] = o;
      start[item] = bestStart;
      level[item] = bestLevel;
      rank[item] = j;
      fitter.passed(item, bestStart, o);
      end = bestStart + (lengthOf[o] as number);
      before = classOf[o] as number;
      mask |= tagMask[o] as number;
    }
    return true;
  }

  const spend = (sequence: number, sign: 1 | -1): void => {
    if (accounts === 0) return;
    const day = sequence % days;
    const base = sequence * longest;
    for (let j = 0; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      const v = (option[item] as number) * levels + (level[item] as number);
      for (let k = p.spendFrom[v] as number; k < (p.spendFrom[v + 1] as number); k++) {
        const cell = (p.spendAccount[k] as number) * days + day;
        spent[cell] = (spent[cell] as number) + sign * (p.spendAmount[k] as number);
      }
    }
  };

  /** Whether an account may come to `amount` on a day, the other days being as they are. */
  const mayBe = (account: number, day: number, amount: number): boolean => {
    if (amount > (p.dayLimit[account * days + day] as number)) return false;
    for (const limit of p.longLimits) {
      if (limit.account !== account || day < limit.from || day > limit.to) continue;
      let sum = amount;
      for (let d = limit.from; d <= limit.to; d++) if (d !== day) sum += spent[account * days + d] as number;
      if (sum > limit.most) return false;
    }
    return true;
  };
  const keepsLimits = (day: number): boolean => {
    for (let a = 0; a < accounts; a++) if (!mayBe(a, day, spent[a * days + day] as number)) return false;
    return true;
  };

  /** The last tick at which an item may end, in a configuration, so that `next` and all after it still goes. */
  function lastEnd(now: number, next: number, unit: number): number {
    let most = -1;
    for (let o = optionFrom[next] as number; o < (optionFrom[next + 1] as number); o++) {
      if (unitOf[o] !== unit) continue;
      const way = now * classes + (classOf[o] as number);
      const till = (lastReady[o * levels + (p.level[way] as number)] as number) - (p.gap[way] as number);
      if (till > most) most = till;
    }
    return most;
  }
  function setLastReady(item: number, next: number, sequence: number): void {
    const day = sequence % days;
    const unit = (sequence - day) / days;
    for (let o = optionFrom[item] as number; o < (optionFrom[item + 1] as number); o++) {
      if (unitOf[o] !== unit) continue;
      const till =
        (next < 0 ? (p.dayTo[day] as number) : lastEnd(classOf[o] as number, next, unit)) -
        (lengthOf[o] as number);
      for (let v = o * levels; v < (o + 1) * levels; v++) {
        const cell = v * days + day;
        const from = p.windowFrom[cell] as number;
        let w = (p.windowFrom[cell + 1] as number) - 1;
        while (w >= from && (p.first[w] as number) > till) w--;
        lastReady[v] = w < from ? -1 : Math.min(till, p.last[w] as number) - (p.lead[v] as number);
      }
    }
  }

  /** Books a sequence's points and tags, after `unbook`. */
  function book(sequence: number): void {
    const base = sequence * longest;
    const n = count[sequence] as number;
    let sum = 0;
    let before = NONE;
    let mask = 0;
    ordered[sequence] = 0;
    tagsBefore[sequence * stride] = 0;
    for (let j = 0; j < n; j++) {
      const item = held[base + j] as number;
      const o = option[item] as number;
      at[item] = sequence;
      rank[item] = j;
      sum += (pointsOf[o] as number) - (p.cost[before * classes + (classOf[o] as number)] as number);
      before = classOf[o] as number;
      mask |= tagMask[o] as number;
      tagsBefore[sequence * stride + j + 1] = mask;
      endAt[sequence * stride + j + 1] = (start[item] as number) + (lengthOf[o] as number);
      classAt[sequence * stride + j + 1] = before;
      ordered[sequence] = (ordered[sequence] as number) + (isOrdered[item] as number);
      mustsIn += p.must[item] as number;
    }
    mask = 0;
    tagsFrom[sequence * stride + n] = 0;
    for (let j = n - 1; j >= 0; j--) {
      mask |= tagMask[option[held[base + j] as number] as number] as number;
      tagsFrom[sequence * stride + j] = mask;
      setLastReady(held[base + j] as number, j + 1 < n ? (held[base + j + 1] as number) : -1, sequence);
    }
    value[sequence] = sum;
    const beside = tagsBeside(sequence);
    total += sum - (tagPoints(mask | beside) - tagPoints(beside));
    spend(sequence, 1);
  }
  function unbook(sequence: number): void {
    const base = sequence * longest;
    const beside = tagsBeside(sequence);
    total -= (value[sequence] as number) - (tagPoints(tagsOf(sequence) | beside) - tagPoints(beside));
    spend(sequence, -1);
    for (let j = 0; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      at[item] = -1;
      mustsIn -= p.must[item] as number;
    }
    tagsFrom[sequence * stride] = 0;
  }

  function touch(sequence: number): void {
    if (isTouched[sequence]) return;
    isTouched[sequence] = 1;
    touched[touchedCount++] = sequence;
    const base = sequence * longest;
    const n = count[sequence] as number;
    oldCount[sequence] = n;
    for (let j = base; j < base + n; j++) {
      const item = held[j] as number;
      oldHeld[j] = item;
      oldOption[j] = option[item] as number;
      oldLevel[j] = level[item] as number;
      oldStart[j] = start[item] as number;
    }
  }

  /**
   * Points that an insertion of an item at a position, by an option of the sequence's unit, would bring (setting what comes after
   * anew), or NOWHERE. The last one that was evaluated can be carried out by `insert`.
   */
  function evaluate(item: number, o: number, sequence: number, position: number): number {
    const n = count[sequence] as number;
    if (n >= longest) return NOWHERE;
    const day = sequence % days;
    const base = sequence * longest;
    const before = classBefore(sequence, position);
    const now = classOf[o] as number;
    const way = before * classes + now;
    const l = p.level[way] as number;
    fitter.begin(sequence, position);
    const end = endBefore(sequence, position) + (p.gap[way] as number);
    const x = fitter.earliest(item, o * levels + l, day, end);
    if (x < 0) return NOWHERE;
    fitter.passed(item, x, o);
    newItem[0] = item;
    newOption[0] = o;
    newLevel[0] = l;
    newStart[0] = x;
    let gain = (pointsOf[o] as number) - (p.cost[way] as number);
    const beside = tagsBeside(sequence);
    let mask = beside | (tagsBefore[sequence * stride + position] as number) | (tagMask[o] as number);
    let free = x + (lengthOf[o] as number);
    let last = now;
    let lastBefore = before;
    const hangTogether = (ordered[sequence] as number) + (isOrdered[item] as number) > 0;
    let k = 1;
    for (let j = position; j < n; j++) {
      const next = held[base + j] as number;
      const old = option[next] as number;
      const chosen = choose(next, sequence, day, free, last, mask);
      if (chosen < 0) return NOWHERE;
      gain +=
        (pointsOf[chosen] as number) -
        (pointsOf[old] as number) -
        (p.cost[last * classes + (classOf[chosen] as number)] as number) +
        (p.cost[lastBefore * classes + (classOf[old] as number)] as number);
      newItem[k] = next;
      newOption[k] = chosen;
      newLevel[k] = bestLevel;
      newStart[k] = bestStart;
      fitter.passed(next, bestStart, chosen);
      k++;
      mask |= tagMask[chosen] as number;
      const same = chosen === old && bestStart === start[next] && bestLevel === level[next];
      if (same && !hangTogether) {
        mask |= tagsFrom[sequence * stride + j + 1] as number;
        break;
      }
      last = classOf[chosen] as number;
      lastBefore = classOf[old] as number;
      free = bestStart + (lengthOf[chosen] as number);
    }
    newCount = k;
    gain -= tagPoints(mask) - tagPoints(beside | tagsOf(sequence));
    if (accounts > 0 && !affordable(sequence, position)) return NOWHERE;
    return gain;
  }

  /**
   * What an insertion would bring if all after it stays by the options it has, or NOWHERE where it surely does not go. Looks at the
   * place itself and at what comes next, however long the sequence. Exact where nothing but windows and transitions count.
   */
  function estimate(o: number, sequence: number, position: number): number {
    const n = count[sequence] as number;
    if (n >= longest) return NOWHERE;
    const cell = sequence * stride + position;
    const before = classAt[cell] as number;
    const now = classOf[o] as number;
    const way = before * classes + now;
    let gain = (pointsOf[o] as number) - (p.cost[way] as number);
    const v = o * levels + (p.level[way] as number);
    const day = sequence % days;
    const x = fitter.inWindows(
      v * days + day,
      (endAt[cell] as number) + (p.gap[way] as number) + (p.lead[v] as number),
    );
    if (x < 0) return NOWHERE;
    if (position < n) {
      const next = held[sequence * longest + position] as number;
      if (x + (lengthOf[o] as number) > lastEnd(now, next, (sequence - day) / days)) return NOWHERE;
      const after = classOf[option[next] as number] as number;
      gain += (p.cost[before * classes + after] as number) - (p.cost[now * classes + after] as number);
    }
    const tags = tagMask[o] as number;
    if (tags !== 0)
      gain -= tagPoints(tags & ~(tagsFrom[sequence * stride] as number) & ~tagsBeside(sequence));
    return gain;
  }
  /** Whether more than windows and transitions count, so that an estimate is to be checked before it is compared. */
  const isRough = (item: number, sequence: number): boolean =>
    accounts > 0 || shares || (ordered[sequence] as number) + (isOrdered[item] as number) > 0;

  function affordable(sequence: number, position: number): boolean {
    const day = sequence % days;
    charge.fill(0);
    for (let k = 0; k < newCount; k++) {
      const v = (newOption[k] as number) * levels + (newLevel[k] as number);
      for (let s = p.spendFrom[v] as number; s < (p.spendFrom[v + 1] as number); s++)
        charge[p.spendAccount[s] as number] =
          (charge[p.spendAccount[s] as number] as number) + (p.spendAmount[s] as number);
      if (k === 0) continue;
      const old = held[sequence * longest + position + k - 1] as number;
      const w = (option[old] as number) * levels + (level[old] as number);
      for (let s = p.spendFrom[w] as number; s < (p.spendFrom[w + 1] as number); s++)
        charge[p.spendAccount[s] as number] =
          (charge[p.spendAccount[s] as number] as number) - (p.spendAmount[s] as number);
    }
    for (let a = 0; a < accounts; a++) {
      const more = charge[a] as number;
      if (more > 0 && !mayBe(a, day, (spent[a * days + day] as number) + more)) return false;
    }
    return true;
  }

  /** Carries out the insertion that was evaluated last. */
  function insert(sequence: number, position: number): void {
    touch(sequence);
    unbook(sequence);
    const base = sequence * longest;
    const n = count[sequence] as number;
    held.copyWithin(base + position + 1, base + position, base + n);
    count[sequence] = n + 1;
    for (let k = 0; k < newCount; k++) {
      const item = newItem[k] as number;
      held[base + position + k] = item;
      option[item] = newOption[k] as number;
      level[item] = newLevel[k] as number;
      start[item] = newStart[k] as number;
    }
    book(sequence);
  }

  /** Takes the marked items out of a sequence. False where the rest no longer goes; then only `undo` helps. */
  function remove(sequence: number, isOut: Uint8Array): boolean {
    touch(sequence);
    unbook(sequence);
    const base = sequence * longest;
    const n = count[sequence] as number;
    let kept = 0;
    let firstOut = -1;
    for (let j = 0; j < n; j++) {
      const item = held[base + j] as number;
      if (isOut[item] && !p.pinned[item]) {
        if (firstOut < 0) firstOut = kept;
        option[item] = -1;
      } else held[base + kept++] = item;
    }
    count[sequence] = kept;
    for (let j = 0; j < kept; j++) {
      const item = held[base + j] as number;
      at[item] = sequence;
      rank[item] = j;
    }
    const goes = firstOut < 0 || resettle(sequence, firstOut);
    book(sequence);
    return goes && (accounts === 0 || keepsLimits(sequence % days));
  }

  /** From here on changes can be undone. */
  function begin(): void {
    for (let i = 0; i < touchedCount; i++) isTouched[touched[i] as number] = 0;
    touchedCount = 0;
  }
  function undo(): void {
    for (let i = 0; i < touchedCount; i++) unbook(touched[i] as number);
    for (let i = 0; i < touchedCount; i++) {
      const sequence = touched[i] as number;
      const base = sequence * longest;
      for (let j = 0; j < (count[sequence] as number); j++) option[held[base + j] as number] = -1;
      count[sequence] = 0;
    }
    for (let i = 0; i < touchedCount; i++) {
      const sequence = touched[i] as number;
      const base = sequence * longest;
      const n = oldCount[sequence] as number;
      count[sequence] = n;
      for (let j = base; j < base + n; j++) {
        const item = oldHeld[j] as number;
        held[j] = item;
        option[item] = oldOption[j] as number;
        level[item] = oldLevel[j] as number;
        start[item] = oldStart[j] as number;
      }
      book(sequence);
    }
    begin();
  }

  /** Takes everything out. */
  function clear(): void {
    begin();
    for (let q = 0; q < sequences; q++) {
      if (count[q] === 0) continue;
      unbook(q);
      for (let j = 0; j < (count[q] as number); j++) option[held[q * longest + j] as number] = -1;
      count[q] = 0;
      book(q);
    }
  }

  /** Adds an item after what its unit has that day, as early as it goes there. False, and nothing done, where it does not. */
  function append({ item, option: within, start: wanted }: Placement): boolean {
    const o = (optionFrom[item] as number) + within;
    if (at[item] !== -1 || within < 0 || o >= (optionFrom[item + 1] as number)) return false;
    const day = dayAt(wanted);
    if (day < 0) return false;
    const sequence = (unitOf[o] as number) * days + day;
    const position = count[sequence] as number;
    if (position >= longest) return false;
    const way = classBefore(sequence, position) * classes + (classOf[o] as number);
    const l = p.level[way] as number;
    fitter.begin(sequence, position);
    const end = endBefore(sequence, position) + (p.gap[way] as number);
    const x = fitter.earliest(item, o * levels + l, day, end);
    if (x < 0) return false;
    newItem[0] = item;
    newOption[0] = o;
    newLevel[0] = l;
    newStart[0] = x;
    newCount = 1;
    if (accounts > 0 && !affordable(sequence, position)) return false;
    insert(sequence, position);
    return true;
  }
  const dayAt = (tick: number): number => {
    for (let d = 0; d < days; d++)
      if (tick >= (p.dayFrom[d] as number) && tick < (p.dayTo[d] as number)) return d;
    return -1;
  };

  return {
    sequences,
    longest,
    held,
    count,
    at,
    rank,
    start,
    option,
    touched,
    tickPoints,
    touchedCount: () => touchedCount,
    /** Points, without those for musts. */
    total: () => total,
    mustsIn: () => mustsIn,
    /** What the search maximises. */
    score: () => total + mustsIn * p.mustPoints,
    latestOf: (o: number, sequence: number) => p.latest[o * days + (sequence % days)] as number,
    endBefore,
    estimate,
    isRough,
    evaluate,
    insert,
    remove,
    begin,
    undo,
    clear,
    append,
    /** Placements of a day, in order of start. */
    dayPlan(day: number): Placement[] {
      const plan: Placement[] = [];
      for (let q = day; q < sequences; q += days)
        for (let j = 0; j < (count[q] as number); j++)
          plan.push(placementOf(held[q * longest + j] as number));
      return p.units > 1 ? plan.sort((a, b) => a.start - b.start || a.item - b.item) : plan;
    },
    placements(): Placement[] {
      const plan: Placement[] = [];
      for (let item = 0; item < p.items; item++) if ((at[item] as number) >= 0) plan.push(placementOf(item));
      return plan.sort((a, b) => a.start - b.start || a.item - b.item);
    },
    dayTags(day: number): number {
      let mask = 0;
      for (let q = day; q < sequences; q += days) mask |= tagsOf(q);
      return tagPoints(mask);
    },
    value,
  };

  function placementOf(item: number): Placement {
    const o = option[item] as number;
    return {
      item,
      option: o - (optionFrom[item] as number),
      unit: unitOf[o] as number,
      day: (at[item] as number) % days,
      level: level[item] as number,
      start: start[item] as number,
    };
  }
}
