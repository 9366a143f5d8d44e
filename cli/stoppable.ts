import { existsSync } from "node:fs";
import { parentPort, Worker, workerData } from "node:worker_threads";

/** Work that takes its time: told what it is to do, it tells how far it is, and ends soon with what it has when it is stopped. */
export type Stoppable<Order, Told, Done> = (
  order: Order,
  isStopped: () => boolean,
  tell: (told: Told) => void,
) => Promise<Done>;

/** What the thread is started with; `stop`: 1 in its first place ends it. */
interface Work<Order> {
  readonly order: Order;
  readonly stop: Int32Array;
}
type Message<Told, Done> =
  | { readonly kind: "told"; readonly told: Told }
  | { readonly kind: "done"; readonly done: Done };

/** What the file of a thread does. */
export async function asThread<Order, Told, Done>(work: Stoppable<Order, Told, Done>): Promise<void> {
  const { order, stop } = workerData as Work<Order>;
  const say = (message: Message<Told, Done>) => parentPort?.postMessage(message);
  const done = await work(
    order,
    () => Atomics.load(stop, 0) === 1,
    (told) => say({ kind: "told", told }),
  );
  say({ kind: "done", done });
}

/** A Ctrl-C so soon after the first is the same one: npm passes on what its child has had from the terminal already. */
const SAME_MS = 500;

interface Ended<Done> {
  readonly done: Done;
  /** By Ctrl-C; a second one ends the program, as it does otherwise. */
  readonly isStopped: boolean;
}

/**
 * Works until it is done or Ctrl-C ends it: beside this thread, which hears Ctrl-C meanwhile; from the source, where there is no such
 * thread, in this one. `thread`: the name of its file without the ending.
 */
export async function untilCtrlC<Order, Told, Done>(
  { thread, work, order }: { thread: string; work: Stoppable<Order, Told, Done>; order: Order },
  tell: (told: Told) => void,
  onStop: () => void,
): Promise<Ended<Done>> {
  const file = new URL(`../${thread}.mjs`, import.meta.url);
  if (!existsSync(file)) return { done: await work(order, () => false, tell), isStopped: false };
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
  const worker = new Worker(file, { workerData: { order, stop } satisfies Work<Order> });
  try {
    const done = await new Promise<Done>((resolve, reject) => {
      worker.on("message", (message: Message<Told, Done>) => {
        if (message.kind === "done") resolve(message.done);
        else if (stoppedAt === null) tell(message.told);
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("The work broke off.")));
    });
    return { done, isStopped: stoppedAt !== null };
  } finally {
    // What npm passes on may come when the work has ended.
    if (stoppedAt === null) process.off("SIGINT", onCtrlC);
    await worker.terminate();
  }
}
