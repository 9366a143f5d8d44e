import { err, ok, type Result } from "#core/base/result.ts";
import type { Problem } from "../problem.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What stands behind a name and "=", without the semicolon. */
export interface Assigned {
  readonly line: number;
  readonly value: readonly Token[];
}

const isSign = (token: Token | undefined, text: string) => token?.kind === "sign" && token.text === text;

/** `name = value;` one after the other; the semicolon after the last may be missing. */
export function assignmentsOf(text: string): Result<ReadonlyMap<string, Assigned>, Problem> {
  const read = tokensOf(text);
  if (!read.ok) return read;
  const tokens = read.value;
  const found = new Map<string, Assigned>();
  for (let at = 0; at < tokens.length; ) {
    const name = tokens[at] as Token;
    const path = `line ${name.line}`;
    if (name.kind !== "name" || !isSign(tokens[at + 1], "="))
      return err({
        path,
        message: "Every value begins with its name and an equals sign, such as numScenes = 4;",
      });
    if (found.has(name.text)) return err({ path, message: `${name.text} has a value already.` });
    const from = at + 2;
    let to = from;
    while (to < tokens.length && !isSign(tokens[to], ";")) to++;
    if (tokens.slice(from, to).some((token) => isSign(token, "=")))
      return err({ path, message: `The value of ${name.text} does not end: a semicolon is missing.` });
    found.set(name.text, { line: name.line, value: tokens.slice(from, to) });
    at = to + 1;
  }
  return ok(found);
}
