import * as z from "zod";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { ENTITY_NAMES, type EntityName, entities } from "#core/model/entities.ts";
import { instant } from "#core/model/field.ts";

/** What the tables of the database have in common, worked out from the list of entities: nothing here knows a single one. */

export type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Where a row belongs. */
export interface Scope {
  readonly productionId: string;
  readonly scenarioId: string | null;
}

const shapeOf = (entity: EntityName): Readonly<Record<string, z.ZodType>> => entities[entity].schema.shape;

const isInstant = (field: z.ZodType): boolean =>
  (field as unknown) === instant ||
  (field instanceof z.ZodNullable && isInstant(field.unwrap() as z.ZodType));

const perEntity = <T>(of: (entity: EntityName) => T) =>
  Object.fromEntries(ENTITY_NAMES.map((entity) => [entity, of(entity)])) as Readonly<Record<EntityName, T>>;

/** Names of the columns, but for those that say where a row belongs. */
export const columnsOf = perEntity((entity) => Object.keys(shapeOf(entity)));
export const instantsOf = perEntity(
  (entity) => new Set(columnsOf[entity].filter((field) => isInstant(shapeOf(entity)[field] as z.ZodType))),
);

/** The name of an entity's table, quoted for SQL. */
export const tableName = (entity: EntityName): string => `"${entity[0]?.toUpperCase()}${entity.slice(1)}"`;

const dateOf = (at: unknown) => (at === null ? null : new Date(Math.round((at as EpochSeconds) * 1000)));

/** Fields of a row of the model as the database wants them: instants as dates. */
export function storedFields(entity: EntityName, fields: Readonly<Record<string, unknown>>) {
  const stored: Record<string, unknown> = {};
  for (const name of columnsOf[entity])
    if (name in fields) stored[name] = instantsOf[entity].has(name) ? dateOf(fields[name]) : fields[name];
  return stored;
}

/** The columns that say where a row belongs. */
export const placeOf = (entity: EntityName, { productionId, scenarioId }: Scope) =>
  entities[entity].stream === "scenario" ? { productionId, scenarioId } : { productionId };

const readers = perEntity((entity) => z.array(entities[entity].schema as unknown as z.ZodType<Row, unknown>));

/**
 * Rows as the database's JSON gives them, which is the outside form of the model: instants as ISO texts.
 * @throws z.ZodError when the database holds what the model does not allow.
 */
export const rowsFrom = (entity: EntityName, raw: unknown): readonly Row[] =>
  z.decode(readers[entity], raw as never);

/**
 * Rows in the outside form, as the database's JSON takes them.
 * @throws z.ZodError when the model does not allow one: what cannot be read again is not written.
 */
export const rowsTo = (entity: EntityName, rows: readonly Row[]): readonly object[] =>
  z.encode(readers[entity], [...rows]) as readonly object[];
