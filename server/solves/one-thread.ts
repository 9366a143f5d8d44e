import { Worker } from "node:worker_threads";
import type { Answer, Asked } from "./solving.ts";

/** A thread that does one thing after another (thread.worker.ts), and how it is told to stop. */

/** What a thread is to do; without `asked`, to warm itself up. */
export interface Work {
  readonly asked: Asked | null;
  /** Any of them raised: stop. */
  readonly stops: readonly Flag[];
}
/** What a thread tells. */
export type Said = Answer | { readonly kind: "warm" };
/** What each thing that it does ends with. */
const LAST_SAID: readonly Said["kind"][] = ["proposal", "priced", "warm"];

/** Another thread sees it raised. */
export type Flag = Int32Array;
export const flag = (): Flag => new Int32Array(new SharedArrayBuffer(4));
export const raise = (flag: Flag) => void Atomics.store(flag, 0, 1);
export const isRaised = (flag: Flag): boolean => Atomics.load(flag, 0) === 1;

export interface OneThread {
  /** As soon as what it does before has ended, which is when `work` is asked for. Resolves when this has ended. */
  do(work: () => Work, listen: (answer: Answer) => void): Promise<void>;
  end(): Promise<unknown>;
}

/** @param file the built thread.worker.ts. @param memoryMb what its heap may take. */
export function oneThread(file: URL, memoryMb: number, failed: (error: Error) => void): OneThread {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  worker.on("error", failed);
  let last: Promise<void> = Promise.resolve();
  const now = (work: Work, listen: (answer: Answer) => void) =>
    new Promise<void>((resolve) => {
      worker.removeAllListeners("message").on("message", (said: Said) => {
        if (said.kind !== "warm") listen(said);
        if (LAST_SAID.includes(said.kind)) resolve();
      });
      worker.postMessage(work);
    });
  return {
    do(work, listen) {
      last = last.then(() => now(work(), listen));
      return last;
    },
    end: () => worker.terminate(),
  };
}
