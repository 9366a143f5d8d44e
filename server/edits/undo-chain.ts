import { database, type Transaction } from "../db/client.ts";
import { type Stream, streamId } from "./stream.ts";

/** An edit of a stream, as far as undo and redo must know. */
export interface PastEdit {
  readonly id: string;
  readonly undoesId: string | null;
  readonly authorId: string | null;
  readonly description: string;
}

/** How far back undo reaches by itself; older edits are undone from the history, one by one. */
const REACH = 500;

/** The latest edits of a stream, oldest first. */
export async function pastEdits(
  stream: Stream,
  db: Pick<Transaction, "edit"> = database(),
): Promise<readonly PastEdit[]> {
  const edits = await db.edit.findMany({
    where: { streamId: streamId(stream) },
    orderBy: { revision: "desc" },
    take: REACH,
    select: { id: true, undoesId: true, authorId: true, description: true },
  });
  return edits.reverse();
}

interface Standing {
  /** Whether what the edit did still stands, as far as undos go. */
  inEffect(id: string): boolean;
  /** 0: an edit; 1: what took one back; 2: what brought it again … */
  depth(id: string): number;
  /** The edit at the root of a chain of undos. */
  root(id: string): PastEdit | undefined;
}

/** An undo takes its edit out of effect; the undo of an undo brings it back. */
export function standingOf(edits: readonly PastEdit[]): Standing {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const standing = new Map<string, boolean>();
  const put = (id: string, stands: boolean): void => {
    standing.set(id, stands);
    const undone = byId.get(id)?.undoesId;
    if (undone) put(undone, !stands);
  };
  for (const { id } of edits) put(id, true);
  const chain = (id: string): PastEdit[] => {
    const edit = byId.get(id);
    return edit ? [edit, ...(edit.undoesId ? chain(edit.undoesId) : [])] : [];
  };
  const depth = (id: string): number => {
    const links = chain(id);
    return links.length - 1 + (links.at(-1)?.undoesId ? 1 : 0);
  };
  return { inEffect: (id) => standing.get(id) ?? true, depth, root: (id) => chain(id).at(-1) };
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
