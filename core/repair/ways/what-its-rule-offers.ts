import type { Finding } from "../../model/finding.ts";
import type { Breach, Repair } from "../../model/rule.ts";
import { groupsOf } from "../../rules/groups.ts";
import { allInForce } from "../../rules/in-force.ts";
import type { Search, Way } from "../way.ts";

/** The rule is asked again for the finding's group, and says the same of it. */
export const whatItsRuleOffers: Way = {
  id: "what-its-rule-offers",
  tried: "what the rule itself offers",
  tries: 16,
  offers: 3,
  concerns: (search) => offersOf(search).length > 0,
  attempts: offersOf,
};

function offersOf({ checked: { snapshot, facts }, finding }: Search): readonly Repair[] {
  const inForce = allInForce(snapshot.tables).find(({ rule }) => rule.id === finding.ruleId);
  if (!inForce) return [];
  const group = groupsOf(inForce.rule.scope, facts).find(({ key }) => key === finding.groupKey);
  const offers = group ? inForce.rule.mend(inForce.params, group) : [];
  return offers.find(({ breach }) => isOf(breach, finding))?.repairs ?? [];
}

const isOf = (breach: Breach, { message, span, strips }: Finding): boolean =>
  breach.message === message && breach.span?.start === span?.start && breach.strips.join() === strips.join();
