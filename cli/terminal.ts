/** A line that fits a terminal of so many columns, so that it can be written over: one that wraps leaves a row behind. */
export function cut(line: string, columns: number): string {
  const signs = [...line];
  // The last column stays free: where it is taken some terminals go to the next row.
  return signs.length < columns ? line : `${signs.slice(0, Math.max(0, columns - 2)).join("")}…`;
}
