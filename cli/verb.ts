import type { Result } from "#core/base/result.ts";
import type { JsonAnswer } from "./answers/index.ts";
import type { DatabaseDoor } from "./database.ts";

/** Exit statuses, for every verb alike. */
export const STATUS = { done: 0, doesNotFit: 1, wrongUse: 2, unknown: 3 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** Why a verb gives no answer, in a sentence that says the way out. */
export interface Refusal {
  readonly status: typeof STATUS.wrongUse | typeof STATUS.unknown;
  readonly message: string;
}
export const wrongUse = (message: string): Refusal => ({ status: STATUS.wrongUse, message });
export const notKnown = (message: string): Refusal => ({ status: STATUS.unknown, message });

/** An option: with `value` it takes one, without it is a switch. */
export interface Option {
  readonly value?: string;
  readonly short?: string;
  readonly about: string;
}
export type Options = { readonly [name: string]: Option };
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly value: string } ? string | undefined : boolean;
};

/** What a verb is asked, and its ways to the world. */
export interface Call<O extends Options = Options> {
  readonly positionals: readonly string[];
  readonly options: OptionValues<O>;
  readonly wantsJson: boolean;
  now(): Date;
  /** A line on standard error that takes the place of the one before, where somebody looks on; null takes it away. */
  progress(line: string | null): void;
  readonly database: DatabaseDoor;
}

/** What a verb answers; only the form that was asked for is made. */
export interface Answer {
  readonly status: Status;
  /** For standard output without --json; bytes go out as they are. */
  output(): string | Uint8Array;
  json(): JsonAnswer;
  /** What the reader should know besides, for standard error. */
  readonly notes?: readonly string[];
}

export interface Verb {
  /** How many arguments besides options: from, to. */
  readonly positionals: readonly [number, number];
  readonly options: Options;
  run(call: Call): Promise<Result<Answer, Refusal>>;
}

/** Erases a verb's own option types once, so that the list is homogeneous. */
export const defineVerb = <const O extends Options>(spec: {
  readonly positionals: readonly [number, number];
  readonly options: O;
  run(call: Call<O>): Promise<Result<Answer, Refusal>>;
}): Verb => ({ ...spec, run: (call) => spec.run(call as unknown as Call<O>) });
