import { isoOf } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";

/** From the Earth's centre, km, and km/s: the low orbits, with room below and above for any station. */
const DISTANCE = [6_478, 8_378] as const;
const SPEED = [6.5, 8.2] as const;
/** Farther apart than this, s, there is a gap: eight such states give a position to 2 m, and at 600 s to 400 m. */
const LONGEST_STEP = 300;
/** How far a state may lie from where the one before leads, km. Flattening, drag and burns move it by 0.3 at most in 300 s. */
const STRAY = 1;
/** 1957 to 2199, as seconds from 1970. */
const EPOCHS = [-410_227_200, 7_258_118_400] as const;
/** The Earth's gravity, km³/s². WGS 84 (NGA.STND.0036). */
const GM = 398_600.4418;

const when = (at: number) => isoOf(epochSeconds(at));

function aloneProblem([at = 0, x = 0, y = 0, z = 0, u = 0, v = 0, w = 0]: readonly number[]): string | null {
  if (![at, x, y, z, u, v, w].every(Number.isFinite)) return "A state holds something that is no number.";
  if (!(at >= EPOCHS[0] && at <= EPOCHS[1]))
    return "The time of a state lies outside the years 1957 to 2199.";
  const distance = Math.sqrt(x * x + y * y + z * z);
  const speed = Math.sqrt(u * u + v * v + w * w);
  if (distance > 1_000 * DISTANCE[0] && distance < 1_000 * DISTANCE[1])
    return `The position at ${when(at)} seems to be in metres; kilometres are wanted.`;
  if (!(distance >= DISTANCE[0] && distance <= DISTANCE[1]))
    return `The position at ${when(at)} lies ${Math.round(distance)} km from the Earth's centre: that is no low orbit.`;
  if (!(speed >= SPEED[0] && speed <= SPEED[1]))
    return `The speed at ${when(at)} is ${Number(speed.toPrecision(3))} km/s: that is no low orbit.`;
  return null;
}

function pairProblem(a: readonly number[], b: readonly number[]): string | null {
  const [from, to] = [a[0] as number, b[0] as number];
  if (to === from) return `There are two states at ${when(to)}.`;
  if (to < from) return `The states are out of order: ${when(to)} comes after ${when(from)}.`;
  if (to - from > LONGEST_STEP)
    return `There are no states between ${when(from)} and ${when(to)}; ${LONGEST_STEP} s is the longest step that can be interpolated.`;
  return null;
}

/** What is wrong with states (seven numbers each), in one sentence; null when nothing is. */
export function stateProblem(states: readonly number[]): string | null {
  let before: readonly number[] | null = null;
  for (let i = 0; i < states.length; i += 7) {
    const state = states.slice(i, i + 7);
    const problem = aloneProblem(state) ?? (before ? pairProblem(before, state) : null);
    if (problem) return problem;
    before = state;
  }
  return null;
}

/** How far the second of two states lies from where gravity leads the first, km; six numbers each from `i` and `j` on. */
function strayKm(states: Float64Array, i: number, j: number, dt: number): number {
  const at = (from: number, k: number) => states[from + k] as number;
  const pull = (from: number, k: number) =>
    (-GM * at(from, k)) / Math.hypot(at(from, 0), at(from, 1), at(from, 2)) ** 3;
  const off = [0, 1, 2].map(
    (k) =>
      at(j, k) -
      at(i, k) -
      ((at(i, k + 3) + at(j, k + 3)) * dt) / 2 -
      ((pull(i, k) - pull(j, k)) * dt * dt) / 12,
  );
  return Math.hypot(...off);
}

/** Says where a state, in a frame that stands still, does not follow from the one before; null when all do. */
export function strayProblem(times: Float64Array, states: Float64Array): string | null {
  for (let i = 1; i < times.length; i++) {
    const at = times[i] as number;
    const stray = strayKm(states, (i - 1) * 6, i * 6, at - (times[i - 1] as number));
    if (!(stray <= STRAY))
      return `The state at ${when(at)} lies ${Math.round(stray)} km from where the one before it leads.`;
  }
  return null;
}
