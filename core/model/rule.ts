import type * as z from "zod";
import type { Interval } from "../base/interval.ts";
import type { ShootDay } from "./day.ts";
import type { FactName, Facts } from "./facts.ts";
import type { PersonId, StripId } from "./ids.ts";
import type { Person } from "./person.ts";
import type { Placed } from "./placed.ts";
import type { Scene } from "./scene.ts";
import type { Module } from "./station.ts";

export type Level = "hard" | "soft";

/** Whom a rule judges one at a time. An edit re-judges only the groups it touches. */
export interface Subjects {
  strip: Placed;
  scene: Scene;
  person: Person;
  module: Module;
  day: ShootDay;
  plan: null;
}
export type Scope = keyof Subjects;

/** What a rule sees: one subject, its placed strips in order of start, and the facts that it says it reads. */
export interface Group<S extends Scope, R extends FactName> {
  /** `person:dubrov`, `plan` … */
  readonly key: string;
  readonly subject: Subjects[S];
  readonly strips: readonly Placed[];
  readonly facts: Pick<Facts, R>;
}

/** A breach, with its size in the rule's unit and the facts that explain it. */
export interface Found<F> {
  readonly amount: number;
  readonly span: Interval | null;
  readonly strips: readonly StripId[];
  readonly people: readonly PersonId[];
  readonly facts: F;
  /** Where the rule's level depends on whom it concerns. */
  readonly level?: Level;
}

/** A stretch that cannot be judged because data is missing: never counted as fine. */
export interface NotJudged {
  readonly span: Interval | null;
  readonly strips: readonly StripId[];
  readonly reason: string;
}

export interface Judged<F> {
  readonly violations: readonly Found<F>[];
  readonly unknown: readonly NotJudged[];
}

/** An edit that would mend a breach. It is offered only after it was tried on a copy of the plan. */
export interface Repair {
  /** Of a command in core/model/command. */
  readonly commandId: string;
  readonly input: unknown;
}

export interface RuleSpec<P, F, S extends Scope, R extends FactName> {
  readonly id: string;
  readonly level: Level;
  /** The rule in one sentence. */
  readonly sentence: string;
  readonly source: string;
  /** Of the amount: "minutes", "jobs missing" … */
  readonly unit: string;
  readonly params: z.ZodType<P>;
  readonly scope: S;
  readonly reads: readonly R[];
  /** Pure; sees nothing but its group. */
  check(group: Group<S, R>, params: P): Judged<F>;
  /** The message, from the facts alone. */
  explain(facts: F): string;
  /** What one unit of the amount costs a plan, in priority points. Every soft rule says it; a hard one does where a breach of it may be soft. */
  pointsPerUnit?(params: P): number;
  /**
   * What the check looks at beside the group's subject, strips and the parameters: where each of these is what it was, so is what it
   * says, and an edit elsewhere leaves it standing. Absent: all of the facts that it reads.
   */
  sees?(group: Group<S, R>): readonly unknown[];
  /** What might mend a breach, the least change first. */
  repairs?(found: Found<F>, group: Group<S, R>, params: P): Iterable<Repair>;
}

/** What a rule says of one group: a finding but for its rule. */
export interface Breach extends Omit<Found<never>, "facts"> {
  readonly message: string;
  /** Priority points that it costs. */
  readonly points: number;
}
export interface Mendable {
  readonly breach: Breach;
  readonly repairs: readonly Repair[];
}
type AnyGroup = Group<Scope, FactName>;

/** A rule as the list holds it: its own types are known only inside. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly sentence: string;
  readonly source: string;
  readonly unit: string;
  readonly params: z.ZodType;
  readonly scope: Scope;
  readonly reads: readonly FactName[];
  /** @throws z.ZodError when the parameters do not fit the rule's schema. */
  bind(
    params: unknown,
  ): (group: AnyGroup) => { violations: readonly Breach[]; unknown: readonly NotJudged[] };
  /** What the check looks at of a group beside its subject and strips; absent: all facts that it reads. */
  readonly sees: ((group: AnyGroup) => readonly unknown[]) | undefined;
  /** The breaches of a group in the order of `bind`, each with what the rule offers to mend it. @throws z.ZodError as `bind`. */
  mend(params: unknown, group: AnyGroup): readonly Mendable[];
}

/** Erases a rule's own types once, so that the list is homogeneous. */
export function defineRule<P, F, S extends Scope, R extends FactName>(
  spec: RuleSpec<P, F, S, R>,
): Rule & Pick<RuleSpec<P, F, S, R>, "check" | "explain"> {
  const breachOf = ({ facts, ...found }: Found<F>, params: P): Breach => ({
    ...found,
    message: spec.explain(facts),
    // To a thousandth of a point, so that sums read as they are meant.
    points: Math.round(found.amount * (spec.pointsPerUnit?.(params) ?? 0) * 1_000) / 1_000,
  });
  const { sees } = spec;
  return {
    ...spec,
    sees: sees ? (group) => sees(group as unknown as Group<S, R>) : undefined,
    bind(raw) {
      const params = spec.params.parse(raw);
      return (group) => {
        const { violations, unknown } = spec.check(group as unknown as Group<S, R>, params);
        return { violations: violations.map((found) => breachOf(found, params)), unknown };
      };
    },
    mend(raw, anyGroup) {
      const params = spec.params.parse(raw);
      const group = anyGroup as unknown as Group<S, R>;
      return spec.check(group, params).violations.map((found) => ({
        breach: breachOf(found, params),
        repairs: [...(spec.repairs?.(found, group, params) ?? [])],
      }));
    },
  };
}
