import { sorted } from "../../base/sorted.ts";

/** How tables become maps and groups, and go on from what these were where an edit changed a few rows. */

export interface Row {
  readonly id: string;
}
/** A row that an edit changed, before and after. */
export type Changed<T> = readonly [was: T, is: T];

/** The rows that an edit changed, where it neither brought, nor took, nor moved any; else null. */
export function changedRows<T extends Row>(
  before: readonly T[],
  now: readonly T[],
): readonly Changed<T>[] | null {
  if (before.length !== now.length) return null;
  const changed: Changed<T>[] = [];
  for (let i = 0; i < now.length; i++) {
    const [was, is] = [before[i] as T, now[i] as T];
    if (was === is) continue;
    if (was.id !== is.id) return null;
    changed.push([was, is]);
  }
  return changed;
}

/** In less time than `new Map` takes, which makes a pair of every entry. */
export function copied<K, V>(map: ReadonlyMap<K, V>): Map<K, V> {
  const all = new Map<K, V>();
  map.forEach((value, key) => {
    all.set(key, value);
  });
  return all;
}

/** Rows by their id; with `was` and `changed`, those of before with the changed ones in their place. */
export function byId<T extends Row>(
  rows: readonly T[],
  was?: ReadonlyMap<T["id"], T>,
  changed: readonly Changed<T>[] | null = null,
): ReadonlyMap<T["id"], T> {
  if (!was || !changed) return new Map(rows.map((row) => [row.id, row]));
  const all = copied(was);
  for (const [, is] of changed) all.set(is.id, is);
  return all;
}

export interface Grouping<T, K> {
  /** Undefined: the row is in no group. */
  keyOf(row: T): K | undefined;
  /** Of the rows in a group; absent: that of the table. */
  readonly order?: (a: T, b: T) => number;
}

/** Rows by a key. A group that came out the same keeps its array, so that what depends on it can tell that nothing changed. */
export function grouped<K, T>(
  rows: readonly T[],
  { keyOf, order }: Grouping<T, K>,
  was?: ReadonlyMap<K, readonly T[]>,
  changed: readonly Changed<T>[] | null = null,
): ReadonlyMap<K, readonly T[]> {
  if (was && changed?.every(([a, b]) => keyOf(a) === keyOf(b))) {
    const touched = new Set(changed.map(([, is]) => keyOf(is)));
    touched.delete(undefined);
    if (touched.size === 0) return was;
    const all = copied(was);
    const now = new Map(changed);
    for (const key of touched as Set<K>) {
      const group = (was.get(key) ?? []).map((row) => now.get(row) ?? row);
      all.set(key, order ? sorted(group, order) : group);
    }
    return all;
  }
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  if (order) for (const group of groups.values()) sorted(group, order);
  return was ? sameArrays(was, groups) : groups;
}

function sameArrays<K, T>(
  before: ReadonlyMap<K, readonly T[]>,
  now: ReadonlyMap<K, readonly T[]>,
): ReadonlyMap<K, readonly T[]> {
  return new Map(
    [...now].map(([key, rows]) => {
      const known = before.get(key);
      const isSame = known?.length === rows.length && known.every((row, i) => row === rows[i]);
      return [key, isSame ? known : rows];
    }),
  );
}
