import type { ProductionTables, ScenarioTables } from "#core/model/bundle.ts";
import { PRODUCTION_ENTITIES, SCENARIO_ENTITIES, tablesOf } from "#core/model/bundle.ts";
import { ENTITY_NAMES, type EntityName, type Tables } from "#core/model/entities.ts";
import type { Patch } from "#core/model/patch.ts";
import { type Database, database, type Transaction } from "./client.ts";
import {
  columnsOf,
  placeOf,
  type Row,
  rowsFrom,
  rowsTo,
  type Scope,
  storedFields,
  tableName,
} from "./rows.ts";

/** Reading and writing all tables of a plan, by the list of entities. */

type Reader = Pick<Database, "$queryRawUnsafe">;

/** What the client offers for every table alike. */
interface Delegate {
  updateMany(args: { where: object; data: object }): Promise<{ count: number }>;
  deleteMany(args: { where: object }): Promise<{ count: number }>;
}
const delegateOf = (tx: Transaction, entity: EntityName) => tx[entity] as unknown as Delegate;

/** `{ "strip": [rows], … }` as SQL; `where` holds the condition. Ordered by id, in every collation the same. */
const jsonOf = (entities: readonly EntityName[], where: string): string => {
  const pairs = entities.map((entity) => {
    const columns = columnsOf[entity].map((column) => `"${column}"`).join(", ");
    return `'${entity}', (SELECT coalesce(json_agg(r ORDER BY r."id" COLLATE "C"), '[]')
      FROM (SELECT ${columns} FROM ${tableName(entity)} WHERE ${where}) r)`;
  });
  return `json_build_object(${pairs.join(",\n")})`;
};

const SHARED = jsonOf(PRODUCTION_ENTITIES, '"productionId" = $1');
const OWN = jsonOf(SCENARIO_ENTITIES, '"productionId" = $1 AND "scenarioId" = $2');

const OF_ALL = jsonOf(
  SCENARIO_ENTITIES,
  '"scenarioId" IN (SELECT "id" FROM "Scenario" WHERE "productionId" = $1)',
);

const decode = (json: string, entities: readonly EntityName[]) => {
  const raw = JSON.parse(json) as Record<EntityName, unknown>;
  return Object.fromEntries(entities.map((entity) => [entity, rowsFrom(entity, raw[entity])]));
};

/** The tables of one moment, and which edits they hold. */
export interface StoredPlan {
  /** Of the scenario: an id may be used again when a production is removed and imported anew. */
  readonly createdAt: Date;
  readonly revision: number;
  readonly productionRevision: number;
  readonly tables: Tables;
}

export async function loadShared(productionId: string, db: Reader = database()): Promise<ProductionTables> {
  const [found] = await db.$queryRawUnsafe<{ shared: string }[]>(
    `SELECT ${SHARED}::text AS shared`,
    productionId,
  );
  return decode(found?.shared ?? "{}", PRODUCTION_ENTITIES) as unknown as ProductionTables;
}

/** All tables of a scenario and of its production, in one statement and so of one moment; null when there is no such scenario. */
export async function loadPlan(
  productionId: string,
  scenarioId: string,
  db: Reader = database(),
): Promise<StoredPlan | null> {
  type Found = Omit<StoredPlan, "tables"> & { shared: string; own: string };
  const [found] = await db.$queryRawUnsafe<Found[]>(
    `SELECT s."createdAt", s."revision", p."revision" AS "productionRevision", ${SHARED}::text AS shared, ${OWN}::text AS own
     FROM "Scenario" s JOIN "Production" p ON p."id" = s."productionId" WHERE p."id" = $1 AND s."id" = $2`,
    productionId,
    scenarioId,
  );
  if (!found) return null;
  const shared = decode(found.shared, PRODUCTION_ENTITIES) as unknown as ProductionTables;
  const own = decode(found.own, SCENARIO_ENTITIES) as unknown as ScenarioTables;
  const { createdAt, revision, productionRevision } = found;
  return { createdAt, revision, productionRevision, tables: tablesOf(shared, own) };
}

/**
 * What an edit of the shared tables must look at: they, and the rows of every scenario, in which the same id stands once for each
 * scenario that has it.
 */
export async function loadAcrossScenarios(productionId: string, db: Reader): Promise<Tables> {
  const [found] = await db.$queryRawUnsafe<{ shared: string; own: string }[]>(
    `SELECT ${SHARED}::text AS shared, ${OF_ALL}::text AS own`,
    productionId,
  );
  return tablesOf(
    decode(found?.shared ?? "{}", PRODUCTION_ENTITIES) as unknown as ProductionTables,
    decode(found?.own ?? "{}", SCENARIO_ENTITIES) as unknown as ScenarioTables,
  );
}

/** @throws Error when there is no such scenario in this production. */
export async function loadTables(
  productionId: string,
  scenarioId: string,
  db: Reader = database(),
): Promise<Tables> {
  const plan = await loadPlan(productionId, scenarioId, db);
  if (!plan) throw new Error("There is no such scenario in this production.");
  return plan.tables;
}

/** Adds rows of one table in one statement, however many: as JSON, the way they are read. */
function insertRows(
  tx: Transaction,
  scope: Scope,
  entity: EntityName,
  rows: readonly Row[],
): Promise<number> {
  const place = placeOf(entity, scope);
  const columns = [...Object.keys(place), ...columnsOf[entity]].map((column) => `"${column}"`).join(", ");
  const written = rowsTo(entity, rows).map((row) => ({ ...row, ...place }));
  return tx.$executeRawUnsafe(
    `INSERT INTO ${tableName(entity)} (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::${tableName(entity)}, $1::json)`,
    JSON.stringify(written),
  );
}

/** Adds rows of several tables, parents before children. */
export async function insertTables(
  tx: Transaction,
  scope: Scope,
  tables: Partial<Tables>,
  entities: readonly EntityName[],
): Promise<void> {
  for (const entity of entities) {
    const rows = (tables[entity] ?? []) as unknown as readonly Row[];
    if (rows.length > 0) await insertRows(tx, scope, entity, rows);
  }
}

/** Rows of each table that the patch adds, or removes, in the order of the list. */
const byEntity = (changes: Patch): readonly (readonly [EntityName, Patch])[] =>
  ENTITY_NAMES.map(
    (entity) => [entity, changes.filter((change) => change.entity === entity)] as const,
  ).filter(([, own]) => own.length > 0);

/**
 * Writes a patch: rows are added parents first, then changed, then removed children first, so that every reference holds throughout.
 * @throws Error when a row is not as the patch says: the caller holds the lock and has looked.
 */
export async function writePatch(tx: Transaction, scope: Scope, patch: Patch): Promise<void> {
  let written = 0;
  const where = (entity: EntityName, ids: readonly string[]) => ({
    ...placeOf(entity, scope),
    id: { in: [...ids] },
  });
  for (const [entity, added] of byEntity(patch.filter(({ before }) => before === null))) {
    const rows = added.map(({ after }) => after as Row);
    written += await insertRows(tx, scope, entity, rows);
  }
  for (const { entity, id, before, after } of patch) {
    if (before === null || after === null) continue;
    const data = storedFields(entity, after);
    written += (await delegateOf(tx, entity).updateMany({ where: where(entity, [id]), data })).count;
  }
  for (const [entity, removed] of byEntity(patch.filter(({ after }) => after === null)).toReversed()) {
    const ids = removed.map(({ id }) => id);
    written += (await delegateOf(tx, entity).deleteMany({ where: where(entity, ids) })).count;
  }
  if (written !== patch.length)
    throw new Error(`${written} of ${patch.length} rows of a patch were written.`);
}

/** Copies all rows of a scenario into another of the same production. */
export async function copyTables(tx: Transaction, fromId: string, toId: string): Promise<void> {
  for (const entity of SCENARIO_ENTITIES) {
    const columns = ["productionId", ...columnsOf[entity]].map((column) => `"${column}"`).join(", ");
    await tx.$executeRawUnsafe(
      `INSERT INTO ${tableName(entity)} ("scenarioId", ${columns})
       SELECT $2, ${columns} FROM ${tableName(entity)} WHERE "scenarioId" = $1`,
      fromId,
      toId,
    );
  }
}
