import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "#core/base/result.ts";
import {
  COLUMN_KEYS,
  type ColumnKey,
  columnOf,
  columns,
  headingOf,
  type SceneTableContext,
  type ValueOf,
} from "./columns.ts";

export type SceneValues = { readonly [K in ColumnKey]: ValueOf<K> };

/** A scene as a table gave it, not saved yet. */
export interface SceneDraft extends SceneValues {
  readonly line: number;
  /** What the table did not say and we took for granted. */
  readonly assumed: readonly ColumnKey[];
}

export interface SceneTableProblem {
  /** Counted from 1, as a text editor does. */
  readonly line: number;
  /** Counted from 1; null where it is the line as a whole. */
  readonly column: number | null;
  /** The column's heading; empty where there is none. */
  readonly heading: string;
  readonly message: string;
}

export interface SceneTable {
  readonly scenes: readonly SceneDraft[];
  /** Headings of columns that were not read. */
  readonly ignored: readonly string[];
}

/** More scenes at once than any film has; one edit holds three rows for each. */
export const MOST_SCENES = 1_500;
/** 600 for each of them. */
const MOST_CHARACTERS = 900_000;

type Outcome = Result<SceneTable, readonly SceneTableProblem[]>;

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const problem = (
  line: number,
  message: string,
  column: number | null = null,
  heading = "",
): SceneTableProblem => ({ line, column, heading, message });

const tidy = (cell: string) => cell.replaceAll(/\s+/g, " ").trim();

/** Tab where there is one (a paste from a spreadsheet), else the sign that stands more often in the heading. */
function delimiterOf(text: string): string {
  const head = text.slice(0, /\r|\n/.exec(text)?.index ?? text.length);
  if (head.includes("\t")) return "\t";
  return head.split(";").length > head.split(",").length ? ";" : ",";
}

function linesOf(text: string): Result<readonly Line[], readonly SceneTableProblem[]> {
  if (text.length > MOST_CHARACTERS)
    return err([
      problem(1, `${text.length.toLocaleString("en")} characters are too many at once. Paste fewer scenes.`),
    ]);
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      max_record_size: 40_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let end = 0;
    const lines = records.map(({ record, info }) => {
      const line = end + 1;
      end = info.lines;
      return { line, cells: record.map(tidy) };
    });
    return ok(lines.filter(({ cells }) => cells.some(Boolean)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as unknown as { lines?: number }).lines ?? 1);
    return err([problem(line, "A quotation mark opens here and does not close, or a line is far too long.")]);
  }
}

/** Which column is where. */
function headOf(head: Line): Result<ReadonlyMap<ColumnKey, number>, readonly SceneTableProblem[]> {
  const where = new Map<ColumnKey, number>();
  const problems: SceneTableProblem[] = [];
  head.cells.forEach((cell, i) => {
    const key = columnOf(cell);
    if (!key) return;
    const first = where.get(key);
    if (first === undefined) where.set(key, i);
    else problems.push(problem(head.line, `Says the same as column ${first + 1}. Keep one.`, i + 1, cell));
  });
  for (const key of COLUMN_KEYS)
    if (columns[key].assumed === undefined && !where.has(key))
      problems.push(
        problem(
          head.line,
          `The first line names the columns, and none of them is "${headingOf(key)}". Read are: ${COLUMN_KEYS.map(headingOf).join(", ")}.`,
        ),
      );
  return problems.length > 0 ? err(problems) : ok(where);
}

/** Full-width signs count too: a spreadsheet takes them for the plain ones. */
const isFormula = (cell: string) => /^[=@＝＠]/.test(cell);

function draftOf(
  { line, cells }: Line,
  where: ReadonlyMap<ColumnKey, number>,
  head: Line,
  context: SceneTableContext,
): Result<SceneDraft, readonly SceneTableProblem[]> {
  const problems: SceneTableProblem[] = [];
  const values: Partial<Record<ColumnKey, unknown>> = {};
  const assumed: ColumnKey[] = [];
  if (cells.length > head.cells.length && cells.slice(head.cells.length).some(Boolean))
    problems.push(
      problem(
        line,
        `${cells.length} cells under ${head.cells.length} headings. Put quotation marks around a cell that holds the separator.`,
      ),
    );
  for (const key of COLUMN_KEYS) {
    const i = where.get(key);
    const cell = i === undefined ? "" : (cells[i] ?? "");
    const at = i === undefined ? null : i + 1;
    const heading = i === undefined ? headingOf(key) : (head.cells[i] ?? "");
    const { read, assumed: taken } = columns[key];
    if (cell === "") {
      if (taken === undefined) problems.push(problem(line, "Empty; every scene has one.", at, heading));
      else {
        values[key] = taken;
        assumed.push(key);
      }
      continue;
    }
    const value = isFormula(cell)
      ? err(`"${cell.slice(0, 40)}" is a formula. Paste values only.`)
      : read(cell, context, heading.toLowerCase());
    if (value.ok) values[key] = value.value;
    else problems.push(problem(line, `${value.error.replace(/\.$/, "")}.`, at, heading));
  }
  return problems.length > 0 ? err(problems) : ok({ ...(values as SceneValues), line, assumed });
}

function twice(
  rows: readonly Line[],
  where: ReadonlyMap<ColumnKey, number>,
  head: Line,
  taken: readonly string[],
): readonly SceneTableProblem[] {
  const i = where.get("number") ?? 0;
  const inPlan = new Set(taken.map((number) => number.toLowerCase()));
  const first = new Map<string, number>();
  return rows.flatMap(({ line, cells }) => {
    const number = cells[i] ?? "";
    const key = number.toLowerCase();
    if (key === "") return [];
    const before = first.get(key);
    first.set(key, before ?? line);
    const message =
      before !== undefined
        ? `Scene ${number} stands on line ${before} already.`
        : inPlan.has(key)
          ? `Scene ${number} is in the plan already.`
          : null;
    return message ? [problem(line, message, i + 1, head.cells[i] ?? "")] : [];
  });
}

/**
 * Scenes from a table as it comes out of a spreadsheet: tabs, commas or semicolons, the first line naming the columns.
 * Every problem is reported with its line and column, and then there are no scenes: nothing is read by halves.
 */
export function readSceneTable(text: string, context: SceneTableContext): Outcome {
  const lines = linesOf(text);
  if (!lines.ok) return lines;
  const [head, ...rows] = lines.value;
  if (!head) return err([problem(1, "There is nothing to read. The first line names the columns.")]);
  const where = headOf(head);
  if (!where.ok) return where;
  if (rows.length === 0) return err([problem(head.line, "There are no scenes below the headings.")]);
  const beyond = rows[MOST_SCENES];
  if (beyond)
    return err([
      problem(beyond.line, `${rows.length.toLocaleString("en")} scenes; at most ${MOST_SCENES} at once.`),
    ]);
  const read = rows.map((row) => draftOf(row, where.value, head, context));
  const problems = [
    ...read.flatMap((draft) => (draft.ok ? [] : draft.error)),
    ...twice(rows, where.value, head, context.taken ?? []),
  ].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  if (problems.length > 0) return err(problems);
  return ok({
    scenes: read.flatMap((draft) => (draft.ok ? [draft.value] : [])),
    ignored: head.cells.filter((cell) => cell !== "" && columnOf(cell) === null),
  });
}
