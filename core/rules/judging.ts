import { isoOf } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { Group, NotJudged, Rule, Scope } from "../model/rule.ts";
import type { Place, Places } from "./groups.ts";
import type { RuleInForce } from "./in-force.ts";

/** Not a rule: what one rule says of a plan, and what of it an edit leaves standing. */

type Run = ReturnType<Rule["bind"]>;
type AnyGroup = Group<Scope, FactName>;

/** A rule with its parameters, and its findings by place. */
export interface Judgement {
  readonly rule: Rule;
  readonly params: RuleInForce["params"];
  /** Null when the parameters do not fit. */
  readonly run: Run | null;
  /** In the order of the scope's places. */
  readonly byPlace: readonly (readonly Finding[])[];
  /** All of them, in that order. */
  readonly findings: readonly Finding[];
}

/** A rule of the book by its id, an own rule by its title. */
const nameOf = ({ id, sentence }: Rule) => (id.startsWith("own:") ? `Own rule "${sentence}"` : `Rule ${id}`);

function bound(rule: Rule, params: unknown): Run | null {
  try {
    return rule.bind(params);
  } catch {
    return null;
  }
}

/**
 * The same finding keeps its id from edit to edit: rule, group and sorted strips, or the moment where no strip is concerned (a meal
 * that is missing). What still coincides is counted.
 */
function idsOf(ruleId: string, groupKey: string) {
  const seen = new Map<string, number>();
  return (strips: readonly string[], span: Interval | null) => {
    const what = strips.length > 0 ? [...strips].sort().join("+") : span ? isoOf(span.start) : "";
    const id = [ruleId, groupKey, what].join("|");
    const n = seen.get(id) ?? 0;
    seen.set(id, n + 1);
    return n > 0 ? `${id}|${n}` : id;
  };
}

const NOTHING: readonly Finding[] = [];

function unknowns(rule: Rule, groupKey: string, gaps: readonly NotJudged[]): readonly Finding[] {
  const idOf = idsOf(rule.id, `${groupKey}?`);
  return gaps.map((gap) => ({
    id: idOf(gap.strips, gap.span),
    ruleId: rule.id,
    kind: "unknown",
    level: rule.level,
    amount: 0,
    unit: rule.unit,
    points: 0,
    waiverId: null,
    span: gap.span,
    strips: gap.strips,
    people: [],
    groupKey,
    message: gap.reason,
  }));
}

/** One rule of one group. A rule that throws makes its group unknown and nothing else. */
function judged(rule: Rule, run: Run, group: AnyGroup): readonly Finding[] {
  try {
    const { violations, unknown } = run(group);
    if (violations.length === 0 && unknown.length === 0) return NOTHING;
    const idOf = idsOf(rule.id, group.key);
    return [
      ...violations.map((v): Finding => {
        const level = v.level ?? rule.level;
        return {
          id: idOf(v.strips, v.span),
          ruleId: rule.id,
          kind: "violation",
          level,
          amount: v.amount,
          unit: rule.unit,
          points: level === "soft" ? v.points : 0,
          waiverId: null,
          span: v.span,
          strips: v.strips,
          people: v.people,
          groupKey: group.key,
          message: v.message,
        };
      }),
      ...unknowns(rule, group.key, unknown),
    ];
  } catch {
    const reason = `${nameOf(rule)} failed here and could not judge ${group.key}.`;
    return unknowns(rule, group.key, [{ reason, strips: group.strips.map((p) => p.strip.id), span: null }]);
  }
}

const isSame = (a: RuleInForce["params"], b: RuleInForce["params"]) =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether what a rule looks at of a place is the same in two states of the facts; null where it does not say what that is. */
function seesTheSame({ sees }: Rule, before: Facts, now: Facts): ((place: Place) => boolean) | null {
  if (!sees) return null;
  return ({ key, subject, strips }) => {
    const was = sees({ key, subject, strips, facts: before });
    const is = sees({ key, subject, strips, facts: now });
    return was.length === is.length && was.every((each, i) => each === is[i]);
  };
}

/**
 * What a rule says of all its places. It depends on a place, the facts that the rule reads and its parameters, and on nothing else:
 * where these are what they were `before`, so is what it says.
 */
export function judgement(
  { rule, params }: RuleInForce,
  places: Places,
  facts: Facts,
  before?: { readonly judgement: Judgement; readonly facts: Facts },
): Judgement {
  const was = before?.judgement;
  const isBound = was !== undefined && was.rule === rule && isSame(was.params, params);
  const run = isBound ? was.run : bound(rule, params);
  if (!run) {
    const reason = `${nameOf(rule)} was not judged: its parameters do not fit. Set them again on the rules page.`;
    const findings = unknowns(rule, "plan", [{ reason, strips: [], span: null }]);
    return { rule, params, run, byPlace: [], findings };
  }
  const isUnread = isBound && rule.reads.every((name) => before?.facts[name] === facts[name]);
  const stands = isUnread ? () => true : isBound && before ? seesTheSame(rule, before.facts, facts) : null;
  const fresh = ({ key, subject, strips }: Place) => judged(rule, run, { key, subject, strips, facts });
  const byPlace = places.list.map((place, i) => {
    const known = stands && was?.byPlace[places.from[i] ?? -1];
    return known && stands(place) ? known : fresh(place);
  });
  const findings: Finding[] = [];
  for (const found of byPlace) if (found.length > 0) findings.push(...found);
  return { rule, params, run, byPlace, findings };
}
