import { err, ok, type Result } from "#core/base/result.ts";
import { jsonDepth } from "#interchange/json-depth.ts";
import { type Failure, HTTP_STATUS } from "./failure.ts";

/** For route handlers: JSON in and out, with the failures of actions. */

const TOO_LARGE: Failure = { kind: "refused", message: "This is more than can be taken at once." };
/** Rule parameters within a row within an edit are the deepest thing there is. */
const DEEPEST = 40;
const NO_JSON: Failure = { kind: "refused", message: "This is not JSON." };

/** The body, if it is JSON and no longer than `limit` bytes. JSON alone: another site's form cannot send it. */
export async function jsonBody(request: Request, limit: number): Promise<Result<unknown, Failure>> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return err(NO_JSON);
  if (!request.body) return err(NO_JSON);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return err(TOO_LARGE);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (jsonDepth(text) > DEEPEST) return err(TOO_LARGE);
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(NO_JSON);
  }
}

const PRIVATE = { "cache-control": "private, no-store" };

export const answer = <T>(outcome: Result<T, Failure>): Response =>
  outcome.ok
    ? Response.json(outcome.value, { headers: PRIVATE })
    : Response.json(outcome.error, { status: HTTP_STATUS[outcome.error.kind], headers: PRIVATE });
