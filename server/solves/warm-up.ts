import { tablesOf } from "#core/model/bundle.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import type { LinearSolver } from "#core/solve/engine/linear.ts";
import { withProposal } from "#core/solve/placement.ts";
import { type ProposeBudget, propose } from "#core/solve/propose.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";

/** Any that is large enough for all of a search to be run often. */
const SIZE = { scenes: 40, days: 8, seed: 1 };

/** Plans a shoot drawn at random, plans it again, and forgets it: what ran often is compiled from then on. `budget`: of each. */
export function warmUp(solver: LinearSolver, budget: ProposeBudget): void {
  const { production, shared, scenarios } = syntheticProduction(SIZE);
  const [main] = scenarios;
  if (!main || budget.isStopped?.()) return;
  const snapshot = snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
  const asked = { snapshot, freedom: "free", movePoints: 10, seed: 1, solver } as const;
  const found = propose(asked, budget);
  if (found) propose({ ...asked, snapshot: withProposal(snapshot, found) }, budget);
}
