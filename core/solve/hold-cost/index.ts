import { MOST_CAST, MOST_SCENES, pieceOf } from "./piece.ts";
import { polish, waitingCost } from "./polish.ts";
import { type HoldProblem, payOf, workOf } from "./problem.ts";
import { type Group, type Part, type Party, partsOf, reduce } from "./reduce.ts";
import { type Budget, search } from "./search.ts";

export interface HoldSolution {
  /** Every scene once, by its index. */
  readonly order: readonly number[];
  /** What the cast is paid in that order, waiting included. */
  readonly cost: number;
  /** No order costs less than this. */
  readonly lowerBound: number;
  /** The order is one of the cheapest. */
  readonly isProven: boolean;
  /** States that were developed. */
  readonly nodes: number;
}

/** Some 10 s and 250 MB at most. */
export const HOLD_BUDGET: Budget = { nodes: 500_000, states: 2_000_000 };

interface PartOrder {
  readonly order: readonly number[];
  readonly lowerBound: number;
  readonly nodes: number;
}

const pieceOfPart = ({ groups, parties }: Part) => {
  const cast = new Int32Array(groups.length);
  for (const [member, { groups: own }] of parties.entries())
    for (const group of own) cast[group] = (cast[group] as number) | (1 << member);
  return pieceOf(
    Float64Array.from(groups, ({ duration }) => duration),
    Float64Array.from(parties, ({ pay }) => pay),
    cast,
  );
};

/** So many who weigh most that what remains can be searched, everybody else being paid nothing. */
function withoutTheCheap(part: Part): readonly Part[] {
  const total = part.groups.reduce((sum, { duration }) => sum + duration, 0);
  const weightOf = ({ pay, groups }: Party) =>
    pay * (total - groups.reduce((sum, group) => sum + (part.groups[group]?.duration ?? 0), 0));
  const byWeight = part.parties.toSorted((a, b) => weightOf(b) - weightOf(a));
  // Numbered by their own place here, so that a group of the reduced parts says which groups of this part it holds.
  const groups: readonly Group[] = part.groups.map(({ duration }, index) => ({ scenes: [index], duration }));
  for (let kept = Math.min(MOST_CAST, byWeight.length); ; kept--) {
    const parts = reduce({ groups, parties: byWeight.slice(0, kept) });
    if (parts.every((each) => each.groups.length <= MOST_SCENES)) return parts;
  }
}

function orderOf(part: Part, budget: Budget): PartOrder {
  const as = [...part.groups.keys()];
  if (part.parties.length === 0) return { order: as, lowerBound: 0, nodes: 0 };
  if (part.groups.length <= MOST_SCENES && part.parties.length <= MOST_CAST) {
    const { order, lowerBound, nodes } = search(pieceOfPart(part), budget);
    const found = order ?? as;
    const isCheapest = waitingCost(part, found) <= lowerBound;
    return { order: isCheapest ? found : polish(part, found), lowerBound, nodes };
  }
  const rough = together(withoutTheCheap(part), budget);
  return { ...rough, order: polish(part, rough.order) };
}

/** The orders of several parts as one of what their groups hold. */
function together(parts: readonly Part[], budget: Budget): PartOrder {
  const order: number[] = [];
  let [lowerBound, nodes] = [0, 0];
  for (const part of parts) {
    const found = orderOf(part, { ...budget, nodes: budget.nodes - nodes });
    order.push(...found.order.flatMap((group) => part.groups[group]?.scenes ?? []));
    lowerBound += found.lowerBound;
    nodes += found.nodes;
  }
  return { order, lowerBound, nodes };
}

/**
 * The order of scenes in which the cast is paid least, with proof where the budget allows. The same problem and budget give the
 * same order. Problems that reduce to at most 64 groups of scenes and 32 people are searched to the end; of larger ones only the
 * dearest people are, and everybody counts when that order is improved.
 * @throws RangeError where a number is not whole or below 0, or sums are too large to be exact.
 */
export function cheapestOrder(problem: HoldProblem, budget: Budget = HOLD_BUDGET): HoldSolution {
  const { durations, cast } = problem;
  const isExact = (n: number) => Number.isSafeInteger(n) && n >= 0;
  const total = durations.reduce((sum, d) => sum + d, 0);
  const most = total * cast.reduce((sum, { pay }) => sum + pay, 0);
  if (![...durations, ...cast.map(({ pay }) => pay), total, most].every(isExact))
    throw new RangeError("Durations and pay are whole numbers, 0 or more, and sum up exactly.");
  const { order, lowerBound: waiting, nodes } = together(partsOf(problem), budget);
  const cost = payOf(problem, order);
  const lowerBound = workOf(problem) + waiting;
  return { order, cost, lowerBound, isProven: cost <= lowerBound, nodes };
}
