import { moveStrips } from "#core/model/command/move-strips.ts";
import type { Tables } from "#core/model/entities.ts";
import type { CheckReport, Finding } from "#core/model/finding.ts";
import { applyPatch } from "#core/model/patch.ts";
import type { Move } from "./propose.ts";

/** What an edit would do to the findings, before it is made. */
export interface Preview {
  /** Hard findings that it would make or make worse, one for each rule and whom it concerns. */
  readonly breaks: readonly Finding[];
  /** How many it would mend or make better. */
  readonly mends: number;
  /** New findings that cannot be judged, or are soft. */
  readonly asks: readonly Finding[];
  /** Sum of what the new hard findings measure in minutes. */
  readonly minutes: number;
}

const toneOf = (f: Finding) => (f.kind === "unknown" ? "unknown" : f.level);

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

export function compareReports(before: CheckReport, after: CheckReport): Preview {
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

/** The plan without some strips, as if they lay in the boneyard: what a place for them is compared with. */
export function without(tables: Tables, ids: readonly string[]): Tables {
  const strip = tables.strip.map((s) =>
    ids.includes(s.id) && s.startsAt !== null ? { ...s, startsAt: null, moduleId: null } : s,
  );
  return strip.every((s, i) => s === tables.strip[i]) ? tables : { ...tables, strip };
}

/**
 * What strips break where moves would put them: the rules' findings with them there against those without them, so that a place
 * as bad as the one they have now does not pass as good. Null when the moves cannot be made (a pinned strip).
 * `before`: the report of `without(tables, …)`.
 */
export function previewMoves(
  tables: Tables,
  before: CheckReport,
  moves: readonly Move[],
  judge: (tables: Tables) => CheckReport,
): Preview | null {
  if (moves.length === 0) return null;
  const patch = moveStrips.bind({ moves }).resolve(tables);
  if (!patch.ok) return null;
  const after = applyPatch(tables, patch.value);
  return after.ok ? compareReports(before, judge(after.value)) : null;
}

/** Lower is better: hard findings first, then their minutes, then what they ask. */
export const badness = ({ breaks, asks, mends, minutes }: Preview): number =>
  breaks.length * 10_000 + minutes * 5 + asks.length - mends;

/** `fits`, `fits, 1 soft`, `2 · 38 min`, `1 unknown`: the number on the head of a day while a strip is held. */
export function previewText({ breaks, asks, minutes }: Preview): string {
  if (breaks.length > 0)
    return minutes > 0 ? `${breaks.length} · ${minutes.toLocaleString("en")} min` : String(breaks.length);
  const unknown = asks.filter((f) => f.kind === "unknown").length;
  const soft = asks.length - unknown;
  if (unknown > 0) return `${unknown} unknown`;
  return soft > 0 ? `fits, ${soft} soft` : "fits";
}

export const previewTone = ({ breaks, asks }: Preview): "fails" | "unknown" | "fits" =>
  breaks.length > 0 ? "fails" : asks.some((f) => f.kind === "unknown") ? "unknown" : "fits";
