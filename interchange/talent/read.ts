import { count } from "#core/base/format.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { HoldProblem } from "#core/solve/hold-cost/problem.ts";
import type { Problem } from "../problem.ts";
import { assignmentsOf } from "./assignments.ts";
import type { Token } from "./tokens.ts";
import { readList, readTable, readWhole } from "./values.ts";

/** Far more than any published instance has; scenes, and cast. */
const MOST_CHARACTERS = 1_000_000;
const MOST = 500;

/**
 * An instance of talent scheduling as MiniZinc's benchmarks write it (CSPLib 39): `numScenes`, `numActors`, `ia` (who plays in
 * which scene, a row for each of the cast), `c` (pay for a unit of time), `d` (durations). Other names are passed over.
 */
export function readTalent(text: string): Result<HoldProblem, readonly Problem[]> {
  if (text.length > MOST_CHARACTERS)
    return err([{ path: "", message: `Longer than ${MOST_CHARACTERS} characters; no instance is.` }]);
  const assigned = assignmentsOf(text);
  if (!assigned.ok) return err([assigned.error]);
  const values = assigned.value;
  const problems: Problem[] = [];
  const say = (path: string, message: string) => void problems.push({ path, message });

  /** The value of a name, or null once it is said what is wrong with it. */
  function read<T>(name: string, as: (tokens: readonly Token[]) => Result<T, string>): T | null {
    const found = values.get(name);
    if (!found) {
      say("", `${name} is missing; an instance has numScenes, numActors, ia, c and d.`);
      return null;
    }
    const value = as(found.value);
    if (value.ok) return value.value;
    say(`line ${found.line}`, `${name} ${value.error}.`);
    return null;
  }

  const scenes = read("numScenes", readWhole);
  const members = read("numActors", readWhole);
  const table = read("ia", (tokens) => readTable(tokens, scenes ?? 0));
  const pay = read("c", readList);
  const durations = read("d", readList);
  if (scenes === null || members === null || !table || !pay || !durations) return err(problems);

  for (const [name, many] of [
    ["numScenes", scenes],
    ["numActors", members],
  ] as const)
    if (many > MOST) say("", `${name} is ${many}; at most ${MOST} can be read.`);
  if (durations.length !== scenes)
    say("", `d has ${count(durations.length, "duration")} for ${count(scenes, "scene")}.`);
  if (pay.length !== members) say("", `c has pay for ${pay.length} of ${members} in the cast.`);
  if (table.length !== members) say("", `ia has ${count(table.length, "row")} for ${members} in the cast.`);
  for (const [index, row] of table.entries()) {
    if (row.length !== scenes)
      say("", `Row ${index + 1} of ia has ${row.length} of ${count(scenes, "scene")}.`);
    if (row.some((cell) => cell > 1)) say("", `Row ${index + 1} of ia holds something other than 0 and 1.`);
  }
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
  if (!Number.isSafeInteger(sum(durations) * sum(pay)))
    say("", "Durations times pay are more than can be added up exactly; count in larger units.");
  if (problems.length > 0) return err(problems);
  return ok({
    durations,
    cast: table.map((row, index) => ({ pay: pay[index] ?? 0, plays: row.map((cell) => cell === 1) })),
  });
}
