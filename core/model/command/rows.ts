import * as z from "zod";
import { capital } from "../../base/format.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Refusal } from "../command.ts";
import { ENTITY_NAMES, type EntityName, entities, type Tables } from "../entities.ts";
import { tableWords } from "../words/index.ts";

/** What the commands over any table share: parsing a row by its own schema, and holding its references. */
export type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

export const entityName = z.enum(ENTITY_NAMES as [EntityName, ...EntityName[]]);
export const rawRow = z.record(z.string(), z.json());

/** Where edits of a table are counted. */
export const streamOf = (entity: EntityName) => entities[entity].stream;
/** A table, whichever; its own row type forgotten. */
export const rowsOf = (tables: Tables, entity: EntityName) => tables[entity] as unknown as readonly Row[];

/** Scene, set-up …: an entity's name, or a field's, as people say it. */
export const spoken = (name: string): string =>
  name
    .replace(/Min$/, "Minutes")
    .replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)
    .replace("set up", "set-up");

/** A row from its outside form; refused with the field at fault. */
export function parseRow(entity: EntityName, raw: unknown): Result<Row, Refusal> {
  const parsed = z.safeDecode(entities[entity].schema as unknown as z.ZodType<Row, never>, raw as never);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".");
  return err({
    message: `${capital(tableWords[entity].one)}: ${issue?.message ?? "not valid"}`,
    ...(field ? { field } : {}),
  });
}

/** The row in its outside form: instants as ISO texts. */
export const rawOf = (entity: EntityName, row: Row): Record<string, unknown> =>
  z.encode(entities[entity].schema as unknown as z.ZodType<Row, Record<string, unknown>>, row);

/** Refuses a row that names another which is not there. `added` holds rows that come with the same edit. */
export function checkReferences(
  tables: Tables,
  entity: EntityName,
  row: Row,
  added: ReadonlySet<string> = new Set(),
): Refusal | null {
  for (const [field, target] of Object.entries(entities[entity].refs as Record<string, EntityName>)) {
    for (const id of [row[field]].flat() as (string | null | undefined)[]) {
      if (id === null || id === undefined || added.has(`${target}:${id}`)) continue;
      if (!rowsOf(tables, target).some((other) => other.id === id))
        return { message: `The ${tableWords[target].one} that this names is gone. Choose another.`, field };
    }
  }
  return null;
}
