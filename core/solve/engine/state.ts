import { accountsOf } from "./accounts.ts";
import { fitterOf } from "./fit.ts";
import { insertionsOf, NOWHERE } from "./insertion.ts";
import { planOf } from "./plan.ts";
import type { Placement, Problem } from "./problem.ts";

/**
 * A plan under change: for each unit and day (sequence unit × days + day) the items it works off, each as early as it goes. Holds
 * every limit of the problem but for `judge` and `confirm`. Changes since `begin` are undone by `undo`. Nothing is allocated after
 * it is made, except by `placements` and `load`.
 */
export type State = ReturnType<typeof stateOf>;

export function stateOf(p: Problem) {
  const { days, classes, longest, accounts } = p;
  const { class: classOf, unit: unitOf, length: lengthOf, points: pointsOf, tagMask, optionFrom } = p;
  const plan = planOf(p);
  const { sequences, stride, held, count, at, rank, start, option, level, value } = plan;
  const { tagsBefore, tagsFrom, valueAt, endAt, classAt, readyBy, widest } = plan;
  const { ordered, isOrdered, tagPoints, tagsOf, tagsBeside } = plan;
  const fitter = fitterOf(p, plan);
  const accounting = accountsOf(p, plan);
  const { spend, keepsLimits } = accounting;
  const insertions = insertionsOf(p, plan, fitter, accounting);
  const { newItem, newOption, newLevel, newStart, choose, chosenStart, chosenLevel } = insertions;
  const { endBefore, classBefore, itemBefore, setLastReady, evaluate } = insertions;
  let mustsIn = 0;
  let total = 0;

  // What stood before the change, by sequence.
  const oldHeld = new Int32Array(sequences * longest);
  const oldOption = new Int32Array(sequences * longest);
  const oldLevel = new Int32Array(sequences * longest);
  const oldStart = new Int32Array(sequences * longest);
  const oldCount = new Int32Array(sequences);
  /** The first position that is not as it was. */
  const changedFrom = new Int32Array(sequences);
  const isTouched = new Uint8Array(sequences);
  const touched = new Int32Array(sequences);
  let touchedCount = 0;

  /** Sets anew from `position` what stands there, in a sequence whose items have just changed. False where something no longer goes. */
  function resettle(sequence: number, position: number): boolean {
    const day = sequence % days;
    const base = sequence * longest;
    fitter.begin(sequence, position);
    let end = endBefore(sequence, position);
    let before = classBefore(sequence, position);
    let after = itemBefore(sequence, position);
    let mask = tagsBeside(sequence) | (tagsBefore[sequence * stride + position] as number);
    for (let j = position; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      const o = choose(item, sequence, day, end, before, after, mask);
      if (o < 0) return false;
      option[item] = o;
      start[item] = chosenStart();
      level[item] = chosenLevel();
      rank[item] = j;
      fitter.passed(item, chosenStart(), o);
      end = chosenStart() + (lengthOf[o] as number);
      before = classOf[o] as number;
      after = item;
      mask |= tagMask[o] as number;
    }
    return true;
  }

  /** Books a sequence's points and tags, after `unbook`: before `from` it is as it was. */
  function book(sequence: number, from: number): void {
    const base = sequence * longest;
    const cells = sequence * stride;
    const n = count[sequence] as number;
    let sum = valueAt[cells + from] as number;
    let before = classAt[cells + from] as number;
    let mask = tagsBefore[cells + from] as number;
    for (let j = from; j < n; j++) {
      const item = held[base + j] as number;
      const o = option[item] as number;
      const now = classOf[o] as number;
      at[item] = sequence;
      rank[item] = j;
      sum += (pointsOf[o] as number) - (p.cost[before * classes + now] as number);
      before = now;
      mask |= tagMask[o] as number;
      const next = cells + j + 1;
      valueAt[next] = sum;
      tagsBefore[next] = mask;
      endAt[next] = (start[item] as number) + (lengthOf[o] as number);
      classAt[next] = before;
      ordered[sequence] = (ordered[sequence] as number) + (isOrdered[item] as number);
      mustsIn += p.must[item] as number;
    }
    mask = 0;
    tagsFrom[cells + n] = 0;
    readyBy[cells + n] = p.dayTo[sequence % days] as number;
    let isNew = true;
    for (let j = n - 1; j >= 0; j--) {
      const item = held[base + j] as number;
      mask |= tagMask[option[item] as number] as number;
      tagsFrom[cells + j] = mask;
      // Before what has changed nothing changes any more once one of them is as it was.
      if (isNew || j >= from - 1)
        isNew = setLastReady(item, j + 1 < n ? (held[base + j + 1] as number) : -1, sequence, j);
    }
    let most = 0;
    for (let cell = cells; cell <= cells + n; cell++)
      most = Math.max(most, (readyBy[cell] as number) - (endAt[cell] as number));
    widest[sequence] = most;
    value[sequence] = sum;
    const beside = tagsBeside(sequence);
    total += sum - (tagPoints(mask | beside) - tagPoints(beside));
    spend(sequence, from, 1);
  }
  function unbook(sequence: number, from: number): void {
    const base = sequence * longest;
    const beside = tagsBeside(sequence);
    total -= (value[sequence] as number) - (tagPoints(tagsOf(sequence) | beside) - tagPoints(beside));
    spend(sequence, from, -1);
    for (let j = from; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      at[item] = -1;
      mustsIn -= p.must[item] as number;
      ordered[sequence] = (ordered[sequence] as number) - (isOrdered[item] as number);
    }
    tagsFrom[sequence * stride] = 0;
  }

  /** Before a sequence is changed from a position on. */
  function touch(sequence: number, from: number): void {
    if (isTouched[sequence]) {
      changedFrom[sequence] = Math.min(changedFrom[sequence] as number, from);
      return;
    }
    isTouched[sequence] = 1;
    changedFrom[sequence] = from;
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

  /** Carries out the insertion that was evaluated last. */
  function insert(sequence: number, position: number): void {
    touch(sequence, position);
    unbook(sequence, position);
    const base = sequence * longest;
    const n = count[sequence] as number;
    held.copyWithin(base + position + 1, base + position, base + n);
    count[sequence] = n + 1;
    for (let k = 0; k < insertions.newCount(); k++) {
      const item = newItem[k] as number;
      held[base + position + k] = item;
      option[item] = newOption[k] as number;
      level[item] = newLevel[k] as number;
      start[item] = newStart[k] as number;
    }
    book(sequence, position);
  }

  const goes = (item: number, isOut: Uint8Array): boolean => isOut[item] === 1 && p.pinned[item] === 0;
  /** Takes the marked items out of a sequence. False where the rest no longer goes; then only `undo` helps. */
  function remove(sequence: number, isOut: Uint8Array): boolean {
    const base = sequence * longest;
    const n = count[sequence] as number;
    let first = 0;
    while (first < n && !goes(held[base + first] as number, isOut)) first++;
    touch(sequence, first);
    unbook(sequence, first);
    let kept = first;
    for (let j = first; j < n; j++) {
      const item = held[base + j] as number;
      if (goes(item, isOut)) option[item] = -1;
      else held[base + kept++] = item;
    }
    count[sequence] = kept;
    for (let j = first; j < kept; j++) {
      const item = held[base + j] as number;
      at[item] = sequence;
      rank[item] = j;
    }
    const isFine = first === n || resettle(sequence, first);
    book(sequence, first);
    return isFine && (accounts === 0 || keepsLimits(sequence % days));
  }

  /** From here on changes can be undone. */
  function begin(): void {
    for (let i = 0; i < touchedCount; i++) isTouched[touched[i] as number] = 0;
    touchedCount = 0;
  }
  function undo(): void {
    for (let i = 0; i < touchedCount; i++)
      unbook(touched[i] as number, changedFrom[touched[i] as number] as number);
    for (let i = 0; i < touchedCount; i++) {
      const sequence = touched[i] as number;
      const base = sequence * longest;
      for (let j = changedFrom[sequence] as number; j < (count[sequence] as number); j++)
        option[held[base + j] as number] = -1;
      count[sequence] = 0;
    }
    for (let i = 0; i < touchedCount; i++) {
      const sequence = touched[i] as number;
      const base = sequence * longest;
      const n = oldCount[sequence] as number;
      const from = changedFrom[sequence] as number;
      count[sequence] = n;
      for (let j = base + from; j < base + n; j++) {
        const item = oldHeld[j] as number;
        held[j] = item;
        option[item] = oldOption[j] as number;
        level[item] = oldLevel[j] as number;
        start[item] = oldStart[j] as number;
      }
      book(sequence, from);
    }
    begin();
  }

  /** Takes everything out. */
  function clear(): void {
    begin();
    for (let q = 0; q < sequences; q++) {
      if (count[q] === 0) continue;
      unbook(q, 0);
      for (let j = 0; j < (count[q] as number); j++) option[held[q * longest + j] as number] = -1;
      count[q] = 0;
      book(q, 0);
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
    if (evaluate(item, o, sequence, position) === NOWHERE) return false;
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
    widest,
    touched,
    touchedCount: () => touchedCount,
    /** Points, without those for musts. */
    total: () => total,
    mustsIn: () => mustsIn,
    /** What the search maximises. */
    score: () => total + mustsIn * p.mustPoints,
    latestOf: (o: number, sequence: number) => p.latest[o * days + (sequence % days)] as number,
    endBefore,
    /** The last tick at which something could go on at a position. */
    readyBy: (sequence: number, position: number) => readyBy[sequence * stride + position] as number,
    estimate: insertions.estimate,
    isRough: insertions.isRough,
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
