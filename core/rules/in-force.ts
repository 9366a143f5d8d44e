import type { Tables } from "../model/entities.ts";
import type { Rule } from "../model/rule.ts";
import type { OwnRule } from "../model/rule-setting.ts";
import { rules as bookRules } from "./index.ts";
import { type OwnRuleTables, ownRuleId, ownRuleOf, ownRulesOf, strangeShape } from "./own/own-rule.ts";

/** Not a rule: which rules judge a plan, and with which parameters. */

/** Where a parameter's value comes from: the book, the production, or the scenario. */
export type Layer = "book" | "production" | "scenario";

export interface RuleInForce {
  readonly rule: Rule;
  readonly isEnabled: boolean;
  /** Departures of the production, and over them those of the scenario; unparsed. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The layer that decides whether it judges. */
  readonly enabledBy: Layer;
  /** Layers that set each parameter; absent: the book. */
  readonly setBy: Readonly<Record<string, Layer>>;
}

type Settings = Pick<Tables, "houseRule" | "ruleSetting"> & OwnRuleTables;

/** A rule of the book with the departures of production and scenario. */
export function settingsOf(
  rule: Rule,
  { houseRule, ruleSetting }: Pick<Settings, "houseRule" | "ruleSetting">,
) {
  const house = houseRule.find((s) => (s.id as string) === rule.id);
  const own = ruleSetting.find((s) => (s.id as string) === rule.id);
  const layered = (layer: Layer, params: object = {}) =>
    Object.fromEntries(Object.keys(params).map((name) => [name, layer]));
  return {
    rule,
    isEnabled: own?.isEnabled ?? house?.isEnabled ?? true,
    params: { ...house?.params, ...own?.params },
    enabledBy: own ? "scenario" : house ? "production" : "book",
    setBy: { ...layered("production", house?.params), ...layered("scenario", own?.params) },
  } satisfies RuleInForce;
}

/** What people call a rule: "Must scenes"; an own rule by its title. Never its id: that of an own rule means nothing to anybody. */
export function titleOf(ruleId: string, tables: OwnRuleTables): string {
  const own = ownRulesOf(tables).find((row) => ownRuleId(row) === ruleId);
  if (own) return own.title;
  if (ruleId.startsWith(OWN)) return "A rule that is gone";
  const words = ruleId.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
const OWN = ownRuleId({ id: "" as OwnRule["id"] });

/** As a sentence names it: `must scenes`, `own rule "Nothing with Shipenko"`. */
export const namedInSentence = (ruleId: string, tables: OwnRuleTables): string => {
  const title = titleOf(ruleId, tables);
  const own = tables.ownRule.some((row) => ownRuleId(row) === ruleId);
  return own ? `own rule "${title}"` : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
};

const OFF_IN: Readonly<Record<Layer, string>> = {
  book: "Off",
  production: "Off in the whole production",
  scenario: "Off in this scenario",
};

/** Why a rule does not judge a plan, a sentence: `Off in this scenario: agreed with the sound editor.` */
export function whyNotJudged(ruleId: string, tables: Settings): string {
  const inForce = allInForce(tables).find(({ rule }) => rule.id === ruleId);
  if (!inForce) return "It is not there.";
  const own = tables.ownRule.find((each) => ownRuleId(each) === ruleId);
  const strange = own ? strangeShape(own) : null;
  if (inForce.isEnabled && strange) return `${strange} Change or remove the rule.`;
  if (inForce.isEnabled)
    return inForce.rule.params.safeParse(inForce.params).success
      ? "What it asks about is not known; its finding says what."
      : "Its parameters do not fit.";
  const row = { scenario: tables.ruleSetting, production: tables.houseRule, book: [] }[
    inForce.enabledBy
  ].find(({ id }) => (id as string) === ruleId);
  const reason = (own ?? row)?.reason || "no reason is given";
  return `${own ? "Off" : OFF_IN[inForce.enabledBy]}: ${reason}${/[.?!]$/.test(reason) ? "" : "."}`;
}

/** Every rule of the book in its order, then the production's own, whether they are switched on or not. */
export const allInForce = (tables: Settings, rules: readonly Rule[] = bookRules): readonly RuleInForce[] => [
  ...rules.map((rule) => settingsOf(rule, tables)),
  ...ownRulesOf(tables).map((row): RuleInForce => {
    const rule = ownRuleOf(row);
    return { rule, isEnabled: row.isEnabled, params: row.params, enabledBy: "scenario", setBy: {} };
  }),
];
