import { amountText } from "../base/format.ts";
import { commandById } from "../model/command/index.ts";
import { moveStrips } from "../model/command/move-strips.ts";
import type { CheckReport, Finding } from "../model/finding.ts";
import { applyPatch } from "../model/patch.ts";
import type { Repair } from "../model/rule.ts";
import type { Strip } from "../model/strip.ts";
import type { Checked } from "../rules/check.ts";
import { shootDayAt } from "../rules/duty.ts";
import { type Change, changesOf } from "../scenario/effect.ts";
import { type SaidChange, saidChange, saidOfNone } from "./said.ts";
import { type Attempt, isOfWholePlan, type Search } from "./way.ts";
import { ways } from "./ways/index.ts";

/** An edit that mends a finding, tried on a copy of the plan. */
export interface OfferedRepair {
  readonly commandId: string;
  readonly input: unknown;
  /** What is to be done: "Scene 12 to 8 Oct 14:30". */
  readonly words: string;
  /** What it costs that no rule weighs, or whose word it needs first; null: nothing. */
  readonly price: string | null;
  /** What is left of the finding, in words with its unit; null where it is mended. */
  readonly left: string | null;
  /** Other findings that it mends or lessens, what keeps the plan from fitting first. */
  readonly better: readonly SaidChange[];
  /** Soft findings and gaps that come with it or grow; nothing hard does. */
  readonly worse: readonly SaidChange[];
}

export interface Repairs {
  readonly offers: readonly OfferedRepair[];
  /** What was tried, or why nothing could be, and what is left to do; said where nothing is offered. */
  readonly said: string;
}

/** So many are offered, and so many edits judged at most: a few milliseconds each on the sample. */
const OFFERED = 4;
const JUDGED = 160;
/** What mends less of a finding than this is not worth an edit. */
const LEAST_MENDED = 1 / 3;

/**
 * Edits that would mend a finding, those that mend it whole before those that only lessen it, those after which something can no
 * longer be judged last, else the least change first. Each was applied to a copy and judged by the whole book; none that leaves the
 * finding as it is, or breaks something hard elsewhere, is offered, and no two that are the same way out. Says after each edit how
 * many were judged, so that a page may draw in between.
 */
export function* seekRepairs(
  checked: Checked,
  finding: Finding,
  { offered = OFFERED, judged: most = JUDGED } = {},
): Generator<number, Repairs, void> {
  if (finding.kind !== "violation") return { offers: [], said: "" };
  const search: Search = { checked, finding, strips: movableOf(checked, finding) };
  const whole: Tried[] = [];
  const partly = new Map<string, Tried>();
  const tried: string[] = [];
  const mended = new Set<string>();
  const edits = new Set<string>();
  let judged = 0;
  for (const way of ways) {
    const clear = whole.filter(isClear).length;
    if (judged >= most || clear >= offered) break;
    if ((way.isLast && whole.length > 0) || !way.concerns(search)) continue;
    tried.push(way.tried);
    let [tries, found] = [0, 0];
    for (const attempt of way.attempts(search)) {
      if (judged >= most || tries >= way.tries || found >= way.offers) break;
      if (attempt === null) {
        yield judged;
        continue;
      }
      const key = attempt.key ?? keyOf(checked, attempt);
      const edit = JSON.stringify([attempt.commandId, attempt.input]);
      if (mended.has(key) || edits.has(edit)) continue;
      edits.add(edit);
      const after = afterEdit(checked, attempt);
      if (!after) continue;
      judged++;
      tries++;
      yield judged;
      const mend = mendOf(checked, finding, { attempt, key }, after);
      if (!mend) continue;
      if (mend.left === 0) {
        mended.add(key);
        whole.push(mend);
        if (isClear(mend)) found++;
      } else if (mend.left < (partly.get(way.id)?.left ?? Number.POSITIVE_INFINITY)) partly.set(way.id, mend);
    }
  }
  const inOrder = [
    ...whole.filter(isClear),
    ...whole.filter((mend) => !isClear(mend)),
    ...[...partly.values()].filter(({ key }) => !mended.has(key)).sort((a, b) => a.left - b.left),
  ];
  const { tables } = checked.snapshot;
  return {
    offers: inOrder.slice(0, offered).map(({ attempt, words, left, changes }) => ({
      commandId: attempt.commandId,
      input: attempt.input,
      words,
      price: attempt.price ?? null,
      left: left > 0 ? amountText(left, finding.unit) : null,
      better: changes.filter((change) => !isWorse(change)).map((change) => saidChange(change, tables)),
      worse: changes.filter(isWorse).map((change) => saidChange(change, tables)),
    })),
    said: saidOfNone(search, tried),
  };
}

/** All at once, where nobody waits before a page. */
export function repairsFor(...asked: Parameters<typeof seekRepairs>): Repairs {
  const seeking = seekRepairs(...asked);
  for (;;) {
    const step = seeking.next();
    if (step.done) return step.value;
  }
}

/** Moves of the same strips to the same days and modules are one way out, a quarter of an hour more or less; else each edit is its own. */
function keyOf({ facts }: Checked, { commandId, input }: Repair): string {
  if (commandId !== moveStrips.id) return JSON.stringify([commandId, input]);
  const { moves } = moveStrips.input.parse(input);
  return moves
    .map(({ stripId, startsAt, moduleId }) => {
      const where = moduleId ?? facts.strips.get(stripId)?.moduleId;
      return `${stripId} on ${shootDayAt(facts.days, startsAt)?.id} in ${where}`;
    })
    .join();
}

interface Tried {
  readonly attempt: Attempt;
  readonly key: string;
  readonly words: string;
  readonly left: number;
  /** Of other findings, what is hard first. */
  readonly changes: readonly Change[];
}

/** Nothing becomes unknown by it that keeps the plan from fitting for certain. */
const isClear = ({ changes }: Tried): boolean =>
  !changes.some((change) => isWorse(change) && change.tone === "unknown" && change.finding.level === "hard");
const isWorse = ({ was, is }: Change): boolean => is > was;

/** What to do about the cost of a whole plan only its rule knows. */
const movableOf = ({ facts }: Checked, finding: Finding): readonly Strip[] =>
  isOfWholePlan(finding)
    ? []
    : finding.strips.flatMap((id) => {
        const strip = facts.strips.get(id);
        return strip && !strip.isPinned && strip.status === "planned" ? [strip] : [];
      });

interface After {
  readonly words: string;
  readonly report: CheckReport;
}

/** Null for what cannot be carried out: it is not offered. */
function afterEdit({ snapshot, after }: Checked, { commandId, input, words }: Repair): After | null {
  try {
    const bound = commandById(commandId)?.bind(input);
    const patch = bound?.resolve(snapshot.tables);
    const edited = patch?.ok ? applyPatch(snapshot.tables, patch.value) : null;
    if (!bound || !edited?.ok) return null;
    return {
      words: words ?? bound.describe(snapshot.tables),
      report: after({ ...snapshot, tables: edited.value }).report,
    };
  } catch {
    return null; // An input that its command does not take.
  }
}

const TONES: readonly Change["tone"][] = ["hard", "unknown", "soft"];

function mendOf(
  checked: Checked,
  finding: Finding,
  tried: Pick<Tried, "attempt" | "key">,
  after: After,
): Tried | null {
  const { ruleId, groupKey, amount } = finding;
  const was = amountOf(checked.report, finding);
  const now = amountOf(after.report, finding);
  if (now >= was) return null;
  const changes = changesOf(checked.report, after.report).filter(
    ({ finding: f }) => f.ruleId !== ruleId || f.groupKey !== groupKey || f.kind === "unknown",
  );
  if (changes.some((change) => change.tone === "hard" && isWorse(change))) return null;
  // The others of the same rule in the same group stay as they are: what is left is of this one.
  const left = Math.max(0, amount - (was - now));
  if (left > amount * (1 - LEAST_MENDED)) return null;
  const rank = ({ tone }: Change) => TONES.indexOf(tone);
  return { ...tried, words: after.words, left, changes: [...changes].sort((a, b) => rank(a) - rank(b)) };
}

/** The rule's findings in the same group, together: a finding's own id changes with the strips that it names. */
const amountOf = ({ findings }: CheckReport, { ruleId, groupKey }: Finding): number =>
  findings
    .filter((f) => f.kind === "violation" && f.ruleId === ruleId && f.groupKey === groupKey)
    .reduce((sum, f) => sum + f.amount, 0);
