import type { Choices } from "./choices.ts";
import type { Problem } from "./problem.ts";
import type { State } from "./state.ts";

/** So many items at most go out at once. */
const MOST_OUT = 40;

/** How often a chain of days goes on by one more. */
const GOES_ON = 0.6;

/** Which items go out together, for others and them to come in again. */
export function ruinsOf(p: Problem, state: State, choices: Choices, random: () => number) {
  const { sequences, longest, held, count, at, option } = state;
  const { free, cellsFrom, cellAt } = choices;
  const { days, optionFrom } = p;
  const below = (n: number) => Math.floor(random() * n);
  const isOut = new Uint8Array(p.items);
  const out = new Int32Array(p.items);
  let outCount = 0;

  const takeOut = (item: number): void => {
    if (isOut[item] || p.pinned[item] || (at[item] as number) < 0) return;
    isOut[item] = 1;
    out[outCount++] = item;
  };
  const takeOutAll = (sequence: number): void => {
    const base = sequence * longest;
    for (let j = 0; j < (count[sequence] as number); j++) takeOut(held[base + j] as number);
  };
  const anyFree = () => free[below(free.length)] as number;

  /** A stretch of one day, and of the days after it where that is not enough. */
  function ruinStretch(most: number): void {
    let sequence = below(sequences);
    for (
      let tries = 0;
      tries < sequences && outCount < most;
      tries++, sequence = (sequence + 1) % sequences
    ) {
      const n = count[sequence] as number;
      const length = Math.min(n, most - outCount);
      const from = below(n - length + 1);
      for (let j = 0; j < length; j++) takeOut(held[sequence * longest + from + j] as number);
    }
  }
  /** The days on which an item could stand, mostly one that is left out. */
  function ruinRivals(): void {
    let item = anyFree();
    if (random() < 0.7)
      for (let tries = 0; tries < 12 && (at[item] as number) >= 0; tries++) item = anyFree();
    const from = cellsFrom[item] as number;
    const some = (cellsFrom[item + 1] as number) - from;
    for (let twice = random() < 0.5 ? 2 : 1; twice > 0; twice--) {
      const cell = cellAt[from + below(some)] as number;
      takeOutAll((p.unit[Math.floor(cell / days)] as number) * days + (cell % days));
    }
  }
  /** The days on which what is left out could stand, then those on which what has to leave for it could, and so on. */
  function ruinChain(): void {
    let item = leftOut();
    do {
      const from = cellsFrom[item] as number;
      const cell = cellAt[from + below((cellsFrom[item + 1] as number) - from)] as number;
      const before = outCount;
      takeOutAll((p.unit[Math.floor(cell / days)] as number) * days + (cell % days));
      if (outCount === 0) return;
      item = out[outCount > before ? before + below(outCount - before) : below(outCount)] as number;
    } while (outCount < MOST_OUT && random() < GOES_ON);
  }
  /** Something that is left out, a must before all else; anything where nothing is. */
  function leftOut(): number {
    let other = -1;
    const from = below(free.length);
    for (let k = 0; k < free.length; k++) {
      const item = free[(from + k) % free.length] as number;
      if ((at[item] as number) >= 0) continue;
      if (p.must[item]) return item;
      if (other < 0) other = item;
    }
    return other < 0 ? anyFree() : other;
  }
  /** What needs the same configuration. */
  function ruinAlike(most: number): void {
    const like = p.class[optionFrom[anyFree()] as number] as number;
    const from = below(free.length);
    for (let k = 0; k < free.length && outCount < most; k++) {
      const item = free[(from + k) % free.length] as number;
      if ((at[item] as number) >= 0 && p.class[option[item] as number] === like) takeOut(item);
    }
  }
  function ruinAny(most: number): void {
    for (let k = 0; k < most; k++) takeOut(anyFree());
  }

  return {
    isOut,
    /** The first `count` of them. */
    out,
    count: () => outCount,
    pick(): void {
      outCount = 0;
      const most = 1 + Math.floor(random() * random() * (MOST_OUT - 2));
      const mode = random();
      if (mode < 0.35) ruinChain();
      else if (mode < 0.58) ruinStretch(most);
      else if (mode < 0.77) ruinRivals();
      else if (mode < 0.87) ruinAlike(most);
      else ruinAny(most);
    },
    /** None is out any more. */
    clear(): void {
      for (let k = 0; k < outCount; k++) isOut[out[k] as number] = 0;
    },
  };
}
