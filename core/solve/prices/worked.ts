import type { Changes, Proposal } from "../propose.ts";
import { lesser, type Plan, planned } from "./ordered.ts";
import type { Proof } from "./proof.ts";

/**
 * What a search for prices has come to, which another goes on from: nothing but what was searched for and proved, in the order in which
 * it was; the rest follows. Plain data.
 */
export interface Worked {
  readonly basis: Basis;
  /** Of each thing that was to be looked for, by its id. */
  readonly rows: readonly WorkedRow[];
}

/** The shoot as it is. */
interface Basis extends Plan {
  readonly changes: Changes;
  readonly bound: number | null;
  /** What of the bound the duals prove. */
  readonly proved: number | null;
  readonly isSettled: boolean;
  readonly duals: readonly (readonly [string, number])[];
}

export interface WorkedRow extends Plan {
  readonly id: string;
  readonly bound: number | null;
  readonly byDuals: number | null;
  /** Its plan, where something goes on from it: the next amount, or all that follows because it is the best by then. */
  readonly changes: Changes | null;
}

export function basisOf(plan: Proposal | null, prove: (plan: Proposal) => Proof): Basis | null {
  if (!plan) return null;
  const { bound, isSettled, duals } = prove(plan);
  const { placements, returned } = plan;
  return {
    ...planned(plan),
    changes: { placements, returned },
    ...{ bound: lesser(plan.bound, bound), proved: bound, isSettled, duals: [...duals] },
  };
}
