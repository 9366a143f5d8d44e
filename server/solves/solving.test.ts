import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { propose } from "#core/solve/propose.ts";
import { buildCli } from "#scripts/build-cli.mjs";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { type Asked, type ProposedPlan, type Solved, type Solvers, solversOf } from "./solving.ts";
import { warmUp } from "./warm-up.ts";

// Real processes, which wait for states: nothing here depends on how quick the machine is.

vi.setConfig({ testTimeout: 60_000 });
const TIMES = { timeout: 50_000, interval: 20 };
const solver = join(import.meta.dirname, "../../dist/solver.worker.mjs");

const shoot = (seed: number) => {
  const { production, shared, scenarios } = syntheticProduction({ scenes: 12, days: 3, seed });
  const [main] = scenarios;
  if (!main) throw new Error("It has no scenario.");
  return snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
};
const asking = (seed: number, budget: Partial<Asked> = { rounds: 2 }): Asked => ({
  asks: "plan",
  input: { snapshot: shoot(seed), freedom: "free", movePoints: 0, seed: 1 },
  seconds: 300,
  ...budget,
});
const LONG = { rounds: 1_000_000 };

let made: Solvers[] = [];
const solvers = (options: Partial<Parameters<typeof solversOf>[0]> = {}): Solvers => {
  const own = solversOf({ solver, memoryMb: 512, ready: 1, ...options });
  made.push(own);
  return own;
};
beforeAll(async () => {
  await buildCli();
}, 60_000);
beforeEach(() => {
  // Processes that are killed are told of in the log.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const own of made) own.end();
  made = [];
});

const planOf = (solved: Solved): ProposedPlan => {
  if (!solved.ok || !solved.proposal) throw new Error("There is no plan.");
  return solved.proposal;
};
const isAlive = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};
const untilGone = (pid: number | undefined) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), TIMES);

describe("a process that stands ready", () => {
  test("is taken, and stands ready again", async () => {
    const own = solvers();
    const [pid] = own.ready;
    for (const seed of [1, 2]) {
      const solving = own.start(asking(seed));
      expect(solving.pid).toBe(pid);
      expect(own.ready).toEqual([]);
      planOf(await solving.ended);
      expect(own.ready).toEqual([pid]);
    }
  });

  test("finds the same plan as a new one, whatever it has searched for before", async () => {
    const cold = solvers({ ready: 0 });
    const fresh = planOf(await cold.start(asking(1)).ended);
    expect(fresh.placements.length).toBeGreaterThan(0);
    const own = solvers();
    const first = planOf(await own.start(asking(1)).ended);
    const other = planOf(await own.start(asking(2)).ended);
    const again = planOf(await own.start(asking(1)).ended);
    expect([first, again]).toEqual([fresh, fresh]);
    expect(other).toEqual(planOf(await cold.start(asking(2)).ended));
  });

  test("that is lost while it waits is missed by nobody", async () => {
    const own = solvers();
    const [pid = 0] = own.ready;
    process.kill(pid, "SIGKILL");
    await vi.waitFor(() => expect(own.ready).toEqual([]), TIMES);
    const solving = own.start(asking(1));
    expect(solving.pid).not.toBe(pid);
    planOf(await solving.ended);
    expect(own.ready).toEqual([solving.pid]);
  });

  test("is another after one was lost", async () => {
    const own = solvers();
    const solving = own.start(asking(1, LONG));
    solving.kill();
    expect(await solving.ended).toMatchObject({ ok: false, problem: expect.stringContaining("broke off") });
    expect(own.ready).toHaveLength(1);
    expect(own.ready).not.toContain(solving.pid);
    planOf(await own.start(asking(1)).ended);
  });

  test("has outgrown its place when it takes too much: another stands there", async () => {
    const own = solvers({ staysBelowMb: 1 });
    const solving = own.start(asking(1));
    planOf(await solving.ended);
    await untilGone(solving.pid);
    expect(own.ready).toHaveLength(1);
  });

  test("is there for whoever comes, and more are started for those who come meanwhile", async () => {
    const own = solvers();
    const both = [own.start(asking(1)), own.start(asking(2))];
    expect(new Set(both.map(({ pid }) => pid)).size).toBe(2);
    for (const { ended } of both) planOf(await ended);
    expect(own.ready).toHaveLength(1);
  });

  test("ends with the others", async () => {
    const own = solvers();
    const [pid] = own.ready;
    const running = own.start(asking(1));
    own.end();
    planOf(await running.ended);
    expect(own.ready).toEqual([]);
    await untilGone(pid);
  });

  test("is none where none is wanted: each search has a process that ends with it", async () => {
    const own = solvers({ ready: 0 });
    expect(own.ready).toEqual([]);
    const solving = own.start(asking(1));
    planOf(await solving.ended);
    await untilGone(solving.pid);
  });
});

describe("stop", () => {
  test("ends the search with the best plan, and the process stays", async () => {
    const own = solvers();
    const told: number[] = [];
    const solving = own.start(asking(1, LONG), {
      progress: ({ objective }) => {
        told.push(objective.points);
        if (told.length > 1) solving.stop();
      },
    });
    const plan = planOf(await solving.ended);
    expect(plan.objective.points).toBeGreaterThanOrEqual(told.at(-1) ?? 0);
    expect(own.ready).toEqual([solving.pid]);
  });

  test("and kill, come too late, touch nobody else's search", async () => {
    const own = solvers();
    const before = own.start(asking(1));
    const plan = planOf(await before.ended);
    const now = own.start(asking(1));
    expect(now.pid).toBe(before.pid);
    before.stop();
    before.kill();
    expect(planOf(await now.ended)).toEqual(plan);
  });
});

describe("where the process is lost that looked for something beforehand", () => {
  /** In place of the process that searches: looks without end, and is lost when it is to search then. */
  const lostAfterLook = async () => {
    const file = join(await mkdtemp(join(tmpdir(), "perigee-")), "stand-in.mjs");
    await writeFile(
      file,
      `let looks = false;
      process.on("message", ({ kind }) => {
        if (kind === "beforehand") looks = true;
        else if (kind === "solve" && looks) process.exit(1);
        else if (kind === "solve") process.send({ kind: "proposal", proposal: null, atS: 1 });
      });`,
    );
    const own = solvers({ solver: file });
    own.beforehand(asking(1));
    return own;
  };

  test("another searches", async () => {
    const own = await lostAfterLook();
    const [pid] = own.ready;
    const solving = own.start(asking(1));
    expect(solving.pid).toBe(pid);
    expect(await solving.ended).toEqual({ ok: true, proposal: null, atS: 1 });
    expect(solving.pid).not.toBe(pid);
  });

  test("nobody does when the search was ended", async () => {
    const solving = (await lostAfterLook()).start(asking(1));
    const { pid } = solving;
    solving.kill();
    expect(await solving.ended).toMatchObject({ ok: false });
    expect(solving.pid).toBe(pid);
  });
});

test("a short search is one for whoever asked, though two threads look: each plan told is better, the last is proposed", async () => {
  const own = solvers();
  const first = planOf(await own.start(asking(1, { seconds: 1 })).ended);
  expect(first.bound, "the first of a production is no short one").not.toBeNull();
  const told: number[] = [];
  const solving = own.start(asking(1, { seconds: 1 }), {
    progress: ({ rank: [, missing, cost] }) => told.push(missing * 1e6 + cost),
  });
  const { rank, bound } = planOf(await solving.ended);
  expect(bound, "nothing is proved").toBeNull();
  expect(told).toEqual([...told].sort((a, b) => b - a));
  expect(rank[1] * 1e6 + rank[2]).toBeLessThanOrEqual(told.at(-1) ?? Number.NaN);
  expect(own.ready).toEqual([solving.pid]);
});

test("the best plan so far is told while the search goes on", async () => {
  const own = solvers({ ready: 0 });
  const best = await new Promise<ProposedPlan>((resolve) => {
    const solving = own.start(asking(1, LONG), {
      best(plan) {
        solving.stop();
        resolve(plan);
      },
    });
  });
  expect(best.placements.length).toBeGreaterThan(0);
  expect(best.setUpsIn.must.in).toBeGreaterThan(0);
});

test("warming up changes no plan", async () => {
  const input = { snapshot: shoot(1), freedom: "free", movePoints: 0, seed: 1 } as const;
  const planned = async () => propose({ ...input, solver: await highsSolver() }, { rounds: 1 });
  const cold = await planned();
  const now = () => performance.now() / 1000;
  warmUp({ rounds: 1, seconds: 0.2, now });
  expect(await planned()).toEqual(cold);
});
