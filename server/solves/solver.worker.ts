import { setPriority } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { highsSolver } from "#core/solve/highs.ts";
import { pricesOf } from "#core/solve/prices/index.ts";
import { type Proposal, propose } from "#core/solve/propose.ts";
import type { Asks } from "../db/solves.ts";
import type { Answer, Asked, Order, ProposedPlan } from "./solving.ts";

/**
 * The process that searches for one plan, started by solving.ts. It knows no database: the plan comes in a message, and so does the
 * proposal go. The search has a thread of its own, so that this process hears "stop", and ends itself when it takes too much memory
 * or when whoever started it is gone.
 */

/** A page shows no more than so many a second. */
const PROGRESS_EVERY_MS = 250;
const LOOK_AT_MEMORY_EVERY_MS = 250;
/** Node itself, the code, and what is passed between the two threads. */
const OWN_MB = 256;

interface Work extends Asked {
  /** 1 in its first place: stop. */
  readonly stop: Int32Array;
}

/** What the rules say of a plan is asked anew wherever it is shown. */
const withoutReport = ({ report: _, ...plan }: Proposal): ProposedPlan => plan;

const secondsNow = () => performance.now() / 1000;

async function price({ input: { snapshot, seed }, seconds, rounds, stop }: Work): Promise<void> {
  const tell = (answer: Answer) => parentPort?.postMessage(answer);
  const budget = {
    seconds,
    ...(rounds === undefined ? {} : { rounds }),
    now: secondsNow,
    isStopped: () => Atomics.load(stop, 0) === 1,
  };
  pricesOf({ snapshot, seed, solver: await highsSolver() }, budget, (prices, of) =>
    tell({ kind: "prices", prices, of }),
  );
  tell({ kind: "priced" });
}

async function search({ input, seconds, rounds, stop }: Work): Promise<void> {
  const solver = await highsSolver();
  const begin = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  const tell = (answer: Answer) => parentPort?.postMessage(answer);
  const proposal = propose(
    { ...input, solver },
    {
      seconds,
      ...(rounds === undefined ? {} : { rounds }),
      now: secondsNow,
      isStopped: () => Atomics.load(stop, 0) === 1,
    },
    (progress) => {
      const now = performance.now();
      if (now - told < PROGRESS_EVERY_MS) return;
      told = now;
      tell({ kind: "progress", progress, atS: (now - begin) / 1000 });
    },
  );
  const atS = (performance.now() - begin) / 1000;
  tell({ kind: "proposal", proposal: proposal && withoutReport(proposal), atS });
}

const SEARCHES: Readonly<Record<Asks, (work: Work) => Promise<void>>> = { plan: search, prices: price };

function host(): void {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const end = (answer: Answer) => process.send?.(answer, undefined, {}, () => process.exit(0));

  const begin = (asked: Asked) => {
    // Pages and the database come first.
    setPriority(5);
    const work: Work = { ...asked, stop };
    const thread = new Worker(new URL(import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: asked.memoryMb },
    });
    thread.on("message", (answer: Answer) =>
      answer.kind === "progress" || answer.kind === "prices" ? process.send?.(answer) : end(answer),
    );
    thread.on("error", (error) => {
      if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return end({ kind: "out-of-memory" });
      console.error("A search for a plan failed:", error);
      return end({ kind: "failed" });
    });
    // Arrays of numbers and WebAssembly lie outside of the thread's own limit.
    setInterval(() => {
      if (process.memoryUsage.rss() > (asked.memoryMb + OWN_MB) * 1_048_576) end({ kind: "out-of-memory" });
    }, LOOK_AT_MEMORY_EVERY_MS);
  };

  process.on("message", (order: Order) => {
    if (order.kind === "solve") begin(order.asked);
    else Atomics.store(stop, 0, 1);
  });
  process.on("disconnect", () => process.exit(1));
  // Ctrl-C goes to every process of a terminal; the worker decides what becomes of this one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
}

if (isMainThread) host();
else await SEARCHES[(workerData as Work).asks](workerData as Work);
