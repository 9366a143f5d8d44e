import type * as z from "zod";
import { capital } from "../../base/format.ts";
import type { FactName } from "../../model/facts.ts";
import {
  defineRule,
  type Group,
  type Judged,
  type Level,
  type Rule,
  type SearchView,
} from "../../model/rule.ts";
import type { Selection } from "./selection.ts";

/** What an own rule brings beside its shape and parameters. */
export interface OwnRuleHead {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly source: string;
}

/** A common form of a rule: the parameters make it one. */
export interface Shape {
  readonly id: string;
  /** In words for the builder: "At most so many of something in so many days". */
  readonly sentence: string;
  /** What the builder draws its form from. */
  readonly params: z.ZodType;
  /** What it asks with these parameters: "At most 2 placements of Dubrov a shoot day"; null where they do not fit. */
  says(params: unknown, nameOf: NameOf): string | null;
  ruleOf(head: OwnRuleHead): Rule;
}

/** What people call a selection; one of something that is gone too. */
export type NameOf = (selection: Selection) => string;

interface ShapeSpec<P, F, R extends FactName> {
  readonly id: string;
  readonly sentence: string;
  readonly unit: string;
  readonly params: z.ZodType<P>;
  readonly reads: readonly R[];
  check(group: Group<"plan", R>, params: P): Judged<F>;
  explain(facts: F): string;
  says(params: P, nameOf: NameOf): string;
  /** How the optimiser sees it; absent: only at the end. */
  readonly search?: SearchView<P, R>;
}

/** A soft own rule costs one point a unit: enough to show, never enough to move a scene. */
const OWN_POINTS = 1;

export const defineShape = <P, F, R extends FactName>(spec: ShapeSpec<P, F, R>): Shape => ({
  id: spec.id,
  sentence: spec.sentence,
  params: spec.params,
  says(raw, nameOf) {
    const { success, data } = spec.params.safeParse(raw);
    if (!success) return null;
    const text = spec.says(data, nameOf);
    return capital(text);
  },
  ruleOf: ({ id, title, level, source }) =>
    defineRule({
      id,
      level,
      sentence: title,
      source,
      unit: spec.unit,
      params: spec.params,
      scope: "plan",
      reads: spec.reads,
      check(group, params) {
        const { violations, unknown } = spec.check(group, params);
        const untold = (reason: string) => `Own rule "${title}" was not judged: ${reason}`;
        return { violations, unknown: unknown.map((gap) => ({ ...gap, reason: untold(gap.reason) })) };
      },
      explain: (facts) => capital(spec.explain(facts as F)),
      pointsPerUnit: () => OWN_POINTS,
      ...(spec.search && { search: spec.search }),
    }),
});
