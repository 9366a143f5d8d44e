import { randomUUID } from "node:crypto";
import * as z from "zod";
import { err, ok, type Result } from "#core/base/result.ts";
import { name, text } from "#core/model/field.ts";
import type { Patch } from "#core/model/patch.ts";
import type { Scenario } from "#core/model/production.ts";
import { audited } from "./audit.ts";
import { scenarioFields, scenarioFromRow } from "./db/bundles.ts";
import { type Transaction, transaction } from "./db/client.ts";
import { copyTables, writePatch } from "./db/tables.ts";
import type { Failure } from "./failure.ts";
import type { User } from "./user.ts";

/**
 * Scenarios of a production; each function finds the scenario within it and gives not-found for any other:
 *   branchScenario(of, { name, note }, patch)   a full copy as it is now but for the patch, with a history of its own
 *   renameScenario(of, { name, note })
 *   makeCurrent(of)                      the plan that counts
 *   removeScenario(of)                   not the current one, and none whose call sheets went out
 * The caller has authorised.
 */

export const scenarioForm = z.object({ name, note: text });
export type ScenarioForm = z.output<typeof scenarioForm>;

export interface OfScenario {
  readonly productionId: string;
  readonly scenarioId: string;
  /** Null: the command line. */
  readonly user: User | null;
}

interface Held {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly isCurrent: boolean;
  readonly production: { readonly id: string; readonly title: string };
}

/** The scenario, with its edits held back until the transaction ends. */
async function hold(tx: Transaction, { productionId, scenarioId }: OfScenario): Promise<Held | null> {
  const [row] = await tx.$queryRaw<(Omit<Held, "production"> & { title: string })[]>`
    SELECT s."id", s."name", s."revision", s."isCurrent", p."title"
    FROM "Scenario" s JOIN "Production" p ON p."id" = s."productionId"
    WHERE s."id" = ${scenarioId} AND p."id" = ${productionId} FOR UPDATE OF s`;
  if (!row) return null;
  const { title, ...scenario } = row;
  return { ...scenario, production: { id: productionId, title } };
}

const NAME_TAKEN: Failure = {
  kind: "invalid",
  fields: { name: ["Another scenario of this production has this name"] },
};

const isTaken = async (tx: Transaction, productionId: string, called: string, exceptId = "") =>
  (await tx.scenario.count({ where: { productionId, name: called, id: { not: exceptId } } })) > 0;

const change = <T>(
  of: OfScenario,
  run: (tx: Transaction, scenario: Held) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> =>
  transaction(async (tx) => {
    const scenario = await hold(tx, of);
    return scenario ? run(tx, scenario) : err({ kind: "not-found" });
  });

export const branchScenario = (
  of: OfScenario,
  { name: called, note }: ScenarioForm,
  patch: Patch = [],
): Promise<Result<Scenario, Failure>> =>
  change(of, async (tx, from) => {
    if (await isTaken(tx, of.productionId, called)) return err(NAME_TAKEN);
    const branch = await tx.scenario.create({
      data: {
        id: randomUUID(),
        productionId: of.productionId,
        name: called,
        note,
        branchedFromId: from.id,
        branchedFromRevision: from.revision,
      },
      select: scenarioFields,
    });
    await copyTables(tx, from.id, branch.id);
    await writePatch(tx, { productionId: of.productionId, scenarioId: branch.id }, patch);
    const description = `Branched “${called}” from “${from.name}”`;
    await audited(tx, {
      action: "scenario.branched",
      user: of.user,
      production: from.production,
      description,
    });
    return ok(scenarioFromRow(branch));
  });

export const renameScenario = (
  of: OfScenario,
  { name: called, note }: ScenarioForm,
): Promise<Result<null, Failure>> =>
  change(of, async (tx, { id, name: before, production }) => {
    if (await isTaken(tx, of.productionId, called, id)) return err(NAME_TAKEN);
    await tx.scenario.update({ where: { id }, data: { name: called, note } });
    const description = `Renamed “${before}” to “${called}”`;
    await audited(tx, { action: "scenario.renamed", user: of.user, production, description });
    return ok(null);
  });

export const makeCurrent = (of: OfScenario): Promise<Result<null, Failure>> =>
  change(of, async (tx, { id, name: called, isCurrent, production }) => {
    if (isCurrent) return ok(null);
    await tx.scenario.updateMany({
      where: { productionId: of.productionId, isCurrent: true },
      data: { isCurrent: false },
    });
    await tx.scenario.update({ where: { id }, data: { isCurrent: true } });
    const description = `Made “${called}” the current scenario`;
    await audited(tx, { action: "scenario.made-current", user: of.user, production, description });
    return ok(null);
  });

export const removeScenario = (of: OfScenario): Promise<Result<null, Failure>> =>
  change(of, async (tx, { id, name: called, isCurrent, production }) => {
    if (isCurrent)
      return err({
        kind: "refused",
        message: `“${called}” is the current scenario. Make another one current, then remove it.`,
      });
    if ((await tx.callSheet.count({ where: { scenarioId: id } })) > 0)
      return err({
        kind: "refused",
        message: `Call sheets were published from “${called}”. It stays, so that they can be explained.`,
      });
    await tx.scenario.delete({ where: { id } });
    const description = `Removed “${called}”`;
    await audited(tx, { action: "scenario.removed", user: of.user, production, description });
    return ok(null);
  });
