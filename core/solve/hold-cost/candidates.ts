/** In place of a number of candidates: the only one costs nothing there and nobody new comes. Less than any number. */
export const FREE = -1;

/**
 * Which of `count` scenes are worth shooting next at an end where `waiting` wait; their indices go to `out`. Scene s is not, when
 * a scene t of those left has everybody of s and, besides, only people who wait: t first costs no more (Garcia de la Banda,
 * Stuckey, Chu 2011).
 */
export function candidates(waiting: number, cast: Int32Array, count: number, out: Int32Array): number {
  for (let i = 0; i < count; i++)
    if (cast[i] === waiting) {
      out[0] = i;
      return FREE;
    }
  let found = 0;
  for (let i = 0; i < count; i++) {
    const own = cast[i] as number;
    const outside = ~(waiting | own);
    let isBehind = false;
    for (let j = 0; j < count && !isBehind; j++) {
      const other = cast[j] as number;
      isBehind = (own & ~other) === 0 && (other & outside) === 0 && (own !== other || j < i);
    }
    if (!isBehind) out[found++] = i;
  }
  return found;
}
