/** Steps that differ by less are the same step: NASA's are rounded to a millisecond. */
const SAME_STEP_S = 0.005;

/**
 * The indices at which states begin a new run. Ephemerides are written in even steps that begin anew wherever the
 * orbit is changed: a burn's begin and end, a docking. The one short step that leads to such a place belongs to what
 * was before; a change of step for any other reason is taken for a place too, which costs a little accuracy only.
 */
export function runStarts(times: Float64Array): number[] {
  const step = (i: number) => (times[i + 1] as number) - (times[i] as number);
  const isSame = (a: number, b: number) => Math.abs(a - b) < SAME_STEP_S;
  const starts = [0];
  let remainder = -1;
  for (let i = 1; i < times.length - 1; i++) {
    if (isSame(step(i - 1), step(i))) continue;
    const isAlone = i + 2 >= times.length || !isSame(step(i), step(i + 1));
    if (isAlone && step(i) < step(i - 1) && remainder !== i - 1) remainder = i;
    else starts.push(i);
  }
  return starts;
}
