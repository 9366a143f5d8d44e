import type { EntityName } from "../../model/entities.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { type Checked, startCheck } from "../../rules/check.ts";

/** Plans that were planned last, the last of them first: so many states of a plan somebody goes back and forth between. */
const recent: Checked[] = [];
const MOST_RECENT = 4;

/** How many tables two plans share. */
const sharedBy = ({ tables: a }: ScenarioSnapshot, { tables: b }: ScenarioSnapshot): number =>
  (Object.keys(a) as EntityName[]).filter((name) => a[name] === b[name]).length;

/**
 * A plan, judged. Where another state of it was planned a little while ago, only what differs from that is judged, and its facts are
 * the same objects wherever they say the same.
 */
export function judgedToday(snapshot: ScenarioSnapshot): Checked {
  const { production, scenario } = snapshot;
  const [nearest] = recent
    .filter(({ snapshot: was }) => was.production.id === production.id && was.scenario.id === scenario.id)
    .map((of) => ({ of, shared: sharedBy(of.snapshot, snapshot) }))
    // Of one read anew nothing is known again: to compare it row by row costs more than it saves.
    .filter(({ shared }) => shared * 2 > Object.keys(snapshot.tables).length)
    .sort((a, b) => b.shared - a.shared);
  const today = nearest ? nearest.of.after(snapshot) : startCheck(snapshot);
  const others = recent.filter((of) => of !== nearest?.of);
  recent.splice(
    0,
    recent.length,
    ...[today, ...(nearest ? [nearest.of] : []), ...others].slice(0, MOST_RECENT),
  );
  return today;
}
