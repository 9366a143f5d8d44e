import type { StripId } from "../../model/ids.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";

/** The plan with some strips taken off the board; what is pinned or shot stays where it is. */
export const boneyardOf = (snapshot: ScenarioSnapshot, ids: ReadonlySet<StripId>): ScenarioSnapshot => ({
  ...snapshot,
  tables: {
    ...snapshot.tables,
    strip: snapshot.tables.strip.map((strip) =>
      ids.has(strip.id) && !strip.isPinned && strip.status !== "shot"
        ? { ...strip, startsAt: null, moduleId: null }
        : strip,
    ),
  },
});
