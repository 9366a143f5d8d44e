import { database, type Transaction } from "../db/client.ts";
import { type Stream, streamId } from "./stream.ts";

/** What an edit takes back or brings again, if it is an undo. */
export interface Undo {
  readonly id: string;
  readonly undoesId: string | null;
}

/** An edit, as far as undo and redo must know. */
export interface PastEdit extends Undo {
  readonly isShared: boolean;
  readonly authorId: string | null;
  readonly description: string;
}

/** How far back undo reaches by itself; older edits are undone from the history, one by one. */
const REACH = 500;

/** A scenario of a production; its history is its own edits and those of what all scenarios share. */
interface OfPlan {
  readonly productionId: string;
  readonly scenarioId: string;
}
export const editsOfPlan = ({ productionId, scenarioId }: OfPlan) => ({
  productionId,
  OR: [{ scenarioId }, { scenarioId: null }],
});

type Reads = Pick<Transaction, "edit">;

/** The latest edits of a plan, oldest first: its own and those of what all scenarios share. */
export async function pastEdits(of: OfPlan, db: Reads = database()): Promise<readonly PastEdit[]> {
  const edits = await db.edit.findMany({
    where: editsOfPlan(of),
    // Ids are made in the order of time (UUID v7).
    orderBy: { id: "desc" },
    take: REACH,
    select: { id: true, undoesId: true, authorId: true, description: true, scenarioId: true },
  });
  return edits.reverse().map(({ scenarioId, ...edit }) => ({ ...edit, isShared: scenarioId === null }));
}

/** Every undo of a stream, oldest first: which edits stand follows from these alone. */
export const undosOf = (stream: Stream, db: Reads = database()): Promise<readonly Undo[]> =>
  db.edit.findMany({
    where: { streamId: streamId(stream), undoesId: { not: null } },
    orderBy: { revision: "asc" },
    select: { id: true, undoesId: true },
  });

interface Standing {
  /** Whether what the edit did still stands, as far as undos go. */
  inEffect(id: string): boolean;
  /** 0: an edit; 1: what took one back; 2: what brought it again … */
  depth(id: string): number;
  /** The edit at the root of a chain of undos. */
  root(id: string): string;
}

/** An undo takes its edit out of effect; the undo of an undo brings it back. Edits that are no undos may be left out. */
export function standingOf(edits: readonly Undo[]): Standing {
  const undoes = new Map(edits.map((edit) => [edit.id, edit.undoesId]));
  const standing = new Map<string, boolean>();
  const put = (id: string, stands: boolean): void => {
    standing.set(id, stands);
    const undone = undoes.get(id);
    if (undone) put(undone, !stands);
  };
  for (const { id } of edits) put(id, true);
  const chain = (id: string): string[] => {
    const undone = undoes.get(id);
    return [id, ...(undone ? chain(undone) : [])];
  };
  return {
    inEffect: (id) => standing.get(id) ?? true,
    depth: (id) => chain(id).length - 1,
    root: (id) => chain(id).at(-1) ?? id,
  };
}

/** What undo and redo would take next for somebody: their own last edit that stands; their own last undo, unless they have edited since. */
export function nextTurns(edits: readonly PastEdit[], userId: string) {
  const { inEffect, depth } = standingOf(edits);
  const own = edits.filter((edit) => edit.authorId === userId);
  const undo = own.findLast((edit) => edit.undoesId === null && inEffect(edit.id)) ?? null;
  const lastEdit = own.findLastIndex((edit) => edit.undoesId === null);
  const redo =
    own.findLast((edit, i) => i > lastEdit && depth(edit.id) % 2 === 1 && inEffect(edit.id)) ?? null;
  return { undo, redo };
}

/** An edit that undo or redo would turn round, and what it did in words. */
export interface Turn {
  readonly editId: string;
  readonly description: string;
}
export interface Turns {
  readonly undo: Turn | null;
  readonly redo: Turn | null;
}

/** What a user could undo and redo in a plan, whichever page they did it on. */
export async function turnsOf(of: OfPlan, userId: string): Promise<Turns> {
  const past = await pastEdits(of);
  const { undo, redo } = nextTurns(past, userId);
  const { root } = standingOf(past);
  const wordsOf = (edit: PastEdit) =>
    past.find(({ id }) => id === root(edit.id))?.description ?? edit.description;
  const turn = (edit: PastEdit | null) => edit && { editId: edit.id, description: wordsOf(edit) };
  return { undo: turn(undo), redo: turn(redo) };
}
