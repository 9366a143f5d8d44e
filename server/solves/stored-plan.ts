import { minutes } from "#core/base/quantity.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Changes } from "#core/solve/propose.ts";
import type { Judged, Stand, StoredProposal } from "../db/solves.ts";
import type { PlanOfScenario } from "../snapshots.ts";
import type { ProposedPlan } from "./solving.ts";

/** A plan that was found as it is stored, and what of it another search begins with. */

/** Where each strip that moves stands in the plan, and where the proposal puts it. */
function movesOf(snapshot: ScenarioSnapshot, plan: ProposedPlan): StoredProposal["moves"] {
  const strips = new Map(snapshot.tables.strip.map((strip) => [strip.id, strip]));
  const from = (stripId: (typeof plan.returned)[number]): Stand => {
    const strip = strips.get(stripId);
    if (!strip || strip.startsAt === null) return null;
    const { startsAt, moduleId, rigMin, shootMin } = strip;
    return { startsAt, moduleId, rigMin, shootMin };
  };
  return [
    ...plan.placements.map(({ stripId, ...to }) => ({ stripId, from: from(stripId), to })),
    ...plan.returned.map((stripId) => ({ stripId, from: from(stripId), to: null })),
  ];
}

/** The same, to begin another search with. */
export const changesOf = ({ moves }: StoredProposal): Changes => ({
  placements: moves.flatMap(({ stripId, to }) =>
    to ? [{ stripId, ...to, rigMin: minutes(to.rigMin), shootMin: minutes(to.shootMin) }] : [],
  ),
  returned: moves.flatMap(({ stripId, to }) => (to ? [] : [stripId])),
});

function judgedOf(plan: PlanOfScenario): Judged {
  const report = plan.report();
  return { verdict: report.verdict, inHand: report.minutes.inHand };
}

/** `today`: the plan that it was searched from. */
export const storedOf = (today: PlanOfScenario, plan: ProposedPlan): StoredProposal => ({
  version: 1,
  moves: movesOf(today.snapshot, plan),
  objective: { ...plan.objective, parts: [...plan.objective.parts] },
  bound: plan.bound,
  gap: plan.gap,
  isOptimal: plan.isOptimal,
  setUpsIn: plan.setUpsIn,
  notes: [...plan.notes],
  judged: plan.judged && { before: judgedOf(today), after: plan.judged },
});
