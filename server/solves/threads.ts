import { availableParallelism } from "node:os";
import { asOne, tellingNews } from "./as-one.ts";
import { begunWith, isAlike, knownOf } from "./known.ts";
import { type Flag, flag, isRaised, type OneThread, oneThread, raise } from "./one-thread.ts";
import type { Answer, Asked, ProposedPlan } from "./solving.ts";

/**
 * The threads of a process that search. Where there is little time two look for the same plan, each by a seed and in a way of its own:
 * whether a short search finds the last scene is chance, and seldom do both miss it. And they look before they are asked.
 */

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
/** Beforehand the other thread takes so many seconds for one search, and the first makes short ones meanwhile. */
const THOROUGH_S = 8;
/** Then there are so many short ones more, at most. */
const MOST_MORE = 4;
/** The other one's seed. */
const otherSeed = (seed: number): number => (seed ^ 0x4000_0000) >>> 0;

/** @param file the built thread.worker.ts. @param memoryMb what the heap of each may take. */
export function threadsOf(file: URL, memoryMb: number, failed: (error: Error) => void): Threads {
  const first = oneThread(file, memoryMb, failed);
  let other: OneThread | null = null;
  /** The production that they know. */
  let met: string | null = null;
  /** What was looked for beforehand last, and what has come of it. */
  let sought: Asked | null = null;
  const known = knownOf();
  let stop = flag();
  /** Whoever only looks waits until they are warm; whoever searches does not. */
  let stopWarming = flag();
  let last: Promise<void> = Promise.resolve();

  const next = (work: (stop: Flag) => Promise<void>): Promise<void> => {
    raise(stop);
    const own = flag();
    stop = own;
    last = last.then(() => work(own));
    return last;
  };
  /** When each is. */
  const warm = (own: Flag): readonly Promise<void>[] => {
    // Somebody who came meanwhile need not wait for it.
    if (isRaised(own)) return [];
    const work = { asked: null, stops: [stopWarming] };
    return [first, ...(other ? [other] : [])].map((thread) =>
      thread.do(
        () => work,
        () => undefined,
      ),
    );
  };
  /** By both, where it is short; by one, where the other was still ending what it did before. */
  async function answer(asked: Asked, stop: Flag, tell: (answer: Answer) => void): Promise<void> {
    const alone = (listen: (answer: Answer) => void) => first.do(() => ({ asked, stops: [stop] }), listen);
    if (!other || !isShort(asked)) return alone(tell);
    const isOver = flag();
    const began = performance.now();
    let lateS: number | null = null;
    const both = asOne(tell, {
      isOver: () => raise(isOver),
      isAlone: () => lateS === null,
    });
    const asOther = (): Asked => {
      lateS = (performance.now() - began) / 1000;
      const { input, seconds } = asked;
      const own = { ...input, seed: otherSeed(input.seed), atOnce: true };
      return { ...asked, seconds: seconds - lateS, input: own };
    };
    const tellLater = both(false);
    const byOther = other.do(
      () => ({ asked: asOther(), stops: [stop, isOver] }),
      (answer) => tellLater("atS" in answer ? { ...answer, atS: answer.atS + (lateS ?? 0) } : answer),
    );
    await alone(both(true));
    if (lateS !== null) await byOther;
  }
  /** A plan that was judged in the very same state. */
  const foundForThis = (asked: Asked): ProposedPlan | null =>
    isShort(asked) && !asked.input.begin && met === asked.input.snapshot.production.id
      ? known.best(asked)
      : null;

  /** One short search after another, while the other looks as well; then until one finds nothing better. */
  async function look(asked: Asked, stop: Flag, isOtherLooking: () => boolean): Promise<void> {
    const { snapshot, seed } = asked.input;
    for (let [turn, more] = [0, 0]; more < MOST_MORE && !isRaised(stop); turn++) {
      let isBetter = false;
      const now = { ...asked, input: { ...asked.input, seed: seed + turn } };
      await first.do(
        () => ({ asked: known.goingOn(now), stops: [stop] }),
        (answer) => {
          if (answer.kind !== "proposal" || !answer.proposal) return;
          // Of a large one a second may have been over before anything was looked for.
          if (!isRaised(stop) && answer.proposal.placements.length > 0) met = snapshot.production.id;
          isBetter = known.keep(asked, answer.proposal);
        },
      );
      if (isOtherLooking()) continue;
      if (!isBetter) return;
      more++;
    }
  }
  /** With bound and day plans, which find what a short search does not. */
  async function lookThoroughly(by: OneThread, asked: Asked, stop: Flag): Promise<void> {
    const { input } = asked;
    const own = { ...input, seed: otherSeed(input.seed), atOnce: true };
    const keep = (plan: ProposedPlan) => {
      // Stopped, it may come when something is known of another plan.
      if (!isRaised(stop) || known.best(asked)) known.keep(asked, plan);
    };
    await by.do(
      () => ({ asked: { ...asked, seconds: THOROUGH_S, input: own }, stops: [stop] }),
      (answer) => {
        if (answer.kind === "best") keep(answer.plan);
        else if (answer.kind === "proposal" && answer.proposal) keep(answer.proposal);
      },
    );
  }

  return {
    stop: () => raise(stop),
    async end() {
      await Promise.all([first.end(), other?.end()]);
    },
    pair() {
      if (availableParallelism() > 1) other ??= oneThread(file, memoryMb, failed);
    },
    warmUp: () => next(async (stop) => void (await Promise.all(warm(stop)))),
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
      const early = tellFound();
      void next((stop) => {
        const { id } = asked.input.snapshot.production;
        const isNew = met !== id;
        met = id;
        if (!isShort(asked)) return answer(asked, stop, tell);
        if (isNew) return answer({ ...known.goingOn(asked), seconds: FIRST_S }, stop, tell);
        const plan = tellFound() ?? early;
        if (!plan) return answer(known.goingOn(asked), stop, news);
        return answer(begunWith(plan, asked), stop, (answer) =>
          news(answer.kind === "proposal" ? { ...answer, proposal: answer.proposal ?? plan } : answer),
        );
      });
    },
    async beforehand(asked) {
      if (asked.of === undefined || (sought?.of === asked.of && isAlike(sought, asked))) return;
      sought = asked;
      let own = flag();
      let thorough: Promise<void> = Promise.resolve();
      await next(async (stop) => {
        own = stop;
        const [isWarm] = warm(stop);
        await isWarm;
        if (isRaised(stop)) return;
        let isLooking = other !== null;
        if (other) thorough = lookThoroughly(other, asked, stop);
        void thorough.then(() => {
          isLooking = false;
        });
        await look(asked, stop, () => isLooking);
      });
      await thorough;
      // Whoever was in the way may be gone when it is wanted again.
      if (isRaised(own) && sought === asked) sought = null;
    },
  };
}

/** Two look for it, and prove nothing. A search by rounds is to find the same plan again. */
export const isShort = ({ asks, seconds, rounds }: Asked): boolean =>
  asks === "plan" && rounds === undefined && seconds <= TOGETHER_S;
