import type { Interval } from "../../base/interval.ts";
import type { EpochSeconds } from "../../base/quantity.ts";
import type { Placed } from "../../model/placed.ts";
import type { ProblemSpec } from "../engine/problem.ts";
import { GRID_S } from "./starts.ts";

/** Time in the engine's ticks, from a moment of the grid. */
export interface Ticks {
  /** Seconds in one. */
  readonly tickS: number;
  readonly origin: number;
  readonly days: ProblemSpec["days"];
  of(at: number): number;
  /** So many minutes, in whole ticks. */
  ofMinutes(min: number): number;
  startOf(placed: Placed): number;
  lengthOf(placed: Placed): number;
  /** What starts there are on each day, as pairs of the first and last of those that follow on each other; starts in order. */
  pairsOf(starts: readonly EpochSeconds[]): readonly (readonly number[])[];
}

const shootOf = ({ shoot, span }: Placed) => shoot?.start ?? span.end;

/** `stretches`: shoot days, in order and apart. */
export function ticksFrom(stretches: readonly Interval[], tickS: number): Ticks {
  const origin = Math.floor((stretches[0]?.start ?? 0) / GRID_S) * GRID_S;
  const of = (at: number) => (at - origin) / tickS;
  const days = stretches.map(({ start, end }) => ({
    from: Math.max(0, Math.ceil(of(start))),
    to: Math.floor(of(end)),
  }));
  const pairs = new WeakMap<readonly EpochSeconds[], readonly (readonly number[])[]>();
  return {
    tickS,
    origin,
    days,
    of,
    ofMinutes: (min) => Math.ceil((min * 60) / tickS - 1e-9),
    startOf: (placed) => of(shootOf(placed)),
    lengthOf: (placed) => Math.max(1, Math.ceil((placed.span.end - shootOf(placed)) / tickS)),
    pairsOf(starts) {
      const known = pairs.get(starts);
      if (known) return known;
      let next = 0;
      const found = days.map(({ from, to }) => {
        const own: number[] = [];
        while (next < starts.length && of(starts[next] as number) < from) next++;
        for (; next < starts.length; next++) {
          const tick = of(starts[next] as number);
          if (tick >= to) break;
          if (own.length > 0 && own.at(-1) === tick - 1) own[own.length - 1] = tick;
          else own.push(tick, tick);
        }
        return own;
      });
      pairs.set(starts, found);
      return found;
    },
  };
}
