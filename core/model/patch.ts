import { err, ok, type Result } from "../base/result.ts";
import type { EntityName, Tables } from "./entities.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * One row before and after an edit. Changed: both hold the same fields, only those that change. Added: before is null.
 * Removed: after is null. Values are the model's own (instants in epoch seconds), so a patch can be kept as JSON.
 */
export interface RowChange {
  readonly entity: EntityName;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}
/** What an edit does, row by row; parents before children where rows are added. */
export type Patch = readonly RowChange[];

/** A row that is not as the patch expects it: someone else changed it first. */
export interface PatchConflict {
  readonly entity: EntityName;
  readonly id: string;
  /** The field that differs; null when the row is gone, or is there already. */
  readonly field: string | null;
}

/** The patch that takes back. Never written by hand. */
export const inverse = (patch: Patch): Patch =>
  patch.map(({ before, after, ...row }) => ({ ...row, before: after, after: before })).reverse();

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Drops fields and rows that do not change; a patch of nothing is empty. */
export const tidy = (patch: Patch): Patch =>
  patch.flatMap((change) => {
    const { before, after } = change;
    if (before === null || after === null) return [change];
    const keys = Object.keys(after).filter((key) => !same(before[key], after[key]));
    if (keys.length === 0) return [];
    const pick = (fields: Fields) => Object.fromEntries(keys.map((key) => [key, fields[key]]));
    return [{ ...change, before: pick(before), after: pick(after) }];
  });

/** The change of some fields of a row. */
export function changeOf<T extends { readonly id: string }>(
  entity: EntityName,
  row: T,
  after: Partial<T>,
): RowChange {
  const fields = row as Fields;
  const before = Object.fromEntries(Object.keys(after).map((key) => [key, fields[key]]));
  return { entity, id: row.id, before, after: after as Fields };
}
/** A row that comes. */
export const additionOf = (entity: EntityName, row: { readonly id: string }): RowChange => ({
  entity,
  id: row.id,
  before: null,
  after: row as unknown as Fields,
});
/** A row that goes. */
export const removalOf = (entity: EntityName, row: { readonly id: string }): RowChange => ({
  entity,
  id: row.id,
  before: row as unknown as Fields,
  after: null,
});

/** The tables after a patch. Refuses, changing nothing, when a row is not as the patch expects it. */
export function applyPatch(tables: Tables, patch: Patch): Result<Tables, PatchConflict> {
  const next: Record<string, readonly { readonly id: string }[]> = {};
  for (const { entity, id, before, after } of patch) {
    const rows = next[entity] ?? tables[entity];
    const i = rows.findIndex((row) => row.id === id);
    const row = rows[i] as Fields | undefined;
    const refuse = (field: string | null) => err({ entity, id, field });
    if (before === null) {
      if (row) return refuse(null);
      next[entity] = [...rows, after as unknown as { id: string }];
      continue;
    }
    if (!row) return refuse(null);
    const stale = Object.keys(before).find((key) => !same(row[key], before[key]));
    if (stale !== undefined) return refuse(stale);
    next[entity] =
      after === null ? rows.toSpliced(i, 1) : rows.with(i, { ...row, ...after } as unknown as { id: string });
  }
  return ok({ ...tables, ...next } as Tables);
}

/** Keys that a patch writes: `strip:ID:startsAt` for a field, `strip:ID` for a row added or removed. */
export const writeKeys = (patch: Patch): readonly string[] =>
  patch.flatMap(({ entity, id, before, after }) =>
    before === null || after === null
      ? [`${entity}:${id}`]
      : Object.keys(after).map((field) => `${entity}:${id}:${field}`),
  );

/** Keys whose change by another makes a patch stale, beside those it writes: the rows it changes must still be there, whole where it removes them. */
export const readKeys = (patch: Patch): readonly string[] =>
  patch.flatMap(({ entity, id, before, after }) => {
    if (before === null) return [];
    return after === null
      ? Object.keys(before).map((field) => `${entity}:${id}:${field}`)
      : [`${entity}:${id}`];
  });
