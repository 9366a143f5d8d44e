import type * as z from "zod";
import type { Result } from "../base/result.ts";
import type { Tables } from "./entities.ts";
import { type Patch, tidy } from "./patch.ts";
import { tellPatch } from "./words/index.ts";
import type { RuleBook } from "./words/word.ts";

/** Why a command cannot be carried out: the thing, the reason, the way out. Findings never refuse an edit; this does. */
export interface Refusal {
  readonly message: string;
  /** The form field at fault, where there is one. */
  readonly field?: string;
}

/** How many of what an edit changes, so that several edits can be told as one: 31 × "strip moved". */
export interface Tally {
  readonly n: number;
  readonly one: string;
  readonly many: string;
}

export interface CommandSpec<Id extends string, I> {
  readonly id: Id;
  /** Raised when the input changes shape. */
  readonly version: number;
  /** Which edit stream it belongs to; a function where the input decides. */
  readonly stream: "scenario" | "production" | ((input: I) => "scenario" | "production");
  readonly input: z.ZodType<I>;
  /** Pure: resolves the input against the tables to absolute values. */
  resolve(tables: Tables, input: I): Result<Patch, Refusal>;
  /** One line for history and the undo button: "Scene 12 to 8 Oct 14:30". Tables are those before the edit; absent: told row by row. */
  describe?(tables: Tables, input: I, book?: RuleBook): string;
  /** For a command that takes many things at once; by what becomes of them. Tables are those before the edit. */
  tally?(tables: Tables, input: I): readonly Tally[];
}

/** A command as the list holds it; its input is parsed by its own schema. */
export interface Command {
  readonly id: string;
  readonly version: number;
  /** @throws z.ZodError when the input does not fit. */
  bind(raw: unknown): {
    readonly stream: "scenario" | "production";
    resolve(tables: Tables): Result<Patch, Refusal>;
    /** With the book, settings of rules are told by what they change. */
    describe(tables: Tables, book?: RuleBook): string;
    /** Null: it is told as it is. */
    tally(tables: Tables): readonly Tally[] | null;
  };
}

/** A command for the list: its own input type is known only inside. */
export function defineCommand<Id extends string, I>(
  spec: CommandSpec<Id, I>,
): Command & { readonly id: Id; readonly input: z.ZodType<I> } {
  return {
    id: spec.id,
    version: spec.version,
    input: spec.input,
    bind(raw) {
      const input = spec.input.parse(raw);
      return {
        stream: typeof spec.stream === "function" ? spec.stream(input) : spec.stream,
        resolve: (tables) => spec.resolve(tables, input),
        describe(tables, book) {
          if (spec.describe) return spec.describe(tables, input, book);
          const patch = spec.resolve(tables, input);
          return patch.ok ? tellPatch(tables, tidy(patch.value), book) : patch.error.message;
        },
        tally: (tables) => spec.tally?.(tables, input) ?? null,
      };
    },
  };
}
