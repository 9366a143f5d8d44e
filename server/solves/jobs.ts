import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { availableParallelism } from "node:os";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { database } from "../db/client.ts";
import type { OfSolves } from "../solves.ts";
import { likelyAsked } from "./asked.ts";
import { handBack, lookAfter } from "./lost.ts";
import { BEFOREHAND_CHANNEL, SOLVE_TASK, SOLVES_CHANNEL, WORKER_LOCK } from "./queue.ts";
import { notify } from "./row.ts";
import { type Solving, solversOf } from "./solving.ts";
import { LEAST_S, work } from "./working.ts";

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
/** So long that most of what is asked is done, and that what is planned anew after a turn is little of it. */
const TURN_S = 30;
/** How often workers look after each other. */
const LOOK_EVERY_MS = 1_000;

const AFTER_ERROR = (reference: string) =>
  `Something went wrong here (reference ${reference}). The plan is unchanged. Ask again.`;

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

/** The scenario that will most likely be asked about next; null where there is none. */
async function likelyNext(): Promise<OfSolves | null> {
  const select = { productionId: true, scenarioId: true };
  const last = await database().solve.findFirst({ orderBy: { askedAt: "desc" }, select });
  if (last) return last;
  const any = await database().scenario.findFirst({ select: { productionId: true, id: true } });
  return any && { productionId: any.productionId, scenarioId: any.id };
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
  /** What is read for a search that nobody has asked for yet. */
  let reading: Promise<unknown> = Promise.resolve();

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
  /** By rounds the same plan is found each time, whatever is known. Whatever is wrong with a plan, its own job says it. */
  const beforehand = (likely: () => Promise<OfSolves | null>) => {
    if (isLeaving || ready === 0 || rounds !== undefined || running.size > 0) return;
    const looking = async () => {
      const of = await likely();
      const asked = of && (await likelyAsked(of));
      if (asked && !isLeaving) solvers.beforehand(asked);
    };
    reading = Promise.all([reading, looking().catch(() => null)]);
  };
  await ear.query(`LISTEN ${SOLVES_CHANNEL}; LISTEN ${BEFOREHAND_CHANNEL}`);
  ear.on("notification", ({ channel, payload = "" }) => {
    if (channel === BEFOREHAND_CHANNEL) {
      const [productionId = "", scenarioId = ""] = payload.split(" ");
      beforehand(async () => ({ productionId, scenarioId }));
      return;
    }
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

  const makesWay = async (id: string): Promise<boolean> => {
    const solving = running.get(id);
    const isOver = solving && solving.searchedS() >= turnS && solving.leftS() > LEAST_S;
    if (!isOver || solving.isStopped || running.size < concurrency || !(await isWaitedFor(ear, id)))
      return false;
    // It may have ended meanwhile.
    if (running.get(id) !== solving) return false;
    makingWay.add(id);
    solving.stop();
    return true;
  };
  const endTurn = (id: string) =>
    void makesWay(id).catch((error: Error) => {
      if (!isLeaving) console.error("Whether somebody waits could not be read:", error);
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
          await work(id, { solvers, rounds, running, makingWay, endTurn, isLeaving: () => isLeaving });
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
  // The first read of a process takes seconds, most of it to get going.
  beforehand(likelyNext);

  /** One at a time makes way: the next who waits may be the last. */
  const takeTurns = async () => {
    for (const [id, solving] of running) if (solving.asks === "plan" && (await makesWay(id))) return;
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
