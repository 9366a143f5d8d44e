import { amountText } from "../../../base/format.ts";
import { allInForce, titleOf } from "../../../rules/in-force.ts";
import { ASKING } from "./asking.ts";
import type { Kind } from "./way.ts";

/** Leave to break one rule, with a signature: the edit only places the strip, the waiver is theirs to sign. */
export const waive: Kind = {
  id: "waive",
  asks: "half a working day until a waiver is signed",
  *attempts({ nearMisses, whole: { snapshot } }) {
    const seen = new Set<string>();
    for (const { ruleId, placement, amount } of nearMisses) {
      if (seen.has(ruleId)) continue;
      seen.add(ruleId);
      const rule = allInForce(snapshot.tables).find((r) => r.rule.id === ruleId)?.rule;
      yield {
        words: `Have the rule “${titleOf(ruleId, snapshot.tables)}” waived for it (${amountText(amount, rule?.unit ?? "")}), with a signature`,
        edits: [],
        placement,
        asking: ASKING.waiver,
        waives: { ruleId, amount },
      };
    }
  },
};
