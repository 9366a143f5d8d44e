import { isoOf } from "../base/instant.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import { addRows } from "../model/command/add-rows.ts";
import { changeRow } from "../model/command/change-row.ts";
import { moveStrips } from "../model/command/move-strips.ts";
import type { EntityName } from "../model/entities.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import type { Job } from "../model/job.ts";
import type { Repair } from "../model/rule.ts";
import type { Strip } from "../model/strip.ts";

/** Not a rule: the edits that rules offer. */

/** Strips whose rig begins at other times, where they are. */
export const startingAt = (...moves: readonly (readonly [StripId, EpochSeconds])[]): Repair => ({
  commandId: moveStrips.id,
  input: { moves: moves.map(([stripId, at]) => ({ stripId, startsAt: isoOf(at) })) },
});

/** A strip back where it stood. */
export const standingAt = (
  stripId: StripId,
  { startsAt, moduleId, rigMin }: { readonly startsAt: EpochSeconds } & Pick<Strip, "moduleId" | "rigMin">,
): Repair => ({
  commandId: moveStrips.id,
  input: { moves: [{ stripId, startsAt: isoOf(startsAt), moduleId, rigMin }] },
});

export const assigned = (stripId: StripId, job: Job, personId: PersonId): Repair =>
  added("assignment", { id: `${stripId}:${job}:${personId}`.slice(0, 64), stripId, job, personId });

export const added = (entity: EntityName, row: Readonly<Record<string, unknown>>): Repair => ({
  commandId: addRows.id,
  input: { rows: [{ entity, row }] },
});

export const changed = (
  entity: EntityName,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Repair => ({ commandId: changeRow.id, input: { entity, id, changes } });

/** Several edits as one, carried out together or not at all. */
export const asOne = (edits: readonly Repair[]): Repair =>
  edits.length === 1 && edits[0] ? edits[0] : { commandId: "together", input: { edits } };
