import type { RuleBook } from "../model/words/word.ts";
import { allInForce, titleOf } from "../rules/in-force.ts";
import { rules } from "../rules/index.ts";
import { shapes } from "../rules/own/index.ts";
import { fieldsOf, type ParameterField } from "../rules/parameters/fields.ts";
import { inSentence, valueText } from "../rules/parameters/words.ts";

const schemaOf = (id: string) => [...rules, ...shapes].find((each) => each.id === id)?.params;

// Drawn from a schema once: an edit of many rules asks for each many times.
const fields = new Map<string, readonly ParameterField[]>();
function fieldsFor(id: string): readonly ParameterField[] {
  const known = fields.get(id);
  if (known) return known;
  const schema = schemaOf(id);
  const drawn = schema ? fieldsOf(schema) : [];
  fields.set(id, drawn);
  return drawn;
}

/** The book and the shapes of own rules, for who tells of edits. */
export const ruleBook: RuleBook = {
  titleOf,
  defaultsOf(ruleId) {
    const defaults = rules.find(({ id }) => id === ruleId)?.params.safeParse({});
    return defaults?.success ? (defaults.data as Record<string, unknown>) : {};
  },
  parameterOf(id, name) {
    const field = fieldsFor(id).find((each) => each.name === name);
    return field ? { title: inSentence(field.title), text: (value) => valueText(field, value) } : null;
  },
  unitOf: (ruleId, tables) => allInForce(tables).find(({ rule }) => rule.id === ruleId)?.rule.unit ?? "",
};
