import { setPriority } from "node:os";
import type { Answer, Order, Told } from "./solving.ts";
import { threadsOf } from "./threads.ts";

/**
 * The process that searches for plans, one after another, started by solving.ts. It knows no database: a plan comes in a message, and
 * so does the proposal go. Threads of its own search, so that this process hears "stop", and ends itself when it takes too much memory or
 * when whoever started it is gone.
 */

/** A page shows no more than so many a second. */
const PROGRESS_EVERY_MS = 250;
const WARM_UP_AFTER_MS = 500;
const LOOK_AT_MEMORY_EVERY_MS = 250;
/** Node itself, the code, and what is passed between the threads. */
const OWN_MB = 256;

// Pages and the database come first.
setPriority(5);
const memoryMb = Number(process.argv[2]);
const mb = () => process.memoryUsage.rss() / 1_048_576;
const tell = (answer: Answer) => process.send?.({ ...answer, mb: mb() } satisfies Told);
const end = (answer: Answer) => process.send?.(answer, undefined, {}, () => process.exit(0));

let last: Answer | null = null;
let timer: NodeJS.Timeout | undefined;
function tellLast(): void {
  timer = last ? setTimeout(tellLast, PROGRESS_EVERY_MS) : undefined;
  if (last) tell(last);
  last = null;
}
function tellInOrder(answer: Answer): void {
  if (answer.kind === "progress") {
    last = answer;
    if (!timer) tellLast();
    return;
  }
  if (last) tell(last);
  last = null;
  tell(answer);
}

const threads = threadsOf(new URL("./thread.worker.mjs", import.meta.url), memoryMb, (error) => {
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return end({ kind: "out-of-memory" });
  console.error("A search for a plan failed:", error);
  return end({ kind: "failed" });
});
// Arrays of numbers and WebAssembly lie outside of a thread's own limit.
setInterval(() => {
  if (mb() > memoryMb + OWN_MB) end({ kind: "out-of-memory" });
}, LOOK_AT_MEMORY_EVERY_MS);

let soon: NodeJS.Timeout | undefined;
process.on("message", (order: Order) => {
  clearTimeout(soon);
  if (order.kind === "solve") threads.search(order.asked, tellInOrder);
  else if (order.kind === "stop") threads.stop();
  else if (order.kind === "beforehand")
    void threads.beforehand(order.asked).then(() => tell({ kind: "looked" }));
  else {
    threads.pair();
    // Somebody may be waiting already.
    soon = setTimeout(() => void threads.warmUp(), WARM_UP_AFTER_MS);
  }
});
process.on("disconnect", () => process.exit(1));
// It may have been gone before anybody listened.
if (!process.connected) process.exit(1);
// Ctrl-C goes to every process of a terminal; the worker decides what becomes of this one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
