/** Said of what is no number. */
export const NO_NUMBER = "Write a number such as 12 or 12.5";

/** What was typed where a number is asked for: the number, null for nothing, else the text itself, which every schema refuses. */
export function readNumber(typed: string): number | string | null {
  const text = typed.trim().replace("−", "-");
  if (text === "") return null;
  const isWritten = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text);
  const number = Number(text);
  return isWritten && Number.isFinite(number) ? number : typed;
}

/** A whole number between two others, both included, as typed; null for nothing, undefined for what is none. */
export function readWhole(typed: string, least: number, most: number): number | null | undefined {
  const read = readNumber(typed);
  if (read === null) return null;
  return typeof read === "number" && Number.isInteger(read) && read >= least && read <= most
    ? read
    : undefined;
}
