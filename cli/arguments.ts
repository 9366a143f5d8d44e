import { parseArgs } from "node:util";
import { count } from "#core/base/format.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { didYouMean } from "./nearest.ts";
import type { Options, OptionValues, Verb } from "./verb.ts";

/** What every verb understands. */
export const COMMON_OPTIONS = {
  json: { about: "print JSON, and nothing else, on standard output" },
  help: { short: "h", about: "say how to use the verb" },
} as const satisfies Options;

export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: OptionValues<Options>;
  readonly wantsJson: boolean;
  readonly wantsHelp: boolean;
}

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

/** `--day -3` is a value; `--day --json` is a value forgotten. */
const isForgotten = ({ value, inlineValue }: OptionToken) =>
  value === undefined || (!inlineValue && value.startsWith("-") && value !== "-" && !/^-\d/.test(value));

function optionProblem(token: OptionToken, options: Options): string | null {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (!option) {
    const names = Object.keys(options).map((name) => `--${name}`);
    return `There is no option ${token.rawName}. ${didYouMean(`--${token.name}`, names, "The options are")}`;
  }
  if (option.value === undefined)
    return token.value === undefined ? null : `${token.rawName} takes no value.`;
  return isForgotten(token) ? `${token.rawName} needs a value: ${token.rawName} ${option.value}.` : null;
}

const twice = (tokens: readonly OptionToken[]): string | undefined =>
  tokens.find((token, i) => tokens.findIndex((other) => other.name === token.name) < i)?.rawName;

function countProblem(positionals: readonly string[], [from, to]: Verb["positionals"]): string | null {
  if (positionals.length < from) return `Something is missing: ${count(from, "argument")} wanted.`;
  const extra = positionals.slice(to);
  return extra.length > 0 ? `"${extra[0]}" is one argument too many.` : null;
}

/** Reads what stands after the verb, or says in a sentence what cannot be read. */
export function readArguments(argv: readonly string[], verb: Verb): Result<Arguments, string> {
  const options: Options = { ...verb.options, ...COMMON_OPTIONS };
  const { tokens, values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    strict: false, // what is wrong is said below, with the way out
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? "boolean" : "string", ...(short ? { short } : {}) } as const,
      ]),
    ),
  });
  const given = tokens.filter((token): token is OptionToken => token.kind === "option");
  const wantsHelp = given.some(({ name }) => name === "help");
  const repeated = twice(given);
  const problem =
    given.map((token) => optionProblem(token, options)).find((each) => each !== null) ??
    (repeated ? `${repeated} is given twice.` : null) ??
    (wantsHelp ? null : countProblem(positionals, verb.positionals));
  if (problem) return err(problem);
  const read = (name: string) => (options[name]?.value === undefined ? values[name] === true : values[name]);
  return ok({
    positionals,
    options: Object.fromEntries(Object.keys(options).map((name) => [name, read(name)])) as never,
    wantsJson: values.json === true,
    wantsHelp,
  });
}
