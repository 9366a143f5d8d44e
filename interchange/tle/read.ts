import { err, ok, type Result } from "#core/base/result.ts";
import { MOST_RECORDS, TOO_MANY_RECORDS } from "../limits.ts";

/** Two lines of an element set as they stand in a text, and the name before them, if any. */
export interface TleLines {
  /** Of the first line, counted from 1. */
  readonly at: number;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
}

/** With more of them a text is something else. */
const STRAY_LINES = 100;

interface Line {
  readonly at: number;
  readonly text: string;
}

/** Lines that hold something, one after another. */
function* filledLines(text: string): Generator<Line> {
  const end = /\r\n|\r|\n|$/g;
  let from = 0;
  for (let at = 1; from <= text.length; at++) {
    end.lastIndex = from;
    const { index, 0: mark } = end.exec(text) ?? { index: text.length, 0: "" };
    const line = text.slice(from, Math.min(index, from + 200)).trimEnd();
    if (line !== "" && !line.startsWith("#")) yield { at, text: line };
    from = index + Math.max(mark.length, 1);
  }
}

const isElementLine = (text: string) => /^[12] /.test(text);

/**
 * Two or three lines a set: the third, before them, is a name. Blank lines and those that begin with # are passed
 * over; a sentence for each line that is neither.
 */
export function readTle(
  text: string,
): Result<{ readonly sets: readonly TleLines[]; readonly refusals: readonly string[] }, string> {
  const sets: TleLines[] = [];
  const refusals: string[] = [];
  let waiting: Line | null = null;
  let name = "";
  const stray = ({ at }: Line) =>
    refusals.push(`Line ${at} is neither part of an element set nor the name of one.`);
  for (const line of filledLines(text)) {
    if (waiting === null) waiting = line;
    else if (isElementLine(waiting.text) && isElementLine(line.text)) {
      sets.push({ at: waiting.at, name, line1: waiting.text, line2: line.text });
      waiting = null;
      name = "";
    } else {
      if (!isElementLine(waiting.text) && isElementLine(line.text))
        name = waiting.text.replace(/^0 /, "").trim().slice(0, 60);
      else stray(waiting);
      waiting = line;
    }
    if (sets.length > MOST_RECORDS) return err(TOO_MANY_RECORDS);
    if (refusals.length > STRAY_LINES)
      return err(
        `More than ${STRAY_LINES} of its lines are neither part of an element set nor the name of one.`,
      );
  }
  if (waiting) stray(waiting);
  return ok({ sets, refusals });
}
