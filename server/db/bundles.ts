import {
  type Bundle,
  PRODUCTION_ENTITIES,
  SCENARIO_ENTITIES,
  type ScenarioTables,
} from "#core/model/bundle.ts";
import type { Tables } from "#core/model/entities.ts";
import type { ProductionId, ScenarioId } from "#core/model/ids.ts";
import type { Production, Scenario } from "#core/model/production.ts";
import { type Transaction, transaction } from "./client.ts";
import { insertTables, loadShared, loadTables } from "./tables.ts";

type ProductionRow = Omit<Production, "id"> & { readonly id: string };
type ScenarioRow = Omit<Scenario, "id"> & { readonly id: string };

export const productionFields = {
  id: true,
  slug: true,
  title: true,
  titleLocal: true,
  company: true,
  homeZone: true,
  homeZoneLabel: true,
  note: true,
} as const;
export const scenarioFields = { id: true, name: true, note: true, revision: true, isCurrent: true } as const;

export const productionFromRow = (row: ProductionRow): Production => ({
  ...row,
  id: row.id as ProductionId,
});
export const scenarioFromRow = (row: ScenarioRow): Scenario => ({ ...row, id: row.id as ScenarioId });

/** Stores a whole production under the ids and the slug it has. */
export async function insertBundleIn(
  tx: Transaction,
  { production, shared, scenarios }: Bundle,
  ownerUserId?: string,
): Promise<void> {
  const scope = { productionId: production.id, scenarioId: null };
  await tx.production.create({ data: production });
  if (ownerUserId !== undefined)
    await tx.membership.create({
      data: { userId: ownerUserId, productionId: production.id, role: "owner" },
    });
  // A millisecond apart, so that they stay in their order.
  const now = Date.now();
  await tx.scenario.createMany({
    data: scenarios.map(({ scenario }, i) => ({
      ...scenario,
      productionId: production.id,
      createdAt: new Date(now + i),
    })),
  });
  await insertTables(tx, scope, shared, PRODUCTION_ENTITIES);
  for (const { scenario, tables } of scenarios)
    await insertTables(tx, { ...scope, scenarioId: scenario.id }, tables, SCENARIO_ENTITIES);
}

/** The same in a transaction of its own. @throws Error when an id or the slug is taken: createProductionFromBundle gives new ones. */
export const insertBundle = (bundle: Bundle, ownerUserId?: string): Promise<void> =>
  transaction((tx) => insertBundleIn(tx, bundle, ownerUserId));

const ownTables = (tables: Tables) =>
  Object.fromEntries(
    SCENARIO_ENTITIES.map((entity) => [entity, tables[entity]]),
  ) as unknown as ScenarioTables;

/** A whole production as it is at one moment; null when there is none. Its history stays here. */
export const exportBundle = (productionId: string): Promise<Bundle | null> =>
  transaction(
    async (tx) => {
      const production = await tx.production.findUnique({
        where: { id: productionId },
        select: {
          ...productionFields,
          scenarios: { select: scenarioFields, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
        },
      });
      if (!production) return null;
      const { scenarios, ...row } = production;
      const loaded = [];
      for (const scenario of scenarios) {
        const tables = ownTables(await loadTables(productionId, scenario.id, tx));
        loaded.push({ scenario: scenarioFromRow(scenario), tables });
      }
      const shared = await loadShared(productionId, tx);
      return { production: productionFromRow(row), shared, scenarios: loaded };
    },
    { isolationLevel: "RepeatableRead" },
  );
