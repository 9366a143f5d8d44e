import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import { MOST_STRIPS } from "#core/solve/stays-compiled.ts";
import { database } from "../db/client.ts";
import { type SolveOptions, solveOptions } from "../db/solves.ts";
import { type PlanOfScenario, planOfScenario } from "../snapshots.ts";
import type { OfSolves } from "../solves.ts";
import type { Asked } from "./solving.ts";

/** What a search is asked: a plan of the database, with what somebody wants of it. */
export function askedOf(plan: PlanOfScenario, { asks, seconds, ...options }: SolveOptions): Asked {
  const { snapshot, productionRevision } = plan;
  // States of ephemerides are megabytes, and rules read the light table made of them.
  const ephemeris = snapshot.tables.ephemeris.map((row) => ({ ...row, segments: [] }));
  return {
    asks,
    of: `${snapshot.scenario.id} ${snapshot.scenario.revision} ${productionRevision}`,
    input: { snapshot: { ...snapshot, tables: { ...snapshot.tables, ephemeris } }, ...options },
    seconds,
  };
}

const USUAL: SolveOptions = {
  ...{ asks: "plan", freedom: "free", seed: 1 },
  movePoints: USUAL_MOVE_POINTS,
  seconds: 1,
};

/**
 * What will most likely be asked of a plan: what was asked for last, of the plan of now. Null where there is nothing to plan,
 * or so much that it is not worth the memory.
 */
export async function likelyAsked({ productionId, scenarioId }: OfSolves): Promise<Asked | null> {
  const [plan, solves] = await Promise.all([
    planOfScenario(productionId, scenarioId),
    database().solve.findMany({
      where: { productionId, scenarioId },
      orderBy: { askedAt: "desc" },
      select: { options: true },
    }),
  ]);
  const strips = plan?.snapshot.tables.strip.length ?? 0;
  if (!plan || strips === 0 || strips > MOST_STRIPS) return null;
  const last = solves.map(({ options }) => solveOptions.parse(options)).find(({ asks }) => asks === "plan");
  return askedOf(plan, { ...(last ?? USUAL), seconds: USUAL.seconds });
}
