import { dayMonth } from "../../../base/format.ts";
import { closeDay } from "../../../model/command/close-day.ts";
import { withWindowOf } from "../../../scenario/window-length.ts";
import { ASKING } from "./asking.ts";
import type { Kind } from "./way.ts";

export const openDay: Kind = {
  id: "open-day",
  *attempts({ at: { bare } }) {
    for (const day of bare.facts.days)
      if (day.isClosed)
        yield {
          words: `Open day ${day.number} (${dayMonth(day.wakesAt)}) again`,
          edits: [{ commandId: closeDay.id, input: { dayId: day.id, isClosed: false } }],
          placement: null,
          asking: ASKING.day,
        };
  },
};

/** The day before the way home is lived twice. */
export const oneMoreDay: Kind = {
  id: "one-more-day",
  *attempts({ whole: { snapshot } }) {
    const longer = withWindowOf(snapshot, snapshot.tables.shootDay.length + 1);
    if (longer.ok)
      yield {
        words: "Stay one more day",
        edits: [],
        placement: null,
        asking: ASKING.day,
        instead: longer.value,
      };
  },
};
