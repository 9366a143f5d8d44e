import { parentPort } from "node:worker_threads";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { LinearSolver } from "#core/solve/engine/linear.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { pricesOf } from "#core/solve/prices/index.ts";
import { type Proposal, type ProposeBudget, propose } from "#core/solve/propose.ts";
import type { Asks } from "../db/solves.ts";
import { isRaised, type Said, type Work } from "./one-thread.ts";
import { withRowsOf } from "./sharing.ts";
import type { Asked, ProposedPlan } from "./solving.ts";
import { isShort } from "./threads.ts";

/** A thread that searches for plans, one after another. It stays from one search to the next, for what was compiled is its own. */

/** The best plan itself is told no more often. */
const BEST_EVERY_S = 0.25;
/** For each of its first two plans. */
const WARM_UP_S = 0.5;

/** What the rules say of a plan beyond that is asked anew wherever it is shown. */
const withoutReport = ({ report: { verdict, minutes }, ...plan }: Proposal): ProposedPlan => ({
  ...plan,
  judged: { verdict, inHand: minutes.inHand },
});

const say = (said: Said) => parentPort?.postMessage(said);

function price({ input, worked: begin }: Asked, budget: ProposeBudget, solver: LinearSolver | null): void {
  const { snapshot, seed } = input;
  pricesOf({ snapshot, seed, solver, begin }, budget, (prices, of, worked) =>
    say({ kind: "prices", prices, of, worked }),
  );
  say({ kind: "priced" });
}

function search({ input, found }: Asked, budget: ProposeBudget, solver: LinearSolver | null): void {
  const begin = performance.now();
  const atS = () => (performance.now() - begin) / 1000;
  let keptAtS = Number.NEGATIVE_INFINITY;
  let kept = "";
  const proposal = propose({ ...input, begin: input.begin ?? found, solver }, budget, (progress, changes) => {
    const now = JSON.stringify(progress.objective);
    const isFirst = kept === "";
    // The first that is told is the plan of today: no news where there was a better one.
    if (isFirst) kept = now;
    if (!isFirst || !input.begin) say({ kind: "progress", progress, atS: atS() });
    if (now === kept || atS() - keptAtS < BEST_EVERY_S) return;
    [kept, keptAtS] = [now, atS()];
    say({ kind: "best", plan: { ...progress, ...changes(), notes: [], judged: null } });
  });
  say({ kind: "proposal", proposal: proposal && withoutReport(proposal), atS: atS() });
}

type Search = (asked: Asked, budget: ProposeBudget, solver: LinearSolver | null) => void;
const SEARCHES: Readonly<Record<Asks, Search>> = { plan: search, prices: price };

let last: ScenarioSnapshot | null = null;
let isWarm = false;
const now = () => performance.now() / 1000;
parentPort?.on("message", async ({ asked, stops }: Work) => {
  const isStopped = () => stops.some(isRaised);
  if (asked) {
    // Each search has one of its own; with little time there is nothing to prove. What comes from one search into the next is what was
    // found out about rows that are the same: it saves time and changes nothing.
    const solver = isShort(asked) ? null : await highsSolver();
    const { asks, seconds, rounds } = asked;
    const budget = { seconds, ...(rounds === undefined ? {} : { rounds }), now, isStopped };
    last = withRowsOf(last, asked.input.snapshot);
    SEARCHES[asks]({ ...asked, input: { ...asked.input, snapshot: last } }, budget, solver);
  } else {
    const { warmUp } = await import("./warm-up.ts");
    if (!isWarm) warmUp({ seconds: WARM_UP_S, now, isStopped });
    isWarm ||= !isStopped();
    say({ kind: "warm" });
  }
});
