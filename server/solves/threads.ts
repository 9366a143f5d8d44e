import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { isBetter } from "#core/solve/plan/worth.ts";
import type { Changes } from "#core/solve/propose.ts";
import { asOne, tellingNews } from "./as-one.ts";
import type { Answer, Asked, ProposedPlan } from "./solving.ts";

/**
 * The threads of a process that search. Where there is little time two look for the same plan, each by a seed and in a way of its own:
 * whether a short search finds the last scene is chance, and seldom do both miss it. And they look before they are asked.
 */

/** What a thread is to do; without `asked`, to warm itself up. */
export interface Work {
  readonly asked: Asked | null;
  /** Any of them raised: stop. */
  readonly stops: readonly Flag[];
}
/** What a thread tells. */
export type Said = Answer | { readonly kind: "warm" };

/** What is under way makes way for what comes, and what comes begins when that has ended. */
export interface Threads {
  search(asked: Asked, tell: (answer: Answer) => void): void;
  /** Looks for a plan that nobody has asked for yet: a short search for the same plan, in the same state, goes on from what is found. */
  beforehand(asked: Asked): Promise<void>;
  /** From now on two can search. */
  pair(): void;
  /** So that they begin quickly. */
  warmUp(): Promise<void>;
  /** The best plan so far is the answer. */
  stop(): void;
  /** There is no answer any more. */
  end(): Promise<void>;
}

/** With more seconds one thread proves how good its plan is, and leaves the other processor to others. */
const TOGETHER_S = 1;
/** Of a production that nothing was asked about yet, one second is over before the rules have said what they say of it: it takes so many. */
const FIRST_S = 4;
/** Beforehand there are so many short searches at most, each begun with what the last has found, until one finds nothing better. */
const MOST_BEFOREHAND = 4;
/** From the second on the other thread takes so many seconds, if nobody asks: a bound's day plans lead where a search does not. */
const THOROUGH_S = 3;
/** The other one's seed. */
const otherSeed = (seed: number): number => (seed ^ 0x4000_0000) >>> 0;

/** Another thread sees it raised. */
type Flag = Int32Array;
const flag = (): Flag => new Int32Array(new SharedArrayBuffer(4));
const raise = (flag: Flag) => void Atomics.store(flag, 0, 1);
export const isRaised = (flag: Flag): boolean => Atomics.load(flag, 0) === 1;

/** What was found before anybody asked for it. */
interface Found {
  readonly asked: Asked;
  readonly plan: ProposedPlan;
}

/** @param file the built thread.worker.ts. @param memoryMb what the heap of each may take. */
export function threadsOf(file: URL, memoryMb: number, failed: (error: Error) => void): Threads {
  const start = () => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    return worker.on("error", failed);
  };
  const first = start();
  let other: Worker | null = null;
  /** The production that they know. */
  let met: string | null = null;
  /** What was looked for beforehand last, and the best of it. */
  let sought: Asked | null = null;
  let found: Found | null = null;
  let stop = flag();
  /** Whoever only looks waits until they are warm; whoever searches does not. */
  let stopWarming = flag();
  let last: Promise<void> = Promise.resolve();

  const begin = (worker: Worker, work: Work, listen: (said: Said) => void) => {
    worker.removeAllListeners("message").on("message", listen);
    worker.postMessage(work);
  };
  const next = (work: (stop: Flag) => Promise<void>): Promise<void> => {
    raise(stop);
    const own = flag();
    stop = own;
    last = last.then(() => work(own));
    return last;
  };
  const warm = async (own: Flag) => {
    // Somebody who came meanwhile need not wait for it.
    if (isRaised(own)) return;
    const stop = stopWarming;
    const warmed = (worker: Worker) =>
      new Promise<void>((resolve) =>
        begin(worker, { asked: null, stops: [stop] }, ({ kind }) => kind === "warm" && resolve()),
      );
    await Promise.all([first, ...(other ? [other] : [])].map(warmed));
  };
  /** By both, where it is short. `asOther`: what the other does, but for its seed. */
  const answer = (asked: Asked, stop: Flag, tell: (answer: Answer) => void, asOther = asked) =>
    new Promise<void>((resolve) => {
      const listen = (answer: Answer) => {
        tell(answer);
        if (answer.kind === "proposal" || answer.kind === "priced") resolve();
      };
      if (!other || !isShort(asked)) return begin(first, { asked, stops: [stop] }, forAnswers(listen));
      const isOver = flag();
      const both = asOne(listen, () => isShort(asOther) && raise(isOver));
      const { input } = asOther;
      begin(first, { asked, stops: [stop] }, forAnswers(both(true)));
      const others = { ...input, seed: otherSeed(input.seed), atOnce: true };
      begin(other, { asked: { ...asOther, input: others }, stops: [stop, isOver] }, forAnswers(both(false)));
    });
  const planFor = async (asked: Asked, stop: Flag, asOther: Asked): Promise<ProposedPlan | null> => {
    let plan: ProposedPlan | null = null;
    const tell = (answer: Answer) => {
      if (answer.kind === "proposal") plan = answer.proposal;
    };
    await answer(asked, stop, tell, asOther);
    return plan;
  };
  const foundFor = ({ of }: Asked): Found | null => (found && found.asked.of === of ? found : null);
  /** A plan that was judged in the very same state. */
  const foundForThis = (asked: Asked): ProposedPlan | null => {
    const known = isShort(asked) && !asked.input.begin ? foundFor(asked) : null;
    return known && met === asked.input.snapshot.production.id && isAlike(known.asked, asked)
      ? known.plan
      : null;
  };

  /**
   * One short search after another, until one finds nothing better. In the first both threads search; then one goes on from what was
   * found so, and the other with bound and day plans, which takes longer.
   */
  async function look(asked: Asked, stop: Flag): Promise<void> {
    const { snapshot, seed } = asked.input;
    for (let turn = 0; turn < MOST_BEFOREHAND && !isRaised(stop); turn++) {
      const known = foundFor(asked);
      const now = goingOn(known, { ...asked, input: { ...asked.input, seed: seed + turn } });
      const plan = await planFor(now, stop, known ? { ...now, seconds: THOROUGH_S } : now);
      // Of a large one a second may have been over before anything was looked for.
      if (!isRaised(stop) && plan && plan.placements.length > 0) met = snapshot.production.id;
      const before = known && isAlike(known.asked, asked) ? known.plan : null;
      if (!plan || (before && !isBetter(plan.rank, before.rank))) return;
      found = { asked, plan };
    }
  }

  return {
    stop: () => raise(stop),
    async end() {
      await Promise.all([first.terminate(), other?.terminate()]);
    },
    pair() {
      if (availableParallelism() > 1) other ??= start();
    },
    warmUp: () => next(warm),
    search(asked, tell) {
      raise(stopWarming);
      stopWarming = flag();
      const news = tellingNews(tell);
      const tellFound = (): ProposedPlan | null => {
        const plan = foundForThis(asked);
        if (plan) news({ kind: "progress", progress: plan, atS: 0 });
        return plan;
      };
      // Before whoever looks still has made way.
      tellFound();
      void next((stop) => {
        const { id } = asked.input.snapshot.production;
        const isNew = met !== id;
        met = id;
        if (!isShort(asked)) return answer(asked, stop, tell);
        const known = foundFor(asked);
        if (isNew) return answer({ ...goingOn(known, asked), seconds: FIRST_S }, stop, tell);
        const plan = tellFound();
        if (!plan) return answer(goingOn(known, asked), stop, news);
        return answer(goingOn(known, asked), stop, (answer) =>
          news(answer.kind === "proposal" ? { ...answer, proposal: answer.proposal ?? plan } : answer),
        );
      });
    },
    async beforehand(asked) {
      if (asked.of === undefined || (sought?.of === asked.of && isAlike(sought, asked))) return;
      sought = asked;
      await next(async (stop) => {
        await warm(stop);
        await look(asked, stop);
        // Whoever was in the way may be gone when it is wanted again.
        if (isRaised(stop) && sought === asked) sought = null;
      });
    },
  };
}

/** The same, begun with what was found beforehand. */
const goingOn = (known: Found | null, asked: Asked): Asked =>
  known ? { ...asked, found: changesIn(known.plan) } : asked;
const changesIn = ({ placements, returned }: Changes): Changes => ({ placements, returned });

/** Whether plans are compared by the same for both. */
const isAlike = ({ input: a }: Asked, { input: b }: Asked): boolean =>
  a.freedom === b.freedom && a.movePoints === b.movePoints;

/** Two look for it, and prove nothing. A search by rounds is to find the same plan again. */
export const isShort = ({ asks, seconds, rounds }: Asked): boolean =>
  asks === "plan" && rounds === undefined && seconds <= TOGETHER_S;

const forAnswers = (tell: (answer: Answer) => void) => (said: Said) => {
  if (said.kind !== "warm") tell(said);
};
