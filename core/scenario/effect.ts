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
const toneOf = (f: Finding): Change["tone"] =>
  f.kind === "unknown" ? "unknown" : f.waiverId ? "soft" : f.level;

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

/** What a rule says of somebody otherwise than before. */
export interface Change {
  readonly tone: "hard" | "soft" | "unknown";
  /** One of its findings: of those after the edit where it got worse, of those before it where it got better. */
  readonly finding: Finding;
  /** In the finding's unit, 0 for none; of what cannot be judged by how many. */
  readonly was: number;
  readonly is: number;
}

/** Rule by rule and group by group, what an edit makes of the findings. */
export function changesOf(before: CheckReport, after: CheckReport): readonly Change[] {
  const [was, is] = [totals(before), totals(after)];
  const told = ({ findings }: CheckReport) => new Set(findings.map((f) => f.message));
  const known = told(before);
  let now: ReadonlySet<string> | null = null;
  const changes: Change[] = [];
  for (const [key, total] of is) {
    const stood = was.get(key);
    const change = { tone: toneOf(total.first), was: stood?.amount ?? 0, is: total.amount };
    if (change.is === change.was) continue;
    const isWorse = change.is > change.was || !stood;
    if (!isWorse) now ??= told(after);
    const [of, others] = isWorse ? [total, known] : [stood, now];
    changes.push({ ...change, finding: of.all.find((f) => !others?.has(f.message)) ?? of.first });
  }
  for (const [key, { first, amount }] of was)
    if (!is.has(key)) changes.push({ tone: toneOf(first), finding: first, was: amount, is: 0 });
  return changes;
}

/** What an edit breaks, asks of the soft rules, and mends, from the plan judged before and after it. */
export function effectOf(before: CheckReport, after: CheckReport): Effect {
  const changes = changesOf(before, after);
  const worse = changes.filter((change) => change.is > change.was);
  const breaks = worse
    .filter(({ tone }) => tone === "hard")
    .map(({ finding, was, is }) => ({ ...finding, amount: is - was }));
  return {
    breaks,
    asks: worse.filter(({ tone }) => tone !== "hard").map(({ finding }) => finding),
    mends: changes.filter(({ tone, was, is }) => tone === "hard" && is < was).length,
    minutes: breaks.reduce((sum, f) => sum + (f.unit.startsWith("minutes") ? f.amount : 0), 0),
  };
}
