import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { isBetter } from "#core/solve/plan/worth.ts";
import { type ProposalProgress, propose } from "#core/solve/propose.ts";
import { buildCli } from "#scripts/build-cli.mjs";
import { syntheticProduction } from "#seeds/generate/production.ts";
import type { Asked, ProposedPlan } from "./solving.ts";
import { type Threads, threadsOf } from "./threads.ts";

// Real threads: nothing here depends on how quick the machine is.

vi.setConfig({ testTimeout: 60_000 });

const file = pathToFileURL(join(import.meta.dirname, "../../dist/thread.worker.mjs"));
beforeAll(async () => {
  await buildCli();
}, 60_000);
let threads: Threads;
const started = (): Threads => {
  threads = threadsOf(file, 512, (error) => {
    throw error;
  });
  threads.pair();
  return threads;
};
afterEach(() => threads.end());

/** Nothing of it is placed. */
const shoot = (seed: number) => {
  const { production, shared, scenarios } = syntheticProduction({ scenes: 12, days: 3, seed });
  const [main] = scenarios;
  if (!main) throw new Error("It has no scenario.");
  return snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
};
const asking = (of: string, seed = 1): Asked => ({
  asks: "plan",
  of,
  input: { snapshot: shoot(seed), freedom: "free", movePoints: 0, seed: 1 },
  seconds: 0.9,
});

interface Answered {
  readonly told: readonly ProposalProgress[];
  readonly plan: ProposedPlan;
}
const answered = (asked: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const told: ProposalProgress[] = [];
    threads.search(asked, (answer) => {
      if (answer.kind === "progress") told.push(answer.progress);
      if (answer.kind !== "proposal") return;
      if (answer.proposal) resolve({ told, plan: answer.proposal });
      else reject(new Error("There is no plan."));
    });
  });
/** How many set-ups have a place. */
const placedIn = ({ setUpsIn: { must, should, nice } }: ProposalProgress) => must.in + should.in + nice.in;

test("what was found before anybody asked is told at once, and nothing worse is proposed", async () => {
  await started().beforehand(asking("plan 1"));
  const { told, plan } = await answered(asking("plan 1"));
  const [first] = told;
  expect(first && placedIn(first)).toBeGreaterThan(0);
  expect(first && isBetter(first.rank, plan.rank)).toBe(false);
  expect(plan.placements.length).toBeGreaterThan(0);
});

test("it is told before whoever looks for something else has made way", async () => {
  await started().beforehand(asking("plan 1"));
  void threads.beforehand(asking("plan 2", 2));
  const told: string[] = [];
  threads.search(asking("plan 1"), ({ kind }) => told.push(kind));
  expect(told).toEqual(["progress"]);
});

test("where moves count for something else it is begun with, but judged anew", async () => {
  await started().beforehand(asking("plan 1"));
  const other = asking("plan 1");
  const { told } = await answered({ ...other, input: { ...other.input, movePoints: 60 } });
  expect(told.slice(0, 2).map((progress) => placedIn(progress) > 0)).toEqual([false, true]);
});

test("of a plan that has changed since nothing is known", async () => {
  const changed = asking("plan 1, changed");
  await started().beforehand(asking("plan 1"));
  const { told } = await answered(changed);
  expect(told[0] && placedIn(told[0])).toBe(0);
});

test("makes way for what is asked, which comes to the same by rounds", async () => {
  const asked: Asked = { ...asking("plan 2", 2), seconds: 300, rounds: 2 };
  void started().beforehand(asking("plan 1"));
  const { plan } = await answered(asked);
  const alone = propose(asked.input, { rounds: 2 });
  expect(plan.placements).toEqual(alone?.placements);
});

test("makes way for another plan that may be asked for", async () => {
  void started().beforehand(asking("plan 1"));
  await threads.beforehand(asking("plan 2", 2));
  const { told } = await answered(asking("plan 2", 2));
  expect(told[0] && placedIn(told[0])).toBeGreaterThan(0);
});
