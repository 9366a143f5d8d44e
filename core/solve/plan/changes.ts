import type { Tables } from "../../model/entities.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placement } from "../placement.ts";

/** Strips where they stand in a plan that are to stand elsewhere, and those that leave it. */
export function changesTo(before: Tables["strip"], after: Tables["strip"]) {
  const was = new Map(before.map((strip) => [strip.id, strip]));
  const placements: Placement[] = [];
  const returned: StripId[] = [];
  for (const { id: stripId, startsAt, moduleId, rigMin, shootMin } of after) {
    const old = was.get(stripId);
    if (startsAt === null) {
      if (old && old.startsAt !== null) returned.push(stripId);
      continue;
    }
    const isThere =
      old?.startsAt === startsAt &&
      old.moduleId === moduleId &&
      old.rigMin === rigMin &&
      old.shootMin === shootMin;
    if (!isThere) placements.push({ stripId, startsAt, moduleId, rigMin, shootMin });
  }
  return { placements, returned };
}
