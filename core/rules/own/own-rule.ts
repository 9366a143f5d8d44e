import * as z from "zod";
import { defineRule, type Rule } from "../../model/rule.ts";
import type { OwnRule } from "../../model/rule-setting.ts";
import { shapes } from "./index.ts";
import { goneOf, nameOf, type SelectionFacts } from "./selection.ts";

/** The id under which an own rule's findings stand: never that of a rule of the book. */
export const ownRuleId = (row: Pick<OwnRule, "id">): string => `own:${row.id}`;

/** What an own rule asks, from its shape and parameters; null where they do not fit, or the shape is not known here. */
export const sentenceOf = (
  { shape, params }: Pick<OwnRule, "shape" | "params">,
  facts: SelectionFacts,
): string | null =>
  shapes.find((s) => s.id === shape)?.says(params, (what) => nameOf(what, facts) ?? goneOf(what.by)) ?? null;

/** Is it called by what it asks, whatever those it names were called when it was written, and whether they are still there or not? */
export function isCalledByWhatItAsks({
  title,
  shape,
  params,
}: Pick<OwnRule, "title" | "shape" | "params">): boolean {
  const says = shapes.find((s) => s.id === shape)?.says(params, () => ANYBODY);
  if (!says) return false;
  const parts = says.split(ANYBODY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`).test(title);
}
const ANYBODY = "\u0001";

/** Why an own rule of a shape that is not known here says nothing: `There is no shape "tide".`; null where it is known. */
export const strangeShape = ({ shape }: Pick<OwnRule, "shape">): string | null =>
  shapes.some(({ id }) => id === shape) ? null : `There is no shape "${shape}".`;

/** An own rule as the list holds it. Of a shape that is not known here, perhaps another version's, it says of every plan that it was not judged. */
export function ownRuleOf(row: OwnRule): Rule {
  const id = ownRuleId(row);
  const shape = shapes.find((s) => s.id === row.shape);
  const source = row.reason || "Set by the production.";
  if (shape) return shape.ruleOf({ id, title: row.title, level: row.level, source });
  const reason = `Own rule "${row.title}" was not judged: there is no shape "${row.shape}". Change or remove it on the rules page.`;
  return defineRule({
    id,
    level: row.level,
    sentence: row.title,
    source,
    unit: "",
    params: z.unknown(),
    scope: "plan",
    reads: [],
    check: () => ({ violations: [], unknown: [{ reason, strips: [], span: null }] }),
    explain: () => row.title,
  });
}
