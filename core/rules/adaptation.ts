import type { EpochSeconds } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { Person } from "../model/person.ts";

/** Not a rule: who is new to weightlessness, and since when. */

/**
 * Launches of a first-time flyer; empty for who has flown before and for the ground, who have nothing to adapt to. Null: they fly for the
 * first time and no flight up is known.
 */
export function firstLaunches(
  person: Pick<Person, "id" | "firstFlight" | "category">,
  { launches }: Pick<Facts, "launches">,
): readonly EpochSeconds[] | null {
  if (!person.firstFlight || person.category === "ground-crew") return [];
  return launches.get(person.id)?.slice(0, 1) ?? null;
}
