import type { Tables } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { type Checked, startCheck } from "#core/rules/check.ts";

/** Judges states of one plan, each by what differs from the one judged before it; what was judged is remembered while it is in use. */
export function judging(): (snapshot: ScenarioSnapshot) => Checked {
  const known = new WeakMap<Tables, Checked>();
  let last: Checked | null = null;
  return (snapshot) => {
    const found = known.get(snapshot.tables);
    if (found?.snapshot.light === snapshot.light) return found;
    last = last ? last.after(snapshot) : startCheck(snapshot);
    known.set(snapshot.tables, last);
    return last;
  };
}
