import loadHighs, { type Highs } from "highs";
import type { LinearModel, LinearSolver } from "./engine/linear.ts";

/** Points are whole: what is less than one apart is equal. */
const GAP = 0.99;

/** HiGHS, compiled to WebAssembly: loads once, then answers while the caller waits. */
export async function highsSolver(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return {
    whole: (model, { nodes, seconds }, start) =>
      highs.withModel(dataOf(highs, model), (solver) => {
        const { modelStatus, solutionStatus } = highs.constants;
        solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: GAP, mip_max_nodes: nodes });
        if (seconds !== null) solver.options.set({ time_limit: Math.max(0.01, seconds) });
        if (start) solver.setSolution({ colValue: start });
        solver.run();
        const status = solver.getModelStatus();
        if (status === modelStatus.infeasible) return { values: null, bound: Number.NEGATIVE_INFINITY };
        const hasValues = solver.info.get("primal_solution_status") === solutionStatus.feasible;
        const bound = solver.info.get("mip_dual_bound");
        return {
          values: hasValues ? solver.getSolution().colValue.map(Math.round) : null,
          bound: typeof bound === "number" ? bound : Number.POSITIVE_INFINITY,
        };
      }),
  };
}

function dataOf(highs: Highs, model: LinearModel) {
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
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
  };
}
