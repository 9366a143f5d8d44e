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
export interface Whole {
  /** 0 or 1, of the best found; null where none was. */
  readonly values: Float64Array | null;
  /** Nothing brings more; -Infinity where nothing goes at all. */
  readonly bound: number;
}

/** What the engine asks of a solver of linear programs. */
export interface LinearSolver {
  /** The best whole values; `start` is a solution to begin with. Null when it has nothing to tell. */
  whole(model: LinearModel, limits: LinearLimits, start: Float64Array | null): Whole | null;
}
