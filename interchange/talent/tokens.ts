import { err, ok, type Result } from "#core/base/result.ts";
import type { Problem } from "../problem.ts";

export interface Token {
  readonly kind: "name" | "number" | "text" | "sign";
  readonly text: string;
  readonly line: number;
}

const BLANK = /[ \t\r\n]+|%[^\n]*|\/\*[\s\S]*?\*\//y;
const TOKENS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["name", /[A-Za-z_]\w*/y],
  ["number", /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["text", /"[^"\n]*"/y],
  ["sign", /\.\.|\[\||\|\]|[=;,[\]{}()|:<>]/y],
];

/** MiniZinc data, word by word; comments are passed over. */
export function tokensOf(text: string): Result<readonly Token[], Problem> {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  const passed = (found: string) => {
    line += found.split("\n").length - 1;
  };
  while (at < text.length) {
    const blank = take(BLANK);
    if (blank !== null) {
      passed(blank);
      continue;
    }
    const token = nextToken(take);
    if (!token)
      return err({
        path: `line ${line}`,
        message: "Here stands what is no MiniZinc data; only values can be read.",
      });
    tokens.push({ ...token, line });
  }
  return ok(tokens);
}

function nextToken(take: (pattern: RegExp) => string | null): Omit<Token, "line"> | null {
  for (const [kind, pattern] of TOKENS) {
    const text = take(pattern);
    if (text !== null) return { kind, text };
  }
  return null;
}
