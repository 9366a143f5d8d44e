/** Where the keyboard stands on the board, and what is selected: pure, so that it can be tested as tables. */
export interface Cursor {
  readonly column: number;
  readonly row: number;
}

/** Ids by column and row; an empty column is a place too (its head). */
export type Places = readonly (readonly string[])[];

const clamp = (n: number, max: number) => Math.max(0, Math.min(n, max));

/** Next to the strip that the arrow points at; null when the key is none of ours. Row −1 is the head of an empty day. */
export function moveCursor(
  places: Places,
  { column, row }: Cursor,
  key: string,
  isFar: boolean,
): Cursor | null {
  const here = places[column] ?? [];
  const last = places.length - 1;
  const inColumn = (c: number, r: number): Cursor => ({
    column: c,
    row: (places[c] ?? []).length === 0 ? -1 : clamp(r, (places[c] ?? []).length - 1),
  });
  switch (key) {
    case "ArrowUp":
      return inColumn(column, row - 1);
    case "ArrowDown":
      return inColumn(column, row + 1);
    case "ArrowLeft":
      return inColumn(clamp(column - 1, last), row);
    case "ArrowRight":
      return inColumn(clamp(column + 1, last), row);
    case "Home":
      return isFar ? inColumn(0, 0) : inColumn(column, 0);
    case "End":
      return isFar ? inColumn(last, Number.MAX_SAFE_INTEGER) : inColumn(column, here.length - 1);
    case "PageUp":
      return inColumn(column, row - 5);
    case "PageDown":
      return inColumn(column, row + 5);
    default:
      return null;
  }
}

export const idAt = (places: Places, { column, row }: Cursor): string | null => places[column]?.[row] ?? null;

export function cursorOf(places: Places, id: string): Cursor | null {
  for (const [column, ids] of places.entries()) {
    const row = ids.indexOf(id);
    if (row >= 0) return { column, row };
  }
  return null;
}

/** Everything between two strips, in reading order: down the days, one after the other. */
export function between(places: Places, from: string, to: string): readonly string[] {
  const order = places.flat();
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  if (a < 0 || b < 0) return b >= 0 ? [to] : [];
  return order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

export interface Selection {
  readonly ids: readonly string[];
  /** Where a range starts. */
  readonly anchor: string | null;
}
export const NOTHING: Selection = { ids: [], anchor: null };

/** A click or a key on a strip: alone, with Ctrl one more or one less, with Shift all from the anchor to it. */
export function select(
  places: Places,
  { ids, anchor }: Selection,
  id: string,
  how: "only" | "toggle" | "range",
): Selection {
  if (how === "range" && anchor !== null) return { ids: between(places, anchor, id), anchor };
  if (how === "toggle")
    return { ids: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id], anchor: id };
  return { ids: [id], anchor: id };
}
