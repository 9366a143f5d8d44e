import * as z from "zod";
import type { Worked } from "#core/solve/prices/worked.ts";
import { database, transaction } from "../db/client.ts";
import {
  type ProgressPoint,
  progressPoint,
  type StoredPrices,
  type StoredProposal,
  storedPrices,
  storedProposal,
  storedWorked,
} from "../db/solves.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { enqueueAgain, SOLVES_CHANNEL } from "./queue.ts";

/** The row of a solve that is worked on: what is left in it, who has it, and how it goes back into the line. */

/** The revisions of the plan that a search is to better. */
export interface Base {
  readonly baseRevision: number | null;
  readonly baseProductionRevision: number | null;
}

/** Where a search stood. */
export interface SoFar {
  readonly best: StoredProposal | null;
  readonly points: readonly ProgressPoint[];
  /** Seconds searched, where there are so many in all. */
  readonly spentS: number;
  /** What things are worth, and what others go on from. */
  readonly prices: StoredPrices | null;
  readonly worked: Worked | null;
}

interface Kept extends Base {
  readonly best: unknown;
  readonly progress: unknown;
  readonly spentS: number;
  readonly prices: unknown;
  readonly worked: unknown;
}
/**
 * What is left of a solve that was worked on before. How good plans were, and what things are worth, counts only where the plan to be
 * bettered is the same.
 */
export function leftOf(row: Kept, base: Base): SoFar {
  const points = z.array(progressPoint).parse(row.progress);
  const isSame =
    row.baseRevision === base.baseRevision && row.baseProductionRevision === base.baseProductionRevision;
  // Of another version of Perigee it may be another thing: then it is worked out anew.
  const worked = isSame ? (storedWorked.safeParse(row.worked).data ?? null) : null;
  const prices = worked && storedPrices.nullable().parse(row.prices);
  return {
    best: row.best === null ? null : storedProposal.parse(row.best),
    points: isSame ? points : [],
    spentS: Math.max(row.spentS, points.at(-1)?.atS ?? 0),
    prices: prices && { ...prices, known: prices.prices.length },
    worked,
  };
}

/** Takes a solve up: its attempt, null when somebody stopped or removed it meanwhile. */
export async function takeUp(
  id: string,
  { points, spentS, prices, worked }: SoFar,
  base: Base,
): Promise<number | null> {
  const [taken] = await database().$queryRaw<{ attempt: number }[]>`
    UPDATE "Solve" SET "state" = 'running', "attempt" = "attempt" + 1, "startedAt" = now(),
      "prices" = ${prices && JSON.stringify(prices)}::json, "worked" = CASE WHEN ${worked !== null} THEN "worked" END,
      "progress" = ${JSON.stringify(points)}::json, "spentS" = ${spentS},
      "baseRevision" = ${base.baseRevision}, "baseProductionRevision" = ${base.baseProductionRevision}
    WHERE "id" = ${id} AND "state" IN ('waiting', 'running') AND NOT "isStopAsked" RETURNING "attempt"`;
  return taken?.attempt ?? null;
}

export const notify = (id: string) => database().$executeRaw`SELECT pg_notify(${SOLVES_CHANNEL}, ${id})`;

/** Writes while it is still this worker's; false when it is not, because the solve was removed or another worker has it. */
export async function write(id: string, attempt: number, data: Prisma.SolveUpdateManyMutationInput) {
  const { count } = await database().solve.updateMany({ where: { id, attempt, state: "running" }, data });
  if (count > 0) await notify(id);
  return count > 0;
}

export const json = (value: unknown) => value as Prisma.InputJsonValue;

/** A worker that was lost had been told to stop, and did not live to say so. */
export async function endStopped(id: string): Promise<void> {
  await database().$executeRaw`
    UPDATE "Solve" SET "state" = 'stopped', "endedAt" = now(), "proposal" = "best", "best" = NULL, "worked" = NULL
    WHERE "id" = ${id} AND "isStopAsked" AND "state" IN ('waiting', 'running')`;
  await notify(id);
}

/** Back into the line, behind those who wait; false where somebody wants it to end. */
export async function makeWay(
  id: string,
  attempt: number,
  soFar: Prisma.SolveUpdateManyMutationInput,
): Promise<boolean> {
  const hasWay = await transaction(async (tx) => {
    const where = { id, attempt, state: "running", isStopAsked: false };
    const data = { ...soFar, state: "waiting", turns: { increment: 1 } };
    const { count } = await tx.solve.updateMany({ where, data });
    if (count > 0) await enqueueAgain(tx, id);
    return count > 0;
  });
  if (hasWay) await notify(id);
  return hasWay;
}
