import { namedInSentence } from "../../../rules/in-force.ts";
import type { OwnRuleTables } from "../../../rules/own/own-rule.ts";
import { tiers } from "../../../rules/tiers.ts";
import type { Objective } from "../../propose.ts";

/** What a way out costs, in priority points, and of what it is made. */
export interface Priced {
  /** What is asked, and what the plan is worth less than with what was asked about in for nothing. */
  readonly price: number;
  /** Its parts, the dearest first: what is asked of others, and what each soft rule takes or, below 0, gives. They add up to the price. */
  readonly parts: readonly PricePart[];
}
export interface PricePart {
  /** A soft rule; null: what is asked. */
  readonly ruleId: string | null;
  /** As people call the rule: `few moves`, `own rule "Nothing nice"`; null: what is asked. */
  readonly rule: string | null;
  readonly points: number;
}

/** Of the plans before and after; `gain`: what the plan is worth more for being in at all, which is not given back in the price. */
export function pricedOf(
  { asking, gain }: { readonly asking: number; readonly gain: number },
  before: Objective,
  after: Objective,
  tables: OwnRuleTables,
): Priced {
  const points = new Map<string | null, number>([[null, asking]]);
  const add = (ruleId: string | null, more: number) => points.set(ruleId, (points.get(ruleId) ?? 0) + more);
  for (const part of before.parts) add(part.ruleId, -part.points);
  for (const part of after.parts) add(part.ruleId, part.points);
  add(tiers.id, gain);
  const rounded = (sum: number) => Math.round(sum * 10) / 10;
  const parts = [...points]
    .map(([ruleId, sum]) => ({
      ruleId,
      rule: ruleId && namedInSentence(ruleId, tables),
      points: rounded(sum),
    }))
    .filter((part) => part.points !== 0)
    .sort((a, b) => b.points - a.points);
  return { price: rounded(parts.reduce((sum, part) => sum + part.points, 0)), parts };
}
