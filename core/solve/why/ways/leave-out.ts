import { returnStrips } from "../../../model/command/return-strips.ts";
import type { Repair } from "../../../model/rule.ts";
import { stayingIn } from "../member.ts";
import { nameOfStrip } from "../told.ts";
import { ASKING } from "./asking.ts";
import { unpinned } from "./unpinned.ts";
import type { Kind } from "./way.ts";

/** A strip in the way goes to the boneyard, and from there to wherever it fits beside the one that comes in. */
const seek = (isOut: boolean): Kind["attempts"] =>
  function* attempts({ at: { bare }, conflict }) {
    const { facts } = bare;
    for (const id of conflict.members.flatMap((m) => stayingIn(m) ?? [])) {
      const strip = facts.strips.get(id);
      if (strip?.status !== "planned") continue;
      const name = nameOfStrip(facts, id);
      const back: Repair = { commandId: returnStrips.id, input: { stripIds: [id] } };
      const first = strip.isPinned ? "Unpin and " : "";
      const verb = isOut ? "leave out" : "move";
      yield {
        words: `${first ? `${first}${verb}` : verb.replace(/^./, (c) => c.toUpperCase())} scene ${name}`,
        edits: [...unpinned(strip), back],
        placement: null,
        asking: strip.isPinned ? ASKING.unpin : 0,
        ...(isOut ? {} : { moves: [id] }),
      };
    }
  };

export const moveOther: Kind = {
  id: "move-other",
  asks: "the reason of a pin, thought through again",
  attempts: seek(false),
};
export const leaveOut: Kind = {
  id: "leave-out",
  asks: "the reason of a pin, thought through again",
  attempts: seek(true),
};
