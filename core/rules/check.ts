import { gather } from "../base/gather.ts";
import type { Interval } from "../base/interval.ts";
import { profile } from "../base/profile.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import { type Moved, movedStrips } from "../model/facts/placed-strips.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import { type CheckReport, type Finding, keepsFromFitting, type Verdict } from "../model/finding.ts";
import type { Rule, Scope, TimedFact } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { RULE_BOOK } from "./book.ts";
import { blockSpan } from "./duty.ts";
import { type Places, placesOf } from "./groups.ts";
import { allInForce, type RuleInForce, settingsOf } from "./in-force.ts";
import { rules as allRules } from "./index.ts";
import { type Judgement, judgement, type Stirred } from "./judging.ts";
import { minutesInHand, mustSetUps, reserveShares } from "./minutes-in-hand.ts";
import { circleId, contradictions } from "./own/contradictions.ts";
import { ownRuleId, ownRulesOf } from "./own/own-rule.ts";
import { reserve } from "./reserve.ts";
import { withWaivers } from "./waivers.ts";

/** Own rules that cannot all hold are said so, whatever the plan: until one is changed, a finding of theirs means little. */
const contradicting = (tables: ScenarioSnapshot["tables"]): readonly Finding[] =>
  contradictions(ownRulesOf(tables)).map(({ rules: circle, why }): Finding => {
    // Ids are drawn by chance: of a circle the title that is first begins.
    const named = circle.map(({ title }) => title);
    const first = named.indexOf([...named].sort()[0] as string);
    const rules = [...circle.slice(first), ...circle.slice(0, first)];
    const ids = rules.map(ownRuleId);
    const titles = rules.map((row) => `"${row.title}"`).join(" and ");
    return {
      id: circleId(ids),
      ruleId: ids[0] ?? "",
      kind: "unknown",
      level: rules.some((row) => row.level === "hard") ? "hard" : "soft",
      amount: 0,
      unit: "",
      points: 0,
      waiverId: null,
      span: null,
      strips: [],
      people: [],
      groupKey: "plan",
      message: `No plan can keep ${titles}: ${why}. Change or remove one on the rules page.`,
    };
  });

/** When the last must set-up of the main unit is in the can; one already shot counts where it is placed, and needs no place. */
function inTheCanAt(facts: Facts): EpochSeconds | null {
  let last: EpochSeconds | null = null;
  for (const setUp of mustSetUps(facts)) {
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

/** A plan that is judged, and stays so from edit to edit. Never changed: what comes of an edit is another. */
export interface Checked {
  readonly snapshot: ScenarioSnapshot;
  readonly facts: Facts;
  readonly report: CheckReport;
  /** The plan in another state, as `check` judges it; only what differs is judged again. */
  after(next: ScenarioSnapshot): Checked;
}

/** What an edit may leave standing. */
interface State {
  readonly snapshot: ScenarioSnapshot;
  readonly facts: Facts;
  readonly active: readonly RuleInForce[];
  readonly places: ReadonlyMap<Scope, Places>;
  readonly judgements: ReadonlyMap<string, Judgement>;
}

const activeRules = (tables: ScenarioSnapshot["tables"], rules: readonly Rule[]) =>
  allInForce(tables, rules).filter(({ isEnabled }) => isEnabled);

function checked(snapshot: ScenarioSnapshot, rules: readonly Rule[], before?: State): Checked {
  const { tables } = snapshot;
  const facts = factsOf(snapshot, before && { ...before.snapshot, facts: before.facts });
  const isRuledAlike =
    before !== undefined &&
    (["houseRule", "ruleSetting"] as const).every((t) => before.snapshot.tables[t] === tables[t]) &&
    ownRulesOf(before.snapshot.tables) === ownRulesOf(tables);
  const active = isRuledAlike ? before.active : activeRules(tables, rules);
  const were = before?.facts ?? facts;
  const moved = movedStrips(facts.placed, were.placed);
  const stirred = stirring(moved, facts, were);
  const places = new Map<Scope, Places>();
  const placesIn = (scope: Scope): Places => {
    const was = before?.places.get(scope);
    const found =
      places.get(scope) ??
      (was && before
        ? placesOf(scope, facts, moved, { places: was, facts: before.facts })
        : placesOf(scope, facts));
    places.set(scope, found);
    return found;
  };
  const judgements = new Map<string, Judgement>();
  for (const inForce of active) {
    const { id, scope } = inForce.rule;
    const [was, stood] = [before?.judgements.get(id), before?.places.get(scope)];
    const known =
      was && stood && before ? { judgement: was, places: stood, facts: before.facts, stirred } : undefined;
    judgements.set(id, judgement(inForce, { places: placesIn(scope), facts }, known));
  }
  const report = reportOf(snapshot, facts, [...judgements.values()]);
  const state = { snapshot, facts, active, places, judgements };
  return { snapshot, facts, report, after: (next) => checked(next, rules, state) };
}

/** When strips, or people's blocks, came, went or changed. */
function stirring({ gone, come }: Moved, facts: Facts, before: Facts): Stirred {
  const ofStrips = () => [...gone, ...come].map(({ span }) => span);
  const spans: { readonly [F in TimedFact]: () => readonly Interval[] } = {
    placed: ofStrips,
    inOrder: ofStrips,
    calledFor: ofStrips,
    setUpsOfStrip: ofStrips,
    assignmentsOfStrip: ofStrips,
    blocksOf: () =>
      [...new Set([...facts.blocksOf.keys(), ...before.blocksOf.keys()])].flatMap((personId) =>
        otherRows(before.blocksOf.get(personId) ?? [], facts.blocksOf.get(personId) ?? []).flatMap(
          (block) => blockSpan(block) ?? [],
        ),
      ),
  };
  const known = new Map<TimedFact, readonly Interval[]>();
  return (fact) => {
    const found = known.get(fact) ?? profile(spans[fact]());
    known.set(fact, found);
    return found;
  };
}

/** Rows between the first and the last that differ. */
function otherRows<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  if (before === now) return [];
  let from = 0;
  while (from < before.length && from < now.length && before[from] === now[from]) from++;
  let [was, is] = [before.length, now.length];
  while (was > from && is > from && before[was - 1] === now[is - 1]) {
    was--;
    is--;
  }
  return [...before.slice(from, was), ...now.slice(from, is)];
}

/** What each day keeps in hand, as the rule about it is set; by the book where its settings do not fit. */
const sharesOf = (tables: ScenarioSnapshot["tables"]) =>
  reserveShares.safeParse(settingsOf(reserve, tables).params).data;

/** Parameters that do not fit, or nothing to say of any part of the plan but that it is not known. */
const hasJudged = ({ run, rule, findings }: Judgement): boolean =>
  run !== null &&
  !(
    rule.scope === "plan" &&
    findings.length > 0 &&
    findings.every((f) => f.kind === "unknown" && f.strips.length === 0 && f.span === null)
  );

function reportOf({ tables }: ScenarioSnapshot, facts: Facts, judgements: readonly Judgement[]): CheckReport {
  const found = [...gather(judgements, ({ findings }) => findings), ...contradicting(tables)];
  const findings = withWaivers(found, tables.waiver);
  const isOpen = (f: Finding) => f.kind === "unknown" && f.level === "hard" && touchesMust(f, facts);
  const verdict: Verdict = findings.some(keepsFromFitting)
    ? "does-not-fit"
    : findings.some(isOpen)
      ? "fits-with-unknowns"
      : "fits";
  const judged = judgements.filter(hasJudged).map(({ rule }) => rule.id);
  return {
    verdict,
    findings,
    ...minutesInHand(facts, sharesOf(tables)),
    inTheCanAt: inTheCanAt(facts),
    judged,
    notJudged: [...RULE_BOOK, ...tables.ownRule.map(ownRuleId)].filter((id) => !judged.includes(id)),
  };
}

/** Judges a plan by every rule that is switched on, so that its edits can be judged by what they touch. */
export const startCheck = (snapshot: ScenarioSnapshot, rules: readonly Rule[] = allRules): Checked =>
  checked(snapshot, rules);

/**
 * Judges a plan by every rule that is switched on. Pure, and the same in browser, server and command line.
 * Findings come in the order of the rule book. Defined at the head of the rule book: verdict, minutes in hand, in the can.
 */
export const check = (snapshot: ScenarioSnapshot, rules: readonly Rule[] = allRules): CheckReport =>
  startCheck(snapshot, rules).report;
