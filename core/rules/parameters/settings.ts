import type * as z from "zod";
import type { Refusal } from "../../model/command.ts";
import type { EntityName, Tables } from "../../model/entities.ts";
import type { Patch, RowChange } from "../../model/patch.ts";
import { rules } from "../index.ts";
import { shapes } from "../own/index.ts";
import { parameterProblems } from "./problems.ts";

type Fields = Readonly<Record<string, unknown>>;

const ofBook = ({ id }: Fields) => rules.find((rule) => rule.id === id)?.params;
/** What parses the parameters that a row of these tables sets. */
const schemaOf: { readonly [E in EntityName]?: (row: Fields) => z.ZodType | undefined } = {
  houseRule: ofBook,
  ruleSetting: ofBook,
  ownRule: ({ shape }) => shapes.find(({ id }) => id === shape)?.params,
};

function problemIn(tables: Tables, { entity, id, after }: RowChange): string | null {
  if (!after || !("params" in after || "shape" in after)) return null;
  const row = (tables[entity] as readonly { readonly id: string }[]).find((each) => each.id === id);
  const whole: Fields = { ...row, ...after, id };
  const schema = schemaOf[entity]?.(whole);
  const below =
    entity === "ruleSetting" ? tables.houseRule.find((each) => (each.id as string) === id)?.params : {};
  const [problem] = schema ? parameterProblems(schema, { ...below, ...(whole.params as object) }) : [];
  return problem?.message ?? null;
}

/**
 * Why an edit may not set a rule as it would; null where all parameters that it sets fit. Tables are those before it. What stands
 * already, of a file or another version, refuses nothing: the rule says that it could not judge.
 */
export function settingRefusal(tables: Tables, patch: Patch): Refusal | null {
  for (const change of patch) {
    const message = problemIn(tables, change);
    if (message) return { message, field: "params" };
  }
  return null;
}
