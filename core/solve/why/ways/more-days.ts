import { dayMonth } from "../../../base/format.ts";
import { closeDay } from "../../../model/command/close-day.ts";
import { windowEdits, withWindowOf } from "../../../scenario/window-length.ts";
import { ASKING } from "./asking.ts";
import type { Kind } from "./way.ts";

export const openDay: Kind = {
  id: "open-day",
  asks: "the waking hours of a day",
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

/** The day before the way home is lived twice: if the station grants it, and the ship home. */
export const oneMoreDay: Kind = {
  id: "one-more-day",
  asks: "the waking hours of a day",
  *attempts({ whole: { snapshot } }) {
    const days = snapshot.tables.shootDay.length + 1;
    const longer = withWindowOf(snapshot, days);
    const edits = windowEdits(snapshot, days);
    if (longer.ok)
      yield {
        words: "Stay one more day",
        edits: edits.ok ? edits.value : [],
        grantedBy: "station",
        placement: null,
        asking: ASKING.day,
        instead: longer.value,
      };
  },
};
