import { capital, doneAt } from "#core/base/format.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { Tables } from "#core/model/entities.ts";
import { applyPatch, type Patch, readKeys, writeKeys } from "#core/model/patch.ts";
import { brokenReferences } from "#core/model/references.ts";
import type { Through } from "#core/model/through.ts";
import { rowName } from "#core/model/words/index.ts";
import { type Transaction, transaction } from "../db/client.ts";
import type { Row } from "../db/rows.ts";
import { type RowProblem, rowProblem } from "../db/storable.ts";
import { writePatch } from "../db/tables.ts";
import type { Failure } from "../failure.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { keptOnce } from "../kept.ts";
import { keepPlan } from "../snapshots.ts";
import type { User } from "../user.ts";
import { type HeldStream, holdStream, type Stream, streamId } from "./stream.ts";

/** What somebody asks for, resolved to rows. */
export interface Draft {
  readonly patch: Patch;
  readonly description: string;
  readonly commandId: string;
  readonly commandVersion: number;
  /** Null for an undo. */
  readonly input: unknown;
  readonly through: Through;
  readonly undoesId: string | null;
}

export interface EditRequest {
  /** Made by the client: the same edit sent twice is carried out once. */
  readonly clientId: string;
  /** Null: its author looked at nothing in particular. */
  readonly baseRevision: number | null;
  readonly user: User;
}

/** An edit as it was carried out, now or when it was first sent. */
export interface Carried {
  /** Null: there was nothing to change. */
  readonly editId: string | null;
  /** Of its stream. */
  readonly revision: number;
  readonly patch: Patch;
  readonly description: string;
}

/** Ends the transaction, takes back what it did, and is the outcome. */
class Ended extends Error {
  readonly outcome: Result<Carried, Failure>;
  constructor(outcome: Result<Carried, Failure>) {
    super("The transaction ended early.");
    this.outcome = outcome;
  }
}
export function refuse(failure: Failure): never {
  throw new Ended(err(failure));
}

/** The latest edit after a revision that wrote one of the keys: who, when and what, in a sentence. */
export async function laterWriter(
  tx: Transaction,
  stream: Stream,
  held: HeldStream,
  revision: number,
  keys: readonly string[],
): Promise<string | null> {
  if (revision >= held.revision - 1) return null;
  const edit = await tx.edit.findFirst({
    where: { streamId: streamId(stream), revision: { gt: revision }, writeKeys: { hasSome: [...keys] } },
    orderBy: { revision: "desc" },
    select: { authorName: true, description: true, createdAt: true },
  });
  if (!edit) return null;
  const at = doneAt(epochSeconds(edit.createdAt.getTime() / 1000));
  return `${edit.authorName} changed the same on ${at} GMT: “${edit.description}”.`;
}

/** What a patch leaves behind must be readable again and hold together. */
function unsound(before: Tables, after: Tables, patch: Patch): RowProblem | null {
  const written = new Set(patch.filter((change) => change.after !== null).map((c) => `${c.entity}:${c.id}`));
  for (const entity of new Set(patch.map((change) => change.entity)))
    for (const row of after[entity] as unknown as readonly Row[]) {
      const problem = written.has(`${entity}:${row.id}`) ? rowProblem(entity, row) : null;
      if (problem) return problem;
    }
  // Tables of several scenarios hold an id more than once; that is no broken reference.
  const broken = (tables: Tables) => brokenReferences(tables).filter((reference) => reference.field !== "id");
  const now = broken(after);
  if (now.length === 0) return null;
  const known = new Set(broken(before).map((reference) => reference.message));
  const fresh = now.find((reference) => !known.has(reference.message));
  if (!fresh) return null;
  const needs = `${capital(rowName(before, fresh.entity, fresh.id))} needs what this takes away`;
  return { field: "", message: `${needs}. Take it out there first.` };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
/** In the order in which the database gives them: a plan kept and a plan loaded are the same. */
function ordered(tables: Tables, patch: Patch): Tables {
  const grown = new Set(patch.filter((change) => change.before === null).map((change) => change.entity));
  const sorted = [...grown].map((entity) => {
    const rows: readonly { id: string }[] = tables[entity];
    return [entity, [...rows].sort(byId)];
  });
  return { ...tables, ...Object.fromEntries(sorted) };
}

async function store(tx: Transaction, stream: Stream, held: HeldStream, draft: Draft, request: EditRequest) {
  await writePatch(tx, stream, draft.patch);
  const { id } = await tx.edit.create({
    data: {
      ...stream,
      streamId: streamId(stream),
      revision: held.revision,
      clientId: request.clientId,
      baseRevision: request.baseRevision ?? held.revision - 1,
      commandId: draft.commandId,
      commandVersion: draft.commandVersion,
      input: draft.input === null ? Prisma.JsonNull : (draft.input as Prisma.InputJsonValue),
      patch: draft.patch as unknown as Prisma.InputJsonValue,
      writeKeys: [...writeKeys(draft.patch)],
      readKeys: [...readKeys(draft.patch)],
      description: draft.description,
      through: draft.through,
      authorId: request.user.id,
      authorName: request.user.name,
      undoesId: draft.undoesId,
    },
    select: { id: true },
  });
  // A hint for who listens; the edits themselves are read from the table.
  await tx.$executeRaw`SELECT pg_notify('perigee_edits', ${`${streamId(stream)} ${held.revision}`})`;
  return id;
}

async function storedBefore(tx: Transaction, stream: Stream, clientId: string): Promise<Carried | null> {
  const edit = await tx.edit.findUnique({
    where: { streamId_clientId: { streamId: streamId(stream), clientId } },
    select: { id: true, revision: true, patch: true, description: true },
  });
  return edit
    ? {
        editId: edit.id,
        revision: edit.revision,
        patch: edit.patch as unknown as Patch,
        description: edit.description,
      }
    : null;
}

const NEEDED: Failure = {
  kind: "refused",
  message: "Something else in the plan needs this. Take it out there first.",
};
const isReferenceError = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2003" || (error.code === "P2010" && /23503|foreign key/i.test(error.message)));

/** Of each stream, the last edit that this process has in line, and how many are not done. */
const lines = () =>
  keptOnce("edit-lines", () => new Map<string, { last: Promise<unknown>; length: number }>());
export const isBusy = (stream: Stream): boolean => (lines().get(streamId(stream))?.length ?? 0) > 0;

/**
 * Edits of one stream go one after the other anyway, by the lock in the database. Standing in line here as well, they hold one
 * connection instead of all of them, and each finds the plan that the one before has kept.
 */
export function carryOut(
  ...[stream, request, draft]: Parameters<typeof attempt>
): ReturnType<typeof attempt> {
  const id = streamId(stream);
  const line = lines().get(id) ?? { last: Promise.resolve(), length: 0 };
  lines().set(id, line);
  line.length += 1;
  const leave = () => {
    line.length -= 1;
    if (line.length === 0) lines().delete(id);
  };
  const mine = line.last.then(() => attempt(stream, request, draft).finally(leave));
  line.last = mine.catch(() => null);
  return mine;
}

/**
 * Carries out one edit of a stream: takes the lock and the next revision, resolves (`draft` may refuse), writes the rows and the
 * edit. Whatever is refused leaves nothing behind, the revision included.
 */
async function attempt(
  stream: Stream,
  request: EditRequest,
  draft: (tx: Transaction, held: HeldStream) => Promise<Draft>,
): Promise<Result<Carried, Failure>> {
  try {
    const { carried, held, after } = await transaction(async (tx) => {
      const held = await holdStream(tx, stream);
      if (!held) return refuse({ kind: "not-found" });
      const before = await storedBefore(tx, stream, request.clientId);
      if (before) throw new Ended(ok(before));
      const drafted = await draft(tx, held);
      const { patch, description } = drafted;
      if (patch.length === 0)
        throw new Ended(ok({ editId: null, revision: held.revision - 1, patch, description }));
      const after = applyPatch(held.tables, patch);
      if (!after.ok) throw new Error(`${drafted.commandId} gave a patch that does not fit its own tables.`);
      const problem = unsound(held.tables, after.value, patch);
      if (problem?.field)
        refuse({ kind: "invalid", fields: { [problem.field]: [problem.message] }, message: problem.message });
      if (problem) refuse({ kind: "refused", message: problem.message });
      const editId = await store(tx, stream, held, drafted, request);
      return {
        carried: { editId, revision: held.revision, patch, description },
        held,
        after: ordered(after.value, patch),
      };
    });
    if (stream.scenarioId !== null && held.createdAt)
      keepPlan(stream.scenarioId, { ...held, createdAt: held.createdAt, tables: after });
    return ok(carried);
  } catch (error) {
    if (error instanceof Ended) return error.outcome;
    if (isReferenceError(error)) return err(NEEDED);
    throw error;
  }
}
