import { isoOf } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";

/** From the Earth's centre, km, and km/s: the low orbits, with room below and above for any station. */
const DISTANCE = [6_478, 8_378] as const;
const SPEED = [6.5, 8.2] as const;
/** Farther apart than this, s, there is a gap: at the ends of a run eight such states give a position to 15 m (2 ms), and at 600 s to 4 km. */
const LONGEST_STEP = 300;
/** How far a state may lie from where the one before leads, km. Flattening, drag and burns move it by 0.3 at most in 300 s. */
const STRAY = 1;
/** The Earth's gravity, km³/s². WGS 84 (NGA.STND.0036). */
const GM = 398_600.4418;

const when = (at: number) => isoOf(epochSeconds(at));

function aloneProblem([at = 0, x = 0, y = 0, z = 0, u = 0, v = 0, w = 0]: readonly number[]): string | null {
  if (![at, x, y, z, u, v, w].every(Number.isFinite)) return "A state holds something that is no number.";
  const distance = Math.sqrt(x * x + y * y + z * z);
  const speed = Math.sqrt(u * u + v * v + w * w);
  if (distance > 1_000 * DISTANCE[0] && distance < 1_000 * DISTANCE[1])
    return `The position at ${when(at)} seems to be in metres; kilometres are wanted.`;
  if (!(distance >= DISTANCE[0] && distance <= DISTANCE[1]))
    return `The position at ${when(at)} lies ${Math.round(distance)} km from the Earth's centre: that is no low orbit.`;
  if (!(speed >= SPEED[0] && speed <= SPEED[1]))
    return `The speed at ${when(at)} is ${speed.toPrecision(3)} km/s: that is no low orbit.`;
  return null;
}

/** How far the second state lies from where gravity leads the first, km. */
function strayKm(a: readonly number[], b: readonly number[]): number {
  const dt = (b[0] as number) - (a[0] as number);
  const pull = (s: readonly number[], k: number) =>
    (-GM * (s[k] as number)) / Math.hypot(s[1] as number, s[2] as number, s[3] as number) ** 3;
  const off = [1, 2, 3].map((k) => {
    const moved = (b[k] as number) - (a[k] as number);
    const carried = (((a[k + 3] as number) + (b[k + 3] as number)) * dt) / 2;
    return moved - carried - ((pull(a, k) - pull(b, k)) * dt * dt) / 12;
  });
  return Math.hypot(...off);
}

function pairProblem(a: readonly number[], b: readonly number[]): string | null {
  const [from, to] = [a[0] as number, b[0] as number];
  if (to === from) return `There are two states at ${when(to)}.`;
  if (to < from) return `The states are out of order: ${when(to)} comes after ${when(from)}.`;
  if (to - from > LONGEST_STEP)
    return `There are no states between ${when(from)} and ${when(to)}; ${LONGEST_STEP} s is the longest step that can be interpolated.`;
  const stray = strayKm(a, b);
  return stray > STRAY
    ? `The state at ${when(to)} lies ${Math.round(stray)} km from where the one before it leads.`
    : null;
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
