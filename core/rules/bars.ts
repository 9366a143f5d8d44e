import { difference, type Profile } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { Call, Placed } from "../model/placed.ts";
import type { Bar } from "../model/rule.ts";

/** Not a rule: how rules tell the optimiser when something may not stand. */

export const ALWAYS: Profile = [{ start: epochSeconds(-8.64e12), end: epochSeconds(8.64e12) }];

/** Whenever the profile is not true. */
export const whenNot = (open: Profile): Profile => difference(ALWAYS, open);

/** Each call, and when its person may not be called. */
export const barsOfCalls = ({ calls }: Placed, never: (call: Call) => Profile): readonly Bar[] =>
  calls.flatMap((call) => {
    const times = never(call);
    return times.length > 0 ? [{ part: call.span, never: times }] : [];
  });
