import type { Tables } from "#core/model/entities.ts";
import { type CheckReport, keepsFromFitting, type Verdict } from "#core/model/finding.ts";
import type { LightTable } from "#core/model/light-table.ts";
import type { Production } from "#core/model/production.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { type Checked, startCheck } from "#core/rules/check.ts";
import { lightKey, lightOf, snapshotOf } from "#core/scenario/snapshot.ts";
import { productionFields, productionFromRow, scenarioFields, scenarioFromRow } from "./db/bundles.ts";
import { database } from "./db/client.ts";
import { loadPlan, type StoredPlan } from "./db/tables.ts";
import { keptOnce, recent } from "./kept.ts";

/**
 * Snapshots and reports, built once per revision of a scenario and of its production and kept for whoever asks next:
 *   snapshotOfScenario(productionId, scenarioId)   the snapshot, or null when there is no such scenario in the production
 *   reportOfScenario(productionId, scenarioId)     check(snapshot), likewise
 *   planOfScenario(productionId, scenarioId)       both, of the same revision
 */

interface KeptPlan extends StoredPlan {
  readonly light: LightTable;
  /** Judged when first asked for. */
  checked?: Checked;
  /** The revision of the scenario that was judged last: what differs from it is all that need be judged again. */
  readonly before: Checked | null;
}
const plans = () => keptOnce("plans", () => recent<KeptPlan>(24));
const lights = () => keptOnce("lights", () => recent<LightTable>(12));

/** Most edits leave the light as it is. */
export function lightFor(tables: Tables): LightTable {
  const key = lightKey(tables);
  const known = lights().get(key) ?? lightOf(tables);
  lights().set(key, known);
  return known;
}

/** Keeps the tables of a revision for the next who asks: from the database, or those an edit has just made. */
export function keepPlan(scenarioId: string, plan: StoredPlan): KeptPlan {
  const last = plans().get(scenarioId);
  const kept = { ...plan, light: lightFor(plan.tables), before: last?.checked ?? last?.before ?? null };
  plans().set(scenarioId, kept);
  return kept;
}

/** What is kept of a scenario, if it is of just these revisions. */
export function keptPlan(scenarioId: string, of: Omit<StoredPlan, "tables">): KeptPlan | null {
  const kept = plans().get(scenarioId);
  return kept &&
    kept.createdAt.getTime() === of.createdAt.getTime() &&
    kept.revision === of.revision &&
    kept.productionRevision === of.productionRevision
    ? kept
    : null;
}

/** A report in four numbers and a word. */
export interface ReportSummary {
  readonly verdict: Verdict;
  /** Minutes; negative when the plan needs more than there is. */
  readonly inHandMin: number;
  readonly hard: number;
  readonly soft: number;
  readonly unknown: number;
  readonly waived: number;
}
export function summaryOf({ verdict, minutes, findings }: CheckReport): ReportSummary {
  const violations = findings.filter((finding) => finding.kind === "violation");
  const waived = violations.filter((finding) => finding.waiverId !== null).length;
  const hard = violations.filter(keepsFromFitting).length;
  return {
    verdict,
    inHandMin: minutes.inHand,
    hard,
    soft: violations.length - hard - waived,
    waived,
    unknown: findings.length - violations.length,
  };
}

export interface PlanOfScenario {
  readonly snapshot: ScenarioSnapshot;
  /** The revision of what all scenarios of the production share. */
  readonly productionRevision: number;
  /** Judged when first asked for. */
  report(): CheckReport;
}

export async function planOfScenario(
  productionId: string,
  scenarioId: string,
): Promise<PlanOfScenario | null> {
  const head = await database().scenario.findFirst({
    where: { id: scenarioId, productionId },
    select: {
      ...scenarioFields,
      createdAt: true,
      production: { select: { ...productionFields, revision: true } },
    },
  });
  if (!head) return null;
  const { production: productionRow, createdAt, ...scenarioRow } = head;
  const { revision: productionRevision, ...ownRow } = productionRow;
  let plan = keptPlan(scenarioId, { createdAt, revision: scenarioRow.revision, productionRevision });
  if (!plan) {
    const stored = await loadPlan(productionId, scenarioId);
    if (!stored) return null;
    plan = keepPlan(scenarioId, stored);
  }
  const kept = plan;
  const production: Production = productionFromRow(ownRow);
  // Tables may be a moment newer than the head: the revision is theirs.
  const scenario = scenarioFromRow({ ...scenarioRow, revision: kept.revision });
  const snapshot = snapshotOf(production, scenario, kept.tables, kept.light);
  return {
    snapshot,
    productionRevision: kept.productionRevision,
    report: () => {
      kept.checked ??= kept.before?.after(snapshot) ?? startCheck(snapshot);
      return kept.checked.report;
    },
  };
}

export const snapshotOfScenario = async (productionId: string, scenarioId: string) =>
  (await planOfScenario(productionId, scenarioId))?.snapshot ?? null;

export const reportOfScenario = async (productionId: string, scenarioId: string) =>
  (await planOfScenario(productionId, scenarioId))?.report() ?? null;
