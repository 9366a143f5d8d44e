import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
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

/** The edits of a scenario and of what it shares with others, latest first. */
export async function listEdits(
  productionId: string,
  scenarioId: string,
  { before, author, through, limit = 100 }: Chosen = {},
): Promise<readonly EditLine[]> {
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
