import { amountText } from "#core/base/format.ts";
import type { Finding } from "#core/model/finding.ts";
import { type FindingTone, toneOf } from "#ui/parts/finding-list.tsx";

/** Findings of one rule and kind. */
interface RuleGroup {
  readonly ruleId: string;
  readonly tone: FindingTone;
  readonly findings: readonly Finding[];
  /** `1 h 50 over, waived`, `2 unknown`. */
  readonly total: string;
}

/** What is waived stands beside what is broken: it breaks the same rules. */
const RANK = { hard: 0, waived: 1, unknown: 2, soft: 3 } as const satisfies Record<FindingTone, number>;

function totalOf(tone: FindingTone, findings: readonly [Finding, ...Finding[]]): string {
  if (tone === "unknown") return `${findings.length} unknown`;
  const sum = findings.reduce((total, { amount }) => total + amount, 0);
  return `${amountText(sum, findings[0].unit)}${tone === "waived" ? ", waived" : ""}`;
}

/** Findings of one rule and kind together, the worst first. */
export function ruleGroups(findings: readonly Finding[]): readonly RuleGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${toneOf(finding)}:${finding.ruleId}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .map((all) => {
      const [{ ruleId }, tone] = [all[0], toneOf(all[0])];
      return { ruleId, tone, findings: all, total: totalOf(tone, all) };
    })
    .sort((a, b) => RANK[a.tone] - RANK[b.tone]);
}

/** `by rule`, and how many of them are waived. */
export function howTold(findings: readonly Finding[]): string {
  const waived = findings.filter((finding) => toneOf(finding) === "waived").length;
  return waived === 0 ? "by rule" : `by rule, ${waived} of them waived`;
}
