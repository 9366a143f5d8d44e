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

/** Everything that goes or is loosened when a row goes, children first. */
function removal(tables: Tables, entity: EntityName, row: Row, gone: Set<string>): RowChange[] {
  gone.add(`${entity}:${row.id}`);
  const loosened: RowChange[] = [];
  for (const other of rowsReferringTo(tables, entity, row.id)) {
    if (gone.has(`${other.entity}:${other.id}`)) continue;
    const referring = rowsOf(tables, other.entity).find((r) => r.id === other.id);
    if (!referring) continue;
    if (other.isList) {
      const rest = (referring[other.field] as readonly string[]).filter((id) => id !== row.id);
      loosened.push(changeOf<Row>(other.entity, referring, { [other.field]: rest } as Partial<Row>));
    } else if (mayBeNull(other.entity, other.field)) {
      loosened.push(changeOf<Row>(other.entity, referring, { [other.field]: null } as Partial<Row>));
    } else loosened.push(...removal(tables, other.entity, referring, gone));
  }
  return [...loosened, removalOf(entity, row)];
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
    const changes = removal(tables, entity, row, new Set());
    const beyond = changes.find((change) => streamOf(change.entity) !== stream);
    if (beyond)
      return err({
        message: `${capital(rowName(tables, entity, id))} is used in the plan: ${rowName(tables, beyond.entity, beyond.id)}. Take it out there first.`,
      });
    const removed = new Set(changes.filter((c) => c.after === null).map((c) => `${c.entity}:${c.id}`));
    return ok(changes.filter((c) => c.after === null || !removed.has(`${c.entity}:${c.id}`)));
  },
});
