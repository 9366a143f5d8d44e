import { once } from "../../base/once.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";

/** What may be moved: `open`: only what lies in the boneyard finds a place; `free`: everything that is neither pinned nor shot. */
export const FREEDOMS = ["open", "free"] as const;
export type Freedom = (typeof FREEDOMS)[number];

/** Strips of a plan, by what planning may do with them. */
export interface Parted {
  /** Stand where they stand, whatever is proposed. */
  readonly fixed: readonly Placed[];
  /** Find a place, or none. */
  readonly free: readonly Strip[];
}

export function partedBy(snapshot: ScenarioSnapshot, facts: Facts, freedom: Freedom): Parted {
  const free = snapshot.tables.strip.filter((strip) => {
    const { isPinned, status, startsAt } = strip;
    if (startsAt === null ? status === "shot" : isPinned || status === "shot" || freedom === "open")
      return false;
    // Without a set-up to shoot there is nothing to plan: in the boneyard it stays there, in the plan where it stands.
    return (facts.setUpsOfStrip.get(strip.id) ?? []).some((setUp) => !setUp.isShot);
  });
  const isFree = new Set<StripId>(free.map((strip) => strip.id));
  return { fixed: [...facts.placed.values()].filter(({ strip }) => !isFree.has(strip.id)), free };
}

/** The same row for the same: who has looked at it before knows it again. */
const unplaced = (strip: Strip): Strip =>
  once(strip, "unplaced", () => ({ ...strip, startsAt: null, moduleId: null }));

/** The plan with only what is fixed in place. */
export function bareOf(snapshot: ScenarioSnapshot, free: readonly Strip[]): ScenarioSnapshot {
  const isFree = new Set(free.map((strip) => strip.id));
  const strip = snapshot.tables.strip.map((s) => (isFree.has(s.id) && s.startsAt !== null ? unplaced(s) : s));
  return { ...snapshot, tables: { ...snapshot.tables, strip } };
}
