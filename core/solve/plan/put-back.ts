import type { Strip } from "../../model/strip.ts";
import type { Checked } from "../../rules/check.ts";
import type { Placement } from "../placement.ts";

/** A strip that has a place, as a placement; null for one in the boneyard. */
const placementOf = ({ id: stripId, startsAt, moduleId, rigMin, shootMin }: Strip): Placement | null =>
  startsAt === null ? null : { stripId, startsAt, moduleId, rigMin, shootMin };

const isThere = (a: Strip, b: Strip): boolean => a.startsAt === b.startsAt && a.moduleId === b.moduleId;

/**
 * Puts strips back to where they stood, one after another, wherever the plan is no worse for it: what gains nothing by moving has not
 * moved. `accepts`: whether a plan may stand for the best one.
 */
export function putBack(
  best: Checked,
  {
    free,
    judged,
    accepts,
    isOver,
  }: {
    /** What may move, as it stood. */
    readonly free: readonly Strip[];
    judged(placements: readonly Placement[]): Checked;
    accepts(plan: Checked, instead: Checked): boolean;
    isOver(): boolean;
  },
): Checked {
  let now = best;
  for (const was of free) {
    const is = now.facts.strips.get(was.id);
    if (was.startsAt === null || !is || isThere(was, is)) continue;
    if (isOver()) break;
    const standing = free.flatMap(({ id }) => {
      const strip = id === was.id ? was : now.facts.strips.get(id);
      return (strip && placementOf(strip)) ?? [];
    });
    const next = judged(standing);
    if (accepts(next, now)) now = next;
  }
  return now;
}
