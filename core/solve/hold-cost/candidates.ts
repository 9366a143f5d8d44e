/**
 * Which of `count` scenes are worth shooting next while `waiting` wait; their indices go to `out`, and how many they are is
 * returned. A scene whose cast are those who wait costs nothing and brings nobody: it is the only one. Scene s is none when a
 * scene t of those left has everybody of s and, besides, only people who wait: t before s costs no more (Garcia de la Banda,
 * Stuckey, Chu 2011).
 */
export function candidates(waiting: number, cast: Int32Array, count: number, out: Int32Array): number {
  for (let i = 0; i < count; i++)
    if (cast[i] === waiting) {
      out[0] = i;
      return 1;
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
