import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { check } from "#core/rules/check.ts";
import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import { withProposal } from "#core/solve/placement.ts";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { buildCli } from "#scripts/build-cli.mjs";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { insertBundle } from "../db/bundles.ts";
import { database } from "../db/client.ts";
import {
  isUnfinished,
  progressPoint,
  type Solve,
  type SolveOptions,
  type StoredProposal,
  storedPrices,
  storedProposal,
  storedWorked,
} from "../db/solves.ts";
import { planOfScenario } from "../snapshots.ts";
import { askSolve, findSolve, listSolves, type OfSolves, stopSolve } from "../solves.ts";
import { testingServer, testingUser } from "../testing-server.ts";
import type { User } from "../user.ts";
import { likelyAsked } from "./asked.ts";
import { type Jobs, type JobsOptions, startJobs } from "./jobs.ts";
import { isAttended, mayBeAsked } from "./queue.ts";
import { changesOf } from "./stored-plan.ts";
import { viewOf } from "./watch.ts";

// Each test has its own productions, its own workers, and waits for states: nothing here depends on how quick the machine is.

// A search stands back behind everything else that the machine does.
vi.setConfig({ testTimeout: 60_000 });

const dist = join(import.meta.dirname, "../../dist");
const solver = join(dist, "solver.worker.mjs");
const SHORT: SolveOptions = { asks: "plan", freedom: "free", movePoints: 0, seed: 1, seconds: 1 };
const LONG: SolveOptions = { ...SHORT, seconds: 300 };

let end: () => Promise<void>;
let olga: User;
let pavel: User;
/** Large enough that a search does not end by itself. */
let challenge: OfSolves;
let made = 0;
const workers: Jobs[] = [];
const processes: ChildProcess[] = [];

beforeAll(async () => {
  await buildCli();
  end = await testingServer();
  [olga, pavel] = [await testingUser("Olga"), await testingUser("Pavel")];
  const bundle = theChallenge();
  await insertBundle(bundle, olga.id);
  challenge = { productionId: bundle.production.id, scenarioId: bundle.scenarios[0]?.scenario.id ?? "" };
}, 60_000);
afterAll(() => end());
beforeEach(() => {
  // Children that are killed are told of in the log.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const worker of workers.splice(0)) await worker.stop();
  for (const child of processes.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await database().solve.deleteMany();
});

async function work(options: Partial<JobsOptions> = {}): Promise<Jobs> {
  const onLost = (why: string) => {
    throw new Error(`The worker was lost: ${why}`);
  };
  const jobs = await startJobs({ solver, concurrency: 1, ready: 0, onLost, ...options });
  workers.push(jobs);
  return jobs;
}

/** `npm run worker`'s own process, once it takes work. */
async function workElsewhere(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(dist, "jobs.worker.mjs")], {
    env: { ...process.env, PERIGEE_SOLVES: "1" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  processes.push(child);
  await once(child, "message");
  return child;
}

const childrenOf = (pid: number): readonly number[] =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([own = 0, parent]) => (parent === pid ? [own] : []));

/** A small production of its own; `main` and `early` are its scenarios. */
async function production(owner: User): Promise<{ main: OfSolves; early: OfSolves }> {
  const bundle = testingBundle(`p${++made}`);
  await insertBundle(bundle, owner.id);
  const of = (scenarioId: string) => ({ productionId: bundle.production.id, scenarioId });
  return { main: of(`p${made}-main`), early: of(`p${made}-early`) };
}

async function ask(of: OfSolves, user: User = olga, options = SHORT): Promise<string> {
  const asked = await askSolve(of, options, user);
  if (!asked.ok) throw new Error(asked.error.kind);
  return asked.value.solveId;
}
const until = (of: OfSolves, id: string, is: (solve: Solve) => boolean): Promise<Solve> =>
  vi.waitFor(
    async () => {
      const solve = await findSolve(of, id);
      if (!solve || !is(solve)) throw new Error(`It is ${solve?.state ?? "gone"}.`);
      return solve;
    },
    { timeout: 50_000, interval: 20 },
  );
const isOver = ({ state }: Solve) => !isUnfinished(state);
/** A solve that goes on until the test lets it: its process is held. */
async function held(jobs: Jobs, of: OfSolves, id: string): Promise<number> {
  await until(of, id, ({ state }) => state === "running");
  const pid = await vi.waitFor(() => jobs.running.get(id)?.pid ?? Promise.reject(new Error("not yet")));
  process.kill(pid, "SIGSTOP");
  return pid;
}
const rowOf = (id: string) => database().solve.findUniqueOrThrow({ where: { id } });
/** Once a plan better than today's is kept with it. */
const untilKept = (id: string) =>
  vi.waitFor(async () => storedProposal.parse((await rowOf(id)).best), { timeout: 50_000, interval: 20 });
/** A plan that is kept of a search that did not end well: no worse than what was kept before. */
const expectKept = (solve: Solve, kept: StoredProposal) => {
  expect(solve.proposal?.objective.mustsMissingMin).toBeLessThanOrEqual(kept.objective.mustsMissingMin);
  if (solve.proposal?.objective.mustsMissingMin === kept.objective.mustsMissingMin)
    expect(solve.proposal.objective.points).toBeGreaterThanOrEqual(kept.objective.points);
};
const revisionOf = async ({ scenarioId }: OfSolves) =>
  (await database().scenario.findUniqueOrThrow({ where: { id: scenarioId } })).revision;

describe("a solve", () => {
  test("waits, is worked out, and leaves a proposal; the plan stays as it is", async () => {
    const of = challenge;
    expect(await isAttended()).toBe(false);
    const id = await ask(of);
    expect(await findSolve(of, id)).toMatchObject({ state: "waiting", baseRevision: null, proposal: null });
    await work();
    expect(await isAttended()).toBe(true);
    const solve = await until(of, id, isOver);
    expect(solve).toMatchObject({ state: "done", problem: "", baseRevision: 0 });
    expect(solve.proposal?.setUpsIn.must).toEqual({ in: 40, of: 40 });
    const last = solve.progress.at(-1);
    expect(last?.points).toBe(solve.proposal?.objective.points);
    expect(await revisionOf(of)).toBe(0);
    const strips = new Map(theChallenge().scenarios[0]?.tables.strip.map((strip) => [strip.id, strip]));
    for (const { stripId, from } of solve.proposal?.moves ?? [])
      expect(from?.startsAt ?? null).toBe(strips.get(stripId)?.startsAt);
  });

  test("tells how the plan of today and the proposal are judged, in the list too", async () => {
    const { early } = await production(olga);
    const id = await ask(early);
    await work();
    const { proposal } = await until(early, id, isOver);
    const plan = await planOfScenario(early.productionId, early.scenarioId);
    if (!plan || !proposal) throw new Error("There is none.");
    const judged = (snapshot: ScenarioSnapshot) => {
      const { verdict, minutes } = check(snapshot);
      return { verdict, inHand: minutes.inHand };
    };
    const { snapshot } = plan;
    const both = { before: judged(snapshot), after: judged(withProposal(snapshot, changesOf(proposal))) };
    expect(proposal.judged).toEqual(both);
    expect((await listSolves(early)).map((line) => line.judged)).toEqual([both]);
  });

  test("is worked out by the process that stands ready, which stands ready again", async () => {
    const { main, early } = await production(olga);
    const jobs = await work({ ready: 1 });
    const [pid] = jobs.ready;
    for (const of of [main, early]) {
      await until(of, await ask(of), ({ state }) => state === "done");
      expect(jobs.ready).toEqual([pid]);
    }
    await jobs.stop();
    await vi.waitFor(() => expect(() => process.kill(pid ?? 0, 0)).toThrow(), { timeout: 50_000 });
  });

  describe("that may be asked for soon", () => {
    /** In place of the process that searches: writes down what plan it is told to look at beforehand. */
    const standIn = async () => {
      const dir = await mkdtemp(join(tmpdir(), "perigee-"));
      const [file, log] = [join(dir, "stand-in.mjs"), join(dir, "log")];
      await writeFile(log, "");
      await writeFile(
        file,
        `import { appendFileSync } from "node:fs";
        process.on("message", ({ kind, asked }) => kind === "beforehand" &&
          appendFileSync(${JSON.stringify(log)}, asked.of + " " + asked.input.movePoints + "\\n"));`,
      );
      const told = async () => (await readFile(log, "utf8")).trim().split("\n");
      return {
        file,
        hears: (line: string) =>
          vi.waitFor(async () => expect(await told()).toContain(line), { timeout: 50_000, interval: 20 }),
      };
    };

    test("is looked at by the process that stands ready: what was asked for last, and where somebody is about to ask", async () => {
      const { main, early } = await production(olga);
      await stopSolve(main, await ask(main, olga, { ...SHORT, movePoints: 60 }));
      const { file, hears } = await standIn();
      await work({ solver: file, ready: 1 });
      await hears(`${main.scenarioId} 0 0 60`);
      await mayBeAsked(early.productionId, early.scenarioId);
      await hears(`${early.scenarioId} 0 0 ${USUAL_MOVE_POINTS}`);
    });

    test("is of its own production, and asked for as it was last", async () => {
      const [{ main }, other] = [await production(olga), await production(pavel)];
      expect(await likelyAsked({ ...main, productionId: other.main.productionId })).toBeNull();
      expect((await likelyAsked(main))?.input).toMatchObject({
        freedom: "free",
        movePoints: USUAL_MOVE_POINTS,
        seed: 1,
      });
      const asked = [
        { ...LONG, seed: 7 },
        { ...SHORT, asks: "prices" },
      ] as const;
      for (const options of asked) await stopSolve(main, await ask(main, olga, options));
      expect(await likelyAsked(main)).toMatchObject({ asks: "plan", seconds: 1, input: { seed: 7 } });
    });
  });

  test("of prices leaves what things are worth, and is no proposal", async () => {
    const { main } = await production(olga);
    const id = await ask(main, olga, { ...SHORT, asks: "prices" });
    await work({ rounds: 1 });
    const solve = await until(main, id, isOver);
    expect(solve).toMatchObject({ state: "done", problem: "", proposal: null });
    expect(solve.prices?.prices.length).toBe(solve.prices?.of);
    expect(await listSolves(main)).toEqual([]);
    expect((await listSolves(main, "prices")).map((line) => line.id)).toEqual([id]);
  });

  test("is one at a time in a scenario", async () => {
    const { main } = await production(olga);
    await ask(main);
    expect(await askSolve(main, SHORT, pavel)).toMatchObject({ ok: false, error: { kind: "conflict" } });
  });

  test("is forgotten after twenty more", async () => {
    const { main } = await production(olga);
    for (let n = 0; n < 23; n++) await stopSolve(main, await ask(main));
    expect(await listSolves(main)).toHaveLength(20);
  });

  test("goes with its scenario", async () => {
    const { early } = await production(olga);
    const id = await ask(early);
    await database().scenario.delete({ where: { id: early.scenarioId } });
    await work();
    const other = await production(olga);
    await until(other.main, await ask(other.main), isOver);
    expect(await findSolve(early, id)).toBeNull();
  });
});

describe("stop", () => {
  test("of what waits ends it at once", async () => {
    const { main } = await production(olga);
    const id = await ask(main);
    expect(await stopSolve(main, id)).toEqual({ ok: true, value: null });
    expect(await findSolve(main, id)).toMatchObject({ state: "stopped", proposal: null });
    await work();
    const { early } = await production(olga);
    await until(early, await ask(early), isOver);
    expect(await findSolve(main, id)).toMatchObject({ state: "stopped", startedAt: null });
  });

  test("of what runs keeps the best so far", async () => {
    await work();
    const id = await ask(challenge, olga, LONG);
    await until(challenge, id, ({ progress }) => progress.length > 0);
    await stopSolve(challenge, id);
    const solve = await until(challenge, id, isOver);
    expect(solve).toMatchObject({ state: "stopped", problem: "" });
    expect(solve.proposal?.objective.points).toBe(solve.progress.at(-1)?.points);
  });

  test("of what waits to be taken up again keeps the best so far", async () => {
    const jobs = await work();
    const id = await ask(challenge, olga, LONG);
    await untilKept(id);
    await jobs.stop();
    const kept = storedProposal.parse((await rowOf(id)).best);
    await stopSolve(challenge, id);
    expect(await findSolve(challenge, id)).toMatchObject({ state: "stopped", proposal: kept });
    expect((await rowOf(id)).best).toBeNull();
  });

  test("of what dies meanwhile keeps the best that was told", async () => {
    const jobs = await work();
    const id = await ask(challenge, olga, LONG);
    const kept = await untilKept(id);
    const pid = await held(jobs, challenge, id);
    await stopSolve(challenge, id);
    await vi.waitFor(() => expect(jobs.running.get(id)?.isStopped).toBe(true), { timeout: 50_000 });
    process.kill(pid, "SIGKILL");
    const solve = await until(challenge, id, isOver);
    expect(solve).toMatchObject({ state: "stopped", problem: "" });
    expectKept(solve, kept);
  });

  test("of what its worker did not live to stop keeps the best that was told", async () => {
    const first = await workElsewhere();
    const id = await ask(challenge, olga, LONG);
    await untilKept(id);
    process.kill(first.pid ?? 0, "SIGSTOP");
    const kept = storedProposal.parse((await rowOf(id)).best);
    await stopSolve(challenge, id);
    first.kill("SIGKILL");
    await once(first, "close");
    await work();
    const solve = await until(challenge, id, isOver);
    expect(solve).toMatchObject({ state: "stopped", problem: "", attempt: 1, proposal: kept });
  });

  test("somebody else's is not there", async () => {
    const [{ main }, other] = [await production(olga), await production(pavel)];
    const id = await ask(main);
    expect(await stopSolve(other.main, id)).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await findSolve(other.main, id)).toBeNull();
    expect(await findSolve(main, id)).toMatchObject({ state: "waiting", isStopAsked: false });
  });
});

describe("what goes wrong ends in a sentence, and the plan stays as it is", () => {
  test("the search crashes", async () => {
    const { main } = await production(olga);
    const jobs = await work();
    const id = await ask(main, olga, LONG);
    process.kill(await held(jobs, main, id), "SIGKILL");
    const solve = await until(main, id, isOver);
    expect(solve.state).toBe("failed");
    expect(solve.problem).toContain("The search broke off. The plan is unchanged.");
    expect(await revisionOf(main)).toBe(0);
    // The worker goes on.
    await until(main, await ask(main), ({ state }) => state === "done");
  });

  test("the search crashes after it has found a plan: that one is kept beside the sentence", async () => {
    const jobs = await work();
    const id = await ask(challenge, olga, LONG);
    const kept = await untilKept(id);
    process.kill(await held(jobs, challenge, id), "SIGKILL");
    const solve = await until(challenge, id, isOver);
    expect(solve).toMatchObject({ state: "failed", problem: expect.stringContaining("broke off") });
    expectKept(solve, kept);
    expect((await rowOf(id)).best).toBeNull();
    expect(await revisionOf(challenge)).toBe(0);
  });

  test("the search runs out of memory", async () => {
    const { main } = await production(olga);
    await work({ memoryMb: 4 });
    const solve = await until(main, await ask(main, olga, LONG), isOver);
    expect(solve).toMatchObject({ state: "failed", proposal: null });
    expect(solve.problem).toContain("The search needed more than 4 MB of memory");
  });

  test("its workers were lost again and again", async () => {
    const { main } = await production(olga);
    const id = await ask(main);
    await database().$executeRaw`UPDATE graphile_worker._private_jobs
      SET "attempts" = "max_attempts", "locked_by" = 'pool-gone', "locked_at" = now() - interval '1 minute'
      WHERE "key" = ${id}`;
    const best: StoredProposal = {
      ...{ version: 1, moves: [], notes: [], judged: null, bound: null, gap: null, isOptimal: false },
      objective: { mustsMissingMin: 0, points: -1, parts: [] },
      setUpsIn: { must: { in: 1, of: 1 }, should: { in: 0, of: 0 }, nice: { in: 0, of: 0 } },
    };
    await database().solve.update({
      where: { id },
      data: { state: "running", attempt: 3, best, askedAt: new Date(Date.now() - 60_000) },
    });
    await work();
    const solve = await until(main, id, isOver);
    expect(solve).toMatchObject({ state: "failed", proposal: best });
    expect(solve.problem).toContain("lost several times");
    // And the scenario is free again.
    await until(main, await ask(main), ({ state }) => state === "done");
  });
});

describe("a worker that ends", () => {
  test("killed: what it worked on is taken up again by the next", async () => {
    const { main } = await production(olga);
    const first = await workElsewhere();
    const id = await ask(main, olga, SHORT);
    await until(main, id, ({ state }) => state === "running");
    first.kill("SIGKILL");
    await once(first, "close");
    await work();
    expect(await until(main, id, isOver)).toMatchObject({ state: "done" });
    expect(await database().solve.findUniqueOrThrow({ where: { id } })).toMatchObject({ attempt: 2 });
  });

  test("killed: the next begins with the best plan so far, with the time that is left", async () => {
    const first = await workElsewhere();
    const id = await ask(challenge, olga, LONG);
    await untilKept(id);
    first.kill("SIGKILL");
    await once(first, "close");
    const left = await rowOf(id);
    const kept = storedProposal.parse(left.best);
    const before = z.array(progressPoint).parse(left.progress);
    const jobs = await work();
    const more = await until(challenge, id, ({ progress }) => progress.length > before.length);
    expect(more).toMatchObject({ state: "running", attempt: 2, spentS: before.at(-1)?.atS });
    expect(await viewOf(more)).toMatchObject({ lost: { atS: more.spentS }, seconds: 300 });
    expect(more.progress.slice(0, before.length)).toEqual(before);
    const [next] = more.progress.slice(before.length);
    expect(next?.atS).toBeGreaterThanOrEqual(more.spentS);
    // Told is a plan no worse than that, from the first.
    const { mustsMissingMin, points } = kept.objective;
    expect(next?.mustsMissingMin).toBeLessThanOrEqual(mustsMissingMin);
    if (next?.mustsMissingMin === mustsMissingMin) expect(next.points).toBeGreaterThanOrEqual(points);
    expect(jobs.running.get(id)?.seconds).toBe(300 - more.spentS);
    await stopSolve(challenge, id);
    expectKept(await until(challenge, id, isOver), kept);
  });

  test("killed: what things are worth goes on from what was found by then", async () => {
    const first = await workElsewhere();
    const id = await ask(challenge, olga, { ...SHORT, asks: "prices" });
    const isKept = async () => expect(storedWorked.parse((await rowOf(id)).worked).rows).not.toEqual([]);
    await vi.waitFor(isKept, { timeout: 50_000, interval: 20 });
    first.kill("SIGKILL");
    await once(first, "close");
    const { prices } = await rowOf(id);
    const before = storedPrices.parse(prices);
    await work();
    const more = await until(challenge, id, (solve) => (solve.prices?.known ?? 0) > 0);
    expect(more).toMatchObject({ attempt: 2, prices: { known: before.prices.length } });
    expect(await viewOf(more)).toMatchObject({ lost: { known: before.prices.length } });
    await stopSolve(challenge, id);
    const { state, prices: after } = await until(challenge, id, isOver);
    expect(state).toBe("stopped");
    expect(after?.base).toEqual(before.base);
    expect(after?.prices.slice(0, before.prices.length).map((price) => price.id)).toEqual(
      before.prices.map((price) => price.id),
    );
    expect((await rowOf(id)).worked).toBeNull();
  });

  test("killed after the plan was changed: begins with what of its best still stands, on a new chart", async () => {
    const first = await workElsewhere();
    const id = await ask(challenge, olga, LONG);
    await untilKept(id);
    first.kill("SIGKILL");
    await once(first, "close");
    const { scenarioId } = challenge;
    const { revision } = await database().scenario.update({
      where: { id: scenarioId },
      data: { revision: { increment: 1 } },
    });
    await work();
    const solve = await until(challenge, id, ({ attempt, progress }) => attempt === 2 && progress.length > 0);
    expect(solve.baseRevision).toBe(revision);
    expect(solve.progress[0]?.atS).toBeGreaterThanOrEqual(solve.spentS);
    await stopSolve(challenge, id);
    await until(challenge, id, isOver);
    await database().scenario.update({ where: { id: scenarioId }, data: { revision: revision - 1 } });
  });

  test("killed: nothing that it started stays", async () => {
    const child = await workElsewhere();
    const [ready = 0] = childrenOf(child.pid ?? 0);
    expect(ready).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await once(child, "close");
    await vi.waitFor(() => expect(() => process.kill(ready, 0)).toThrow(), { timeout: 50_000 });
  });

  test("asked to end: gives back what it worked on, as if it had not been taken", async () => {
    const { main } = await production(olga);
    const jobs = await work();
    const id = await ask(main, olga, SHORT);
    await held(jobs, main, id);
    await jobs.stop();
    expect(await findSolve(main, id)).toMatchObject({ state: "waiting" });
    const [job] = await database().$queryRaw<unknown[]>`
      SELECT "attempts", "locked_by" FROM graphile_worker.jobs WHERE "key" = ${id}`;
    expect(job).toEqual({ attempts: 0, locked_by: null });
    await work();
    await until(main, id, ({ state }) => state === "done");
  });

  test("asked to end, as a process: is gone, and so are the searches it began", async () => {
    const child = await workElsewhere();
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(await isAttended()).toBe(false);
  });
});

describe("turns", () => {
  test("nobody's second comes before somebody's first", async () => {
    const own = [await production(olga), await production(olga), await production(olga)];
    const other = await production(pavel);
    const asked = [];
    for (const { main } of own) asked.push({ of: main, id: await ask(main), who: "Olga" });
    asked.push({ of: other.main, id: await ask(other.main, pavel), who: "Pavel" });
    await work();
    const solves = await Promise.all(
      asked.map(async ({ of, id, who }) => ({ who, at: (await until(of, id, isOver)).startedAt ?? 0 })),
    );
    const order = solves.sort((a, b) => a.at - b.at).map(({ who }) => who);
    expect(order).toEqual(["Olga", "Pavel", "Olga", "Olga"]);
  });

  test("a long search makes way when its turn is over, and goes on from its best plan", async () => {
    const { main } = await production(pavel);
    await work({ turnS: 0 });
    const long = await ask(challenge, olga, LONG);
    const kept = await untilKept(long);
    const short = await ask(main, pavel);
    await until(main, short, ({ state }) => state === "done");
    expect(await findSolve(challenge, long)).toSatisfy((solve: Solve) => isUnfinished(solve.state));
    const again = await until(challenge, long, ({ state, attempt }) => state === "running" && attempt === 2);
    expect(again.spentS).toBeGreaterThan(0);
    expect((await viewOf(again)).lost).toBeNull();
    expect(
      await until(challenge, long, ({ progress }) => progress.length > again.progress.length),
    ).toMatchObject({
      attempt: 2,
    });
    await stopSolve(challenge, long);
    expectKept(await until(challenge, long, isOver), kept);
  });

  test("what things are worth makes way as a row has come, and comes to the same", async () => {
    const [{ main }, other] = [await production(olga), await production(pavel)];
    const options: SolveOptions = { ...SHORT, asks: "prices" };
    const jobs = await work({ rounds: 1 });
    const whole = await until(main, await ask(main, olga, options), isOver);
    await jobs.stop();
    await work({ rounds: 1, turnS: 0 });
    const id = await ask(main, olga, options);
    await until(main, id, ({ state }) => state === "running");
    const short = await ask(other.main, pavel);
    await until(other.main, short, isOver);
    const again = await until(main, id, isOver);
    expect(again).toMatchObject({ state: "done", attempt: 2, turns: 1 });
    expect(again.prices).toEqual({ ...whole.prices, known: expect.any(Number) });
    expect(again.prices?.known).toBeGreaterThan(0);
    expect((await viewOf(again)).lost).toBeNull();
  });

  test("a long search that makes way is stopped like any other", async () => {
    const { main } = await production(pavel);
    const jobs = await work({ turnS: 0 });
    const long = await ask(challenge, olga, LONG);
    const kept = await untilKept(long);
    const pid = await held(jobs, challenge, long);
    await ask(main, pavel);
    await vi.waitFor(() => expect(jobs.running.get(long)?.isStopped).toBe(true), { timeout: 50_000 });
    await stopSolve(challenge, long);
    process.kill(pid, "SIGCONT");
    const solve = await until(challenge, long, isOver);
    expect(solve.state).toBe("stopped");
    expectKept(solve, kept);
  });

  test("of one production one at a time, of others meanwhile", async () => {
    const [one, other] = [await production(olga), await production(olga)];
    const jobs = await work({ concurrency: 2 });
    const first = await ask(one.main, olga, LONG);
    const pid = await held(jobs, one.main, first);
    const second = await ask(one.early);
    await until(other.main, await ask(other.main), isOver);
    expect(await findSolve(one.early, second)).toMatchObject({ state: "waiting" });
    await stopSolve(one.main, first);
    process.kill(pid, "SIGCONT");
    await until(one.early, second, ({ state }) => state === "done");
  });
});
