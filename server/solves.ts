import { err, ok, type Result } from "#core/base/result.ts";
import { database, transaction } from "./db/client.ts";
import {
  type Asks,
  type InEffect,
  type Settled,
  type Solve,
  type SolveLine,
  type SolveLineRow,
  type SolveOptions,
  solveFields,
  solveFromRow,
  solveLineFromRow,
  solveOptions,
} from "./db/solves.ts";
import { standingOf, undosOf } from "./edits/undo-chain.ts";
import type { Failure } from "./failure.ts";
import { Prisma } from "./generated/prisma/client.ts";
import { enqueue, SOLVES_CHANNEL } from "./solves/queue.ts";
import type { User } from "./user.ts";

/**
 * Proposals asked of the optimiser:
 *   askSolve(of, options)         into the queue; its id
 *   stopSolve(of, solveId)        the best so far is kept
 *   findSolve(of, solveId)        how it stands
 *   unfinishedSolve(of)           that which is being worked out, and what it was asked for
 *   listSolves(of, asks)          those of a scenario in a line each, latest first
 *   settleSolve(of, solveId, …)   notes what became of the proposal
 * None of them changes the plan. Each finds the solve within the scenario and the production; the caller has authorised.
 */

export interface OfSolves {
  readonly productionId: string;
  readonly scenarioId: string;
}

/** How many that are over a scenario keeps. */
const KEPT = 20;

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
const ONE_AT_A_TIME: Failure = {
  kind: "conflict",
  message: "Something is being worked out for this scenario already. Wait for it, or stop it first.",
};

export async function askSolve(
  of: OfSolves,
  options: SolveOptions,
  user: User,
): Promise<Result<{ readonly solveId: string }, Failure>> {
  try {
    return await transaction(async (tx) => {
      const unfinished = { in: ["waiting", "running"] };
      const mine = await tx.solve.count({ where: { askedById: user.id, state: unfinished } });
      const { id } = await tx.solve.create({
        data: { ...of, askedById: user.id, askedByName: user.name, options },
        select: { id: true },
      });
      const old = await tx.solve.findMany({
        where: { ...of, state: { notIn: unfinished.in } },
        orderBy: { askedAt: "desc" },
        skip: KEPT - 1,
        select: { id: true },
      });
      await tx.solve.deleteMany({ where: { id: { in: old.map((solve) => solve.id) } } });
      await enqueue(tx, { id, productionId: of.productionId }, mine);
      return ok({ solveId: id });
    });
  } catch (error) {
    if (isTaken(error)) return err(ONE_AT_A_TIME);
    throw error;
  }
}

/** What waits ends at once; what runs ends soon; either with the best plan so far. */
export async function stopSolve(of: OfSolves, solveId: string): Promise<Result<null, Failure>> {
  const stopped = await database().$executeRaw`
    UPDATE "Solve" SET "isStopAsked" = true,
      "endedAt" = CASE WHEN "state" = 'waiting' THEN now() END,
      "proposal" = CASE WHEN "state" = 'waiting' THEN "best" END,
      "best" = CASE WHEN "state" = 'running' THEN "best" END,
      "worked" = CASE WHEN "state" = 'running' THEN "worked" END,
      "state" = CASE WHEN "state" = 'waiting' THEN 'stopped' ELSE "state" END
    WHERE "id" = ${solveId} AND "scenarioId" = ${of.scenarioId} AND "productionId" = ${of.productionId}
      AND "state" IN ('waiting', 'running')`;
  if (stopped === 0) return (await findSolve(of, solveId)) ? ok(null) : err({ kind: "not-found" });
  await database().$executeRaw`SELECT pg_notify(${SOLVES_CHANNEL}, ${solveId})`;
  return ok(null);
}

/** The history is read only where an adoption is to be judged by it. */
const inEffectOf = async (
  { productionId, scenarioId }: OfSolves,
  rows: readonly { readonly adoptionIds: readonly string[] }[],
): Promise<InEffect> =>
  rows.some((row) => row.adoptionIds.length > 0)
    ? standingOf(await undosOf({ productionId, scenarioId })).inEffect
    : () => true;

export async function findSolve(of: OfSolves, solveId: string): Promise<Solve | null> {
  const row = await database().solve.findFirst({ where: { ...of, id: solveId }, select: solveFields });
  return row && solveFromRow(row, await inEffectOf(of, [row]));
}

/** What a solve that is being worked out was asked for. */
export interface UnfinishedSolve {
  readonly id: string;
  readonly asks: Asks;
}

/** What is being worked out for a scenario, a proposal or what things are worth; there is one at the most. */
export async function unfinishedSolve({
  productionId,
  scenarioId,
}: OfSolves): Promise<UnfinishedSolve | null> {
  const row = await database().solve.findFirst({
    where: { productionId, scenarioId, state: { in: ["waiting", "running"] } },
    select: { id: true, options: true },
  });
  return row && { id: row.id, asks: solveOptions.parse(row.options).asks };
}

export async function listSolves(of: OfSolves, asks: Asks = "plan"): Promise<readonly SolveLine[]> {
  const { productionId, scenarioId } = of;
  const rows = await database().$queryRaw<SolveLineRow[]>`
    SELECT "id", "askedByName", "askedAt", "options", "state", "outcome", "adoptionIds", "proposal" IS NOT NULL AS "hasProposal",
      ("proposal"->>'gap')::float AS "gap", coalesce(("proposal"->>'isOptimal')::boolean, false) AS "isOptimal",
      "proposal"->'setUpsIn' AS "setUpsIn", "proposal"->'judged' AS "judged", ("proposal"->'objective'->>'points')::float AS "points"
    FROM "Solve" WHERE "productionId" = ${productionId} AND "scenarioId" = ${scenarioId}
      AND coalesce("options"->>'asks', 'plan') = ${asks}
    ORDER BY "askedAt" DESC, "id" DESC LIMIT ${KEPT + 1}`;
  const inEffect = await inEffectOf(of, rows);
  return rows.map((row) => solveLineFromRow(row, inEffect));
}

/** The plan says what was adopted; this is what the list of proposals says. `editId`: by which edit. */
export async function settleSolve(
  of: OfSolves,
  solveId: string,
  outcome: Exclude<Settled, "">,
  user: User,
  editId: string | null = null,
): Promise<Result<null, Failure>> {
  const where = { ...of, id: solveId, proposal: { not: Prisma.AnyNull } };
  const row = await database().solve.findFirst({ where, select: { adoptionIds: true } });
  if (!row) return err({ kind: "not-found" });
  const inEffect = await inEffectOf(of, [row]);
  // What was taken back before is no part of what is adopted now.
  const adoptionIds = [...row.adoptionIds.filter(inEffect), ...(editId === null ? [] : [editId])];
  await database().solve.update({
    where: { id: solveId },
    data: { outcome, outcomeAt: new Date(), outcomeByName: user.name, adoptionIds },
  });
  return ok(null);
}
