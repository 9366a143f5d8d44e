import type { LinearSolver } from "../../engine/linear.ts";
import type { Placement } from "../../placement.ts";

/** How strips are asked about. */
export interface Asking {
  isLate(): boolean;
  /** Proves more than prices alone can; see core/solve/highs. */
  readonly solver: LinearSolver | null;
  /** Another seed searches another way. */
  readonly seed: number;
  /** How many times as long a plan and a proof are looked for before it is left open; absent: once. */
  readonly effort?: number;
  /** A plan of some of them, to begin the search from; absent: the plan of today. */
  readonly from?: readonly Placement[];
  /** Only a proof is wanted: no plan is searched for; or the other way round. */
  readonly onlyProof?: boolean;
  readonly onlyPlan?: boolean;
  /** No plan is searched for with others beside them, which takes long. */
  readonly onlyAlone?: boolean;
}
