/** A line of a CCSDS message in keyword = value notation. */
export type KvnLine =
  | {
      readonly kind: "pair";
      readonly at: number;
      readonly key: string;
      readonly value: string;
      readonly unit: string;
    }
  | { readonly kind: "comment"; readonly at: number; readonly text: string }
  /** META_START, a line of data: what has no equals sign. */
  | { readonly kind: "other"; readonly at: number; readonly text: string };

const KEY = /^[A-Z][A-Z0-9_]*$/;

/** `KEY = value [unit]`; null when it is none. */
function pairOf(line: string): { key: string; value: string; unit: string } | null {
  const equals = line.indexOf("=");
  const key = line.slice(0, Math.max(equals, 0)).trimEnd();
  if (!KEY.test(key)) return null;
  const rest = line.slice(equals + 1).trim();
  const bracket = rest.endsWith("]") ? rest.lastIndexOf("[") : -1;
  return bracket < 0
    ? { key, value: rest, unit: "" }
    : { key, value: rest.slice(0, bracket).trimEnd(), unit: rest.slice(bracket + 1, -1) };
}

/** The lines that hold something, one after another; `at` counts from 1. */
export function* kvnLines(text: string): Generator<KvnLine> {
  let at = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length + 1 : end + 1;
    at += 1;
    if (line === "") continue;
    if (line === "COMMENT" || line.startsWith("COMMENT ")) {
      yield { kind: "comment", at, text: line.slice(8) };
      continue;
    }
    const pair = pairOf(line.slice(0, 400));
    yield pair ? { kind: "pair", at, ...pair } : { kind: "other", at, text: line };
  }
}
