import { fork } from "node:child_process";
import type { Prices } from "#core/solve/prices/index.ts";
import type { Proposal, ProposalProgress, ProposeInput } from "#core/solve/propose.ts";
import type { Asks } from "../db/solves.ts";

/** One search for a plan, in a process of its own: what it does, crash and run out of memory included, happens to nobody else. */

export interface Asked {
  readonly asks: Asks;
  readonly input: Omit<ProposeInput, "solver">;
  readonly seconds: number;
  readonly rounds?: number | undefined;
  /** What its heap may take. */
  readonly memoryMb: number;
}
export type ProposedPlan = Omit<Proposal, "report">;

export type Order = { readonly kind: "solve"; readonly asked: Asked } | { readonly kind: "stop" };
export type Answer =
  | { readonly kind: "progress"; readonly progress: ProposalProgress; readonly atS: number }
  | { readonly kind: "proposal"; readonly proposal: ProposedPlan | null; readonly atS: number }
  | { readonly kind: "prices"; readonly prices: Prices; readonly of: number }
  | { readonly kind: "priced" }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "failed" };

/** How it ended; a problem is a sentence for people. */
export type Solved =
  | { readonly ok: true; readonly proposal: ProposedPlan | null; readonly atS: number }
  | { readonly ok: false; readonly problem: string };

export interface Solving {
  readonly pid: number | undefined;
  readonly isStopped: boolean;
  /** Ends the search; the best plan so far is the answer. */
  stop(): void;
  /** Ends the process at once; there is no answer. */
  kill(): void;
  readonly ended: Promise<Solved>;
}

/** How long a search may go on after its time, and after "stop": it ends between two of its rounds. */
const PATIENCE_S = 60;
const STOP_PATIENCE_S = 20;
/** How many plans there may be to work out, each for its seconds. */
const MOST_PLANS: Readonly<Record<Asks, number>> = { plan: 1, prices: 200 };

const PROBLEMS = {
  memory: (mb: number) =>
    `The search needed more than ${mb.toLocaleString("en")} MB of memory and was ended. The plan is unchanged. Ask for less: let it place only what lies in the boneyard, or pin what may stay.`,
  broken:
    "The search broke off. The plan is unchanged. Ask again; if it happens again, ask with another seed and tell us.",
  late: "The search did not end in time and was ended. The plan is unchanged. Ask again with fewer seconds.",
} as const;

/** @param solver the built solver.worker.ts */
export function startSolving(
  solver: string,
  asked: Asked,
  onProgress: (progress: ProposalProgress, atS: number) => void,
  onPrices: (prices: Prices, of: number) => void = () => undefined,
): Solving {
  // It needs nothing of ours: neither the database's address nor any secret.
  const env = { NODE_ENV: process.env.NODE_ENV ?? "production" };
  const child = fork(solver, [], { serialization: "advanced", execArgv: [], env });
  let answer: Solved | null = null;
  let isStopped = false;
  let timer = setTimeout(() => late(), (asked.seconds * MOST_PLANS[asked.asks] + PATIENCE_S) * 1000);
  const late = () => {
    answer ??= isStopped ? { ok: true, proposal: null, atS: 0 } : { ok: false, problem: PROBLEMS.late };
    child.kill("SIGKILL");
  };

  child.on("message", (said: Answer) => {
    if (said.kind === "progress") onProgress(said.progress, said.atS);
    else if (said.kind === "prices") onPrices(said.prices, said.of);
    else if (said.kind === "priced") answer = { ok: true, proposal: null, atS: 0 };
    else if (said.kind === "proposal") answer = { ok: true, proposal: said.proposal, atS: said.atS };
    else if (said.kind === "out-of-memory") answer = { ok: false, problem: PROBLEMS.memory(asked.memoryMb) };
    else answer = { ok: false, problem: PROBLEMS.broken };
  });
  const ended = new Promise<Solved>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve(answer ?? { ok: false, problem: PROBLEMS.broken });
    };
    child.on("error", (error) => {
      console.error("The process that searches for plans could not be started:", error);
      end();
    });
    child.on("close", (_, signal) => {
      // What the engine does when there is no memory left even to say so.
      if (signal === "SIGABRT") answer ??= { ok: false, problem: PROBLEMS.memory(asked.memoryMb) };
      end();
    });
  });
  const send = (order: Order) => child.connected && child.send(order, () => undefined);
  send({ kind: "solve", asked });
  return {
    pid: child.pid,
    get isStopped() {
      return isStopped;
    },
    stop() {
      if (isStopped) return;
      isStopped = true;
      clearTimeout(timer);
      timer = setTimeout(late, STOP_PATIENCE_S * 1000);
      send({ kind: "stop" });
    },
    kill: () => void child.kill("SIGKILL"),
    ended,
  };
}
