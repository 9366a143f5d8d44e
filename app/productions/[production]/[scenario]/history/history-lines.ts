import { clock, weekdayMonth } from "#core/base/format.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import type { Tables } from "#core/model/entities.ts";
import { tellRows } from "#core/model/words/index.ts";
import { ruleBook } from "#core/scenario/rule-words.ts";
import type { LaterEdit } from "#server/edits/hindrance.ts";
import type { EditLine } from "#server/edits/history.ts";
import { type PlaceLink, placesOf } from "./where.ts";

/** Rows of an edit that are told one by one. */
const MOST_ROWS = 40;

export interface HistoryLine {
  readonly id: string;
  readonly time: string;
  readonly line: EditLine;
  readonly places: readonly PlaceLink[];
  /** Each row that it changed, in words; empty where the sentence has said it. */
  readonly rows: readonly string[];
  readonly moreRows: number;
  /** Null: it can be undone. */
  readonly later: readonly LaterEdit[] | null;
}
export interface HistoryDay {
  readonly title: string;
  readonly lines: readonly HistoryLine[];
}

/** The minute that a clock showed then: formats round to the next. */
const shownAt = ({ at }: EditLine) => epochSeconds(Math.floor(at / 60) * 60);
/** `Fri 8 Oct 2021`. */
const dayTitle = (line: EditLine) =>
  `${weekdayMonth(shownAt(line))} ${new Date(line.at * 1000).getUTCFullYear()}`;

export const historyLine = (
  tables: Tables,
  line: EditLine,
  later: readonly LaterEdit[] | null,
  base: string,
): HistoryLine => {
  const isMany = line.patch.length > 1 && line.undoesId === null;
  const rows = isMany ? tellRows(tables, line.patch.slice(0, MOST_ROWS), ruleBook) : [];
  return {
    id: line.id,
    time: clock(shownAt(line)),
    line,
    places: placesOf(tables, line.patch, base),
    rows,
    moreRows: isMany ? line.patch.length - rows.length : 0,
    later,
  };
};

/** Lines in the order in which they are given, under the day (UTC) on which they were done. */
export function byDay(lines: readonly HistoryLine[]): readonly HistoryDay[] {
  const days: { title: string; lines: HistoryLine[] }[] = [];
  for (const line of lines) {
    const title = dayTitle(line.line);
    const last = days.at(-1);
    if (last?.title === title) last.lines.push(line);
    else days.push({ title, lines: [line] });
  }
  return days;
}
