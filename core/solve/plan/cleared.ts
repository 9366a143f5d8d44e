import type { StripId } from "../../model/ids.ts";
import type { Strip } from "../../model/strip.ts";
import type { Checked } from "../../rules/check.ts";
import { bareOf } from "./fixed.ts";
import { hardFindings } from "./verdict.ts";

/**
 * The plan without what breaks it, as far as that may move: of the strips that hard findings name, the one that most of them name goes
 * back to the boneyard, until none is named. So there is a plan that stands at once after a change, before any search.
 */
export function cleared(today: Checked, free: readonly Strip[]): Checked {
  const mayGo = new Map<StripId, Strip>(free.map((strip) => [strip.id, strip]));
  let now = today;
  for (;;) {
    const named = new Map<StripId, number>();
    for (const { strips } of hardFindings(now.report))
      for (const id of strips)
        if (mayGo.has(id) && now.facts.placed.has(id)) named.set(id, (named.get(id) ?? 0) + 1);
    const [most] = [...named].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const strip = most && mayGo.get(most[0]);
    if (!strip) return now;
    now = now.after(bareOf(now.snapshot, [strip]));
  }
}
