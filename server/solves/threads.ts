import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { isBetter, type Rank } from "#core/solve/plan/worth.ts";
import type { Answer, Asked } from "./solving.ts";

/**
 * The threads of a process that search. Where there is little time two look for the same plan, each by a seed and in a way of its own:
 * whether a short search finds the last scene is chance, and seldom do both miss it.
 */

/** What a thread is to do; without `asked`, to warm itself up. */
export interface Work {
  readonly asked: Asked | null;
  /** 1 in its first place: stop. */
  readonly stop: Int32Array;
}
/** What a thread tells. */
export type Said = Answer | { readonly kind: "warm" };

export interface Threads {
  /** What was begun before makes way. */
  search(asked: Asked, tell: (answer: Answer) => void): void;
  /** From now on two can search. */
  pair(): void;
  /** So that they begin quickly; makes way for the first search. */
  warmUp(): Promise<void>;
  /** The best plan so far is the answer. */
  stop(): void;
}

/** With more seconds one thread proves how good its plan is, and leaves the other processor to others. */
const TOGETHER_S = 1;
/** Of a production that nothing was asked about yet, one second is over before the rules have said what they say of it: it takes so many. */
const FIRST_S = 4;
/** The other one's seed. */
const otherSeed = (seed: number): number => (seed ^ 0x4000_0000) >>> 0;

/** @param file the built thread.worker.ts. @param memoryMb what the heap of each may take. */
export function threadsOf(file: URL, memoryMb: number, failed: (error: Error) => void): Threads {
  const start = () => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    return worker.on("error", failed);
  };
  const first = start();
  let other: Worker | null = null;
  let met: string | null = null;
  let stopped = new Int32Array(new SharedArrayBuffer(4));
  const stop = () => void Atomics.store(stopped, 0, 1);
  const begin = (worker: Worker, asked: Asked | null, listen: (said: Said) => void) => {
    worker.removeAllListeners("message").on("message", listen);
    worker.postMessage({ asked, stop: stopped } satisfies Work);
  };
  const renew = () => {
    stop();
    stopped = new Int32Array(new SharedArrayBuffer(4));
  };

  return {
    stop,
    pair() {
      if (availableParallelism() > 1) other ??= start();
    },
    async warmUp() {
      renew();
      const warm = (worker: Worker) =>
        new Promise<void>((resolve) => begin(worker, null, ({ kind }) => kind === "warm" && resolve()));
      await Promise.all([first, ...(other ? [other] : [])].map(warm));
    },
    search(wanted, tell) {
      renew();
      const { id } = wanted.input.snapshot.production;
      const asked = isShort(wanted) && met !== id ? { ...wanted, seconds: FIRST_S } : wanted;
      met = id;
      if (!other || !isShort(asked)) return begin(first, asked, forAnswers(tell));
      const listen = asOne(tell, stop);
      begin(first, asked, listen(true));
      const input = { ...asked.input, seed: otherSeed(asked.input.seed), atOnce: true };
      begin(other, { ...asked, input }, listen(false));
    },
  };
}

/** Two look for it, and prove nothing. A search by rounds is to find the same plan again. */
export const isShort = ({ asks, seconds, rounds }: Asked): boolean =>
  asks === "plan" && rounds === undefined && seconds <= TOGETHER_S;

const forAnswers = (tell: (answer: Answer) => void) => (said: Said) => {
  if (said.kind !== "warm") tell(said);
};

type Plan = Extract<Answer, { kind: "proposal" }>;

/**
 * Tells what two find as if one had found it: only what is better than what was told before, and one proposal, when both have theirs. When
 * the first ends, the time is over for both.
 */
export function asOne(tell: (answer: Answer) => void, timeIsOver: () => void) {
  const told: { progress?: Rank; best?: Rank } = {};
  const isNews = (kind: keyof typeof told, rank: Rank): boolean => {
    const before = told[kind];
    if (before && !isBetter(rank, before)) return false;
    told[kind] = rank;
    return true;
  };
  let plans: readonly Plan[] = [];
  return (isFirst: boolean) =>
    forAnswers((answer) => {
      if (answer.kind === "progress") {
        if (isNews("progress", answer.progress.rank)) tell(answer);
      } else if (answer.kind === "best") {
        if (isNews("best", answer.plan.rank)) tell(answer);
      } else if (answer.kind === "proposal") {
        if (isFirst) timeIsOver();
        plans = [...plans, answer];
        if (plans.length === 2) tell(plans.reduce(better));
      } else tell(answer);
    });
}

function better(a: Plan, b: Plan): Plan {
  const atS = Math.max(a.atS, b.atS);
  const isSecond = b.proposal !== null && (a.proposal === null || isBetter(b.proposal.rank, a.proposal.rank));
  return { ...(isSecond ? b : a), atS };
}
