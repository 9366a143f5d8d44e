import { nameOfStrip } from "../../told.ts";
import { ASKING } from "../../ways/asking.ts";
import { unpinned } from "../../ways/unpinned.ts";
import type { TogetherKind } from "../ways.ts";

/** A strip that is pinned in the way may move. */
export const unpinOne: TogetherKind = {
  id: "unpin-one",
  asks: "the reason of a pin, thought through again",
  *tries({ room: { facts }, conflict: { pins } }) {
    for (const id of pins.members) {
      const strip = facts.strips.get(id);
      if (strip?.isPinned)
        yield {
          words: `Unpin scene ${nameOfStrip(facts, id)}`,
          edits: unpinned(strip),
          asking: ASKING.unpin,
        };
    }
  },
};
