import type { CheckReport, Finding } from "../model/finding.ts";

/** What an edit would do to the findings, before it is made. */
export interface Effect {
  /** Hard findings that it would make or make worse, one for each rule and whom it concerns. */
  readonly breaks: readonly Finding[];
  /** How many it would mend or make better. */
  readonly mends: number;
  /** New findings that cannot be judged, or are soft. */
  readonly asks: readonly Finding[];
  /** Sum of what the new hard findings measure in minutes. */
  readonly minutes: number;
}

/** A waived finding no longer keeps the plan from fitting, so that it counts as soft. */
const toneOf = (f: Finding) => (f.kind === "unknown" ? "unknown" : f.waiverId ? "soft" : f.level);

interface Total {
  amount: number;
  first: Finding;
  all: Finding[];
}

/** Per rule, group and tone: a finding's own id changes with the strips that it names, its group does not. */
function totals(report: CheckReport): ReadonlyMap<string, Total> {
  const found = new Map<string, Total>();
  for (const finding of report.findings) {
    const key = `${toneOf(finding)}|${finding.ruleId}|${finding.groupKey}`;
    const amount = finding.kind === "unknown" ? 1 : finding.amount;
    const total = found.get(key);
    if (total) {
      total.amount += amount;
      total.all.push(finding);
    } else found.set(key, { amount, first: finding, all: [finding] });
  }
  return found;
}

export function effectOf(before: CheckReport, after: CheckReport): Effect {
  const [was, is] = [totals(before), totals(after)];
  const known = new Set(before.findings.map((f) => f.message));
  const breaks: Finding[] = [];
  const asks: Finding[] = [];
  let mends = 0;
  let minutes = 0;
  for (const [key, total] of is) {
    const more = total.amount - (was.get(key)?.amount ?? 0);
    const shown = total.all.find((f) => !known.has(f.message)) ?? total.first;
    if (more > 0 && toneOf(total.first) === "hard") {
      breaks.push({ ...shown, amount: more });
      if (shown.unit.startsWith("minutes")) minutes += more;
    } else if (more > 0) asks.push(shown);
    else if (more < 0 && toneOf(total.first) === "hard") mends += 1;
  }
  for (const [key, total] of was) if (!is.has(key) && toneOf(total.first) === "hard") mends += 1;
  return { breaks, asks, mends, minutes };
}
