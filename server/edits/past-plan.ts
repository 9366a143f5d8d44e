import type { Tables } from "#core/model/entities.ts";
import { applyPatch, inverse, type Patch } from "#core/model/patch.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { database } from "../db/client.ts";
import { lightFor, planOfScenario } from "../snapshots.ts";
import { editsOfPlan } from "./undo-chain.ts";

/** So many edits are taken back to see a plan of before. */
const REACH = 1_000;

export interface PastPlans {
  readonly before: ScenarioSnapshot;
  readonly after: ScenarioSnapshot;
}

/**
 * The plan just before one of its edits and just after another (or the same): what came since is taken back, edit by edit. Null when
 * that is too long ago, or no longer in the history.
 */
export async function plansAround(
  of: { readonly productionId: string; readonly scenarioId: string },
  firstId: string,
  lastId: string,
): Promise<PastPlans | null> {
  const [plan, edits] = await Promise.all([
    planOfScenario(of.productionId, of.scenarioId),
    database().edit.findMany({
      // Ids are made in the order of time (UUID v7).
      where: { ...editsOfPlan(of), id: { gte: firstId } },
      orderBy: { id: "desc" },
      take: REACH + 1,
      select: { id: true, patch: true },
    }),
  ]);
  if (!plan || edits.length > REACH || edits.at(-1)?.id !== firstId) return null;
  const { production, scenario } = plan.snapshot;
  const snapshot = (tables: Tables) => snapshotOf(production, scenario, tables, lightFor(tables));
  let tables = plan.snapshot.tables;
  let after: ScenarioSnapshot | null = null;
  for (const { id, patch } of edits) {
    if (id === lastId) after = snapshot(tables);
    const was = applyPatch(tables, inverse(patch as unknown as Patch));
    if (!was.ok) return null;
    tables = was.value;
  }
  return after && { before: snapshot(tables), after };
}
