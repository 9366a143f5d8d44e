import { isoOf } from "../base/instant.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { BlockKind, CrewBlock } from "../model/block.ts";
import { addRows } from "../model/command/add-rows.ts";
import { changeRow } from "../model/command/change-row.ts";
import { moveStrips } from "../model/command/move-strips.ts";
import type { EntityName } from "../model/entities.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import { JOB_NAMES, type Job } from "../model/job.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
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

/** Somebody more on a strip: "Dubrov as spotter on scene 12". */
export const assigned = (
  { strip, scene }: Pick<Placed, "strip" | "scene">,
  job: Job,
  { id: personId, shortName }: Pick<Person, "id" | "shortName">,
): Repair => ({
  ...added("assignment", {
    id: `${strip.id}:${job}:${personId}`.slice(0, 64),
    stripId: strip.id,
    job,
    personId,
  }),
  words: `${shortName} as ${JOB_NAMES[job].toLowerCase()} on scene ${scene.number}`,
});

export const blockId = (personId: PersonId, kind: BlockKind, startsAt: EpochSeconds): string =>
  `${personId}:${kind}:${startsAt}`.slice(0, 64);

/** A time of day that the plan does not hold yet, for one person. */
export const blockAdded = (
  {
    personId,
    kind,
    title,
    source,
    moduleId = null,
    deviceId,
  }: Pick<CrewBlock, "personId" | "kind" | "title" | "source"> &
    Partial<Pick<CrewBlock, "moduleId" | "deviceId">>,
  startsAt: EpochSeconds,
  durationMin: number,
): Repair =>
  added("crewBlock", {
    ...{ id: blockId(personId, kind, startsAt), personId, kind, title, source },
    ...{ startsAt: isoOf(startsAt), durationMin, earliestAt: null, latestAt: null, moduleId },
    ...(deviceId ? { deviceId } : {}),
  });

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
