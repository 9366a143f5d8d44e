import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import type { EntityName } from "#core/model/entities.ts";
import type { Patch } from "#core/model/patch.ts";
import type { Through } from "#core/model/through.ts";
import { database } from "../db/client.ts";
import { editsOfPlan, standingOf, type Undo, undosOf } from "./undo-chain.ts";

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
  readonly through: Through;
  readonly patch: Patch;
  readonly undoesId: string | null;
  /** False: taken back since. Of an undo: whether what it did still stands. */
  readonly inEffect: boolean;
  /** Which way it can be turned: an edit that stands is undone; the last undo of one that does not, brings it again. */
  readonly way: "undo" | "redo" | null;
}

interface Chosen {
  /** An edit's id: those before it. */
  readonly before?: string | undefined;
  readonly limit?: number;
  readonly author?: string | undefined;
  readonly through?: Through | undefined;
  /** Tables of which it changed at least one. */
  readonly entities?: readonly EntityName[] | undefined;
}

/** Everybody who has edited a scenario or what it shares with others, by name. */
export async function editorsOf(productionId: string, scenarioId: string): Promise<readonly string[]> {
  const found = await database().edit.findMany({
    where: editsOfPlan({ productionId, scenarioId }),
    distinct: ["authorName"],
    orderBy: { authorName: "asc" },
    select: { authorName: true },
  });
  return found.map(({ authorName }) => authorName);
}

const MOST = 100;

/** The latest edits of a scenario and of what it shares that changed some tables; null where all are asked for. */
async function idsOfThings(
  productionId: string,
  scenarioId: string,
  { before, author, through, entities, limit = MOST }: Chosen,
): Promise<readonly string[] | null> {
  if (!entities) return null;
  // Prisma does not look into a json column, and the keys that an edit wrote begin with their table.
  const found = await database().$queryRaw<readonly { id: string }[]>`
    SELECT "id" FROM "Edit"
    WHERE "productionId" = ${productionId} AND ("scenarioId" = ${scenarioId} OR "scenarioId" IS NULL)
      AND EXISTS (SELECT FROM unnest("writeKeys") AS key WHERE split_part(key, ':', 1) = ANY(${entities}))
      AND (${before ?? null}::text IS NULL OR "id" < ${before ?? null})
      AND (${author ?? null}::text IS NULL OR "authorName" = ${author ?? null})
      AND (${through ?? null}::text IS NULL OR "through" = ${through ?? null})
    ORDER BY "id" DESC LIMIT ${limit}`;
  return found.map(({ id }) => id);
}

/** The edits of a scenario and of what it shares with others, latest first. */
export async function listEdits(
  productionId: string,
  scenarioId: string,
  chosen: Chosen = {},
): Promise<readonly EditLine[]> {
  const { before, author, through, limit = MOST } = chosen;
  const of = await idsOfThings(productionId, scenarioId, chosen);
  const [edits, own, shared] = await Promise.all([
    database().edit.findMany({
      where: {
        ...editsOfPlan({ productionId, scenarioId }),
        // The scenario is looked up within the production.
        production: { scenarios: { some: { id: scenarioId } } },
        // Ids are made in the order of time (UUID v7).
        ...(before === undefined ? {} : { id: { lt: before } }),
        ...(author === undefined ? {} : { authorName: author }),
        ...(through === undefined ? {} : { through }),
        ...(of === null ? {} : { id: { in: [...of] } }),
      },
      orderBy: { id: "desc" },
      take: limit,
      select: {
        id: true,
        scenarioId: true,
        revision: true,
        createdAt: true,
        authorName: true,
        description: true,
        through: true,
        patch: true,
        undoesId: true,
      },
    }),
    undosOf({ productionId, scenarioId }),
    undosOf({ productionId, scenarioId: null }),
  ]);
  const undos = [...own, ...shared];
  const { inEffect, root } = standingOf(undos);
  const lastOf = new Map(undos.map(({ id }) => [root(id), id]));
  const wayOf = ({ id, undoesId }: Undo): EditLine["way"] => {
    if (undoesId === null) return inEffect(id) ? "undo" : null;
    return lastOf.get(root(id)) === id && !inEffect(root(id)) ? "redo" : null;
  };
  return edits.map(({ scenarioId: of, createdAt, patch, through: by, ...line }) => ({
    ...line,
    isShared: of === null,
    at: epochSeconds(createdAt.getTime() / 1000),
    through: by as Through,
    patch: patch as unknown as Patch,
    inEffect: inEffect(line.id),
    way: wayOf(line),
  }));
}
