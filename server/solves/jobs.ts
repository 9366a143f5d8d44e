import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { availableParallelism } from "node:os";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import * as z from "zod";
import { minutes } from "#core/base/quantity.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Changes } from "#core/solve/propose.ts";
import { database, transaction } from "../db/client.ts";
import {
  type ProgressPoint,
  progressPoint,
  type Stand,
  type StoredPrices,
  type StoredProposal,
  solveOptions,
  storedProposal,
} from "../db/solves.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { planOfScenario } from "../snapshots.ts";
import { withPoint } from "./progress.ts";
import { enqueueAgain, SOLVE_TASK, SOLVES_CHANNEL, WORKER_LOCK } from "./queue.ts";
import { type ProposedPlan, type Solvers, type Solving, solversOf } from "./solving.ts";

/**
 * The worker: takes solves from the queue, each into a process of its own, and writes down what comes of them. Any number of workers
 * may run, on any number of machines. While it lives a worker holds a lock of its database session: when the lock is gone, so is the
 * worker, and the next one to look gives its jobs back to the queue.
 */

export interface JobsOptions {
  /** The built solver.worker.ts. */
  readonly solver: string;
  /** How many solves at once; one processor is left to the pages. */
  readonly concurrency?: number | undefined;
  /** What one search's heap may take, MB. */
  readonly memoryMb?: number | undefined;
  /** How many processes stand ready while nothing is searched for. */
  readonly ready?: number | undefined;
  /** How long a search goes on while others wait, s. */
  readonly turnS?: number | undefined;
  /** Ends every search after so many rounds; for tests. */
  readonly rounds?: number | undefined;
  /** The worker lost its lock or its queue and has stopped: another may have its jobs by now. */
  readonly onLost: (why: string) => void;
}
export interface Jobs {
  /** By the solve's id. */
  readonly running: ReadonlyMap<string, Solving>;
  /** The processes that stand ready. */
  readonly ready: readonly number[];
  /** Gives what is being worked on back to the queue, and ends. */
  stop(): Promise<void>;
}

/** A thousand scenes over a hundred days stay below. */
const MEMORY_MB = 1_024;
const READY = 1;
/** Taken up again, a search goes on for at least so long. */
const LEAST_S = 1;
/** So long that most of what is asked is done, and that what is planned anew after a turn is little of it. */
const TURN_S = 30;
/** How often workers look after each other. */
const LOOK_EVERY_MS = 1_000;
/** A worker takes its lock before its first job, but over another connection: so long it may take to be seen. */
const UNSEEN_S = 2;

const LOST =
  "The process that worked on this was lost several times. The plan is unchanged. Ask again; if it happens again, ask for less.";
const NO_TIME =
  "The time was over before there was a first plan. The plan is unchanged. Ask again with more seconds.";
const AFTER_ERROR = (reference: string) =>
  `Something went wrong here (reference ${reference}). The plan is unchanged. Ask again.`;

/** Where each strip that moves stands in the plan, and where the proposal puts it. */
function movesOf(snapshot: ScenarioSnapshot, plan: ProposedPlan): StoredProposal["moves"] {
  const strips = new Map(snapshot.tables.strip.map((strip) => [strip.id, strip]));
  const from = (stripId: (typeof plan.returned)[number]): Stand => {
    const strip = strips.get(stripId);
    if (!strip || strip.startsAt === null) return null;
    const { startsAt, moduleId, rigMin, shootMin } = strip;
    return { startsAt, moduleId, rigMin, shootMin };
  };
  return [
    ...plan.placements.map(({ stripId, ...to }) => ({ stripId, from: from(stripId), to })),
    ...plan.returned.map((stripId) => ({ stripId, from: from(stripId), to: null })),
  ];
}

/** The same, to begin another search with. */
const changesOf = ({ moves }: StoredProposal): Changes => ({
  placements: moves.flatMap(({ stripId, to }) =>
    to ? [{ stripId, ...to, rigMin: minutes(to.rigMin), shootMin: minutes(to.shootMin) }] : [],
  ),
  returned: moves.flatMap(({ stripId, to }) => (to ? [] : [stripId])),
});

const storedOf = (snapshot: ScenarioSnapshot, plan: ProposedPlan): StoredProposal => ({
  version: 1,
  moves: movesOf(snapshot, plan),
  objective: { ...plan.objective, parts: [...plan.objective.parts] },
  bound: plan.bound,
  gap: plan.gap,
  isOptimal: plan.isOptimal,
  setUpsIn: plan.setUpsIn,
  notes: [...plan.notes],
});

/** The revisions of the plan that a search is to better. */
interface Base {
  readonly baseRevision: number | null;
  readonly baseProductionRevision: number | null;
}

/** Where a search stood. */
interface SoFar {
  readonly best: StoredProposal | null;
  readonly points: readonly ProgressPoint[];
  /** Seconds searched. */
  readonly spentS: number;
}

/** What is left of a solve that was worked on before. How good plans were counts only where the plan to be bettered is the same. */
function leftOf(row: { best: unknown; progress: unknown; spentS: number } & Base, base: Base): SoFar {
  const points = z.array(progressPoint).parse(row.progress);
  const isSame =
    row.baseRevision === base.baseRevision && row.baseProductionRevision === base.baseProductionRevision;
  return {
    best: row.best === null ? null : storedProposal.parse(row.best),
    points: isSame ? points : [],
    spentS: Math.max(row.spentS, points.at(-1)?.atS ?? 0),
  };
}

/** Takes a solve up: null when somebody stopped or removed it meanwhile. */
async function takeUp(id: string, { points, spentS }: SoFar, base: Base): Promise<number | null> {
  const [taken] = await database().$queryRaw<{ attempt: number }[]>`
    UPDATE "Solve" SET "state" = 'running', "attempt" = "attempt" + 1, "startedAt" = now(), "prices" = NULL,
      "progress" = ${JSON.stringify(points)}::json, "spentS" = ${spentS},
      "baseRevision" = ${base.baseRevision}, "baseProductionRevision" = ${base.baseProductionRevision}
    WHERE "id" = ${id} AND "state" IN ('waiting', 'running') AND NOT "isStopAsked" RETURNING "attempt"`;
  return taken?.attempt ?? null;
}

const notify = (id: string) => database().$executeRaw`SELECT pg_notify(${SOLVES_CHANNEL}, ${id})`;

/** Writes while it is still this worker's; false when it is not, because the solve was removed or another worker has it. */
async function write(id: string, attempt: number, data: Prisma.SolveUpdateManyMutationInput) {
  const { count } = await database().solve.updateMany({ where: { id, attempt, state: "running" }, data });
  if (count > 0) await notify(id);
  return count > 0;
}

const json = (value: unknown) => value as Prisma.InputJsonValue;

/** One solve, from taking it up to writing down how it ended. */
async function work(
  id: string,
  {
    solvers,
    rounds,
    running,
    makingWay,
    isLeaving,
  }: {
    readonly solvers: Solvers;
    readonly rounds: number | undefined;
    readonly running: Map<string, Solving>;
    /** Those whose turn is over. */
    readonly makingWay: Set<string>;
    isLeaving(): boolean;
  },
): Promise<void> {
  const asked = await database().solve.findUnique({
    where: { id },
    select: {
      ...{ productionId: true, scenarioId: true, options: true },
      ...{ best: true, progress: true, spentS: true, baseRevision: true, baseProductionRevision: true },
    },
  });
  const plan = asked && (await planOfScenario(asked.productionId, asked.scenarioId));
  if (!plan) return;
  const { snapshot, productionRevision } = plan;
  const base = { baseRevision: snapshot.scenario.revision, baseProductionRevision: productionRevision };
  const left = leftOf(asked, base);
  const attempt = await takeUp(id, left, base);
  if (attempt === null) {
    // A worker that was lost had been told to stop, and did not live to say so.
    await database().$executeRaw`
      UPDATE "Solve" SET "state" = 'stopped', "endedAt" = now(), "proposal" = "best", "best" = NULL
      WHERE "id" = ${id} AND "isStopAsked" AND "state" IN ('waiting', 'running')`;
    await notify(id);
    return;
  }
  await notify(id);

  const { asks, seconds, ...options } = solveOptions.parse(asked.options);
  // States of ephemerides are megabytes, and rules read the light table made of them.
  const ephemeris = snapshot.tables.ephemeris.map((row) => ({ ...row, segments: [] }));
  const input = {
    snapshot: { ...snapshot, tables: { ...snapshot.tables, ephemeris } },
    begin: left.best ? changesOf(left.best) : undefined,
    ...options,
  };
  let { best, points } = left;
  let prices: StoredPrices | null = null;
  /** Whether the best plan is written down as it is. */
  let isKept = true;
  const sofar = () => ({ progress: json(points), ...(prices === null ? {} : { prices: json(prices) }) });
  let writing: Promise<unknown> = Promise.resolve();
  let isWaiting = false;
  /** Writes down how far it is; what comes meanwhile goes along. */
  const note = () => {
    if (isWaiting) return; // what is in line writes this as well
    isWaiting = true;
    writing = writing.then(async () => {
      isWaiting = false;
      const now = { ...sofar(), ...(isKept ? {} : { best: json(best) }) };
      isKept = true;
      if (!(await write(id, attempt, now))) solving.kill();
    });
    writing.catch((error) => console.error("How far a search is could not be written down:", error));
  };
  const solving = solvers.start(
    { asks, input, seconds: Math.max(LEAST_S, seconds - left.spentS), rounds },
    {
      progress(progress, atS) {
        points = withPoint(points, progress, left.spentS + atS);
        note();
      },
      best(plan) {
        best = storedOf(snapshot, plan);
        isKept = false;
        note();
      },
      prices(found, of) {
        prices = { version: 1, of, ...found } as StoredPrices;
        note();
      },
    },
  );
  running.set(id, solving);
  const solved = await solving.ended.finally(() => running.delete(id));
  await writing.catch(() => null);
  if (isLeaving()) return;

  if (solved.ok && solved.proposal) {
    points = withPoint(points, solved.proposal, left.spentS + solved.atS);
    best = storedOf(snapshot, solved.proposal);
  }
  const isOver = solving.seconds - solving.searchedS() <= LEAST_S || best?.isOptimal === true;
  const makesWay = makingWay.delete(id);
  const mayGoOn = makesWay && solved.ok && !isOver;
  if (mayGoOn) {
    const spentS = left.spentS + solving.searchedS();
    const soFar = { progress: json(points), best: best ? json(best) : Prisma.DbNull, spentS };
    if (await makeWay(id, attempt, soFar)) return;
  }
  // What was only to make way was stopped by nobody, unless that kept it from the line.
  const isStopped = solving.isStopped && makesWay === mayGoOn;
  const hasFound = best !== null || prices !== null;
  // Who stops it wants what there is, however it ended.
  const isFailed = solved.ok ? !hasFound && !isStopped : !(hasFound && isStopped);
  await write(id, attempt, {
    endedAt: new Date(),
    state: isFailed ? "failed" : isStopped ? "stopped" : "done",
    problem: isFailed ? (solved.ok ? NO_TIME : solved.problem) : "",
    ...sofar(),
    ...(best ? { proposal: json(best) } : {}),
    best: Prisma.DbNull,
  });
}

/** Back into the line, behind those who wait; false where somebody wants it to end. */
async function makeWay(
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

/**
 * Whether somebody waits who could be worked on in its place: as urgent, and of a production of which nothing else is worked on.
 */
async function isWaitedFor(ear: pg.Client, id: string): Promise<boolean> {
  const { rows } = await ear.query<{ known: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM graphile_worker.jobs own, graphile_worker.jobs other
       WHERE own."key" = $1 AND other."id" <> own."id" AND other."task_identifier" = $2 AND other."locked_at" IS NULL
         AND other."attempts" < other."max_attempts" AND other."run_at" <= now() AND other."priority" <= own."priority"
         AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs busy WHERE busy."queue_name" = other."queue_name"
           AND busy."locked_at" IS NOT NULL AND busy."id" <> own."id")) AS known`,
    [id, SOLVE_TASK],
  );
  return rows[0]?.known ?? false;
}

/** Frees the jobs of workers that are gone, and says so of those that nobody will take up again. */
async function lookAfter(ear: pg.Client): Promise<void> {
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
    `UPDATE "Solve" s SET "state" = 'failed', "endedAt" = now(), "problem" = $1, "proposal" = "best", "best" = NULL
     WHERE "state" IN ('waiting', 'running') AND "askedAt" < now() - make_interval(secs => $2)
       AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j."key" = s."id"
         AND (j."locked_at" IS NOT NULL OR j."attempts" < j."max_attempts")) RETURNING "id"`,
    [LOST, UNSEEN_S],
  );
  for (const { id } of [...rows, ...ended]) await ear.query("SELECT pg_notify($1, $2)", [SOLVES_CHANNEL, id]);
}

/** Back to the queue, as if it had not been taken. */
async function handBack(ear: pg.Client, pool: string): Promise<void> {
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

/** Reads a plan, most likely the next that is asked about: the first read of a process takes seconds, most of it to get going. */
async function readAhead(): Promise<void> {
  const select = { productionId: true, scenarioId: true };
  const last = await database().solve.findFirst({ orderBy: { askedAt: "desc" }, select });
  const any = last ?? (await database().scenario.findFirst({ select: { productionId: true, id: true } }));
  if (any) await planOfScenario(any.productionId, "id" in any ? any.id : any.scenarioId);
}

/** Begins to work. DATABASE_URL names the database; its migrations have been applied. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { concurrency = Math.max(1, availableParallelism() - 1), onLost, rounds } = options;
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set. Start the worker by its script.");
  const { solver, memoryMb = MEMORY_MB, ready = READY, turnS = TURN_S } = options;
  const solvers = solversOf({ solver, memoryMb, ready });
  const running = new Map<string, Solving>();
  const makingWay = new Set<string>();
  let isLeaving = false;
  let pool = "";

  /** Its session holds the lock, and hears who asks to stop. */
  const ear = new pg.Client({ connectionString, keepAlive: true });
  const lose = (why: string) => {
    if (isLeaving) return;
    isLeaving = true;
    solvers.end();
    for (const solving of running.values()) solving.kill();
    onLost(why);
  };
  ear.on("error", (error) => lose(error.message));
  ear.on("end", () => lose("the connection to the database ended"));
  await ear.connect();
  await ear.query(`LISTEN ${SOLVES_CHANNEL}`);
  ear.on("notification", ({ payload = "" }) => {
    const solving = running.get(payload);
    if (!solving || solving.isStopped) return;
    void database()
      .solve.findUnique({ where: { id: payload }, select: { isStopAsked: true } })
      .then((solve) => {
        if (solve?.isStopAsked) solving.stop();
        if (!solve) solving.kill();
      })
      .catch((error) => console.error("Whether a search shall end could not be read:", error));
  });

  const events = new EventEmitter() as WorkerEvents;
  let locked: Promise<unknown> = Promise.resolve();
  events.once("pool:create", ({ workerPool }) => {
    pool = workerPool.id;
    locked = ear.query("SELECT pg_advisory_lock($1::int, hashtext($2))", [WORKER_LOCK, pool]);
  });
  // A pool of the queue's own ends when nobody hears its errors any more: a database that goes by then would end the process.
  const pgPool = new pg.Pool({ connectionString, max: concurrency + 2 });
  const tried = () => undefined; // whoever used the connection is told, and tries again
  pgPool.on("error", tried).on("connect", (client) => client.on("error", tried));
  const runner = await run({
    pgPool,
    concurrency,
    noHandleSignals: true,
    parsedCronItems: [],
    pollInterval: 1_000,
    events,
    logger: new Logger(() => (level, message) => {
      if (!isLeaving && (level === "error" || level === "warning")) console.error(message);
    }),
    taskList: {
      [SOLVE_TASK]: async (payload) => {
        const { solveId: id } = payload as { solveId: string };
        try {
          await work(id, { solvers, rounds, running, makingWay, isLeaving: () => isLeaving });
        } catch (error) {
          if (isLeaving) throw error;
          const reference = randomUUID().slice(0, 8);
          console.error(`Reference ${reference}:`, error);
          // The database may be what is wrong: then the queue tries again.
          await database().solve.updateMany({
            where: { id, state: { in: ["waiting", "running"] } },
            data: { state: "failed", endedAt: new Date(), problem: AFTER_ERROR(reference) },
          });
          await notify(id);
        }
        // The queue shall not call it done: it has been given back.
        if (isLeaving) throw new Error("handed back");
      },
    },
  });
  runner.promise.catch((error: Error) => lose(error.message));
  await locked;
  let reading: Promise<unknown> = Promise.resolve();
  // Whatever is wrong with a plan, its own job says it.
  if (ready > 0) reading = readAhead().catch(() => null);

  /** One at a time makes way: the next who waits may be the last. */
  const takeTurns = async () => {
    if (running.size < concurrency) return;
    for (const [id, solving] of running) {
      const isOver = solving.searchedS() >= turnS && solving.seconds - solving.searchedS() > LEAST_S;
      if (solving.asks !== "plan" || solving.isStopped || !isOver || !(await isWaitedFor(ear, id))) continue;
      makingWay.add(id);
      return solving.stop();
    }
  };
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = lookAfter(ear)
      .then(takeTurns)
      .catch((error: Error) => {
        if (!isLeaving) console.error("The other workers' jobs could not be looked after:", error);
      });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);

  return {
    running,
    get ready() {
      return solvers.ready;
    },
    async stop() {
      if (isLeaving) return;
      isLeaving = true;
      clearInterval(timer);
      await Promise.all([looking, reading]);
      await handBack(ear, pool);
      solvers.end();
      for (const solving of running.values()) solving.kill();
      await runner.stop().catch(() => null);
      await pgPool.end();
      await ear.end();
    },
  };
}
