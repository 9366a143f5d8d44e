import { isoOf } from "#core/base/instant.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { driftWarning } from "#core/orbit/drift-warning.ts";
import { type ElementSet, parseElementSet } from "#core/orbit/element-set.ts";
import { type Refusal, wrongUse } from "./verb.ts";

export interface ElementFile {
  readonly sets: readonly ElementSet[];
  /** Sets that were left out and why, and sets that are at odds. */
  readonly warnings: readonly string[];
}

interface Lines {
  readonly at: number;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
}
type Read = Result<Lines, string>;

/** Two or three lines a set: the third, before them, is a name. Blank lines and those that begin with # are passed over. */
function linesOf(text: string): readonly Read[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ line: line.trimEnd(), at: i + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"));
  const found: Read[] = [];
  let name = "";
  for (let i = 0; i < lines.length; i++) {
    const { line, at } = lines[i] as (typeof lines)[number];
    const next = lines[i + 1]?.line ?? "";
    const isPair = /^[12] /.test(line) && /^[12] /.test(next);
    if (isPair) {
      found.push(ok({ at, name, line1: line, line2: next }));
      name = "";
      i += 1;
    } else if (/^1 /.test(next)) name = line.replace(/^0 /, "").trim();
    else found.push(err(`Line ${at} is neither part of an element set nor the name of one.`));
  }
  return found;
}

function parse({ at, name, line1, line2 }: Lines): Result<ElementSet, string> {
  const label = name || `of line ${at}`;
  const parsed = parseElementSet({ label, line1, line2, source: "" });
  if (!parsed.ok) return err(`The set at line ${at} was left out: ${parsed.error}`);
  const { epoch, catalogueNumber } = parsed.value;
  return ok({ ...parsed.value, label: `${name || catalogueNumber} ${isoOf(epoch).slice(0, 16)}Z` });
}

/** Element sets of one satellite, or why there are none to go by. */
export function readElementFile(
  text: string,
  path: string,
  satellite?: string,
): Result<ElementFile, Refusal> {
  const read = linesOf(text).map((lines) => (lines.ok ? parse(lines.value) : lines));
  const warnings = read.flatMap((set) => (set.ok ? [] : [set.error]));
  const all = read.flatMap((set) => (set.ok ? [set.value] : []));
  if (all.length === 0)
    return err(wrongUse([`${path} holds no element set that can be used.`, ...warnings].join("\n")));
  const satellites = [...new Set(all.map((set) => set.catalogueNumber))];
  const asked = satellite ?? satellites[0];
  if (satellite === undefined && satellites.length > 1)
    return err(
      wrongUse(
        `${path} holds sets of ${satellites.length} satellites. Choose one: --satellite ${satellites.slice(0, 5).join(" or ")}.`,
      ),
    );
  const sets = all.filter((set) => set.catalogueNumber === asked);
  if (sets.length === 0)
    return err(
      wrongUse(`${path} holds no set of satellite ${asked}; it has ${satellites.slice(0, 10).join(", ")}.`),
    );
  const byEpoch = sets.sort((a, b) => a.epoch - b.epoch);
  const odds = byEpoch.flatMap((set, i) => {
    const before = byEpoch[i - 1];
    const warning = before ? driftWarning(before, set) : null;
    return warning ? [warning.sentence] : [];
  });
  return ok({ sets: byEpoch, warnings: [...warnings, ...odds] });
}
