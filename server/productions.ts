import { randomUUID } from "node:crypto";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { type Bundle, PRODUCTION_ENTITIES, SCENARIO_ENTITIES } from "#core/model/bundle.ts";
import type { EntityName } from "#core/model/entities.ts";
import type { ProductionId, ScenarioId } from "#core/model/ids.ts";
import type { Production } from "#core/model/production.ts";
import { audited } from "./audit.ts";
import { exportBundle, insertBundleIn, productionFields, productionFromRow } from "./db/bundles.ts";
import { database, transaction } from "./db/client.ts";
import type { Row } from "./db/rows.ts";
import { rowProblem } from "./db/storable.ts";
import type { Failure } from "./failure.ts";
import type { Role } from "./permissions.ts";
import { planOfScenario, type ReportSummary, summaryOf } from "./snapshots.ts";
import type { User } from "./user.ts";

/**
 * Productions as a whole:
 *   productionsOf(user, now)                          those of a user, each with what its current scenario says
 *   createProductionFromBundle(bundle, user, slug?)   from an import, a template, a sample: under new ids
 *   exportProduction(productionId, user)              everything, for a file
 *   removeProduction(productionId, user)              for ever
 * The caller has authorised.
 */

export interface ProductionLine {
  readonly production: Production;
  readonly role: Role;
  readonly scenarioId: string | null;
  /** Null when the plan cannot be judged. */
  readonly report: ReportSummary | null;
  /** Open shoot days that are not over yet. */
  readonly daysLeft: number;
  /** The main unit's window; null where there is none. */
  readonly window: { readonly opensAt: EpochSeconds; readonly closesAt: EpochSeconds } | null;
  readonly lastChange: {
    readonly at: EpochSeconds;
    readonly authorName: string;
    readonly description: string;
  } | null;
}

const instantOf = (date: Date) => epochSeconds(date.getTime() / 1000);

/** What the current scenario says, for the list; a plan that cannot be judged does not hide the others. */
async function currentPlan(productionId: string, scenarioId: string | undefined, now: EpochSeconds) {
  const plan = scenarioId === undefined ? null : await planOfScenario(productionId, scenarioId);
  if (!plan) return { report: null, daysLeft: 0, window: null };
  const { tables } = plan.snapshot;
  const main = tables.shootWindow.filter((window) => window.unit === "main");
  const window =
    main.length === 0
      ? null
      : {
          opensAt: epochSeconds(Math.min(...main.map((w) => w.startsAt))),
          closesAt: epochSeconds(Math.max(...main.map((w) => w.endsAt))),
        };
  const daysLeft = tables.shootDay.filter((day) => !day.isClosed && day.sleepsAt > now).length;
  return { report: summaryOf(plan.report()), daysLeft, window };
}

export async function productionsOf(user: User, now: EpochSeconds): Promise<readonly ProductionLine[]> {
  const memberships = await database().membership.findMany({
    where: { userId: user.id },
    orderBy: { production: { title: "asc" } },
    select: {
      role: true,
      production: {
        select: {
          ...productionFields,
          scenarios: { where: { isCurrent: true }, select: { id: true }, take: 1 },
          edits: {
            orderBy: { createdAt: "desc" },
            take: 1,
            select: { createdAt: true, authorName: true, description: true },
          },
        },
      },
    },
  });
  const lines: ProductionLine[] = [];
  for (const { role, production: found } of memberships) {
    const { scenarios, edits, ...production } = found;
    const [edit] = edits;
    lines.push({
      production: productionFromRow(production),
      role: role as Role,
      scenarioId: scenarios[0]?.id ?? null,
      ...(await currentPlan(production.id, scenarios[0]?.id, now)),
      lastChange: edit
        ? { at: instantOf(edit.createdAt), authorName: edit.authorName, description: edit.description }
        : null,
    });
  }
  return lines;
}

const firstProblem = (tables: object, names: readonly EntityName[]): string | null => {
  for (const entity of names)
    for (const row of (tables as Readonly<Record<EntityName, readonly Row[]>>)[entity]) {
      const problem = rowProblem(entity, row);
      if (problem) return `${entity} "${row.id}", ${problem.field}: ${problem.message}.`;
    }
  return null;
};
/** Why the database cannot hold this bundle. */
const unstorable = ({ shared, scenarios }: Bundle): string | null =>
  [
    firstProblem(shared, PRODUCTION_ENTITIES),
    ...scenarios.map(({ tables }) => firstProblem(tables, SCENARIO_ENTITIES)),
  ].find((problem) => problem !== null) ?? null;

/** `the-challenge`, and where that is taken `the-challenge-2` … */
async function freeSlug(wanted: string): Promise<string> {
  const stem = wanted.slice(0, 50).replace(/-+$/, "");
  const taken = await database().production.findMany({
    where: { slug: { startsWith: stem } },
    select: { slug: true },
  });
  const known = new Set(taken.map(({ slug }) => slug));
  if (!known.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!known.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** The same production under ids of its own: one file can be imported any number of times, and owns nothing of what is there. */
const renewed = (bundle: Bundle, slug: string): Bundle => ({
  ...bundle,
  production: { ...bundle.production, id: randomUUID() as ProductionId, slug },
  scenarios: bundle.scenarios.map(({ scenario, tables }) => ({
    scenario: { ...scenario, id: randomUUID() as ScenarioId, revision: 0 },
    tables,
  })),
});

export async function createProductionFromBundle(
  bundle: Bundle,
  user: User,
  slug: string = bundle.production.slug,
): Promise<Result<Production, Failure>> {
  const problem = unstorable(bundle);
  if (problem) return err({ kind: "refused", message: problem });
  const own = renewed(bundle, await freeSlug(slug));
  await transaction(async (tx) => {
    await insertBundleIn(tx, own, user.id);
    await audited(tx, {
      action: "production.created",
      user,
      production: own.production,
      description: `Made ${own.production.title}`,
    });
  });
  return ok(own.production);
}

/** Null when there is no such production. */
export async function exportProduction(productionId: string, user: User | null): Promise<Bundle | null> {
  const bundle = await exportBundle(productionId);
  if (bundle)
    await transaction((tx) =>
      audited(tx, {
        action: "production.exported",
        user,
        production: bundle.production,
        description: `Exported ${bundle.production.title} with its contacts`,
      }),
    );
  return bundle;
}

export const removeProduction = (productionId: string, user: User | null): Promise<Result<null, Failure>> =>
  transaction(async (tx) => {
    const production = await tx.production.findUnique({
      where: { id: productionId },
      select: { id: true, title: true },
    });
    if (!production) return err({ kind: "not-found" });
    const description = `Removed ${production.title}`;
    await audited(tx, { action: "production.removed", user, production, description });
    await tx.callSheet.deleteMany({ where: { productionId } });
    await tx.scenario.deleteMany({ where: { productionId } });
    await tx.production.delete({ where: { id: productionId } });
    return ok(null);
  });
