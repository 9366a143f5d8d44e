import { amountText, count, duration, moment } from "../base/format.ts";
import { overlaps } from "../base/interval.ts";
import type { Tables } from "../model/entities.ts";
import {
  type CheckReport,
  type Finding,
  isCostOfPlan,
  keepsFromFitting,
  type Verdict,
} from "../model/finding.ts";
import type { Waiver } from "../model/rule-setting.ts";
import { titleOf } from "../rules/in-force.ts";
import type { OwnRuleTables } from "../rules/own/own-rule.ts";
import type { DayPlan } from "./day-plan.ts";

/** What the rules say of the whole plan, in one line. */
export interface VerdictLine {
  readonly verdict: Verdict;
  readonly inHandMin: number;
  /** `Fits, 6 h 52 in hand; judged by 22 of 58 rules`. */
  readonly text: string;
}

export const VERDICT_NAMES: Record<Verdict, string> = {
  fits: "Fits",
  "fits-with-unknowns": "Fits, with unknowns",
  "does-not-fit": "Does not fit",
};

/** The line that heads a report. */
export function verdictLine({ verdict, minutes, judged, notJudged }: CheckReport): VerdictLine {
  const all = count(judged.length + notJudged.length, "rule");
  const { inHand } = minutes;
  // Time that is left over says nothing of a plan that fails for another reason.
  const hand =
    inHand < 0
      ? `, ${duration(-inHand)} ${verdict === "does-not-fit" ? "too much" : "into reserve"}`
      : verdict === "does-not-fit"
        ? ""
        : `, ${duration(inHand)} in hand`;
  return {
    verdict,
    inHandMin: inHand,
    text: `${VERDICT_NAMES[verdict]}${hand}; judged by ${judged.length} of ${all}`,
  };
}

export interface FindingLine {
  readonly id: string;
  readonly ruleId: string;
  /** As people call the rule. */
  readonly rule: string;
  readonly kind: Finding["kind"];
  readonly level: Finding["level"];
  readonly amount: number;
  readonly unit: string;
  readonly message: string;
  /** Who signed for it, until when and why, where it is waived. */
  readonly waived: string | null;
}

const rank = (finding: Finding) =>
  keepsFromFitting(finding) ? 0 : finding.waiverId ? 1 : finding.kind === "unknown" ? 2 : 3;

const waivedBy = (waivers: readonly Waiver[], { waiverId, unit }: Finding): string | null => {
  const waiver = waivers.find((w) => w.id === waiverId);
  return waiver
    ? `Waived by ${waiver.signedBy} until ${moment(waiver.endsAt)}, up to ${amountText(waiver.amount, unit)}; asked by ${waiver.askedBy}: ${waiver.rationale}`
    : null;
};

/** Findings about a day: its strips, its hours or the day itself. Broken first, then waived, unknown, soft. */
export function findingsOfDay(
  report: CheckReport,
  { day, strips, untilNextWake }: DayPlan,
  tables: Pick<Tables, "waiver"> & OwnRuleTables,
): readonly FindingLine[] {
  const own = new Set<string>(strips.map((p) => p.strip.id));
  const concerns = (f: Finding) =>
    !isCostOfPlan(f) &&
    (f.groupKey === `day:${day.id}` ||
      f.strips.some((id) => own.has(id)) ||
      (f.span !== null && f.strips.length === 0 && overlaps(f.span, untilNextWake)));
  return report.findings
    .filter(concerns)
    .sort((a, b) => rank(a) - rank(b))
    .map((finding) => {
      const { id, ruleId, kind, level, amount, unit, message } = finding;
      const rule = titleOf(ruleId, tables);
      return {
        id,
        ruleId,
        rule,
        kind,
        level,
        amount,
        unit,
        message,
        waived: waivedBy(tables.waiver, finding),
      };
    });
}
