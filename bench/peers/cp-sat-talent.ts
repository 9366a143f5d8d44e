import type { HoldProblem } from "#core/solve/hold-cost/problem.ts";
import { workOf } from "#core/solve/hold-cost/problem.ts";
import { type Part, partsOf } from "#core/solve/hold-cost/reduce.ts";
import type { CpSat, Literal, Model } from "./cp-sat.ts";

/**
 * Talent scheduling as CP-SAT solves it fastest of four models tried: a literal for each pair of groups, which of them is first,
 * without cycles of three; who plays before and after a group that needs them not waits through it.
 */
function modelOf({ CpModel, LinearExpr }: CpSat, { groups, parties }: Part): Model {
  const model = new CpModel();
  const places = [...groups.keys()];
  const isBefore: Literal[][] = places.map(() => []);
  const before = (i: number, j: number) => isBefore[i]?.[j] as Literal;
  for (const i of places)
    for (const j of places.slice(i + 1)) {
      const literal = model.newBoolVar("");
      (isBefore[i] as Literal[])[j] = literal;
      (isBefore[j] as Literal[])[i] = literal.not();
    }
  for (const i of places)
    for (const j of places.slice(i + 1))
      for (const k of places.slice(i + 1))
        if (k !== j) model.addBoolOr([before(i, j).not(), before(j, k).not(), before(i, k)]);
  const waits: Literal[] = [];
  const costs: number[] = [];
  for (const party of parties)
    for (const [foreign, { duration }] of groups.entries()) {
      if (party.groups.includes(foreign)) continue;
      const hasCome = model.newBoolVar("");
      const isAwaited = model.newBoolVar("");
      const doesWait = model.newBoolVar("");
      for (const own of party.groups) {
        model.addImplication(before(own, foreign), hasCome);
        model.addImplication(before(foreign, own), isAwaited);
      }
      model.addBoolOr([hasCome.not(), isAwaited.not(), doesWait]);
      model.addBoolOr([hasCome, isAwaited]);
      waits.push(doesWait);
      costs.push(party.pay * duration);
    }
  if (groups.length > 1) model.addBoolOr([before(0, 1)]);
  model.minimize(LinearExpr.weightedSum(waits, costs));
  return model;
}

/** The optimum as CP-SAT proves it. It has a single thread whatever it is told. @throws Error where it proves nothing. */
export async function provenByCpSat(
  cpSat: CpSat,
  problem: HoldProblem,
  linearizationLevel: 1 | 2,
): Promise<number> {
  let cost = workOf(problem);
  for (const part of partsOf(problem)) {
    if (part.parties.length === 0) continue;
    const solver = new cpSat.CpSolver();
    await solver.solve(modelOf(cpSat, part), {
      numSearchWorkers: 1,
      linearizationLevel,
      maxTimeInSeconds: 120,
    });
    if (solver.statusName() !== "OPTIMAL") throw new Error(`CP-SAT ended with ${solver.statusName()}.`);
    cost += solver.objectiveValue();
  }
  return cost;
}
