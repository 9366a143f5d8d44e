import { type HoldProblem, workOf } from "#core/solve/hold-cost/problem.ts";
import { type Part, partsOf } from "#core/solve/hold-cost/reduce.ts";
import type { MiniZinc } from "./minizinc.ts";

/** What a part's cast is paid however it is ordered. */
const workIn = ({ groups, parties }: Part): number =>
  parties.reduce(
    (sum, { pay, groups: own }) => sum + own.reduce((work, g) => work + pay * (groups[g]?.duration ?? 0), 0),
    0,
  );

/** The best order that MiniZinc finds in so many seconds a part, of the same parts that CP-SAT is given; the time is its solver's own. */
export function foundByMiniZinc(peer: MiniZinc, problem: HoldProblem, seconds: number) {
  let [cost, ms, isProven] = [workOf(problem), 0, true];
  for (const part of partsOf(problem)) {
    const { groups, parties } = part;
    if (parties.length === 0) continue;
    const found = peer.solve(
      "talent.mzn",
      {
        numScenes: groups.length,
        numActors: parties.length,
        ia: parties.map(({ groups: own }) => groups.map((_, g) => (own.includes(g) ? 1 : 0))),
        c: parties.map(({ pay }) => pay),
        d: groups.map(({ duration }) => duration),
      },
      seconds,
    );
    cost += found.output === null ? Number.NaN : Number(found.output) - workIn(part);
    ms += found.ms;
    isProven &&= found.isProven;
  }
  return { cost, ms, isProven };
}
