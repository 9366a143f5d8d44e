import { count, listSome, moment, weekdayMonth } from "#core/base/format.ts";
import { isoOf, plusMinutes } from "#core/base/instant.ts";
import { lengthOf, utcDay } from "#core/base/interval.ts";
import { minutes } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import { sceneOfStrip } from "#core/model/command/look-up.ts";
import { factsOf } from "#core/model/facts.ts";
import { type CheckReport, keepsFromFitting, type Verdict } from "#core/model/finding.ts";
import { applyPatch } from "#core/model/patch.ts";
import type { Placed } from "#core/model/placed.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { check } from "#core/rules/check.ts";
import type { BranchChange } from "./branch-form.ts";

export interface BranchEdit {
  readonly commandId: "change-row" | "close-day";
  readonly input: unknown;
}
type What = Pick<BranchChange, "change" | "cutBy" | "cutUnit" | "dayId">;
type Plan = Pick<ScenarioSnapshot, "tables" | "light">;
interface Fault {
  readonly field: "change" | "cutBy" | "dayId";
  readonly message: string;
}

const MINUTES = { hours: 60, days: 1_440 } as const;
const mainWindow = ({ tables }: Plan) => tables.shootWindow.find((w) => w.unit === "main");
const newEnd = (end: Parameters<typeof plusMinutes>[0], { cutBy, cutUnit }: What) =>
  plusMinutes(end, minutes(-(cutBy ?? 0) * MINUTES[cutUnit]));

/** The edit that makes the change, or the field at fault. Null: the branch is a copy and nothing else. */
export function branchEdit(plan: Plan, what: What): Result<BranchEdit | null, Fault> {
  if (what.change === "none") return ok(null);
  if (what.change === "lose-day") {
    const day = plan.tables.shootDay.find((d) => d.id === what.dayId);
    if (!day) return err({ field: "dayId", message: "This scenario has no such day. Choose another." });
    if (day.isClosed) return err({ field: "dayId", message: `Day ${day.number} is lost already.` });
    return ok({ commandId: "close-day", input: { dayId: day.id, isClosed: true } });
  }
  const window = mainWindow(plan);
  if (!window) return err({ field: "change", message: "This scenario has no window of the main unit." });
  const endsAt = newEnd(window.endsAt, what);
  if (endsAt <= window.startsAt)
    return err({
      field: "cutBy",
      message: `Nothing is left: the window opens ${moment(window.startsAt)} GMT.`,
    });
  return ok({
    commandId: "change-row",
    input: { entity: "shootWindow", id: window.id, changes: { endsAt: isoOf(endsAt) } },
  });
}

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}
/** What a branch would say, judged by the rules before it is made. */
export interface BranchEffect {
  /** What changes, in words. */
  readonly sentences: readonly string[];
  readonly verdict: Change<Verdict>;
  readonly inHand: Change<number>;
  readonly hard: Change<number>;
}

export const hardFindings = ({ findings }: Pick<CheckReport, "findings">): number =>
  findings.filter(keepsFromFitting).length;

function named(plan: Plan, strips: readonly Placed[]): string {
  const scenes = strips.map((p) => sceneOfStrip(plan.tables, p.strip));
  const total = strips.reduce((sum, p) => sum + lengthOf(p.span), 0);
  return `${scenes.length === 1 ? "scene" : "scenes"} ${listSome(scenes, 7)}, ${total.toLocaleString("en")} min`;
}

function cutSentences(plan: Plan, what: What): readonly string[] {
  const window = mainWindow(plan);
  if (!window) return [];
  const endsAt = newEnd(window.endsAt, what);
  const after = [...factsOf(plan).placed.values()].filter(
    (p) => p.scene.unit === "main" && p.span.end > endsAt,
  );
  return [
    `The main unit's window closes ${moment(endsAt)} GMT instead of ${moment(window.endsAt)}.`,
    after.length > 0
      ? `${count(after.length, "strip")} would lie outside it (${named(plan, after)}) and stay there, in red, until you move ${after.length === 1 ? "it" : "them"}.`
      : "No placed strip lies outside it.",
  ];
}

function lossSentences(plan: Plan, { dayId }: What): readonly string[] {
  const lost = dayPlansOf(factsOf(plan)).find(({ day }) => day.id === dayId);
  if (!lost) return [];
  const { day, strips } = lost;
  return [
    `Day ${day.number}, ${weekdayMonth(utcDay(day.date).start)}, is closed to shooting.`,
    strips.length > 0
      ? `${count(strips.length, "strip")} ${strips.length === 1 ? "stands" : "stand"} on it (${named(plan, strips)}) and will stay there, in red, until you move ${strips.length === 1 ? "it" : "them"}.`
      : "No strip stands on it.",
  ];
}

/** Carries the change out on a copy in memory and judges it. */
export function branchEffect(
  snapshot: ScenarioSnapshot,
  report: CheckReport,
  what: What,
): Result<BranchEffect, Fault> {
  const edit = branchEdit(snapshot, what);
  if (!edit.ok) return edit;
  const same = {
    verdict: { before: report.verdict, after: report.verdict },
    inHand: { before: report.minutes.inHand, after: report.minutes.inHand },
    hard: { before: hardFindings(report), after: hardFindings(report) },
  };
  if (edit.value === null)
    return ok({ sentences: ["A full copy: nothing differs until something in it is changed."], ...same });
  const { commandId, input } = edit.value;
  const patch = commandById(commandId)?.bind(input).resolve(snapshot.tables);
  const tables = patch?.ok ? applyPatch(snapshot.tables, patch.value) : null;
  if (!tables?.ok)
    return err({
      field: "change",
      message: patch && !patch.ok ? patch.error.message : "This cannot be done here.",
    });
  const after = check({ ...snapshot, tables: tables.value });
  return ok({
    sentences: what.change === "cut" ? cutSentences(snapshot, what) : lossSentences(snapshot, what),
    verdict: { ...same.verdict, after: after.verdict },
    inHand: { ...same.inHand, after: after.minutes.inHand },
    hard: { ...same.hard, after: hardFindings(after) },
  });
}
