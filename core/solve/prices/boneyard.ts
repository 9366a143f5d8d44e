import type { StripId } from "../../model/ids.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";

/** Neither pinned nor shot: it can be taken off the board. */
export const isLoose = ({ isPinned, status }: Strip): boolean => !isPinned && status !== "shot";

/** The plan with some strips taken off the board; what is pinned or shot stays where it is. */
export const boneyardOf = (snapshot: ScenarioSnapshot, ids: ReadonlySet<StripId>): ScenarioSnapshot => ({
  ...snapshot,
  tables: {
    ...snapshot.tables,
    strip: snapshot.tables.strip.map((strip) =>
      ids.has(strip.id) && isLoose(strip) ? { ...strip, startsAt: null, moduleId: null } : strip,
    ),
  },
});
