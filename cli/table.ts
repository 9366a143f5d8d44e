interface Layout {
  /** Columns of numbers, by index. */
  readonly right?: readonly number[];
}

/** Rows as lines: columns as wide as their widest cell, two blanks between. */
export function columns(rows: readonly (readonly string[])[], { right = [] }: Layout = {}): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, text] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, text.length);
  const cell = (text: string, i: number) =>
    right.includes(i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join("  ")}`.trimEnd()).join("\n");
}

/** The same under heads. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  layout?: Layout,
): string => columns([heads, ...rows], layout);
