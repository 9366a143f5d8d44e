/** States between which nothing changes the orbit: times (s), and six numbers a state (km, km/s). At least two, in order. */
export interface Run {
  readonly times: Float64Array;
  readonly states: Float64Array;
}

/** Six numbers: x, y, z, ẋ, ẏ, ż. */
export type Six = readonly [number, number, number, number, number, number];

/** Points of the polynomial: NASA's own node times come out within 1 ms from 4-minute states with this many. */
const POINTS = 8;

/** The index of the last time that is not after `at`; 0 when all are. */
export function lastNotAfter(times: Float64Array, at: number): number {
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** As many with their velocities make a polynomial of the same degree. */
const POINTS_WITH_VELOCITY = POINTS / 2;

/**
 * The state at a time inside the run: Lagrange through the eight nearest, four on either side. Where there are not
 * as many, near a run's ends and in short runs, Hermite through the four nearest with their velocities, which does not
 * lose accuracy toward the end.
 */
export function interpolate(run: Run, at: number): Six {
  const { length } = run.times;
  const first = lastNotAfter(run.times, at) - POINTS / 2 + 1;
  if (first < 0 || first + POINTS > length) return hermite(run, at);
  const sum: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (let i = first; i < first + POINTS; i++) {
    const ti = run.times[i] as number;
    let weight = 1;
    for (let j = first; j < first + POINTS; j++) {
      const tj = run.times[j] as number;
      if (j !== i) weight *= (at - tj) / (ti - tj);
    }
    for (let k = 0; k < 6; k++) (sum[k] as number) += weight * (run.states[i * 6 + k] as number);
  }
  return sum;
}

/** The run's states nearest to a time. */
function nearestFew({ times, states }: Run, at: number): Run {
  const few = Math.min(POINTS_WITH_VELOCITY, times.length);
  const middle = lastNotAfter(times, at) - few / 2 + 1;
  const first = Math.floor(Math.min(Math.max(middle, 0), times.length - few));
  return { times: times.subarray(first, first + few), states: states.subarray(first * 6, (first + few) * 6) };
}

/** Through the nearest points, with the velocities as slopes. */
function hermite(run: Run, at: number): Six {
  const { times, states } = nearestFew(run, at);
  const sum: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < times.length; i++) {
    const { value, slope, slopeAtNode } = basis(times, i, at);
    const away = at - (times[i] as number);
    const square = value * value;
    const onPosition = (1 - 2 * slopeAtNode * away) * square;
    const onVelocity = away * square;
    const onPositionSlope = -2 * slopeAtNode * square + (1 - 2 * slopeAtNode * away) * 2 * value * slope;
    const onVelocitySlope = square + away * 2 * value * slope;
    for (let k = 0; k < 3; k++) {
      const [r, v] = [states[i * 6 + k] as number, states[i * 6 + 3 + k] as number];
      (sum[k] as number) += onPosition * r + onVelocity * v;
      (sum[k + 3] as number) += onPositionSlope * r + onVelocitySlope * v;
    }
  }
  return sum;
}

/** Lagrange's polynomial that is 1 at one time and 0 at the others: its value and slope, and its slope at that time. */
function basis(times: Float64Array, i: number, at: number) {
  const ti = times[i] as number;
  let [value, slope, slopeAtNode] = [1, 0, 0];
  for (let j = 0; j < times.length; j++) {
    if (j === i) continue;
    const width = ti - (times[j] as number);
    const factor = (at - (times[j] as number)) / width;
    slope = slope * factor + value / width;
    value *= factor;
    slopeAtNode += 1 / width;
  }
  return { value, slope, slopeAtNode };
}
