import { setPriority } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { LinearSolver } from "#core/solve/engine/linear.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { pricesOf } from "#core/solve/prices/index.ts";
import { type Proposal, type ProposeBudget, propose } from "#core/solve/propose.ts";
import type { Asks } from "../db/solves.ts";
import { withRowsOf } from "./sharing.ts";
import type { Answer, Asked, Order, ProposedPlan, Told } from "./solving.ts";

/**
 * The process that searches for plans, one after another, started by solving.ts. It knows no database: a plan comes in a message, and
 * so does the proposal go. The search has a thread of its own, so that this process hears "stop", and ends itself when it takes too
 * much memory or when whoever started it is gone. The thread stays from one search to the next, for what was compiled is its own.
 */

/** A page shows no more than so many a second. */
const PROGRESS_EVERY_MS = 250;
/** The best plan itself is larger. */
const BEST_EVERY_S = 1;
const WARM_UP_AFTER_MS = 500;
/** For each of its first two plans. */
const WARM_UP_S = 0.5;
const LOOK_AT_MEMORY_EVERY_MS = 250;
/** Node itself, the code, and what is passed between the two threads. */
const OWN_MB = 256;

/** What the thread is to do; without `asked`, to warm itself up. */
interface Work {
  readonly asked: Asked | null;
  /** 1 in its first place: stop. */
  readonly stop: Int32Array;
}
const newStop = () => new Int32Array(new SharedArrayBuffer(4));

/** What the rules say of a plan beyond that is asked anew wherever it is shown. */
const withoutReport = ({ report: { verdict, minutes }, ...plan }: Proposal): ProposedPlan => ({
  ...plan,
  judged: { verdict, inHand: minutes.inHand },
});

const say = (answer: Answer) => parentPort?.postMessage(answer);

function price({ input, worked: begin }: Asked, budget: ProposeBudget, solver: LinearSolver): void {
  const { snapshot, seed } = input;
  pricesOf({ snapshot, seed, solver, begin }, budget, (prices, of, worked) =>
    say({ kind: "prices", prices, of, worked }),
  );
  say({ kind: "priced" });
}

function search({ input }: Asked, budget: ProposeBudget, solver: LinearSolver): void {
  const begin = performance.now();
  const atS = () => (performance.now() - begin) / 1000;
  let keptAtS = Number.NEGATIVE_INFINITY;
  let kept = "";
  const proposal = propose({ ...input, solver }, budget, (progress, changes) => {
    const now = JSON.stringify(progress.objective);
    const isFirst = kept === "";
    // The first that is told is the plan of today: no news where there was a better one.
    if (isFirst) kept = now;
    if (!isFirst || !input.begin) say({ kind: "progress", progress, atS: atS() });
    if (now === kept || atS() - keptAtS < BEST_EVERY_S) return;
    [kept, keptAtS] = [now, atS()];
    say({ kind: "best", plan: { ...progress, ...changes(), notes: [], judged: null } });
  });
  say({ kind: "proposal", proposal: proposal && withoutReport(proposal), atS: atS() });
}

const SEARCHES: Readonly<Record<Asks, (asked: Asked, budget: ProposeBudget, solver: LinearSolver) => void>> =
  { plan: search, prices: price };

function thread(): void {
  // Each search has one of its own. What comes from one into the next is what was found out about rows that are the same: it saves
  // time and changes nothing.
  let solver = highsSolver();
  let last: ScenarioSnapshot | null = null;
  const now = () => performance.now() / 1000;
  parentPort?.on("message", async ({ asked, stop }: Work) => {
    const isStopped = () => Atomics.load(stop, 0) === 1;
    if (asked) {
      const { asks, seconds, rounds } = asked;
      const budget = { seconds, ...(rounds === undefined ? {} : { rounds }), now, isStopped };
      last = withRowsOf(last, asked.input.snapshot);
      SEARCHES[asks]({ ...asked, input: { ...asked.input, snapshot: last } }, budget, await solver);
    } else {
      const { warmUp } = await import("./warm-up.ts");
      warmUp(await solver, { seconds: WARM_UP_S, now, isStopped });
    }
    solver = highsSolver();
  });
}

function host(memoryMb: number): void {
  // Pages and the database come first.
  setPriority(5);
  const worker = new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const mb = () => process.memoryUsage.rss() / 1_048_576;
  const tell = (answer: Answer) => process.send?.({ ...answer, mb: mb() } satisfies Told);
  const end = (answer: Answer) => process.send?.(answer, undefined, {}, () => process.exit(0));

  let last: Answer | null = null;
  let timer: NodeJS.Timeout | undefined;
  const tellLast = () => {
    timer = last ? setTimeout(tellLast, PROGRESS_EVERY_MS) : undefined;
    if (last) tell(last);
    last = null;
  };
  worker.on("message", (answer: Answer) => {
    if (answer.kind === "progress") {
      last = answer;
      if (!timer) tellLast();
      return;
    }
    // In the order in which they were found.
    if (last) tell(last);
    last = null;
    tell(answer);
  });
  worker.on("error", (error) => {
    if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return end({ kind: "out-of-memory" });
    console.error("A search for a plan failed:", error);
    return end({ kind: "failed" });
  });
  // Arrays of numbers and WebAssembly lie outside of the thread's own limit.
  setInterval(() => {
    if (mb() > memoryMb + OWN_MB) end({ kind: "out-of-memory" });
  }, LOOK_AT_MEMORY_EVERY_MS);

  let stop = newStop();
  const begin = (asked: Asked | null) => {
    stop = newStop();
    worker.postMessage({ asked, stop } satisfies Work);
  };
  let soon: NodeJS.Timeout | undefined;
  process.on("message", (order: Order) => {
    // What was begun before makes way, warming up included.
    Atomics.store(stop, 0, 1);
    clearTimeout(soon);
    if (order.kind === "solve") begin(order.asked);
    // Somebody may be waiting already.
    else if (order.kind === "warm up") soon = setTimeout(() => begin(null), WARM_UP_AFTER_MS);
  });
  process.on("disconnect", () => process.exit(1));
  // It may have been gone before anybody listened.
  if (!process.connected) process.exit(1);
  // Ctrl-C goes to every process of a terminal; the worker decides what becomes of this one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
}

if (isMainThread) host(Number(process.argv[2]));
else thread();
