/** Columns of a linear program: what each brings, and column j's entries starts[j] to starts[j + 1] of `rows` and `values`. */
export interface LinearColumns {
  readonly cost: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}
/** A linear program to maximise: columns from 0 to 1, rows between bounds. */
export interface LinearModel extends LinearColumns {
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

/** A linear program to maximise that grows: columns from 0 up, rows up to 1. Holds memory until it is ended. */
export interface LinearProgram {
  add(columns: LinearColumns): void;
  /** One more row up to `most`, with so much of some columns. */
  addRow(most: number, columns: Int32Array, values: Float64Array): void;
  /** The most that its columns bring, how much of each, and what one more of each row would. Null when there is nothing to tell. */
  best(): {
    readonly value: number;
    readonly shares: Float64Array;
    readonly duals: Float64Array;
  } | null;
  end(): void;
}

/** What the engine asks of a solver of linear programs. */
export interface LinearSolver {
  /** The best whole values; `start` is a solution to begin with. Null when it has nothing to tell. */
  whole(model: LinearModel, limits: LinearLimits, start: Float64Array | null): Whole | null;
  /** One without columns. */
  program(rows: number): LinearProgram;
}
