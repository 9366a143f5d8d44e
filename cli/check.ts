import { amountText, count, moment, spanText } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { ok } from "#core/base/result.ts";
import type { Tables } from "#core/model/entities.ts";
import type { CheckReport, Finding, Verdict } from "#core/model/finding.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { verdictLine } from "#core/report/verdict.ts";
import { check as judge } from "#core/rules/check.ts";
import { whyNotJudged } from "#core/rules/in-force.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { calledIn } from "./called.ts";
import { openPlan } from "./plan-source.ts";
import { table } from "./table.ts";
import { defineVerb, STATUS, type Status } from "./verb.ts";

/** What a verdict ends with. */
export const VERDICT_STATUS: Record<Verdict, Status> = {
  fits: STATUS.done,
  "fits-with-unknowns": STATUS.unknown,
  "does-not-fit": STATUS.doesNotFit,
};

interface RuleTotal {
  readonly id: string;
  readonly unit: string;
  readonly amount: number;
  readonly violations: number;
  readonly unknown: number;
  readonly findings: readonly Finding[];
}

/** Findings by rule, in the order of the book. */
function byRule(findings: readonly Finding[]): readonly RuleTotal[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings)
    groups.set(finding.ruleId, [...(groups.get(finding.ruleId) ?? []), finding]);
  return [...groups].map(([id, own]) => {
    const violations = own.filter((f) => f.kind === "violation");
    return {
      id,
      unit: own[0]?.unit ?? "",
      amount: violations.reduce((sum, f) => sum + f.amount, 0),
      violations: violations.length,
      unknown: own.length - violations.length,
      findings: own,
    };
  });
}

const isoOrNull = (at: EpochSeconds | undefined | null) => (at == null ? null : isoOf(at));

function toJson(snapshot: ScenarioSnapshot, report: CheckReport): JsonAnswers["check"] {
  const { production, scenario, tables } = snapshot;
  const scenes = new Map(tables.scene.map((scene) => [scene.id, scene.number]));
  const strips = new Map(tables.strip.map((strip) => [strip.id, strip]));
  const names = new Map(tables.person.map((person) => [person.id, person.name]));
  const stripOf = (id: Finding["strips"][number]) => {
    const strip = strips.get(id);
    const part = strip && strip.parts > 1 ? `${strip.part}/${strip.parts}` : "";
    return { id, scene: (strip && scenes.get(strip.sceneId)) ?? "", part };
  };
  const { minutes } = report;
  return {
    perigee: "check",
    version: 1,
    production: { slug: production.slug, title: production.title },
    scenario: { name: scenario.name, revision: scenario.revision, isCurrent: scenario.isCurrent },
    verdict: report.verdict,
    minutes: {
      shootableMin: minutes.shootable,
      placementsMin: minutes.placements,
      travelMin: minutes.travel,
      mustNotPlacedMin: minutes.mustNotPlaced,
      reserveMin: minutes.reserve,
      inHandMin: minutes.inHand,
    },
    inTheCanAt: isoOrNull(report.inTheCanAt),
    judged: [...report.judged],
    notJudged: [...report.notJudged],
    rules: byRule(report.findings).map(({ findings, ...total }) => total),
    findings: report.findings.map((f) => ({
      id: f.id,
      ruleId: f.ruleId,
      kind: f.kind,
      level: f.level,
      amount: f.amount,
      unit: f.unit,
      startsAt: isoOrNull(f.span?.start),
      endsAt: isoOrNull(f.span?.end),
      strips: f.strips.map(stripOf),
      people: f.people.map((id) => ({ id, name: names.get(id) ?? "" })),
      message: f.message,
    })),
    days: report.days.map((day) => ({
      number: day.number,
      date: day.date,
      wakesAt: isoOf(day.span.start),
      sleepsAt: isoOf(day.span.end),
      isClosed: day.isClosed,
      shootableMin: day.shootable,
      usedMin: day.used,
      reservedMin: day.reserved,
      freeMin: day.free,
    })),
  };
}

const number = (value: number) => String(Math.round(value * 100) / 100).replace("-", "−");

function minutesText({ minutes }: CheckReport): string {
  const rows = [
    ["shootable", minutes.shootable],
    ["less placements", minutes.placements],
    ["less travel", minutes.travel],
    ["less must set-ups not placed", minutes.mustNotPlaced],
    ["less reserve", minutes.reserve],
    ["in hand", minutes.inHand],
  ] as const;
  return table(
    ["of the main unit", "min"],
    rows.map(([name, value]) => [name, number(value)]),
    { right: [1] },
  );
}

const howMany = ({ violations, unknown }: RuleTotal): string =>
  [
    ...(violations > 0 ? [count(violations, "violation")] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ].join(", ");

const MARKS = { hard: "✗", soft: "·" } as const;

function findingText(f: Finding): string {
  const mark = f.kind === "unknown" ? "?" : MARKS[f.level];
  const amount =
    f.kind === "unknown" ? "unknown" : `${amountText(f.amount, f.unit)}${f.waiverId ? ", waived" : ""}`;
  const when = f.span ? spanText(f.span) : "";
  return `    ${mark} ${amount}${f.message.includes(when) ? "" : `, ${when}`}: ${f.message}`;
}

function findingsText(report: CheckReport, tables: Tables): string {
  if (report.findings.length === 0) return "No findings";
  const rules = byRule(report.findings).flatMap((total) => [
    `  ${calledIn(total.id, tables)}: ${howMany(total)}${total.violations > 0 ? `, ${amountText(total.amount, total.unit)}` : ""}`,
    ...total.findings.map(findingText),
  ]);
  return [
    `Findings: ${report.findings.length} (✗ breaks the plan, · worth a look, ? not known)`,
    ...rules,
  ].join("\n");
}

function toText({ production, scenario, tables }: ScenarioSnapshot, report: CheckReport): string {
  const { inTheCanAt, judged, notJudged } = report;
  return [
    verdictLine(report).text,
    `${production.title}, scenario ${scenario.name}, revision ${scenario.revision}`,
    inTheCanAt === null
      ? "In the can: no time yet, as must set-ups are neither placed nor shot"
      : `In the can: ${moment(inTheCanAt)} GMT`,
    "",
    minutesText(report),
    "",
    findingsText(report, tables),
    "",
    `Judged by ${judged.length} of ${judged.length + notJudged.length} rules. Not judged:${notJudged.length === 0 ? " none" : ""}`,
    ...notJudged.map((id) => `  ${calledIn(id, tables)}: ${whyNotJudged(id, tables)}`),
  ].join("\n");
}

export const check = defineVerb({
  positionals: [1, 1],
  options: { scenario: { value: "NAME", about: "a scenario other than the current one" } },
  async run({ positionals: [named = ""], options, database }) {
    const plan = await openPlan(named, options.scenario, database);
    if (!plan.ok) return plan;
    const report = judge(plan.value);
    return ok({
      status: VERDICT_STATUS[report.verdict],
      json: () => toJson(plan.value, report),
      output: () => toText(plan.value, report),
    });
  },
});
