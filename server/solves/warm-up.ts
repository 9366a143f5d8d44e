import { tablesOf } from "#core/model/bundle.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import { withProposal } from "#core/solve/placement.ts";
import { type ProposeBudget, propose } from "#core/solve/propose.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";

/** Days that are lost one after another, each planned anew: what is done after a change is seldom done otherwise. */
const LOST_DAYS = 6;

/** As it comes in a message: V8 tells objects that were made otherwise apart, and compiles for those that it has met. */
const asInMessage = (snapshot: ScenarioSnapshot): ScenarioSnapshot => structuredClone(snapshot);

/**
 * Plans the sample, of which every rule has something to say, then plans it again, then without one day or another, and forgets it:
 * what ran often is compiled from then on. `budget`: of each of the first two plans; the others take half.
 */
export function warmUp(budget: ProposeBudget): void {
  const { production, shared, scenarios } = theChallenge();
  const [main] = scenarios;
  if (!main || budget.isStopped?.()) return;
  const snapshot = asInMessage(snapshotOf(production, main.scenario, tablesOf(shared, main.tables)));
  const asked = { snapshot, freedom: "free", movePoints: USUAL_MOVE_POINTS, seed: 1 } as const;
  const found = propose(asked, budget);
  if (!found) return;
  const planned = asInMessage(withProposal(snapshot, found));
  propose({ ...asked, snapshot: planned }, budget);
  const soon = budget.seconds === undefined ? budget : { ...budget, seconds: budget.seconds / 2 };
  for (let lost = 0; lost < LOST_DAYS && !budget.isStopped?.(); lost++) {
    const shootDay = planned.tables.shootDay.map((day, d) => (d === lost ? { ...day, isClosed: true } : day));
    propose(
      { ...asked, snapshot: asInMessage({ ...planned, tables: { ...planned.tables, shootDay } }) },
      soon,
    );
  }
}
