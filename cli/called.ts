import { RULE_BOOK } from "#core/rules/book.ts";
import { namedInSentence } from "#core/rules/in-force.ts";
import type { OwnRuleTables } from "#core/rules/own/own-rule.ts";

/** A rule of the book by its id, by which it is set; an own rule by its title. */
export const calledIn = (ruleId: string, tables: OwnRuleTables): string =>
  RULE_BOOK.includes(ruleId) ? ruleId : namedInSentence(ruleId, tables);
