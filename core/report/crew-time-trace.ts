import { type CrewTimeLine, type CrewTimeModel, figureText } from "./crew-time.ts";
import { FIGURES, type Figure } from "./crew-time-lines.ts";

/** Which figure somebody points at: of a row of the report, or of one person on one date. */
export interface FigureAt {
  readonly figure: Figure;
  /** The `id` of a row. */
  readonly rowId: string;
  /** Absent: all dates; null: what is of no day. */
  readonly date?: string | null;
}

/** What a figure is made of. */
export interface Trace {
  /** `Owed, Dubrov, 8 Oct`. */
  readonly title: string;
  readonly note: string;
  readonly lines: readonly { readonly line: CrewTimeLine; readonly text: string }[];
  readonly total: string;
}

/** Null where the report has no such figure. */
export function traceOf(model: CrewTimeModel, { figure, rowId, date }: FigureAt): Trace | null {
  const row = model.rows.find(({ id }) => id === rowId);
  if (!row || !FIGURES.includes(figure)) return null;
  const isOf: Record<typeof row.kind, (line: CrewTimeLine) => boolean> = {
    all: () => true,
    agency: ({ agency }) => agency === row.name,
    person: ({ personId }) => personId === row.id,
  };
  const of = model.lines.filter((line) => isOf[row.kind](line) && (date === undefined || line.date === date));
  const [first] = of;
  if (date !== undefined && !first) return null;
  const lines = of.filter((line) => line.figures[figure] !== 0);
  const { head, note } = model.columns[figure];
  return {
    title: [head, row.name, ...(date === undefined || !first ? [] : [first.dateText])].join(", "),
    note,
    lines: lines.map((line) => ({ line, text: line.text[figure] })),
    total:
      figureText(
        figure,
        lines.reduce((sum, line) => sum + line.figures[figure], 0),
      ) || "nothing",
  };
}
