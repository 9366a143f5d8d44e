/** What the passes over a day need of it. */
interface Day {
  readonly ticks: number;
  readonly C: number;
  readonly levels: number;
  readonly classOf: Int32Array;
  readonly itemOf: Int32Array;
  readonly lengthOf: Int32Array;
  readonly leadOf: Int32Array;
  /** Rows of configurations before (C: none), columns of configurations now. */
  readonly gap: Int32Array;
  readonly cost: Int32Array;
  readonly level: Int32Array;
  readonly reward: Float64Array;
  /** Options that are worth having at these prices. */
  readonly isCandidate: Uint8Array;
  /** Variants by the tick at which their lead begins: those of tick t are eventFrom[t] to eventFrom[t + 1]. */
  readonly eventFrom: Int32Array;
  readonly events: Int32Array;
}

/** No item. */
const NOTHING = -1;
const NEVER = Number.NEGATIVE_INFINITY;

/** Room for the passes over a day, of as many ticks, configurations and levels as any has: one for all days, as they take turns. */
export type GainRoom = ReturnType<typeof gainRoomOf>;
export const gainRoomOf = (ticks: number, C: number, levels: number) => ({
  /** From a tick on, after a configuration (C: none yet). */
  gain: topTwoOf(ticks * (C + 1)),
  /** The best that can begin, with its lead, at a tick or later, by configuration and level. */
  onset: topTwoOf((ticks + 1) * C * levels),
  /** The same in any configuration, by level. */
  anyOnset: topTwoOf((ticks + 1) * levels),
  /** From the front: what can have been gained by a tick, ending in a configuration. */
  gained: topTwoOf(ticks * (C + 1)),
  /** By configuration: the best that it is followed by otherwise than in the usual way, as of the tick that is looked at. */
  odd: topTwoOf(C + 1),
  isDue: new Uint8Array(ticks),
  isStale: new Uint8Array(ticks * (C + 1)),
  /** Where the row of a tick is kept: the number of its first cell. */
  gainAt: new Int32Array(ticks),
  onsetAt: new Int32Array(ticks),
  anyAt: new Int32Array(ticks),
});

/**
 * What a day can still bring from a tick on, and what it can have brought by then, were items there again and again but never twice in
 * a row. Each cell keeps the most by one item and the most by any other; a row is kept only where it differs from the one after it.
 */
export function dayGainsOf(day: Day, room: GainRoom) {
  const { gain, onset, anyOnset, gained, odd, isDue, isStale, gainAt, onsetAt, anyAt } = room;
  const { ticks, C, levels, classOf, itemOf, lengthOf, leadOf, gap, cost, level } = day;
  const { reward, isCandidate, eventFrom, events } = day;
  const row = C + 1;
  const width = C * levels;

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
  // By configuration that is an exception: from which ones, and how.
  const reverseFrom = new Int32Array(C + 1);
  const reverse = Int32Array.from(
    exceptions.slice().sort((x, y) => (x % Math.max(1, C)) - (y % Math.max(1, C)) || x - y),
  );
  for (const way of reverse)
    for (let c = (way % C) + 1; c <= C; c++) reverseFrom[c] = (reverseFrom[c] as number) + 1;
  const exception = Int32Array.from(exceptions);
  const exceptionClass = Int32Array.from(exceptions, (way) => way % Math.max(1, C));
  const usualGaps = Int32Array.from(new Set(usual), (way) => gap[way] ?? 0);

  return {
    /** What can still be gained from a tick on after a configuration, but for the item right away. */
    after(tick: number, c: number, item: number): number {
      const at = (gainAt[tick] as number) + c;
      return (gain.by[at] === item ? gain.second[at] : gain.most[at]) as number;
    },
    /** The same beginning at a tick or later, with its lead, in a configuration on a level. */
    by(tick: number, c: number, l: number, item: number): number {
      const at = (onsetAt[tick] as number) + c * levels + l;
      return (onset.by[at] === item ? onset.second[at] : onset.most[at]) as number;
    },
    /** From behind, at the rewards as they are. */
    fromBehind(): void {
      const { most: gainMost, by: gainBy, second: gainSecond, secondBy: gainSecondBy } = gain;
      const { most: onMost, by: onBy, second: onSecond, secondBy: onSecondBy } = onset;
      const { most: excMost, by: excBy, second: excSecond, secondBy: excSecondBy } = odd;
      let [rows, onsetRows] = [0, 0];
      for (let i = 0; i < width; i++) onset.clear(i);
      for (let i = 0; i < levels; i++) anyOnset.clear(i);
      for (let b = 0; b <= C; b++) odd.clear(b);
      isDue.fill(0, 0, ticks);
      isStale.fill(0, 0, ticks * row);
      for (let t = ticks - 1; t >= 0; t--) {
        let isOpen = false;
        for (let e = eventFrom[t] as number; e < (eventFrom[t + 1] as number); e++) {
          const v = events[e] as number;
          const k = levels === 1 ? v : (v / levels) | 0;
          if (isCandidate[k] === 0) continue;
          const c = classOf[k] as number;
          const l = v - k * levels;
          const item = itemOf[k] as number;
          const after = (gainAt[t + (leadOf[v] as number) + (lengthOf[k] as number)] as number) + c;
          const more = gainBy[after] === item ? gainSecond[after] : gainMost[after];
          const worth = (reward[k] as number) + (more as number);
          const cell = c * levels + l;
          if (!onset.adds(onsetRows * width + cell, worth, item)) continue;
          if (!isOpen) {
            const before = onsetRows++ * width;
            for (let i = before; i < before + width; i++) {
              onMost[i + width] = onMost[i] as number;
              onBy[i + width] = onBy[i] as number;
              onSecond[i + width] = onSecond[i] as number;
              onSecondBy[i + width] = onSecondBy[i] as number;
            }
            for (let i = onsetRows * levels; i < (onsetRows + 1) * levels; i++) anyOnset.copy(i, i - levels);
            isOpen = true;
          }
          onset.add(onsetRows * width + cell, worth, item);
          for (let r = reverseFrom[c] as number; r < (reverseFrom[c + 1] as number); r++) {
            const way = reverse[r] as number;
            const leaves = t - (gap[way] as number);
            if (leaves < 0 || level[way] !== l) continue;
            isStale[leaves * row + ((way / C) | 0)] = 1;
            isDue[leaves] = 1;
          }
          if (anyOnset.adds(onsetRows * levels + l, worth, item)) {
            anyOnset.add(onsetRows * levels + l, worth, item);
            for (let g = 0; g < usualGaps.length; g++) {
              const leaves = t - (usualGaps[g] as number);
              if (leaves >= 0) isDue[leaves] = 1;
            }
          }
        }
        onsetAt[t] = onsetRows * width;
        anyAt[t] = onsetRows * levels;
        if (t < ticks - 1 && isDue[t] === 0) {
          gainAt[t] = gainAt[t + 1] as number;
          continue;
        }
        const here = rows++ * row;
        gainAt[t] = here;
        let [like, likeBest, likeBy, likeOther, likeOtherBy] = [-1, 0, NOTHING, NEVER, NOTHING];
        for (let b = 0; b <= C; b++) {
          if (isStale[t * row + b] === 1) {
            odd.clear(b);
            for (let e = exceptionFrom[b] as number; e < (exceptionFrom[b + 1] as number); e++) {
              const way = exception[e] as number;
              const begin = t + (gap[way] as number);
              if (begin >= ticks) continue;
              const at =
                (onsetAt[begin] as number) + (exceptionClass[e] as number) * levels + (level[way] as number);
              odd.merge(b, onset, at, -(cost[way] as number));
            }
          }
          const way = usual[b] as number;
          if (like < 0 || gap[like] !== gap[way] || cost[like] !== cost[way] || level[like] !== level[way]) {
            like = way;
            likeBest = 0;
            likeBy = NOTHING;
            likeOther = NEVER;
            likeOtherBy = NOTHING;
            const begin = t + (gap[way] as number);
            if (begin < ticks && C > 0) {
              const at = (anyAt[begin] as number) + (level[way] as number);
              const worth = (anyOnset.most[at] as number) - (cost[way] as number);
              if (worth > 0) {
                likeBest = worth;
                likeBy = anyOnset.by[at] as number;
                likeOther = (anyOnset.second[at] as number) - (cost[way] as number);
                likeOtherBy = anyOnset.secondBy[at] as number;
                if (likeOther < 0) {
                  likeOther = 0;
                  likeOtherBy = NOTHING;
                }
              }
            }
          }
          // The better of the usual ways and the others, and the best by another item than that.
          let [best, by, other, otherBy] = [likeBest, likeBy, likeOther, likeOtherBy];
          const worth = excMost[b] as number;
          if (worth > other) {
            const item = excBy[b] as number;
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
            const second = excSecond[b] as number;
            if (second > other && excSecondBy[b] !== by) {
              other = second;
              otherBy = excSecondBy[b] as number;
            }
          }
          gainMost[here + b] = best;
          gainBy[here + b] = by;
          gainSecond[here + b] = other;
          gainSecondBy[here + b] = otherBy;
        }
      }
    },
    /**
     * Meets both passes: `tell` hears of every variant and start how much the day brings with it at most. Overwrites the onsets; the
     * gains from behind stay.
     */
    withEach(tell: (variant: number, start: number, most: number) => void): void {
      for (let at = 0; at < ticks * row; at++) gained.clear(at);
      gained.add(C, 0, NOTHING);
      for (let t = 0; t < ticks; t++) {
        // What ends at a tick has begun before it.
        if (t > 0) for (let b = 0; b <= C; b++) gained.merge(t * row + b, gained, (t - 1) * row + b, 0);
        if (eventFrom[t] === eventFrom[t + 1]) continue;
        for (let c = 0; c < C; c++)
          for (let l = 0; l < levels; l++) {
            const into = c * levels + l;
            onset.clear(into);
            for (let b = 0; b <= C; b++) {
              const way = b * C + c;
              const leaves = t - (gap[way] as number);
              if (leaves >= 0 && level[way] === l)
                onset.merge(into, gained, leaves * row + b, -(cost[way] as number));
            }
          }
        for (let e = eventFrom[t] as number; e < (eventFrom[t + 1] as number); e++) {
          const v = events[e] as number;
          const k = Math.floor(v / levels);
          const c = classOf[k] as number;
          const item = itemOf[k] as number;
          const x = t + (leadOf[v] as number);
          const free = x + (lengthOf[k] as number);
          const worth = onset.without(c * levels + (v % levels), item) + (reward[k] as number);
          gained.add(free * row + c, worth, item);
          tell(v, x, worth + gain.without((gainAt[free] as number) + c, item));
        }
      }
    },
  };
}

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
    /** Whether adding would change anything. */
    adds: (at: number, worth: number, item: number): boolean =>
      worth > (item === by[at] ? (most[at] as number) : (second[at] as number)),
    copy(to: number, from: number): void {
      most[to] = most[from] as number;
      by[to] = by[from] as number;
      second[to] = second[from] as number;
      secondBy[to] = secondBy[from] as number;
    },
    clear(at: number): void {
      most[at] = NEVER;
      by[at] = NOTHING;
      second[at] = NEVER;
      secondBy[at] = NOTHING;
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
