import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { highsSolver } from "#core/solve/highs.ts";
import { type Proposal, type ProposalProgress, type ProposeInput, propose } from "#core/solve/propose.ts";

/** A search that Ctrl-C ends and that keeps the best plan until then. */

export interface Order {
  readonly input: Omit<ProposeInput, "solver">;
  /** Null: as many as there is time for. */
  readonly rounds: number | null;
  readonly seconds: number;
}
type Tell = (progress: ProposalProgress, atS: number) => void;

/** What the thread is started with; `stop`: 1 in its first place ends the search. */
export interface Work {
  readonly order: Order;
  readonly stop: Int32Array;
}
export type Message =
  | { readonly kind: "progress"; readonly progress: ProposalProgress; readonly atS: number }
  | { readonly kind: "proposal"; readonly proposal: Proposal | null };

/** Progress is told no more often. */
const EVERY_S = 0.25;
/** A Ctrl-C so soon after the first is the same one: npm passes on what its child has had from the terminal already. */
const SAME_MS = 500;

/** In this thread. */
export async function searchHere(
  { input, rounds, seconds }: Order,
  isStopped: () => boolean,
  tell: Tell,
): Promise<Proposal | null> {
  const now = () => performance.now() / 1000;
  const solver = await highsSolver();
  const began = now();
  let toldAt = Number.NEGATIVE_INFINITY;
  return propose(
    { ...input, solver },
    { ...(rounds === null ? {} : { rounds }), seconds, now, isStopped },
    (progress) => {
      if (now() - toldAt < EVERY_S) return;
      toldAt = now();
      tell(progress, toldAt - began);
    },
  );
}

interface Found {
  readonly proposal: Proposal | null;
  /** By Ctrl-C; a second one ends the program, as it does otherwise. */
  readonly isStopped: boolean;
}

/** Beside this thread, which hears Ctrl-C meanwhile; from the source, where there is no such thread, in this one. */
export async function search(order: Order, tell: Tell, onStop: () => void): Promise<Found> {
  const thread = new URL("../search.worker.mjs", import.meta.url);
  if (!existsSync(thread)) return { proposal: await searchHere(order, () => false, tell), isStopped: false };
  const stop = new Int32Array(new SharedArrayBuffer(4));
  let stoppedAt: number | null = null;
  const onCtrlC = () => {
    if (stoppedAt === null) onStop();
    stoppedAt ??= performance.now();
    Atomics.store(stop, 0, 1);
    if (performance.now() - stoppedAt < SAME_MS) return;
    process.off("SIGINT", onCtrlC);
    process.kill(process.pid, "SIGINT");
  };
  process.on("SIGINT", onCtrlC);
  const worker = new Worker(thread, { workerData: { order, stop } satisfies Work });
  try {
    const proposal = await new Promise<Proposal | null>((resolve, reject) => {
      worker.on("message", (message: Message) => {
        if (message.kind === "proposal") resolve(message.proposal);
        else if (stoppedAt === null) tell(message.progress, message.atS);
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("The search broke off.")));
    });
    return { proposal, isStopped: stoppedAt !== null };
  } finally {
    // What npm passes on may come when the search has ended.
    if (stoppedAt === null) process.off("SIGINT", onCtrlC);
    await worker.terminate();
  }
}
