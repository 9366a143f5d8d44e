import { err, ok, type Result } from "#core/base/result.ts";
import { type Refusal, wrongUse } from "./verb.ts";

/** A whole number as an option gives it, within bounds; `otherwise` where it was not given. */
export function wholeNumber(
  option: string,
  typed: string | undefined,
  { otherwise, from, to }: { readonly otherwise: number; readonly from: number; readonly to: number },
): Result<number, Refusal> {
  if (typed === undefined) return ok(otherwise);
  const value = Number(typed);
  return /^[+-]?\d+$/.test(typed.trim()) && value >= from && value <= to
    ? ok(value)
    : err(wrongUse(`${option} is a whole number from ${from} to ${to}, not "${typed}".`));
}
