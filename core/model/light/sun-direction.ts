import { holds, type Interval } from "../../base/interval.ts";
import { difference, profile } from "../../base/profile.ts";
import { type Degrees, degrees, type EpochSeconds, epochSeconds } from "../../base/quantity.ts";
import type { LightTable, OrbitNoon, UnknownLight } from "../light-table.ts";
import type { Pane } from "../station.ts";
import { known, once, untold } from "./light-times.ts";

/**
 * The way to the Sun in the station's axes, of length 1. Attitude +XVV: forward along the track, nadir to the Earth's
 * centre, starboard to the right of who flies forward with his head up. The few degrees by which the station flies
 * off these axes to balance its torques are left out [G].
 */
export interface SunDirection {
  readonly forward: number;
  readonly starboard: number;
  readonly nadir: number;
}

/** Noons that follow one another without one missing between them. */
const runs = once(({ noons, unknown }: LightTable): readonly (readonly OrbitNoon[])[] => {
  const gaps = unknown.map(({ span }) => span);
  const found: OrbitNoon[][] = [];
  for (const noon of noons) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && !gaps.some((gap: Interval) => gap.start < noon.at && last.at < gap.end))
      run.push(noon);
    else found.push([noon]);
  }
  return found.filter((run) => run.length > 1);
});

/** Beyond its first and last noon a run tells the direction for this share of an orbit. */
const BEYOND = 1.1;

/** From when to when a run tells the direction. */
function reachOf(run: readonly OrbitNoon[]): Interval {
  const [first, second] = [run[0] as OrbitNoon, run[1] as OrbitNoon];
  const [beforeLast, last] = [run.at(-2) as OrbitNoon, run.at(-1) as OrbitNoon];
  return {
    start: epochSeconds(first.at - (second.at - first.at) * BEYOND),
    end: epochSeconds(last.at + (last.at - beforeLast.at) * BEYOND),
  };
}

/** When the Sun's direction cannot be told, and why. */
export const directionUntold = once((table): readonly UnknownLight[] => {
  const reason = "Too little is known of the orbit to tell where the Sun stands.";
  const rest = difference(known(table), profile(runs(table).map(reachOf)));
  return [...untold(table), ...rest.map((span) => ({ span, reason }))];
});

/** The two noons between which an instant lies, or the two next to it. */
function around(table: LightTable, at: EpochSeconds): readonly [OrbitNoon, OrbitNoon] | null {
  if (table.unknown.some(({ span }) => holds(span, at))) return null;
  const away = (run: readonly OrbitNoon[]) =>
    Math.max((run[0] as OrbitNoon).at - at, at - (run.at(-1) as OrbitNoon).at, 0);
  const run = runs(table)
    .filter((each) => holds(reachOf(each), at))
    .reduce<readonly OrbitNoon[] | null>((a, b) => (a && away(a) <= away(b) ? a : b), null);
  if (!run) return null;
  let [low, high] = [0, run.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((run[middle] as OrbitNoon).at <= at) low = middle;
    else high = middle;
  }
  return [run[low] as OrbitNoon, run[high] as OrbitNoon];
}

/**
 * Where the Sun stands, from the noons: between two of them it goes once around, evenly, at the height of beta. Null
 * where the table cannot tell. Within 0.3° for the station's nearly round orbit (tested); an eccentricity e adds 115° · e.
 */
export function sunDirectionAt(table: LightTable, at: EpochSeconds): SunDirection | null {
  const pair = around(table, at);
  if (!pair) return null;
  const [a, b] = pair;
  const share = (at - a.at) / (b.at - a.at);
  const turn = 2 * Math.PI * share;
  const beta = ((a.betaDeg + share * (b.betaDeg - a.betaDeg)) * Math.PI) / 180;
  return {
    forward: -Math.cos(beta) * Math.sin(turn),
    starboard: -Math.sin(beta),
    nadir: -Math.cos(beta) * Math.cos(turn),
  };
}

const DEG = 180 / Math.PI;

/** Where on the horizon the Sun stands: 0 forward, 90 starboard, 180 aft, 270 port. */
export const azimuthOf = ({ forward, starboard }: SunDirection): Degrees =>
  degrees((Math.atan2(starboard, forward) * DEG + 360) % 360);

/** Over the plane of forward and starboard, + to the zenith. The limb lies some 20° under it. */
export const elevationOf = ({ nadir }: SunDirection): Degrees =>
  degrees(-Math.asin(Math.max(-1, Math.min(1, nadir))) * DEG);

const ALONG: Record<Pane["direction"], (sun: SunDirection) => number> = {
  forward: ({ forward }) => forward,
  aft: ({ forward }) => -forward,
  starboard: ({ starboard }) => starboard,
  port: ({ starboard }) => -starboard,
  nadir: ({ nadir }) => nadir,
  zenith: ({ nadir }) => -nadir,
};

/** Does light from there fall through a pane? What else of the station stands before it is not known. */
export const throughPane = (
  { direction, fieldOfViewDeg }: Pick<Pane, "direction" | "fieldOfViewDeg">,
  sun: SunDirection,
  otherwiseDeg: number,
): boolean => ALONG[direction](sun) >= Math.cos((fieldOfViewDeg ?? otherwiseDeg) / 2 / DEG);
