import { err, type Result } from "#core/base/result.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { formatOf } from "#interchange/index.ts";
import { readText } from "./files.ts";
import { problemsText } from "./problems-text.ts";
import { type Refusal, wrongUse } from "./verb.ts";

/** A whole production from a file, or what is wrong with it, place by place. */
export async function bundleFrom(path: string): Promise<Result<Bundle, Refusal>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const bundle = formatOf(path).read(text.value);
  if (bundle.ok) return bundle;
  return err(wrongUse(problemsText(`${path} is no production that can be read`, bundle.error)));
}
