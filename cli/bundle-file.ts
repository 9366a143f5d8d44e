import { count } from "#core/base/format.ts";
import { err, type Result } from "#core/base/result.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { readBundle } from "#interchange/bundle/read.ts";
import { readText } from "./files.ts";
import { type Refusal, wrongUse } from "./verb.ts";

/** More problems than a screen holds help nobody. */
const SHOWN = 20;

/** A whole production from a file, or what is wrong with it, place by place. */
export async function bundleFrom(path: string): Promise<Result<Bundle, Refusal>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const bundle = readBundle(text.value);
  if (bundle.ok) return bundle;
  const problems = bundle.error;
  const shown = problems
    .slice(0, SHOWN)
    .map((problem) => (problem.path === "" ? problem.message : `  ${problem.path}: ${problem.message}`));
  const rest = problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more`] : [];
  const head = `${path} is no production that can be read: ${count(problems.length, "problem")}.`;
  return err(wrongUse([head, ...shown, ...rest].join("\n")));
}
