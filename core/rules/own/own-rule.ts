import * as z from "zod";
import { defineRule, type Rule } from "../../model/rule.ts";
import type { OwnRule } from "../../model/rule-setting.ts";
import { shapes } from "./index.ts";

/** The id under which an own rule's findings stand: never that of a rule of the book. */
export const ownRuleId = (row: Pick<OwnRule, "id">): string => `own:${row.id}`;

/** An own rule as the list holds it. Of an unknown shape, it binds to nothing: it is reported as not judged. */
export function ownRuleOf(row: OwnRule): Rule {
  const id = ownRuleId(row);
  const shape = shapes.find((s) => s.id === row.shape);
  const source = row.reason || "Set by the production.";
  if (shape) return shape.ruleOf({ id, title: row.title, level: row.level, source });
  return defineRule({
    id,
    level: row.level,
    sentence: row.title,
    source,
    unit: "",
    params: z.never(),
    scope: "plan",
    reads: [],
    check: () => ({ violations: [], unknown: [] }),
    explain: () => "",
  });
}
