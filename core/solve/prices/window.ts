import { count } from "../../base/format.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { withWindowOf } from "../../scenario/window-length.ts";
import type { Kind } from "./variant.ts";

/** Lengths that a flight might have, in days; the station's own next flights decide. Rule book: a visit of twelve. */
const LENGTHS = [8, 9, 10, 11, 12, 13, 14];

/** The window shorter and longer, with the plan's own length among the lengths. */
export const windowLengths: Kind = (snapshot) => {
  const own = snapshot.tables.shootDay.length;
  const lengths = [...new Set([...LENGTHS, own])].sort((a, b) => a - b);
  return lengths.flatMap((days) => {
    const made = withWindowOf(snapshot, days);
    return made.ok
      ? [
          {
            id: `window:${days}`,
            words: `A window of ${count(days, "day")}`,
            snapshot: made.value,
            // Nobody has to use the last day of a longer one.
            holds: days < own ? ("less" as const) : ("more" as const),
            ...(days === own ? { isIdle: true, note: "The shoot as it is." } : {}),
            grownFrom: (shorter: ScenarioSnapshot) => {
              const grown = withWindowOf(shorter, days);
              return grown.ok ? grown.value : null;
            },
          },
        ]
      : [];
  });
};
