import * as z from "zod";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import { applyPatch, inverse, type Patch, readKeys, tidy, writeKeys } from "#core/model/patch.ts";
import { database, type Transaction } from "./db/client.ts";
import type { HeldStream, Stream } from "./edits/stream.ts";
import { type Carried, carryOut, type Draft, isBusy, laterWriter, refuse } from "./edits/transaction.ts";
import { nextTurns, pastEdits, standingOf } from "./edits/undo-chain.ts";
import type { Failure } from "./failure.ts";
import { invalid } from "./perform.ts";
import { planOfScenario, type ReportSummary, summaryOf } from "./snapshots.ts";
import type { User } from "./user.ts";

/**
 * Edits of a plan, each one transaction under the lock of its stream:
 *   applyEdit(asked)   carries out a command of core/model/command
 *   undoEdit(asked)    takes an edit back, or brings one again: an edit like any other
 *   listEdits(…)       the history
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
}
export interface UndoAsked extends Asked {
  /** An edit of this scenario or of what all scenarios share; or the user's own: the last that stands, the last taken back. */
  readonly edit: { readonly id: string } | "last" | "last-undone";
}

export interface EditOutcome extends Carried {
  /** Of the scenario, with the edit in it. */
  readonly revision: number;
  /** What undo and redo would do next for this user, in words. */
  readonly undoable: string | null;
  readonly redoable: string | null;
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
    const [plan, past] = await Promise.all([
      isJudged ? planOfScenario(productionId, scenarioId) : null,
      pastEdits({ productionId, scenarioId }),
    ]);
    const { undo, redo } = nextTurns(past, user.id);
    return {
      ...carried,
      revision: stream.scenarioId === null ? (plan?.snapshot.scenario.revision ?? 0) : carried.revision,
      undoable: undo?.description ?? null,
      redoable: redo ? (standingOf(past).root(redo.id)?.description ?? null) : null,
      report: plan ? summaryOf(plan.report()) : null,
    };
  } catch (error) {
    console.error("An edit was stored, but its plan could not be judged:", error);
    return { ...carried, undoable: null, redoable: null, report: null };
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
    const message = await laterWriter(tx, stream, held, base, [...writeKeys(patch), ...readKeys(patch)]);
    if (message) refuse({ kind: "conflict", message });
    const description = bound.describe(held.tables);
    return { patch, description, commandId, commandVersion: command.version, input, undoesId: null };
  };
  const carried = await carryOut(stream, { ...asked, baseRevision }, draft);
  return carried.ok ? ok(await answer(asked, stream, carried.value)) : carried;
}

async function isOf(productionId: string, scenarioId: string): Promise<boolean> {
  return (await database().scenario.count({ where: { id: scenarioId, productionId } })) > 0;
}

/** The stream of an edit, if it is one of this scenario or of its production. */
async function streamOfEdit({ productionId, scenarioId }: Asked, id: string): Promise<Stream | null> {
  const edit = await database().edit.findFirst({
    where: { id, productionId, OR: [{ scenarioId }, { scenarioId: null }] },
    select: { scenarioId: true },
  });
  return edit ? { productionId, scenarioId: edit.scenarioId } : null;
}

const NOTHING: Record<"last" | "last-undone", string> = {
  last: "You have no edit here to take back.",
  "last-undone": "There is nothing to bring again: you have edited since.",
};

export async function undoEdit(asked: UndoAsked): Promise<Result<EditOutcome, Failure>> {
  const { productionId, scenarioId, user, edit: which } = asked;
  const stream =
    typeof which === "string" ? { productionId, scenarioId } : await streamOfEdit(asked, which.id);
  if (!stream || !(await isOf(productionId, scenarioId))) return err({ kind: "not-found" });

  const draft = async (tx: Transaction, held: HeldStream): Promise<Draft> => {
    const past = await pastEdits(stream, tx);
    const turns = nextTurns(past, user.id);
    const id = typeof which === "string" ? (which === "last" ? turns.undo : turns.redo)?.id : which.id;
    if (id === undefined) return refuse({ kind: "refused", message: NOTHING[which as keyof typeof NOTHING] });
    const { inEffect, depth, root } = standingOf(past);
    if (!inEffect(id)) return refuse({ kind: "refused", message: "This was taken back already." });
    const edit = await tx.edit.findUniqueOrThrow({
      where: { id },
      select: { revision: true, patch: true, description: true },
    });
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
      description: `${depth(id) % 2 === 0 ? "Undo" : "Redo"}: ${root(id)?.description ?? edit.description}`,
      commandId: "undo",
      commandVersion: 1,
      input: null,
      undoesId: id,
    };
  };
  const carried = await carryOut(stream, { ...asked, baseRevision: null }, draft);
  return carried.ok ? ok(await answer(asked, stream, carried.value)) : carried;
}

/** A line of the history. */
export interface EditLine {
  readonly id: string;
  /** Whether it changed what all scenarios share. */
  readonly isShared: boolean;
  /** Of its stream. */
  readonly revision: number;
  readonly at: EpochSeconds;
  readonly authorName: string;
  readonly description: string;
  /** Rows it changed. */
  readonly rows: number;
  readonly undoesId: string | null;
  /** False: taken back since. */
  readonly inEffect: boolean;
}

/** The edits of a scenario and of what it shares with others, latest first; `before` is an edit's id, to read on. */
export async function listEdits(
  productionId: string,
  scenarioId: string,
  { before, limit = 100 }: { readonly before?: string | undefined; readonly limit?: number } = {},
): Promise<readonly EditLine[]> {
  const ofThese = { productionId, OR: [{ scenarioId }, { scenarioId: null }] };
  if (!(await isOf(productionId, scenarioId))) return [];
  const edits = await database().edit.findMany({
    // Ids are made in the order of time (UUID v7).
    where: { ...ofThese, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit,
    select: {
      id: true,
      scenarioId: true,
      revision: true,
      createdAt: true,
      authorName: true,
      description: true,
      patch: true,
      undoesId: true,
    },
  });
  const [own, shared] = await Promise.all([
    pastEdits({ productionId, scenarioId }),
    pastEdits({ productionId, scenarioId: null }),
  ]);
  const standing = { own: standingOf(own), shared: standingOf(shared) };
  return edits.map(({ scenarioId: of, createdAt, patch, ...line }) => ({
    ...line,
    isShared: of === null,
    at: epochSeconds(createdAt.getTime() / 1000),
    rows: (patch as unknown as Patch).length,
    inEffect: standing[of === null ? "shared" : "own"].inEffect(line.id),
  }));
}
