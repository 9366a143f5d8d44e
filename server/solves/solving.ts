import { type ChildProcess, fork } from "node:child_process";
import type { Prices } from "#core/solve/prices/index.ts";
import type { Worked } from "#core/solve/prices/worked.ts";
import type { Changes, Proposal, ProposalProgress, ProposeInput } from "#core/solve/propose.ts";
import type { Asks, Judged } from "../db/solves.ts";

/**
 * Searches for plans, each in a process of its own: what it does, crash and run out of memory included, happens to nobody else. To start
 * one takes longer than many a search, so that one stands ready, warmed up, and one that has ended well is ready for the next.
 */

export interface Asked {
  readonly asks: Asks;
  /** Which plan, in which state: what is found of it beforehand serves who asks for the same; absent: of no plan that is known. */
  readonly of?: string;
  readonly input: Omit<ProposeInput, "solver">;
  /** Found beforehand: what to begin with, where it is still good for something. */
  readonly found?: Changes | undefined;
  readonly seconds: number;
  readonly rounds?: number | undefined;
  /** What an earlier search for prices came to. */
  readonly worked?: Worked | null;
}
export interface ProposedPlan extends Omit<Proposal, "report"> {
  /** How the rules judge it, in short; null while it is still searched for. */
  readonly judged: Judged | null;
}

export type Order =
  | { readonly kind: "warm up" }
  | { readonly kind: "solve"; readonly asked: Asked }
  | { readonly kind: "beforehand"; readonly asked: Asked }
  | { readonly kind: "stop" };
export type Answer =
  | { readonly kind: "progress"; readonly progress: ProposalProgress; readonly atS: number }
  | { readonly kind: "best"; readonly plan: ProposedPlan }
  | { readonly kind: "prices"; readonly prices: Prices; readonly of: number; readonly worked: Worked | null }
  | { readonly kind: "proposal"; readonly proposal: ProposedPlan | null; readonly atS: number }
  | { readonly kind: "priced" }
  | { readonly kind: "looked" }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "failed" };
/** `mb`: what the process takes by then. */
export type Told = Answer & { readonly mb?: number };

/** How it ended; a problem is a sentence for people. */
export type Solved =
  | { readonly ok: true; readonly proposal: ProposedPlan | null; readonly atS: number }
  | { readonly ok: false; readonly problem: string };

/** What comes meanwhile. */
export interface Listener {
  progress?(progress: ProposalProgress, atS: number): void;
  /** The best plan so far, where it is better than that of today; not each of them. */
  best?(plan: ProposedPlan): void;
  /** As a row has come: ended then, a search loses nothing. `worked`: what another goes on from. */
  prices?(prices: Prices, of: number, worked: Worked | null): void;
}

export interface Solving {
  readonly pid: number | undefined;
  readonly asks: Asks;
  /** How long it may search. */
  readonly seconds: number;
  /** How long it has by now. */
  searchedS(): number;
  /** How long it still may; without end where the seconds are of each plan. */
  leftS(): number;
  readonly isStopped: boolean;
  /** Ends the search; the best plan so far is the answer. */
  stop(): void;
  /** Ends the process at once; there is no answer. */
  kill(): void;
  readonly ended: Promise<Solved>;
}

export interface Solvers {
  /** The processes that stand ready. */
  readonly ready: readonly number[];
  start(asked: Asked, listener?: Listener): Solving;
  /** Looks for what may be asked for soon, in a process that stands ready, while nothing is searched for. */
  beforehand(asked: Asked): void;
  /** Ends those that stand ready, and leaves none when what runs has ended. */
  end(): void;
}

export interface SolversOptions {
  /** The built solver.worker.ts. */
  readonly solver: string;
  /** What the heap of one search may take. */
  readonly memoryMb: number;
  /** How many stand ready while nothing is searched for; 0: each search starts a process, which ends with it. */
  readonly ready: number;
  /** Who takes more does not stay; for tests. */
  readonly staysBelowMb?: number;
}

/** How long a search may go on after its time, and after "stop": it ends between two of its rounds. */
const PATIENCE_S = 60;
const STOP_PATIENCE_S = 10;
/** How many plans there may be to work out, each for its seconds. */
const MOST_PLANS: Readonly<Record<Asks, number>> = { plan: 1, prices: 200 };

const PROBLEMS = {
  memory: (mb: number) =>
    `The search needed more than ${mb.toLocaleString("en")} MB of memory and was ended. The plan is unchanged. Ask for less: let it place only what lies in the boneyard, or pin what may stay.`,
  broken:
    "The search broke off. The plan is unchanged. Ask again; if it happens again, ask with another seed and tell us.",
  late: "The search did not end in time and was ended. The plan is unchanged. Ask again with fewer seconds.",
} as const;

/** Memory that was taken is seldom given back; plans of The Challenge stay below. */
const STAYS_BELOW_MB = 640;

/** A process, and who listens to it at present. */
interface Process {
  readonly child: ChildProcess;
  /** How often it was told to look for what may be asked for soon, and has not said that it is done. */
  looks: number;
  told: (told: Told) => void;
  gone: (signal: string | null) => void;
}

/**
 * How V8 runs what searches. What stands ready stays compiled, though for a while nothing of it runs; and what helps a thread (compiling,
 * clearing memory) does not take the processors from the threads that search, of which there are two: one helper at most, which is
 * asked seldom and for little at a time. Re-plans of The Challenge in half a second, of 48 within 1 % of what 16 s find: 16 with the
 * first alone, 24 with all.
 */
export const FLAGS = [
  "--no-flush-bytecode",
  "--v8-pool-size=1",
  "--single-threaded-gc",
  "--max-inlined-bytecode-size-cumulative=300",
  "--interrupt-budget=400000",
];

function processOf(solver: string, memoryMb: number): Process {
  // It needs nothing of ours: neither the database's address nor any secret.
  const env = { NODE_ENV: process.env.NODE_ENV ?? "production" };
  const child = fork(solver, [`${memoryMb}`], { serialization: "advanced", execArgv: FLAGS, env });
  const own: Process = { child, looks: 0, told: () => undefined, gone: () => undefined };
  child.on("message", (told: Told) => {
    if (told.kind === "looked") own.looks--;
    own.told(told);
  });
  child.on("error", (error) => {
    console.error("The process that searches for plans could not be started:", error);
    own.gone(null);
  });
  child.on("close", (_, signal) => own.gone(signal));
  return own;
}
const send = ({ child }: Process, order: Order) => child.connected && child.send(order, () => undefined);
const kill = ({ child }: Process) => void child.kill("SIGKILL");

export function solversOf({
  solver,
  memoryMb,
  ready: most,
  staysBelowMb = STAYS_BELOW_MB,
}: SolversOptions): Solvers {
  let ready: readonly Process[] = [];
  let searching = 0;
  let hasEnded = false;

  const stand = (own: Process) => {
    const leave = () => {
      ready = ready.filter((other) => other !== own);
    };
    own.told = ({ kind, mb = 0 }) => {
      if (kind !== "looked" || mb < staysBelowMb) return;
      leave();
      kill(own);
      prepare();
    };
    own.gone = leave;
    ready = [...ready, own];
    send(own, { kind: "warm up" });
  };
  /** Only while nothing is searched for. Who is lost meanwhile is missed after the next search, so that none is started for ever. */
  const prepare = () => {
    while (searching === 0 && !hasEnded && ready.length < most) stand(processOf(solver, memoryMb));
  };
  prepare();

  return {
    get ready() {
      return ready.flatMap(({ child }) => child.pid ?? []);
    },
    start(asked, listener = {}) {
      const [first, ...others] = ready;
      ready = others;
      const own = first ?? processOf(solver, memoryMb);
      searching++;
      const another = () => processOf(solver, memoryMb);
      return searchIn(own, asked, { listener, memoryMb, another }, (own, mb) => {
        searching--;
        const stays = !hasEnded && mb !== null && mb < staysBelowMb && ready.length < most;
        if (stays) stand(own);
        else kill(own);
        prepare();
      });
    },
    beforehand(asked) {
      const [first] = ready;
      if (!first || searching > 0) return;
      first.looks++;
      send(first, { kind: "beforehand", asked });
    },
    end() {
      hasEnded = true;
      for (const own of ready) kill(own);
    },
  };
}

interface Around {
  readonly listener: Listener;
  readonly memoryMb: number;
  another(): Process;
}
/** @param over the process is free; with what it takes of memory, or null when it did not end well */
function searchIn(
  first: Process,
  asked: Asked,
  { listener, memoryMb, another }: Around,
  over: (own: Process, mb: number | null) => void,
): Solving {
  let own = first;
  const beganAt = performance.now();
  const searchedS = () => (performance.now() - beganAt) / 1000;
  let isOver = false;
  let isStopped = false;
  let isKilled = false;
  let resolve: (solved: Solved) => void = () => undefined;
  const ended = new Promise<Solved>((settle) => {
    resolve = settle;
  });
  const end = (solved: Solved, mb: number | null = null) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    over(own, mb);
    resolve(solved);
  };
  const fail = (problem: string) => end({ ok: false, problem });
  /** What it looked for beforehand may be what it was lost by: then another searches. */
  const lose = (problem: string) => {
    if (own.looks === 0 || isStopped || isKilled || isOver) return fail(problem);
    own.gone = () => undefined;
    kill(own);
    own = another();
    begin();
  };
  const late = () => (isStopped ? end({ ok: true, proposal: null, atS: 0 }) : fail(PROBLEMS.late));
  let timer = setTimeout(late, (asked.seconds * MOST_PLANS[asked.asks] + PATIENCE_S) * 1000);

  const begin = () => {
    own.told = (told) => {
      if (told.kind === "progress") listener.progress?.(told.progress, told.atS);
      else if (told.kind === "best") listener.best?.(told.plan);
      else if (told.kind === "prices") listener.prices?.(told.prices, told.of, told.worked);
      else if (told.kind === "priced") end({ ok: true, proposal: null, atS: 0 }, told.mb);
      else if (told.kind === "looked")
        return; // for what this search has ended
      else if (told.kind === "proposal") end({ ok: true, proposal: told.proposal, atS: told.atS }, told.mb);
      else lose(told.kind === "failed" ? PROBLEMS.broken : PROBLEMS.memory(memoryMb));
    };
    // SIGABRT: what the engine does when there is no memory left even to say so.
    own.gone = (signal) => lose(signal === "SIGABRT" ? PROBLEMS.memory(memoryMb) : PROBLEMS.broken);
    send(own, { kind: "solve", asked });
  };
  begin();
  return {
    get pid() {
      return own.child.pid;
    },
    asks: asked.asks,
    seconds: asked.seconds,
    searchedS,
    leftS: () => (MOST_PLANS[asked.asks] === 1 ? asked.seconds - searchedS() : Number.POSITIVE_INFINITY),
    get isStopped() {
      return isStopped;
    },
    stop() {
      if (isStopped || isOver) return;
      isStopped = true;
      clearTimeout(timer);
      timer = setTimeout(late, STOP_PATIENCE_S * 1000);
      send(own, { kind: "stop" });
    },
    kill() {
      isKilled = true;
      if (!isOver) kill(own);
    },
    ended,
  };
}
