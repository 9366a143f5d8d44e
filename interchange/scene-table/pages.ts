import { err, ok, type Result } from "#core/base/result.ts";

const VULGAR: Readonly<Record<string, string>> = {
  "⅛": "1/8",
  "¼": "1/4",
  "⅜": "3/8",
  "½": "1/2",
  "⅝": "5/8",
  "¾": "3/4",
  "⅞": "7/8",
};

/**
 * Script length in eighths of a page from what people write: `1 3/8`, `3/8`, `1⅜`, `0.5`, `2`. A whole number counts in the unit
 * that its column names.
 */
export function readEighths(written: string, whole: "pages" | "eighths"): Result<number, string> {
  const cell = written.replaceAll(/[⅛¼⅜½⅝¾⅞]/g, (c) => ` ${VULGAR[c]}`).trim();
  if (/^\d{1,2}[-.][A-Za-z]{3}|^[A-Za-z]{3}-\d|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(cell))
    return err(
      `"${written}" is a date: a spreadsheet made it of a length such as 3/8. Format the column as text`,
    );
  const fraction = /^(?:(\d{1,3})[ +-]+)?(\d{1,3})\/([248])$/.exec(cell);
  const decimal = /^\d{1,3}(?:[.,]\d{1,3})?$/.exec(cell);
  const eighths = fraction
    ? Number(fraction[1] ?? 0) * 8 + (Number(fraction[2]) * 8) / Number(fraction[3])
    : decimal
      ? Number(cell.replace(",", ".")) * (whole === "pages" || /[.,]/.test(cell) ? 8 : 1)
      : Number.NaN;
  if (!Number.isInteger(eighths)) return err(`"${written}" is no length in pages and eighths, such as 1 3/8`);
  return eighths >= 1 && eighths <= 400 ? ok(eighths) : err(`"${written}" is not between 1/8 and 50 pages`);
}
