import { database } from "../db/client.ts";
import { type StoredPrices, solveOptions } from "../db/solves.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { planOfScenario } from "../snapshots.ts";
import { askedOf } from "./asked.ts";
import { withPoint } from "./progress.ts";
import { endStopped, json, leftOf, makeWay, notify, takeUp, write } from "./row.ts";
import type { Solvers, Solving } from "./solving.ts";
import { changesOf, storedOf } from "./stored-plan.ts";

/** Taken up again, a search goes on for at least so long. */
export const LEAST_S = 1;

const NO_TIME =
  "The time was over before there was a first plan. The plan is unchanged. Ask again with more seconds.";

const stored = (value: unknown) => (value === null ? Prisma.DbNull : json(value));

/** One solve, from taking it up to writing down how it ended. */
export async function work(
  id: string,
  {
    solvers,
    rounds,
    running,
    makingWay,
    endTurn,
    isLeaving,
  }: {
    readonly solvers: Solvers;
    readonly rounds: number | undefined;
    readonly running: Map<string, Solving>;
    /** Those whose turn is over. */
    readonly makingWay: Set<string>;
    /** Ends it where its turn is over and somebody waits. */
    endTurn(id: string): void;
    isLeaving(): boolean;
  },
): Promise<void> {
  const asked = await database().solve.findUnique({
    where: { id },
    select: {
      ...{ productionId: true, scenarioId: true, options: true },
      ...{ best: true, progress: true, spentS: true, prices: true, worked: true },
      ...{ baseRevision: true, baseProductionRevision: true },
    },
  });
  const plan = asked && (await planOfScenario(asked.productionId, asked.scenarioId));
  if (!plan) return;
  const { snapshot, productionRevision } = plan;
  const base = { baseRevision: snapshot.scenario.revision, baseProductionRevision: productionRevision };
  const left = leftOf(asked, base);
  const attempt = await takeUp(id, left, base);
  if (attempt === null) return endStopped(id);
  await notify(id);

  const wanted = askedOf(plan, solveOptions.parse(asked.options));
  const input = { ...wanted.input, begin: left.best ? changesOf(left.best) : undefined };
  let { best, points, prices, worked } = left;
  /** Whether what another would go on from is written down as it is. */
  let isKept = true;
  const sofar = () => ({ progress: json(points), ...(prices ? { prices: json(prices) } : {}) });
  let writing: Promise<unknown> = Promise.resolve();
  let isWaiting = false;
  /** Writes down how far it is; what comes meanwhile goes along. */
  const note = () => {
    if (isWaiting) return; // what is in line writes this as well
    isWaiting = true;
    writing = writing.then(async () => {
      isWaiting = false;
      const goesOnFrom = isKept ? {} : { best: stored(best), worked: stored(worked) };
      const now = { ...sofar(), ...goesOnFrom };
      isKept = true;
      if (!(await write(id, attempt, now))) solving.kill();
    });
    writing.catch((error) => console.error("How far a search is could not be written down:", error));
  };
  const solving = solvers.start(
    { ...wanted, input, seconds: Math.max(LEAST_S, wanted.seconds - left.spentS), rounds, worked },
    {
      progress(progress, atS) {
        points = withPoint(points, progress, left.spentS + atS);
        note();
      },
      best(found) {
        best = storedOf(plan, found);
        isKept = false;
        note();
      },
      prices(found, of, now) {
        prices = { version: 1, of, known: left.prices?.known ?? 0, ...found } as StoredPrices;
        isKept = false;
        worked = now;
        note();
        endTurn(id);
      },
    },
  );
  running.set(id, solving);
  const solved = await solving.ended.finally(() => running.delete(id));
  await writing.catch(() => null);
  if (isLeaving()) return;

  if (solved.ok && solved.proposal) {
    points = withPoint(points, solved.proposal, left.spentS + solved.atS);
    best = storedOf(plan, solved.proposal);
  }
  const isAllFound = prices !== null && prices.prices.length === prices.of;
  const isOver = solving.leftS() <= LEAST_S || best?.isOptimal === true || isAllFound;
  const makesWay = makingWay.delete(id);
  const mayGoOn = makesWay && solved.ok && !isOver;
  if (mayGoOn) {
    const spentS = Number.isFinite(solving.leftS()) ? left.spentS + solving.searchedS() : 0;
    const soFar = { ...sofar(), best: stored(best), worked: stored(worked), spentS };
    if (await makeWay(id, attempt, soFar)) return;
  }
  // What was only to make way was stopped by nobody, unless that kept it from the line.
  const isStopped = solving.isStopped && makesWay === mayGoOn;
  const hasFound = best !== null || prices !== null;
  // Who stops it wants what there is, however it ended.
  const isFailed = solved.ok ? !hasFound && !isStopped : !(hasFound && isStopped);
  await write(id, attempt, {
    endedAt: new Date(),
    state: isFailed ? "failed" : isStopped ? "stopped" : "done",
    problem: isFailed ? (solved.ok ? NO_TIME : solved.problem) : "",
    ...sofar(),
    ...(best ? { proposal: json(best) } : {}),
    ...{ best: Prisma.DbNull, worked: Prisma.DbNull },
  });
}
