import * as z from "zod";
import { err, ok, type Result } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import { applyPatch, inverse, type Patch, readKeys, tidy, writeKeys } from "#core/model/patch.ts";
import type { Through } from "#core/model/through.ts";
import { settingRefusal } from "#core/rules/parameters/settings.ts";
import { ruleBook } from "#core/scenario/rule-words.ts";
import { database, type Transaction } from "./db/client.ts";
import type { HeldStream, Stream } from "./edits/stream.ts";
import { type Carried, carryOut, type Draft, isBusy, laterWriter, refuse } from "./edits/transaction.ts";
import {
  editsOfPlan,
  nextTurns,
  pastEdits,
  standingOf,
  type Turns,
  turnsOf,
  undosOf,
} from "./edits/undo-chain.ts";
import type { Failure } from "./failure.ts";
import { invalid } from "./perform.ts";
import { planOfScenario, type ReportSummary, summaryOf } from "./snapshots.ts";
import type { User } from "./user.ts";

/**
 * Edits of a plan, each one transaction under the lock of its stream:
 *   applyEdit(asked)   carries out a command of core/model/command
 *   undoEdit(asked)    takes an edit back, or brings one again: an edit like any other
 * server/edits/history.ts lists them.
 * Refused are what does not fit its schema, breaks a reference, or meets somebody else's edit; findings refuse nothing. The caller
 * has authorised: productionId is one that the user may edit, and every other id is looked up within it.
 */

interface Asked {
  readonly productionId: string;
  readonly scenarioId: string;
  /** Made by the client: the same edit sent twice is carried out once. */
  readonly clientId: string;
  readonly user: User;
}
export interface EditAsked extends Asked {
  /** The scenario's revision that the author had seen; null: whatever is there now. */
  readonly baseRevision: number | null;
  /** The same of what all scenarios share, for an edit of that. */
  readonly baseProductionRevision?: number | null | undefined;
  readonly commandId: string;
  readonly input: unknown;
  /** By what it comes; absent: by hand. */
  readonly through?: Exclude<Through, "undo">;
}
export interface UndoAsked extends Asked {
  /** An edit of this scenario or of what all scenarios share; or the user's own in either: the last that stands, the last taken back. */
  readonly edit: { readonly id: string } | "last" | "last-undone";
}

export interface EditOutcome extends Carried {
  /** Of the scenario, with the edit in it. */
  readonly revision: number;
  /** What undo and redo would do next for this user. */
  readonly turns: Turns;
  /** The plan as it stands now; null when it could not be judged, and while more edits are under way: each would judge anew. */
  readonly report: ReportSummary | null;
}

/** After the lock is gone: what the plan says now. The edit is stored, so nothing here may fail it. */
async function answer(
  { productionId, scenarioId, user }: Asked,
  stream: Stream,
  carried: Carried,
): Promise<EditOutcome> {
  try {
    const isJudged = stream.scenarioId === null || !isBusy(stream);
    const [plan, turns] = await Promise.all([
      isJudged ? planOfScenario(productionId, scenarioId) : null,
      turnsOf({ productionId, scenarioId }, user.id),
    ]);
    return {
      ...carried,
      revision: stream.scenarioId === null ? (plan?.snapshot.scenario.revision ?? 0) : carried.revision,
      turns,
      report: plan ? summaryOf(plan.report()) : null,
    };
  } catch (error) {
    console.error("An edit was stored, but its plan could not be judged:", error);
    return { ...carried, turns: { undo: null, redo: null }, report: null };
  }
}

export async function applyEdit(asked: EditAsked): Promise<Result<EditOutcome, Failure>> {
  const { productionId, scenarioId, commandId, input } = asked;
  const command = commandById(commandId);
  if (!command) return err({ kind: "refused", message: "There is no such edit. Reload the page." });
  let bound: ReturnType<typeof command.bind>;
  try {
    bound = command.bind(input);
  } catch (error) {
    if (error instanceof z.ZodError) return err(invalid(error));
    throw error;
  }
  const stream = { productionId, scenarioId: bound.stream === "scenario" ? scenarioId : null };
  if (stream.scenarioId === null && !(await isOf(productionId, scenarioId)))
    return err({ kind: "not-found" });

  const baseRevision =
    stream.scenarioId === null ? (asked.baseProductionRevision ?? null) : asked.baseRevision;

  const draft = async (tx: Transaction, held: HeldStream): Promise<Draft> => {
    const base = baseRevision ?? held.revision - 1;
    if (base > held.revision - 1)
      refuse({ kind: "conflict", message: "The plan is older than this page. Reload it." });
    const resolved = bound.resolve(held.tables);
    if (!resolved.ok) {
      const { message, field } = resolved.error;
      return refuse(
        field ? { kind: "invalid", fields: { [field]: [message] }, message } : { kind: "refused", message },
      );
    }
    const patch = tidy(resolved.value);
    const unfit = settingRefusal(held.tables, patch);
    if (unfit) refuse({ kind: "invalid", fields: { params: [unfit.message] }, message: unfit.message });
    const message = await laterWriter(tx, stream, held, base, [...writeKeys(patch), ...readKeys(patch)]);
    if (message) refuse({ kind: "conflict", message });
    const description = bound.describe(held.tables, ruleBook);
    const { through = "hand" } = asked;
    return { patch, description, commandId, commandVersion: command.version, input, through, undoesId: null };
  };
  const carried = await carryOut(stream, { ...asked, baseRevision }, draft);
  return carried.ok ? ok(await answer(asked, stream, carried.value)) : carried;
}

async function isOf(productionId: string, scenarioId: string): Promise<boolean> {
  return (await database().scenario.count({ where: { id: scenarioId, productionId } })) > 0;
}

type Which = UndoAsked["edit"];

/** The edit that is meant, with its stream, if there is one in this scenario or in what all scenarios share. */
async function editMeant({ productionId, scenarioId, user }: Asked, which: Which, db: Reads = database()) {
  if (typeof which !== "string")
    return db.edit.findFirst({
      where: { id: which.id, ...editsOfPlan({ productionId, scenarioId }) },
      select: { id: true, scenarioId: true },
    });
  const turns = nextTurns(await pastEdits({ productionId, scenarioId }, db), user.id);
  const turn = which === "last" ? turns.undo : turns.redo;
  return turn && { id: turn.id, scenarioId: turn.isShared ? null : scenarioId };
}
type Reads = Pick<Transaction, "edit">;

const NOTHING: Record<"last" | "last-undone", string> = {
  last: "You have no edit here to take back.",
  "last-undone": "There is nothing to bring again: you have edited since.",
};

const OVERTAKEN = "You have edited or undone something else meanwhile. Look at the plan, then try again.";

export async function undoEdit(asked: UndoAsked): Promise<Result<EditOutcome, Failure>> {
  const { productionId, scenarioId, edit: which } = asked;
  if (!(await isOf(productionId, scenarioId))) return err({ kind: "not-found" });
  const meant = await editMeant(asked, which);
  if (!meant && typeof which !== "string") return err({ kind: "not-found" });
  const stream = { productionId, scenarioId: meant ? meant.scenarioId : scenarioId };

  const draft = async (tx: Transaction, held: HeldStream): Promise<Draft> => {
    // Under the lock: what was last a moment ago may not be any more.
    const now = typeof which === "string" ? await editMeant(asked, which, tx) : meant;
    if (!now) return refuse({ kind: "refused", message: NOTHING[which as keyof typeof NOTHING] });
    if (now.scenarioId !== stream.scenarioId) refuse({ kind: "conflict", message: OVERTAKEN });
    const { id } = now;
    const { inEffect, depth, root } = standingOf(await undosOf(stream, tx));
    if (!inEffect(id)) return refuse({ kind: "refused", message: "This was taken back already." });
    const edit = await tx.edit.findUniqueOrThrow({ where: { id }, select: { revision: true, patch: true } });
    const first = await tx.edit.findUniqueOrThrow({ where: { id: root(id) }, select: { description: true } });
    const patch = inverse(edit.patch as unknown as Patch);
    const fits = applyPatch(held.tables, patch);
    if (!fits.ok) {
      const { entity, id: row, field } = fits.error;
      const keys = [`${entity}:${row}`, ...(field ? [`${entity}:${row}:${field}`] : [])];
      const writer = await laterWriter(tx, stream, held, edit.revision, keys);
      refuse({
        kind: "conflict",
        message: writer ? `${writer} Take that back first.` : "The plan has changed since. Reload the page.",
      });
    }
    return {
      patch,
      description: `${depth(id) % 2 === 0 ? "Undo" : "Redo"}: ${first.description}`,
      commandId: "undo",
      commandVersion: 1,
      input: null,
      through: "undo",
      undoesId: id,
    };
  };
  const carried = await carryOut(stream, { ...asked, baseRevision: null }, draft);
  return carried.ok ? ok(await answer(asked, stream, carried.value)) : carried;
}
