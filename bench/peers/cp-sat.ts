import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What of or-tools-wasm 0.9.1 the benches call. It is 318 MB and therefore no dependency. */
export interface CpSat {
  readonly CpModel: new () => Model;
  readonly CpSolver: new () => Solver;
  readonly LinearExpr: { weightedSum(terms: readonly Literal[], weights: readonly number[]): Expression };
  readonly Domain: { fromIntervals(intervals: readonly (readonly [number, number])[]): Values };
}
type Values = unknown;
export type Interval = unknown;
export interface Variable extends Expression {
  minus(other: Variable): Expression;
}
interface Constraint {
  onlyEnforceIf(literals: Literal | readonly Literal[]): Constraint;
}
export interface Literal {
  not(): Literal;
}
interface Expression {
  plus(constant: number): Expression;
}
export interface Model {
  newBoolVar(name: string): Literal & Expression;
  addBoolOr(literals: readonly Literal[]): void;
  addImplication(left: Literal, right: Literal): void;
  newIntVarFromDomain(domain: Values, name: string): Variable;
  newOptionalFixedSizeIntervalVar(start: Variable, size: number, presence: Literal, name: string): Interval;
  addNoOverlap(intervals: readonly Interval[]): void;
  /** `values`: pairs first, last of what the expression may be, instead of from `low` to `high`. */
  addLinearConstraint(e: Expression, low: number, high: number, values?: readonly number[]): Constraint;
  minimize(cost: Expression): void;
  maximize(worth: Expression): void;
}
export interface Solver {
  solve(model: Model, parameters: Readonly<Record<string, unknown>>): Promise<unknown>;
  statusName(): string;
  objectiveValue(): number;
  bestObjectiveBound(): number;
}

/** CP-SAT from the folder that PERIGEE_PEERS names, where `npm install or-tools-wasm@0.9.1` was run; null without it. */
export async function cpSat(): Promise<CpSat | null> {
  const { PERIGEE_PEERS: folder } = process.env;
  if (!folder) return null;
  const from = join(resolve(folder), "package.json");
  if (!existsSync(from)) throw new Error(`PERIGEE_PEERS names ${folder}, where nothing is installed.`);
  // Its types stand beside it, not beside us.
  const entry = createRequire(from).resolve("or-tools-wasm/cp-sat");
  return (await import(pathToFileURL(entry).href)) as unknown as CpSat;
}
