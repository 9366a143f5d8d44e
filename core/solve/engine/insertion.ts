import type { accountsOf } from "./accounts.ts";
import type { fitterOf } from "./fit.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** No insertion. */
export const NOWHERE = Number.NEGATIVE_INFINITY;

/** What comes of an item put at a position of a sequence: of it, and of what comes after it there. */
export function insertionsOf(
  p: Problem,
  plan: Plan,
  fitter: ReturnType<typeof fitterOf>,
  { hasLeft }: Pick<ReturnType<typeof accountsOf>, "hasLeft">,
) {
  const { days, classes, levels, longest, accounts } = p;
  const { class: classOf, unit: unitOf, length: lengthOf, points: pointsOf, tagMask, optionFrom } = p;
  const { held, count, start, option, level, tagsBefore, tagsFrom, endAt, classAt } = plan;
  const { lastReady, readyBy, ordered, isOrdered, stride, tagPoints, tagsOf, tagsBeside } = plan;
  const shares = p.units > 1 && p.uses.length > 0;

  // What an insertion would come to, from its position on.
  const newItem = new Int32Array(stride);
  const newOption = new Int32Array(stride);
  const newLevel = new Int32Array(stride);
  const newStart = new Int32Array(stride);
  let newCount = 0;
  /** What it would spend more, by account, and from which accounts it would spend more or less. */
  const charge = new Int32Array(accounts);
  const charged = new Int32Array(accounts);
  const isCharged = new Uint8Array(accounts);
  let chargedCount = 0;

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

  const { between } = p;
  const ask = p.spec.between;
  /** Ticks between an item and the one right after it, beside the gap of their configurations; `before` is -1 where there is none. */
  function apart(before: number, now: number): number {
    if (between === null || before < 0) return 0;
    const known = between[before * p.items + now] as number;
    if (known >= 0) return known;
    const ticks = ask?.(before, now) ?? 0;
    between[before * p.items + now] = ticks;
    return ticks;
  }

  // The way an item is placed after what ends at a tick: the option, of those of its unit, that trades an early start for points.
  let bestStart = -1;
  let bestLevel = 0;
  function choose(
    item: number,
    sequence: number,
    day: number,
    end: number,
    before: number,
    after: number,
    mask: number,
  ): number {
    const free = end + apart(after, item);
    const unit = (sequence - day) / days;
    const from = optionFrom[item] as number;
    const to = optionFrom[item + 1] as number;
    let best = -1;
    let bestKey = Number.POSITIVE_INFINITY;
    for (let o = from; o < to; o++) {
      if (unitOf[o] !== unit) continue;
      const way = before * classes + (classOf[o] as number);
      const l = p.level[way] as number;
      const x = fitter.earliest(item, o * levels + l, day, free + (p.gap[way] as number));
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

  const itemBefore = (sequence: number, position: number): number =>
    position > 0 ? (held[sequence * longest + position - 1] as number) : -1;

  /** The last tick at which an item may end, in a configuration, so that `next` and all after it still goes. */
  function lastEnd(item: number, now: number, next: number, unit: number): number {
    const ticks = apart(item, next);
    let most = -1;
    for (let o = optionFrom[next] as number; o < (optionFrom[next + 1] as number); o++) {
      if (unitOf[o] !== unit) continue;
      const way = now * classes + (classOf[o] as number);
      const till =
        (lastReady[o * levels + (p.level[way] as number)] as number) - (p.gap[way] as number) - ticks;
      if (till > most) most = till;
    }
    return most;
  }
  /** Notes until when an item that `next` comes after may be begun with; whether that is not as it was. */
  function setLastReady(item: number, next: number, sequence: number, position: number): boolean {
    const day = sequence % days;
    const unit = (sequence - day) / days;
    let isNew = false;
    let by = -1;
    for (let o = optionFrom[item] as number; o < (optionFrom[item + 1] as number); o++) {
      if (unitOf[o] !== unit) continue;
      const till =
        (next < 0 ? (p.dayTo[day] as number) : lastEnd(item, classOf[o] as number, next, unit)) -
        (lengthOf[o] as number);
      for (let v = o * levels; v < (o + 1) * levels; v++) {
        const cell = v * days + day;
        const from = p.windowFrom[cell] as number;
        let w = (p.windowFrom[cell + 1] as number) - 1;
        while (w >= from && (p.first[w] as number) > till) w--;
        const ready = w < from ? -1 : Math.min(till, p.last[w] as number) - (p.lead[v] as number);
        if (ready !== lastReady[v]) {
          lastReady[v] = ready;
          isNew = true;
        }
        if (ready > by) by = ready;
      }
    }
    readyBy[sequence * stride + position] = by;
    return isNew;
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
    const end =
      endBefore(sequence, position) + (p.gap[way] as number) + apart(itemBefore(sequence, position), item);
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
    let lastItem = item;
    let lastBefore = before;
    const hangTogether = (ordered[sequence] as number) + (isOrdered[item] as number) > 0;
    let k = 1;
    for (let j = position; j < n; j++) {
      const next = held[base + j] as number;
      const old = option[next] as number;
      const chosen = choose(next, sequence, day, free, last, lastItem, mask);
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
      lastItem = next;
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
    const item = p.itemOf[o] as number;
    const ready =
      (endAt[cell] as number) + (p.gap[way] as number) + apart(itemBefore(sequence, position), item);
    const x = fitter.inWindows(v * days + day, ready + (p.lead[v] as number));
    if (x < 0) return NOWHERE;
    if (position < n) {
      const next = held[sequence * longest + position] as number;
      if (x + (lengthOf[o] as number) > lastEnd(item, now, next, (sequence - day) / days)) return NOWHERE;
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

  function charges(variant: number, sign: 1 | -1): void {
    for (let s = p.spendFrom[variant] as number; s < (p.spendFrom[variant + 1] as number); s++) {
      const account = p.spendAccount[s] as number;
      if (isCharged[account] === 0) {
        isCharged[account] = 1;
        charged[chargedCount++] = account;
        charge[account] = 0;
      }
      charge[account] = (charge[account] as number) + sign * (p.spendAmount[s] as number);
    }
  }
  function affordable(sequence: number, position: number): boolean {
    const day = sequence % days;
    chargedCount = 0;
    for (let k = 0; k < newCount; k++) {
      const v = (newOption[k] as number) * levels + (newLevel[k] as number);
      if (k > 0) {
        const old = held[sequence * longest + position + k - 1] as number;
        const w = (option[old] as number) * levels + (level[old] as number);
        if (w === v) continue;
        charges(w, -1);
      }
      charges(v, 1);
    }
    let isWithin = true;
    for (let z = 0; z < chargedCount; z++) {
      const account = charged[z] as number;
      isCharged[account] = 0;
      const more = charge[account] as number;
      if (isWithin && more > 0) isWithin = hasLeft(account, day, more);
    }
    return isWithin;
  }

  return {
    newItem,
    newOption,
    newLevel,
    newStart,
    newCount: () => newCount,
    choose,
    /** Of what was chosen last. */
    chosenStart: () => bestStart,
    chosenLevel: () => bestLevel,
    endBefore,
    classBefore,
    itemBefore,
    setLastReady,
    estimate,
    isRough,
    evaluate,
  };
}
