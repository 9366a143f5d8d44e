export interface Sorting<K extends string> {
  readonly by: K;
  readonly isDescending: boolean;
}

/** A column clicked again turns round; another begins ascending. */
export const sortedBy = <K extends string>(now: Sorting<K>, by: K): Sorting<K> => ({
  by,
  isDescending: now.by === by ? !now.isDescending : false,
});

export type SortValue = string | number | null;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Numbers by size, words as people count them (2 before 12A); what has no value comes last either way. */
export function inOrder<T, K extends string>(
  rows: readonly T[],
  { by, isDescending }: Sorting<K>,
  valueIn: (row: T, by: K) => SortValue,
): readonly T[] {
  const compare = (a: SortValue, b: SortValue) =>
    typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return [...rows].sort((left, right) => {
    const [a, b] = [valueIn(left, by), valueIn(right, by)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return isDescending ? compare(b, a) : compare(a, b);
  });
}
