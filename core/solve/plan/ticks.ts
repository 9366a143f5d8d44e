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
  return {
    tickS,
    origin,
    days,
    of,
    ofMinutes: (min) => Math.ceil((min * 60) / tickS - 1e-9),
    startOf: (placed) => of(shootOf(placed)),
    lengthOf: (placed) => Math.max(1, Math.ceil((placed.span.end - shootOf(placed)) / tickS)),
    pairsOf(starts) {
      let next = 0;
      return days.map(({ from, to }) => {
        const pairs: number[] = [];
        while (next < starts.length && of(starts[next] as number) < from) next++;
        for (; next < starts.length; next++) {
          const tick = of(starts[next] as number);
          if (tick >= to) break;
          if (pairs.length > 0 && pairs.at(-1) === tick - 1) pairs[pairs.length - 1] = tick;
          else pairs.push(tick, tick);
        }
        return pairs;
      });
    },
  };
}
