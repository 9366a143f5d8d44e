import { FIGURES, type Figure } from "#core/report/crew-time-lines.ts";
import type { FigureAt } from "#core/report/crew-time-trace.ts";

const NO_DAY = "none";
const isFigure = (word: string | undefined): word is Figure => FIGURES.some((figure) => figure === word);

/** The address of a figure on the page of the report: `?figure=owed&of=dubrov&date=2021-10-08#made-of`. */
export function addressOf({ figure, rowId, date }: FigureAt): string {
  const search = new URLSearchParams({ figure, of: rowId });
  if (date !== undefined) search.set("date", date ?? NO_DAY);
  return `?${search}#made-of`;
}

/** Its inverse; null where the address names none. */
export function figureAt(search: {
  readonly figure?: string;
  readonly of?: string;
  readonly date?: string;
}): FigureAt | null {
  const { figure, of: rowId, date } = search;
  if (!isFigure(figure) || typeof rowId !== "string") return null;
  return { figure, rowId, ...(date === undefined ? {} : { date: date === NO_DAY ? null : date }) };
}
