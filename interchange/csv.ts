import { stringify } from "csv-stringify/sync";

/** A spreadsheet takes a text that begins like this for a formula. */
export const asText = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/** Rows under their heads, with the mark that makes Excel read UTF-8. */
export const csvOf = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
): string =>
  `\uFEFF${stringify([...rows], { header: true, record_delimiter: "windows", columns: [...columns] })}`;
