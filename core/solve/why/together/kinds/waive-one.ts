import { titleOf } from "../../../../rules/in-force.ts";
import { ASKING } from "../../ways/asking.ts";
import type { TogetherKind } from "../ways.ts";

/** Leave to break one of the rules, with a signature: the edit only places the strips, the waiver is theirs to sign. */
export const waiveOne: TogetherKind = {
  id: "waive-one",
  asks: "half a working day until a waiver is signed",
  *tries({ conflict: { rules }, room }) {
    for (const ruleId of rules.members)
      yield {
        words: `Have the rule “${titleOf(ruleId, room.snapshot.tables)}” waived for them, with a signature`,
        edits: [],
        waivedRule: ruleId,
        asking: ASKING.waiver,
      };
  },
};
