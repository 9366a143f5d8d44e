import { amountText, count, list, moment } from "#core/base/format.ts";
import type { Entity, Tables } from "#core/model/entities.ts";
import { factsOf } from "#core/model/facts.ts";
import type { CheckReport, Finding } from "#core/model/finding.ts";
import type { Level } from "#core/model/rule.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { BOOK_SECTIONS } from "#core/rules/book.ts";
import { allInForce, type RuleInForce, titleOf } from "#core/rules/in-force.ts";
import { isOf } from "#core/rules/own/contradictions.ts";
import { ownRuleId, ownRulesOf, sentenceOf } from "#core/rules/own/own-rule.ts";
import { fieldsOf } from "#core/rules/parameters/fields.ts";
import { departures, valueText } from "#core/rules/parameters/words.ts";
import { type Lapse, waiverUses } from "#core/rules/waivers.ts";
import { type FindingTone, toneOf } from "#ui/parts/finding-list.tsx";
import { rulePath } from "#ui/rules/rule-path.ts";
import { OWN_RULES } from "./rule-filter.ts";

/** What a rule found of one kind: `247 min over`, `2 unknown`. */
export interface Found {
  readonly tone: FindingTone;
  readonly text: string;
  /** `3 findings`, said where the text sums up several. */
  readonly of: string;
}
/** A rule as the list shows it. */
export interface RuleLine {
  readonly id: string;
  readonly href: string;
  /** `turnaround`; nothing for an own rule. */
  readonly code: string;
  readonly level: Level;
  readonly sentence: string;
  readonly isEnabled: boolean;
  /** False: switched off, or its parameters do not fit. */
  readonly isJudged: boolean;
  readonly found: readonly Found[];
  /** How it is set: what differs from the book, each in words; what an own rule asks. */
  readonly set: readonly string[];
  /** Who departs from the book here: `in this scenario`. */
  readonly where: string;
  readonly reason: string;
  /** What its sheet says and the list does not: where it is from, and each parameter with its value in force. */
  readonly sheet: readonly string[];
}
export interface RuleSection {
  readonly title: string;
  readonly lines: readonly RuleLine[];
}

const TONES = ["hard", "unknown", "soft", "waived"] as const;

function foundOf(findings: readonly Finding[]): readonly Found[] {
  return TONES.flatMap((tone) => {
    const same = findings.filter((finding) => toneOf(finding) === tone);
    const [first] = same;
    if (!first) return [];
    const amount = amountText(
      same.reduce((sum, finding) => sum + finding.amount, 0),
      first.unit,
    );
    const text =
      tone === "unknown" ? `${same.length} unknown` : tone === "waived" ? `${amount}, waived` : amount;
    return [{ tone, text, of: same.length > 1 && tone !== "unknown" ? count(same.length, "finding") : "" }];
  });
}

const WHERE = { book: "", production: "in the whole production", scenario: "in this scenario" } as const;

/** `Shortest rest 12 h`, for each parameter: set, or as the book has it. */
const valuesOf = ({ rule, params }: RuleInForce): readonly string[] => {
  const book = rule.params.parse({}) as Record<string, unknown>;
  return fieldsOf(rule.params).map(
    (field) =>
      `${field.title} ${valueText(field, field.name in params ? params[field.name] : book[field.name])}`,
  );
};

/** The book by its sections, then the production's own rules. */
export function ruleSections(
  snapshot: ScenarioSnapshot,
  report: CheckReport,
  base: string,
): readonly RuleSection[] {
  const { tables } = snapshot;
  const facts = factsOf(snapshot);
  const judged = new Set(report.judged);
  const setAs = ({ rule, setBy, params }: RuleInForce): readonly string[] => {
    const row = ownRulesOf(tables).find((own) => ownRuleId(own) === rule.id);
    if (row) {
      const says = sentenceOf(row, facts);
      return says && says !== row.title ? [says] : [];
    }
    const set = Object.fromEntries(Object.keys(setBy).map((name) => [name, params[name]]));
    return departures(fieldsOf(rule.params), set, rule.params.parse({}) as Record<string, unknown>);
  };
  const lineOf = (inForce: RuleInForce): RuleLine => {
    const { rule, isEnabled, enabledBy } = inForce;
    const isOwn = rule.id.startsWith("own:");
    const row =
      tables.ruleSetting.find(({ id }) => (id as string) === rule.id) ??
      tables.houseRule.find(({ id }) => (id as string) === rule.id) ??
      tables.ownRule.find((own) => ownRuleId(own) === rule.id);
    return {
      ...{ id: rule.id, href: rulePath(base, rule.id), code: isOwn ? "" : rule.id },
      ...{ level: rule.level, sentence: rule.sentence, isEnabled, isJudged: judged.has(rule.id) },
      found: isEnabled ? foundOf(report.findings.filter((finding) => isOf(rule.id, finding))) : [],
      set: setAs(inForce),
      where: isOwn ? "" : WHERE[enabledBy],
      reason: row?.reason ?? "",
      sheet: [rule.source, ...(isOwn ? [] : valuesOf(inForce))],
    };
  };
  const all = allInForce(tables).map(lineOf);
  return [
    ...BOOK_SECTIONS.map(({ title, ids }) => ({ title, lines: all.filter(({ id }) => ids.includes(id)) })),
    {
      title: OWN_RULES,
      lines: all.filter(({ code }) => code === "").sort((a, b) => a.sentence.localeCompare(b.sentence, "en")),
    },
  ];
}

export interface WaiverLine {
  readonly waiver: Entity<"waiver">;
  readonly state: "in use" | "lapsed" | "not known" | "not needed";
  /** The rule that it waives, as people call it. */
  readonly rule: string;
  /** What it covers, or why it lapsed, in words. */
  readonly words: string;
  /** When it lapses: `until 9 Oct 18:00, up to 60 min over`. */
  readonly until: string;
}

export function waiverLines(tables: Tables, { findings }: CheckReport): readonly WaiverLine[] {
  const rules = new Map(allInForce(tables).map((inForce) => [inForce.rule.id, inForce]));
  return waiverUses(findings, tables.waiver).map(({ waiver, covers, lapsed, open }) => {
    const inForce = rules.get(waiver.ruleId);
    const upTo = amountText(waiver.amount, inForce?.rule.unit ?? "");
    const line = {
      waiver,
      rule: titleOf(waiver.ruleId, tables),
      until: `until ${moment(waiver.endsAt)}, up to ${upTo}`,
    };
    const [first] = covers;
    // What is about others as well says nothing against a waiver that has its own to cover.
    const gone = lapsed.find((each) => each.why !== "others") ?? (first ? undefined : lapsed[0]);
    if (gone) {
      const why = whyLapsed(waiver, gone, upTo, tables);
      return { ...line, state: "lapsed", words: `${gone.finding.message} Not covered: ${why}.` };
    }
    if (first) return { ...line, state: "in use", words: first.message };
    return open[0]
      ? { ...line, state: "not known", words: open[0].message }
      : { ...line, state: "not needed", words: whyNotNeeded(waiver, inForce, tables) };
  });
}

function whyLapsed(
  { stripIds, personIds, amount, signedBy }: Entity<"waiver">,
  { finding, why }: { readonly finding: Finding; readonly why: Lapse },
  upTo: string,
  { strip, scene, person }: Pick<Tables, "strip" | "scene" | "person">,
): string {
  const grown = `it has grown beyond the ${upTo} that ${signedBy} signed for`;
  if (why === "moved") return "it lies outside the time that was signed for";
  if (why === "grown") return grown;
  const numberOf = (id: Finding["strips"][number]) => {
    const sceneId = strip.find((row) => row.id === id)?.sceneId;
    return scene.find((row) => row.id === sceneId)?.number ?? "?";
  };
  const scenes = [...new Set(finding.strips.filter((id) => !stripIds.includes(id)).map(numberOf))];
  const people = personIds.length === 0 ? [] : finding.people.filter((id) => !personIds.includes(id));
  const others = [
    ...(scenes.length > 0 ? [`${scenes.length === 1 ? "scene" : "scenes"} ${list(scenes)}`] : []),
    ...people.map((id) => person.find((row) => row.id === id)?.shortName ?? "somebody"),
  ];
  const isOne = scenes.length + people.length === 1;
  const unsigned = `${list(others)} ${isOne ? "is" : "are"} not in what was signed for`;
  return finding.amount > amount ? `${grown}, and ${unsigned}` : unsigned;
}

function whyNotNeeded(
  { stripIds, personIds }: Entity<"waiver">,
  inForce: RuleInForce | undefined,
  { strip }: Pick<Tables, "strip">,
): string {
  if (!inForce) return "The rule that it waives is gone.";
  if (!inForce.isEnabled) return "Its rule is switched off.";
  if (stripIds.length + personIds.length === 0) return "Its strips are not there any more.";
  const isOut = strip.filter(({ id }) => stripIds.includes(id)).every(({ startsAt }) => startsAt === null);
  return stripIds.length > 0 && isOut
    ? "Its strips are in the boneyard."
    : "Nothing breaks this rule there now.";
}
