import { count } from "#core/base/format.ts";
import type { Problem } from "#interchange/problem.ts";

/** More problems than a screen holds help nobody. */
const SHOWN = 20;

/** What is wrong with a file, place by place, under a head without its full stop. */
export function problemsText(head: string, problems: readonly Problem[]): string {
  const shown = problems
    .slice(0, SHOWN)
    .map((problem) => (problem.path === "" ? problem.message : `  ${problem.path}: ${problem.message}`));
  const rest = problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more`] : [];
  return [`${head}: ${count(problems.length, "problem")}.`, ...shown, ...rest].join("\n");
}
