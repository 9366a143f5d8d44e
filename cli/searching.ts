import { highsSolver } from "#core/solve/highs.ts";
import { type Proposal, type ProposalProgress, type ProposeInput, propose } from "#core/solve/propose.ts";
import type { Stoppable } from "./stoppable.ts";

/** A search that keeps the best plan when it is stopped. */

export interface SearchOrder {
  readonly input: Omit<ProposeInput, "solver">;
  /** Null: as many as there is time for. */
  readonly rounds: number | null;
  readonly seconds: number;
}
export interface SearchTold {
  readonly progress: ProposalProgress;
  readonly atS: number;
}

/** Progress is told no more often. */
const EVERY_S = 0.25;

export const search: Stoppable<SearchOrder, SearchTold, Proposal | null> = async (
  { input, rounds, seconds },
  isStopped,
  tell,
) => {
  const now = () => performance.now() / 1000;
  const solver = await highsSolver();
  const began = now();
  let toldAt = Number.NEGATIVE_INFINITY;
  return propose(
    { ...input, solver },
    { ...(rounds === null ? {} : { rounds }), seconds, now, isStopped },
    (progress) => {
      if (now() - toldAt < EVERY_S) return;
      toldAt = now();
      tell({ progress, atS: toldAt - began });
    },
  );
};
