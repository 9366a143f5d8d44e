import { parentPort, workerData } from "node:worker_threads";
import { type Message, searchHere, type Work } from "./searching.ts";

/** The thread in which a plan is searched for, started by searching.ts. */

const { order, stop } = workerData as Work;
const say = (message: Message) => parentPort?.postMessage(message);
const proposal = await searchHere(
  order,
  () => Atomics.load(stop, 0) === 1,
  (progress, atS) => say({ kind: "progress", progress, atS }),
);
say({ kind: "proposal", proposal });
