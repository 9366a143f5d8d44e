import { instant } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { type Refusal, wrongUse } from "./verb.ts";

/** An instant with a zone, or a date for its midnight in UTC. */
export function readInstant(option: string, text: string): Result<EpochSeconds, Refusal> {
  try {
    return ok(instant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text));
  } catch {
    return err(
      wrongUse(
        `${option}: "${text}" is not an instant with a zone such as 2021-10-05T15:00:00Z, nor a date.`,
      ),
    );
  }
}

/** ISO 8601 in UTC, always with milliseconds: `2021-10-05T15:00:00.000Z`. */
export const isoMs = (at: EpochSeconds): string => new Date(Math.round(at * 1000)).toISOString();
