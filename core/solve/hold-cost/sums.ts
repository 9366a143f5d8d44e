/** So many bits are looked up at once. */
const BITS = 11;
const MASK = (1 << BITS) - 1;

/** The sum of each subset of `weights`, from `from` on. */
function table(weights: Float64Array, from: number): Float64Array {
  const held = Math.max(0, Math.min(BITS, weights.length - from));
  const sums = new Float64Array(1 << held);
  for (let set = 1; set < sums.length; set++)
    sums[set] = (sums[set & (set - 1)] as number) + (weights[from + 31 - Math.clz32(set & -set)] as number);
  return sums;
}

/** Sums of weights over a set of bits; at most 32 weights. */
export function sumsOf(weights: Float64Array): (set: number) => number {
  const [low, middle, high] = [table(weights, 0), table(weights, BITS), table(weights, 2 * BITS)];
  if (weights.length <= 2 * BITS)
    return (set) => (low[set & MASK] as number) + (middle[set >>> BITS] as number);
  return (set) =>
    (low[set & MASK] as number) +
    (middle[(set >>> BITS) & MASK] as number) +
    (high[set >>> (2 * BITS)] as number);
}
