import loadHighs, { type Highs, type Model } from "highs";
import type { LinearModel, LinearSolver } from "./engine/linear.ts";

/** HiGHS, compiled to WebAssembly: loads once, then answers while the caller waits. */
export async function highsSolver(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return {
    relaxed: (model, seconds) =>
      highs.withModel(dataOf(highs, model, false), (solver) => {
        quieten(solver, seconds);
        solver.run();
        if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
        const { colValue, rowDual } = solver.getSolution();
        return { values: colValue, duals: rowDual };
      }),

    whole: (model, { nodes, seconds }, start) =>
      highs.withModel(dataOf(highs, model, true), (solver) => {
        quieten(solver, seconds);
        // Points are whole: less than one point apart is equal.
        solver.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.99, mip_max_nodes: nodes });
        if (start) solver.setSolution({ colValue: start });
        solver.run();
        const isOptimal = solver.getModelStatus() === highs.constants.modelStatus.optimal;
        if (solver.info.get("primal_solution_status") !== highs.constants.solutionStatus.feasible)
          return null;
        return { values: solver.getSolution().colValue.map(Math.round), isOptimal };
      }),
  };
}

function quieten(solver: Model, seconds: number | null): void {
  solver.options.set({ output_flag: false });
  if (seconds !== null) solver.options.set({ time_limit: Math.max(0.01, seconds) });
}

function dataOf(highs: Highs, model: LinearModel, isWhole: boolean) {
  const [numCols, numRows] = [model.cost.length, model.lower.length];
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: model.lower,
    rowUpper: model.upper,
    matrix: {
      format: "csc" as const,
      numRows,
      numCols,
      starts: model.starts,
      indices: model.rows,
      values: model.values,
    },
    ...(isWhole ? { integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer) } : {}),
  };
}
