import type { EpochSeconds, Minutes } from "../base/quantity.ts";
import type { Tables } from "../model/entities.ts";
import type { ModuleId, StripId } from "../model/ids.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";

/** Where a strip goes: what the command `move-strips` takes. */
export interface Placement {
  readonly stripId: StripId;
  readonly startsAt: EpochSeconds;
  readonly moduleId: ModuleId | null;
  readonly rigMin: Minutes;
  /** Longer than the strip's own where its people still adapt to weightlessness. */
  readonly shootMin: Minutes;
}

/** The same tables with strips where the placements say. */
export function withPlacements(tables: Tables, placements: readonly Placement[]): Tables {
  const to = new Map(placements.map((p) => [p.stripId, p]));
  return {
    ...tables,
    strip: tables.strip.map((strip) => {
      const p = to.get(strip.id);
      if (!p) return strip;
      const { startsAt, moduleId, rigMin, shootMin } = p;
      // A row that stays as it is stays the same row: only what moved is judged again.
      const isThere =
        strip.startsAt === startsAt &&
        strip.moduleId === moduleId &&
        strip.rigMin === rigMin &&
        strip.shootMin === shootMin;
      return isThere ? strip : { ...strip, startsAt, moduleId, rigMin, shootMin };
    }),
  };
}

/** The plan with a proposal in it: what it places, and what it returns to the boneyard. */
export function withProposal(
  snapshot: ScenarioSnapshot,
  {
    placements,
    returned,
  }: { readonly placements: readonly Placement[]; readonly returned: readonly StripId[] },
): ScenarioSnapshot {
  const back = new Set(returned);
  const strip = snapshot.tables.strip.map((s) =>
    back.has(s.id) ? { ...s, startsAt: null, moduleId: null } : s,
  );
  return { ...snapshot, tables: withPlacements({ ...snapshot.tables, strip }, placements) };
}
