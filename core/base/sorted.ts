/** The rows themselves, sorted in place; those that are in order already are only read. */
export function sorted<T>(rows: T[], order: (a: T, b: T) => number): T[] {
  for (let i = 1; i < rows.length; i++)
    if (order(rows[i - 1] as T, rows[i] as T) > 0) return rows.sort(order);
  return rows;
}
