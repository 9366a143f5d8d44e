import type pg from "pg";
import { SOLVE_TASK, SOLVES_CHANNEL, WORKER_LOCK } from "./queue.ts";

/** Jobs whose worker goes or is gone: back to the queue, or told to be lost for good. */

/** A worker takes its lock before its first job, but over another connection: so long it may take to be seen. */
const UNSEEN_S = 2;
const LOST =
  "The process that worked on this was lost several times. The plan is unchanged. Ask again; if it happens again, ask for less.";

/** Frees the jobs of workers that are gone, and says so of those that nobody will take up again. */
export async function lookAfter(ear: pg.Client): Promise<void> {
  const { rows } = await ear.query<{ pool: string; id: string }>(
    `SELECT "locked_by" AS pool, "key" AS id FROM graphile_worker.jobs
     WHERE "task_identifier" = $1 AND "locked_at" < now() - make_interval(secs => $2)
       AND NOT EXISTS (SELECT 1 FROM pg_locks WHERE "locktype" = 'advisory' AND "classid" = $3::int::oid
         AND "objid" = hashtext("locked_by")::oid
         AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database()))`,
    [SOLVE_TASK, UNSEEN_S, WORKER_LOCK],
  );
  if (rows.length > 0) {
    // In this order: once it is free, another worker may have it running again.
    await ear.query(`UPDATE "Solve" SET "state" = 'waiting' WHERE "id" = ANY($1) AND "state" = 'running'`, [
      rows.map((r) => r.id),
    ]);
    await ear.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [rows.map((r) => r.pool)]);
  }
  const { rows: ended } = await ear.query<{ id: string }>(
    `UPDATE "Solve" s SET "state" = 'failed', "endedAt" = now(), "problem" = $1, "proposal" = "best",
       "best" = NULL, "worked" = NULL
     WHERE "state" IN ('waiting', 'running') AND "askedAt" < now() - make_interval(secs => $2)
       AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j."key" = s."id"
         AND (j."locked_at" IS NOT NULL OR j."attempts" < j."max_attempts")) RETURNING "id"`,
    [LOST, UNSEEN_S],
  );
  for (const { id } of [...rows, ...ended]) await ear.query("SELECT pg_notify($1, $2)", [SOLVES_CHANNEL, id]);
}

/** Back to the queue, as if it had not been taken. */
export async function handBack(ear: pg.Client, pool: string): Promise<void> {
  const { rows } = await ear.query<{ job: string; id: string; attempts: number }>(
    `SELECT "id" AS job, "key" AS id, "attempts" FROM graphile_worker.jobs WHERE "locked_by" = $1`,
    [pool],
  );
  await ear.query(`UPDATE "Solve" SET "state" = 'waiting' WHERE "id" = ANY($1) AND "state" = 'running'`, [
    rows.map((r) => r.id),
  ]);
  await ear.query("SELECT graphile_worker.force_unlock_workers(ARRAY[$1::text])", [pool]);
  for (const { job, id, attempts } of rows) {
    await ear.query(
      "SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at := now(), attempts := $2::int)",
      [job, Math.max(0, attempts - 1)],
    );
    await ear.query("SELECT pg_notify($1, $2)", [SOLVES_CHANNEL, id]);
  }
}
