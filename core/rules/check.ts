import { isoOf } from "../base/instant.ts";
import { byStart, type Interval } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { FactName } from "../model/facts.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { CheckReport, Finding, Verdict } from "../model/finding.ts";
import type { Placed } from "../model/placed.ts";
import type { Group, NotJudged, Rule, Scope, Subjects } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { RULE_BOOK } from "./book.ts";
import { shootDayAt } from "./duty.ts";
import { allInForce } from "./in-force.ts";
import { rules as allRules } from "./index.ts";
import { minutesInHand } from "./minutes-in-hand.ts";
import { contradictions } from "./own/contradictions.ts";
import { ownRuleId } from "./own/own-rule.ts";
import { withWaivers } from "./waivers.ts";

type AnyGroup = Group<Scope, FactName>;

/** By start; strips that start together keep one order, whatever the order of their rows. */
const inOrder = (strips: Iterable<Placed>) =>
  [...strips].sort((a, b) => byStart(a.span, b.span) || (a.strip.id < b.strip.id ? -1 : 1));

/** Subjects of each scope and the placed strips that concern them. Absent things (a missing meal) need a group too. */
export const groupsOf: { readonly [S in Scope]: (facts: Facts) => readonly Group<S, FactName>[] } = {
  strip: (facts) =>
    [...facts.placed.values()].map((p) => ({ key: `strip:${p.strip.id}`, subject: p, strips: [p], facts })),
  scene: (facts) => {
    const placed = bucket(facts, (p) => [p.scene.id]);
    return [...facts.scenes.values()].map((subject) => ({
      key: `scene:${subject.id}`,
      subject,
      strips: placed(subject.id),
      facts,
    }));
  },
  person: (facts) => {
    const placed = bucket(facts, (p) => p.calls.map((call) => call.personId));
    return [...facts.people.values()].map((subject) => ({
      key: `person:${subject.id}`,
      subject,
      strips: placed(subject.id),
      facts,
    }));
  },
  module: (facts) => {
    const placed = bucket(facts, (p) => (p.moduleId ? [p.moduleId] : []));
    return [...facts.modules.values()].map((subject) => ({
      key: `module:${subject.id}`,
      subject,
      strips: placed(subject.id),
      facts,
    }));
  },
  day: (facts) => {
    const placed = bucket(facts, (p) => {
      const day = shootDayAt(facts.days, p.span.start);
      return day ? [day.id] : [];
    });
    return facts.days.map((subject) => ({
      key: `day:${subject.id}`,
      subject,
      strips: placed(subject.id),
      facts,
    }));
  },
  plan: (facts) => [
    { key: "plan", subject: null as Subjects["plan"], strips: inOrder(facts.placed.values()), facts },
  ],
};

function bucket(facts: Facts, keys: (p: Placed) => readonly string[]): (key: string) => readonly Placed[] {
  const buckets = new Map<string, Placed[]>();
  for (const p of inOrder(facts.placed.values()))
    for (const key of keys(p)) {
      const known = buckets.get(key);
      if (known) known.push(p);
      else buckets.set(key, [p]);
    }
  return (key) => buckets.get(key) ?? [];
}

/**
 * The same finding keeps its id from edit to edit: rule, group and sorted strips, or the moment where no strip is concerned (a meal
 * that is missing). What still coincides is counted.
 */
function idsOf(ruleId: string) {
  const seen = new Map<string, number>();
  return (groupKey: string, strips: readonly string[], span: Interval | null) => {
    const what = strips.length > 0 ? [...strips].sort().join("+") : span ? isoOf(span.start) : "";
    const id = [ruleId, groupKey, what].join("|");
    const n = seen.get(id) ?? 0;
    seen.set(id, n + 1);
    return n > 0 ? `${id}|${n}` : id;
  };
}

type Run = ReturnType<Rule["bind"]>;

/** A rule of the book by its id, an own rule by its title. */
const nameOf = ({ id, sentence }: Rule) => (id.startsWith("own:") ? `Own rule "${sentence}"` : `Rule ${id}`);

/** Null when the parameters do not fit. */
function boundRule(rule: Rule, params: unknown): Run | null {
  try {
    return rule.bind(params);
  } catch {
    return null;
  }
}

/** One rule over its groups. A rule that throws makes its group unknown and nothing else. */
function judge(rule: Rule, run: Run | null, groups: readonly AnyGroup[]): readonly Finding[] {
  const nextId = idsOf(rule.id);
  const about = { ruleId: rule.id, unit: rule.unit, people: [], points: 0, waiverId: null };
  const unknown = (groupKey: string, gap: NotJudged): Finding => ({
    ...about,
    id: nextId(`${groupKey}?`, gap.strips, gap.span),
    kind: "unknown",
    level: rule.level,
    amount: 0,
    span: gap.span,
    strips: gap.strips,
    groupKey,
    message: gap.reason,
  });
  if (!run) {
    const reason = `${nameOf(rule)} was not judged: its parameters do not fit. Set them again on the rules page.`;
    return [unknown("plan", { reason, strips: [], span: null })];
  }
  return groups.flatMap((group) => {
    try {
      const { violations, unknown: gaps } = run(group);
      return [
        ...violations.map(
          (v): Finding => ({
            ...about,
            id: nextId(group.key, v.strips, v.span),
            kind: "violation",
            level: v.level ?? rule.level,
            amount: v.amount,
            points: (v.level ?? rule.level) === "soft" ? v.points : 0,
            span: v.span,
            strips: v.strips,
            people: v.people,
            groupKey: group.key,
            message: v.message,
          }),
        ),
        ...gaps.map((gap) => unknown(group.key, gap)),
      ];
    } catch {
      const reason = `${nameOf(rule)} failed here and could not judge ${group.key}.`;
      return [unknown(group.key, { reason, strips: group.strips.map((p) => p.strip.id), span: null })];
    }
  });
}

/** Own rules that cannot all hold are said so, whatever the plan: until one is changed, a finding of theirs means little. */
const contradicting = ({ ownRule }: ScenarioSnapshot["tables"]): readonly Finding[] =>
  contradictions(ownRule).map((circle): Finding => {
    const ids = circle.map(ownRuleId);
    const titles = circle.map((row) => `"${row.title}"`).join(" and ");
    return {
      id: `${ids.join("+")}|plan?|circle`,
      ruleId: ids[0] ?? "",
      kind: "unknown",
      level: circle.some((row) => row.level === "hard") ? "hard" : "soft",
      amount: 0,
      unit: "",
      points: 0,
      waiverId: null,
      span: null,
      strips: [],
      people: [],
      groupKey: "plan",
      message: `No plan can keep ${titles}: they order things in a circle. Change or remove one on the rules page.`,
    };
  });

/** When the last must set-up of the main unit is in the can; one already shot counts where it is placed, and needs no place. */
function inTheCanAt(facts: Facts): EpochSeconds | null {
  let last: EpochSeconds | null = null;
  for (const setUp of facts.setUps.values()) {
    if (setUp.tier !== "must" || facts.scenes.get(setUp.sceneId)?.unit !== "main") continue;
    const span = setUp.stripId
      ? facts.placed.get(setUp.stripId)?.setUps.find((p) => p.setUp.id === setUp.id)?.span
      : undefined;
    if (!span && !setUp.isShot) return null;
    if (span && (last === null || span.end > last)) last = span.end;
  }
  return last;
}

/** Does an unknown touch a must set-up? One without strips concerns the whole plan. What only costs, once known, keeps no plan from fitting. */
const touchesMust = (finding: Finding, facts: Facts) =>
  finding.strips.length === 0 ||
  finding.strips.some((id) => facts.setUpsOfStrip.get(id)?.some((setUp) => setUp.tier === "must"));

/**
 * Judges a plan by every rule that is switched on. Pure, and the same in browser, server and command line.
 * Findings come in the order of the rule book. Defined at the head of the rule book: verdict, minutes in hand, in the can.
 */
export function check(snapshot: ScenarioSnapshot, rules: readonly Rule[] = allRules): CheckReport {
  const facts = factsOf(snapshot);
  const active = allInForce(snapshot.tables, rules).filter(({ isEnabled }) => isEnabled);
  const groups = new Map<Scope, readonly AnyGroup[]>();
  const groupsIn = (scope: Scope) => {
    const known = groups.get(scope) ?? (groupsOf[scope](facts) as readonly AnyGroup[]);
    groups.set(scope, known);
    return known;
  };
  const runs = active.map(({ rule, params }) => ({ rule, run: boundRule(rule, params) }));
  const found = runs.flatMap(({ rule, run }) => judge(rule, run, groupsIn(rule.scope)));
  const findings = withWaivers([...found, ...contradicting(snapshot.tables)], snapshot.tables.waiver);
  const hard = findings.some((f) => f.kind === "violation" && f.level === "hard" && f.waiverId === null);
  const open = findings.some((f) => f.kind === "unknown" && f.level === "hard" && touchesMust(f, facts));
  const verdict: Verdict = hard ? "does-not-fit" : open ? "fits-with-unknowns" : "fits";
  const judged = runs.filter(({ run }) => run !== null).map(({ rule }) => rule.id);
  return {
    verdict,
    findings,
    ...minutesInHand(facts),
    inTheCanAt: inTheCanAt(facts),
    judged,
    notJudged: RULE_BOOK.filter((id) => !judged.includes(id)),
  };
}
