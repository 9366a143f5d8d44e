import type { Interval } from "../base/interval.ts";
import { type Profile, profile, within } from "../base/profile.ts";
import { epochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { LightTable, SunCrossing } from "../model/light-table.ts";

/** The colour in the window begins before the first contact and outlasts the last. Guess of the rule book (`window-light`). */
const BEFORE: Minutes = minutes(4);
const AFTER: Minutes = minutes(3);

/** The minutes around one kind of crossing, less the margin on both sides, inside the window. */
export function aroundContacts(kind: SunCrossing["kind"], { crossings, window }: LightTable): Profile {
  const spans = crossings.flatMap(({ kind: of, firstContact, lastContact, margin }): Interval[] => {
    const start = epochSeconds(firstContact - BEFORE * 60 + margin);
    const end = epochSeconds(lastContact + AFTER * 60 - margin);
    return of === kind && start < end ? [{ start, end }] : [];
  });
  return within(profile(spans), window);
}
