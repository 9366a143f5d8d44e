import { sumsOf } from "./sums.ts";

/** Sets of scenes are two words of 32 bits, sets of cast one. */
export const MOST_SCENES = 64;
export const MOST_CAST = 32;
const WORD = 32;

/** A problem small enough to be held in bits. */
export interface Piece {
  readonly scenes: number;
  readonly durations: Float64Array;
  /** Dearest first. */
  readonly pay: Float64Array;
  /** Of each scene, who plays in it. */
  readonly cast: Int32Array;
  /** Of each cast member, their scenes. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  payOf(cast: number): number;
  timeOf(low: number, high: number): number;
}

/** The lowest so many bits set, of at most 32. */
export const bitsFrom = (count: number): number => (count >= WORD ? -1 : count <= 0 ? 0 : (1 << count) - 1);

/** Durations of the scenes, daily pay of the cast, and of each scene the set of its cast. At most 64 scenes and 32 cast. */
export function pieceOf(durations: Float64Array, pay: Float64Array, cast: Int32Array): Piece {
  const low = new Int32Array(MOST_CAST);
  const high = new Int32Array(MOST_CAST);
  for (const [scene, members] of cast.entries())
    for (let rest = members; rest; rest &= rest - 1) {
      const member = 31 - Math.clz32(rest & -rest);
      const word = scene < WORD ? low : high;
      word[member] = (word[member] as number) | (1 << (scene % WORD));
    }
  const lowTime = sumsOf(durations.subarray(0, WORD));
  const highTime = sumsOf(durations.subarray(WORD));
  return {
    scenes: durations.length,
    ...{ durations, pay, cast, low, high },
    payOf: sumsOf(pay),
    timeOf: durations.length <= WORD ? lowTime : (low, high) => lowTime(low) + highTime(high),
  };
}
