import type { CheckReport } from "../../model/finding.ts";

/** What a plan is worth, in priority points; never above 0: what is left out and what is costly is taken off. */
export interface Objective {
  /** Minutes of must set-ups without a place. Fewer is better than any points. */
  readonly mustsMissingMin: number;
  readonly points: number;
  /** Points by soft rule, as the checker counts them, dearest first. */
  readonly parts: readonly { readonly ruleId: string; readonly points: number }[];
}

/** As a report counts it: every soft breach at its rule's price, waived or not. */
export function objectiveOf(report: CheckReport): Objective {
  const parts = new Map<string, number>();
  let mustsMissingMin = 0;
  for (const { kind, ruleId, points, amount } of report.findings) {
    if (kind !== "violation") continue;
    if (ruleId === "must-scenes") mustsMissingMin += amount;
    if (points > 0) parts.set(ruleId, (parts.get(ruleId) ?? 0) + points);
  }
  const sorted = [...parts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    mustsMissingMin,
    points: -sorted.reduce((sum, [, points]) => sum + points, 0),
    parts: sorted.map(([ruleId, points]) => ({ ruleId, points })),
  };
}
