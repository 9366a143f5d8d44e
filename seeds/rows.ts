import type * as z from "zod";
import { type Entity, type EntityName, entities } from "#core/model/entities.ts";

/** A row as a seed writes it: plain strings for ids, ISO 8601 for instants. */
export type Written<N extends EntityName> = z.input<(typeof entities)[N]["schema"]>;

/** Rows of one table, read through the same schema as forms and files. @throws z.ZodError naming the row that does not fit. */
export const rows = <N extends EntityName>(
  entityName: N,
  written: readonly Written<N>[],
): readonly Entity<N>[] => {
  const schema = entities[entityName].schema as unknown as {
    decode(row: Written<N>): Entity<N>;
  };
  return written.map((row) => schema.decode(row));
};
