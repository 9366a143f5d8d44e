import type { Tables } from "#core/model/entities.ts";
import type { Transaction } from "../db/client.ts";
import { loadAcrossScenarios, loadPlan } from "../db/tables.ts";
import { keptPlan } from "../snapshots.ts";

/** Where edits are counted: a scenario, or what all scenarios of a production share. */
export interface Stream {
  readonly productionId: string;
  /** Null: the production's own stream. */
  readonly scenarioId: string | null;
}
export const streamId = ({ productionId, scenarioId }: Stream): string => scenarioId ?? productionId;

/** A stream as the one edit that may write now finds it. The lock on its row is the order of all edits. */
export interface HeldStream {
  readonly tables: Tables;
  /** Of the edit that is being made: the one before, and one. */
  readonly revision: number;
  readonly productionRevision: number;
  /** Of the scenario; null for the production's stream. */
  readonly createdAt: Date | null;
}

async function holdScenario(tx: Transaction, productionId: string, scenarioId: string) {
  // Shared: what the plan refers to must not go meanwhile. Edits of other scenarios do not wait for it.
  const [production] = await tx.$queryRaw<{ revision: number }[]>`
    SELECT "revision" FROM "Production" WHERE "id" = ${productionId} FOR SHARE`;
  const [scenario] = await tx.$queryRaw<{ revision: number; createdAt: Date }[]>`
    UPDATE "Scenario" SET "revision" = "revision" + 1
    WHERE "id" = ${scenarioId} AND "productionId" = ${productionId} RETURNING "revision", "createdAt"`;
  if (!production || !scenario) return null;
  const { revision, createdAt } = scenario;
  const productionRevision = production.revision;
  const kept = keptPlan(scenarioId, { createdAt, revision: revision - 1, productionRevision });
  const tables = kept?.tables ?? (await loadPlan(productionId, scenarioId, tx))?.tables;
  return tables ? { tables, revision, productionRevision, createdAt } : null;
}

async function holdProduction(tx: Transaction, productionId: string) {
  const [production] = await tx.$queryRaw<{ revision: number }[]>`
    UPDATE "Production" SET "revision" = "revision" + 1 WHERE "id" = ${productionId} RETURNING "revision"`;
  if (!production) return null;
  const tables = await loadAcrossScenarios(productionId, tx);
  return { tables, revision: production.revision, productionRevision: production.revision, createdAt: null };
}

/** Takes the next revision and the lock with it; null when there is no such stream. Undone with the transaction. */
export const holdStream = (
  tx: Transaction,
  { productionId, scenarioId }: Stream,
): Promise<HeldStream | null> =>
  scenarioId === null ? holdProduction(tx, productionId) : holdScenario(tx, productionId, scenarioId);
