import { onceOf } from "../base/once.ts";
import type { Finding } from "../model/finding.ts";
import type { Breach, Mendable } from "../model/rule.ts";
import { groupsOf } from "../rules/groups.ts";
import { allInForce } from "../rules/in-force.ts";
import type { Search } from "./way.ts";

/** What its rule offers and asks for, where it is asked again for the finding's group and says the same of it. */
export const mendableOf = ({ checked, finding }: Search): Pick<Mendable, "repairs" | "wants"> =>
  onceOf([finding, checked], "mendable", () => {
    const { snapshot, facts } = checked;
    const inForce = allInForce(snapshot.tables).find(({ rule }) => rule.id === finding.ruleId);
    const group = inForce && groupsOf(inForce.rule.scope, facts).find(({ key }) => key === finding.groupKey);
    const all = group ? inForce.rule.mend(inForce.params, group) : [];
    return all.find(({ breach }) => isOf(breach, finding)) ?? { repairs: [], wants: [] };
  });

const isOf = (breach: Breach, { message, span, strips }: Finding): boolean =>
  breach.message === message && breach.span?.start === span?.start && breach.strips.join() === strips.join();
