import loadHighs, { type Highs } from "highs";
import type { LinearColumns, LinearModel, LinearSolver } from "./engine/linear.ts";

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
    program(firstRows) {
      let rows = firstRows;
      const solver = highs.createModel({
        numCols: 0,
        numRows: rows,
        sense: highs.constants.objectiveSense.maximize,
        colCost: new Float64Array(0),
        colLower: new Float64Array(0),
        colUpper: new Float64Array(0),
        rowLower: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
        rowUpper: new Float64Array(rows).fill(1),
        matrix: matrixOf(rows, NO_COLUMNS),
      });
      solver.options.set({ output_flag: false });
      return {
        add: (columns) =>
          void solver.addCols({
            cost: columns.cost,
            lower: new Float64Array(columns.cost.length),
            upper: new Float64Array(columns.cost.length).fill(Number.POSITIVE_INFINITY),
            matrix: matrixOf(rows, columns),
          }),
        addRow(most, columns, values) {
          solver.addRow(Number.NEGATIVE_INFINITY, most, { indices: columns, values });
          rows++;
        },
        best() {
          solver.run();
          if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
          const value = solver.info.get("objective_function_value");
          if (typeof value !== "number") return null;
          const { colValue, rowDual } = solver.getSolution();
          return { value, shares: colValue, duals: rowDual };
        },
        end: () => solver.dispose(),
      };
    },
  };
}

const NO_COLUMNS: LinearColumns = {
  cost: new Float64Array(0),
  starts: new Int32Array(1),
  rows: new Int32Array(0),
  values: new Float64Array(0),
};
const matrixOf = (numRows: number, { cost, starts, rows, values }: LinearColumns) => ({
  format: "csc" as const,
  numRows,
  numCols: cost.length,
  starts,
  indices: rows,
  values,
});

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
    matrix: matrixOf(numRows, model),
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
  };
}
