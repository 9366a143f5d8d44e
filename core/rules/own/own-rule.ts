import * as z from "zod";
import { onceOf } from "../../base/once.ts";
import type { Tables } from "../../model/entities.ts";
import { LONGEST_NAME } from "../../model/field.ts";
import { defineRule, type Rule } from "../../model/rule.ts";
import type { OwnRule } from "../../model/rule-setting.ts";
import { shapes } from "./index.ts";
import { goneOf, nameOf, type SelectionNames } from "./selection.ts";

/** The id under which an own rule's findings stand: never that of a rule of the book. */
export const ownRuleId = (row: Pick<OwnRule, "id">): string => `own:${row.id}`;

/** What an own rule asks, from its shape and parameters; null where they do not fit, or the shape is not known here. */
export const sentenceOf = (
  { shape, params }: Pick<OwnRule, "shape" | "params">,
  facts: SelectionNames,
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

/** Own rules, and the tables of what they name. */
export type OwnRuleTables = Pick<Tables, "ownRule" | "person" | "role" | "module" | "scene" | "kit">;

const rowIn = <Row extends { readonly id: string }>(rows: readonly Row[]) => ({
  get: (id: string) => rows.find((row) => row.id === id),
});

/**
 * The own rules as they are called now: one that is called by what it asks goes with the names of those it names. What it names and is
 * not there any more keeps the name that it had.
 */
export function ownRulesOf(tables: OwnRuleTables): readonly OwnRule[] {
  const { ownRule, person, role, module, scene, kit } = tables;
  return onceOf([ownRule, person, role, module, scene, kit], "own rules as they are called", () => {
    const names: SelectionNames = {
      people: rowIn(person),
      roles: rowIn(role),
      modules: rowIn(module),
      scenes: rowIn(scene),
      kit: rowIn(kit),
    };
    const called = ownRule.map((row) => {
      if (!isCalledByWhatItAsks(row)) return row;
      let isWhole = true;
      const says = shapes
        .find(({ id }) => id === row.shape)
        ?.says(row.params, (what) => {
          const found = nameOf(what, names);
          if (found === null) isWhole = false;
          return found ?? "";
        });
      const title = says?.slice(0, LONGEST_NAME);
      return title && isWhole && title !== row.title ? { ...row, title } : row;
    });
    return called.every((row, i) => row === ownRule[i]) ? ownRule : called;
  });
}

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
