import { err, ok, type Result } from "#core/base/result.ts";
import type { Token } from "./tokens.ts";

const isSign = (token: Token | undefined, text: string) => token?.kind === "sign" && token.text === text;
const BOOLEANS: Readonly<Record<string, number>> = { false: 0, true: 1 };

/** A whole number, 0 or more; a truth value counts as 0 or 1. */
function wholeOf(token: Token): Result<number, string> {
  if (token.kind === "name" && token.text in BOOLEANS) return ok(BOOLEANS[token.text] ?? 0);
  const value = token.kind === "number" ? Number(token.text) : Number.NaN;
  return Number.isSafeInteger(value) && value >= 0
    ? ok(value)
    : err(`holds something on line ${token.line} that is no whole number, 0 or more`);
}

/** Numbers with commas between; one may stand behind the last. */
function listOf(tokens: readonly Token[]): Result<readonly number[], string> {
  const values: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (at % 2 === 1) {
      if (!isSign(token, ",")) return err(`lacks a comma on line ${token.line}`);
      continue;
    }
    const value = wholeOf(token);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}

export function readWhole(tokens: readonly Token[]): Result<number, string> {
  const [token, ...rest] = tokens;
  return token && rest.length === 0 ? wholeOf(token) : err("is not one number");
}

/** `[1, 2, 3]`, or the same as `array1d(1..3, [1, 2, 3])`. */
export function readList(tokens: readonly Token[]): Result<readonly number[], string> {
  const inner = argumentOf("array1d", tokens);
  if (!isSign(inner[0], "[") || !isSign(inner.at(-1), "]") || inner.length < 2)
    return err("is no list such as [1, 2, 3]");
  return listOf(inner.slice(1, -1));
}

/** `[| 1, 0 | 0, 1 |]`, or the same as `array2d(1..2, 1..2, [1, 0, 0, 1])` in rows of `columns`. */
export function readTable(
  tokens: readonly Token[],
  columns: number,
): Result<readonly (readonly number[])[], string> {
  const inner = argumentOf("array2d", tokens);
  if (isSign(inner[0], "[") && inner !== tokens) {
    const flat = readList(inner);
    if (!flat.ok) return flat;
    if (columns > 0 && flat.value.length % columns !== 0)
      return err(`holds ${flat.value.length} numbers, which are no whole rows of ${columns}`);
    const rows = columns > 0 ? flat.value.length / columns : 0;
    return ok(Array.from({ length: rows }, (_, row) => flat.value.slice(row * columns, (row + 1) * columns)));
  }
  if (!isSign(inner[0], "[|") || !isSign(inner.at(-1), "|]") || inner.length < 2)
    return err("is no table such as [| 1, 0 | 0, 1 |]");
  return rowsOf(inner.slice(1, -1));
}

function rowsOf(tokens: readonly Token[]): Result<readonly (readonly number[])[], string> {
  const rows: (readonly number[])[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && !isSign(tokens[to], "|")) to++;
    const row = listOf(tokens.slice(from, to));
    if (!row.ok) return row;
    rows.push(row.value);
    from = to + 1;
  }
  return ok(rows);
}

/** The last argument of `name(…, …)`, or the value itself where it is no such call. */
function argumentOf(name: string, tokens: readonly Token[]): readonly Token[] {
  const [called, opening] = tokens;
  if (called?.kind !== "name" || called.text !== name || !isSign(opening, "(") || !isSign(tokens.at(-1), ")"))
    return tokens;
  const from = tokens.findIndex((token) => isSign(token, "[") || isSign(token, "[|"));
  return from === -1 ? tokens : tokens.slice(from, -1);
}
