/** A linear program to maximise: columns from 0 to 1, rows between bounds. */
export interface LinearModel {
  readonly cost: Float64Array;
  /** Column j holds entries starts[j] to starts[j + 1] of `rows` and `values`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}
export interface LinearLimits {
  /** Branches of the search for whole values; nothing but this ends it when a run must be repeatable. */
  readonly nodes: number;
  readonly seconds: number | null;
}
export interface Relaxed {
  readonly values: Float64Array;
  /** What one more of each row's upper bound would bring. */
  readonly duals: Float64Array;
}
export interface Whole {
  /** 0 or 1, of the best found. */
  readonly values: Float64Array;
  /** Nothing is better. */
  readonly isOptimal: boolean;
}

/** What the engine asks of a solver of linear programs. Null when it has nothing to tell. */
export interface LinearSolver {
  relaxed(model: LinearModel, seconds: number | null): Relaxed | null;
  /** `start` is a solution to begin with. */
  whole(model: LinearModel, limits: LinearLimits, start: Float64Array | null): Whole | null;
}
