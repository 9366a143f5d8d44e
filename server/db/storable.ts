import * as z from "zod";
import { type EntityName, entities } from "#core/model/entities.ts";
import { instantsOf, type Row } from "./rows.ts";

/** PostgreSQL's integer; the model's whole numbers may be larger where nobody said otherwise. */
const LARGEST = 2_147_483_647;
/** The first instant that ISO 8601 and PostgreSQL write alike: 0001-01-01T00:00:00Z; and the last of year 9999. */
const EARLIEST_S = -62_135_596_800;
const LATEST_S = 253_402_300_799;

/** PostgreSQL's text holds every character but this. */
const hasNul = (value: unknown): boolean =>
  typeof value === "string"
    ? value.includes("\u0000")
    : value !== null && typeof value === "object"
      ? Object.entries(value).some(([key, inner]) => key.includes("\u0000") || hasNul(inner))
      : false;

export interface RowProblem {
  /** Of the row; with dots where it lies deeper. */
  readonly field: string;
  readonly message: string;
}

/** Why the database cannot hold this row, or the model would not read it again; null when all is well. */
export function rowProblem(entity: EntityName, row: Row): RowProblem | null {
  for (const [field, value] of Object.entries(row)) {
    if (hasNul(value)) return { field, message: "A text cannot hold the character NUL" };
    if (typeof value !== "number") continue;
    const fits = instantsOf[entity].has(field)
      ? EARLIEST_S <= value && value <= LATEST_S
      : Math.abs(value) <= LARGEST;
    if (!fits) return { field, message: "This is beyond what can be kept" };
  }
  const fits = z.safeEncode(entities[entity].schema as unknown as z.ZodType<Row, unknown>, row);
  const issue = fits.success ? undefined : fits.error.issues[0];
  return issue ? { field: issue.path.join("."), message: issue.message } : null;
}
