import * as z from "zod";
import { capital } from "../../base/format.ts";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { type EntityName, entities, type Tables } from "../entities.ts";
import { changeOf, type RowChange, removalOf } from "../patch.ts";
import { rowsReferringTo } from "../references.ts";
import { rowName, tableWords } from "../words/index.ts";
import { missing } from "./look-up.ts";
import { entityName, type Row, rowsOf, streamOf } from "./rows.ts";

const mayBeNull = (entity: EntityName, field: string): boolean =>
  (entities[entity].schema as unknown as { shape: Record<string, z.ZodType> }).shape[field]?.safeParse(null)
    .success ?? false;

const keyOf = (entity: EntityName, id: string) => `${entity}:${id}`;

/** What a list of a row still names. */
function stillNamed(entity: EntityName, row: Row, field: string, gone: ReadonlyMap<string, unknown>) {
  const target = (entities[entity].refs as Record<string, EntityName>)[field] as EntityName;
  return (row[field] as readonly string[]).filter((id) => !gone.has(keyOf(target, id)));
}

/** Adds a row to what goes, after everything that cannot be without it. */
function goWith(tables: Tables, entity: EntityName, row: Row, gone: Map<string, RowChange | null>): void {
  const key = keyOf(entity, row.id);
  gone.set(key, null);
  for (const { entity: of, id, field, isList } of rowsReferringTo(tables, entity, row.id)) {
    const referring = rowsOf(tables, of).find((r) => r.id === id);
    if (!referring || gone.has(keyOf(of, id))) continue;
    const isLoosened = isList
      ? !entities[of].goesWithLast.includes(field) || stillNamed(of, referring, field, gone).length > 0
      : mayBeNull(of, field);
    if (!isLoosened) goWith(tables, of, referring, gone);
  }
  // Again, at its end: children come first.
  gone.delete(key);
  gone.set(key, removalOf(entity, row));
}

/** Rows that lose what goes, each once. */
function loosened(tables: Tables, gone: ReadonlyMap<string, RowChange | null>): readonly RowChange[] {
  const fields = new Map<string, { entity: EntityName; row: Row; after: Record<string, unknown> }>();
  for (const change of gone.values()) {
    if (!change) continue;
    for (const { entity, id, field, isList } of rowsReferringTo(tables, change.entity, change.id)) {
      const row = rowsOf(tables, entity).find((r) => r.id === id);
      if (!row || gone.has(keyOf(entity, id))) continue;
      const known = fields.get(keyOf(entity, id)) ?? { entity, row, after: {} };
      known.after[field] = isList ? stillNamed(entity, row, field, gone) : null;
      fields.set(keyOf(entity, id), known);
    }
  }
  return [...fields.values()].map(({ entity, row, after }) =>
    changeOf<Row>(entity, row, after as Partial<Row>),
  );
}

/** Everything that goes or is loosened when a row goes, children first. */
function removal(tables: Tables, entity: EntityName, row: Row): readonly RowChange[] {
  const gone = new Map<string, RowChange | null>();
  goWith(tables, entity, row, gone);
  return [...loosened(tables, gone), ...[...gone.values()].filter((change) => change !== null)];
}

/** Removes a row of any table with everything that cannot be without it; what can, loses the reference. Undo brings all back. */
export const removeRow = defineCommand({
  id: "remove-row",
  version: 1,
  stream: ({ entity }) => streamOf(entity),
  input: z.object({ entity: entityName, id: z.string() }),

  resolve(tables, { entity, id }) {
    const row = rowsOf(tables, entity).find((r) => r.id === id);
    if (!row) return err(missing(tableWords[entity].one));
    const stream = streamOf(entity);
    const changes = removal(tables, entity, row);
    const beyond = changes.find((change) => streamOf(change.entity) !== stream);
    if (beyond)
      return err({
        message: `${capital(rowName(tables, entity, id))} is used in the plan: ${rowName(tables, beyond.entity, beyond.id)}. Take it out there first.`,
      });
    return ok(changes);
  },
});
