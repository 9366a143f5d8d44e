import { database, type Transaction } from "../db/client.ts";

/** The job queue in the same database (graphile-worker), as far as both those who ask and those who work must know it. */

export const SOLVE_TASK = "solve";
/** Told with the solve's id whenever its row changes; a hint, the row is the truth. */
export const SOLVES_CHANNEL = "perigee_solves";
/** Told with a production's and a scenario's id, where a proposal may be asked for soon: a hint as well, for which nobody waits. */
export const BEFOREHAND_CHANNEL = "perigee_beforehand";
/** The first half of the advisory locks that living workers hold; the second is of their pool's id. Any number, nobody else's. */
export const WORKER_LOCK = 1_836_412_947;

/** A job lost so often has an end: the next worker may be the next victim. */
const MOST_ATTEMPTS = 3;

/**
 * Puts a solve in the queue, in the transaction that stores it. Of a production one is worked on at a time; and whoever has asked for
 * many waits behind those who asked for few, so that nobody's tenth comes before somebody's first.
 */
export async function enqueue(
  tx: Transaction,
  solve: { readonly id: string; readonly productionId: string },
  unfinishedOfUser: number,
): Promise<void> {
  const payload = JSON.stringify({ solveId: solve.id });
  await tx.$executeRaw`SELECT 1 FROM graphile_worker.add_job(
    ${SOLVE_TASK}, payload := ${payload}::json, queue_name := ${`solve:${solve.productionId}`},
    max_attempts := ${MOST_ATTEMPTS}::int, job_key := ${solve.id}, priority := ${unfinishedOfUser}::int)`;
}

/** Puts what is being worked on in the line once more, behind all who are as urgent. What is in it now ends with its work. */
export async function enqueueAgain(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM graphile_worker.jobs j, LATERAL graphile_worker.add_job(
    ${SOLVE_TASK}, payload := json_build_object('solveId', ${id}::text), queue_name := j."queue_name",
    max_attempts := ${MOST_ATTEMPTS}::int, job_key := ${id}, priority := j."priority"::int) a WHERE j."key" = ${id}`;
}

/** Somebody looks at where proposals are asked for: a worker that has nothing else to do may begin. */
export const mayBeAsked = (productionId: string, scenarioId: string) =>
  database().$executeRaw`SELECT pg_notify(${BEFOREHAND_CHANNEL}, ${`${productionId} ${scenarioId}`})`;

/** Is there a worker at all? Otherwise nothing that is asked comes to an end. */
export async function isAttended(): Promise<boolean> {
  const [found] = await database().$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_locks WHERE "locktype" = 'advisory' AND "classid" = ${WORKER_LOCK}::int::oid
      AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())) AS known`;
  return found?.known ?? false;
}
