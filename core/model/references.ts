import { ENTITY_NAMES, type EntityName, entities, type Tables } from "./entities.ts";

export interface BrokenReference {
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  /** What is wrong, in words. */
  readonly message: string;
}

type Row = { readonly id: string } & Record<string, unknown>;
const rowsOf = (tables: Tables, entity: EntityName) => tables[entity] as unknown as readonly Row[];

/** Rows with the same id in one table, and fields that name a row which is not there. */
export function brokenReferences(tables: Tables): readonly BrokenReference[] {
  const ids = new Map(
    ENTITY_NAMES.map((entity) => [entity as string, new Set(rowsOf(tables, entity).map((row) => row.id))]),
  );
  return ENTITY_NAMES.flatMap((entity) => {
    const seen = new Set<string>();
    return rowsOf(tables, entity).flatMap((row) => {
      const twice = seen.has(row.id)
        ? [{ entity, id: row.id, field: "id", message: `${entity} "${row.id}" stands twice` }]
        : [];
      seen.add(row.id);
      const missing = Object.entries(entities[entity].refs as Record<string, EntityName>).flatMap(
        ([field, target]) =>
          ([row[field]].flat() as (string | null)[])
            .filter((id) => id !== null && !ids.get(target)?.has(id))
            .map((id) => ({
              entity,
              id: row.id,
              field,
              message: `${entity} "${row.id}": there is no ${target} "${id}"`,
            })),
      );
      return [...twice, ...missing];
    });
  });
}

/** Rows of other tables that name this row: they go with it when it is removed. */
export function rowsReferringTo(
  tables: Tables,
  entity: EntityName,
  id: string,
): readonly { entity: EntityName; id: string; field: string; isList: boolean }[] {
  return ENTITY_NAMES.flatMap((other) =>
    Object.entries(entities[other].refs as Record<string, EntityName>)
      .filter(([, target]) => target === entity)
      .flatMap(([field]) =>
        rowsOf(tables, other)
          .filter((row) => ([row[field]].flat() as unknown[]).includes(id))
          .map((row) => ({ entity: other, id: row.id, field, isList: Array.isArray(row[field]) })),
      ),
  );
}
