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

/** For failures that carry no words of their own. */
const SENTENCES: { readonly [K in Failure["kind"]]?: string } = {
  invalid: "This is not a request that the plan understands. Nothing was changed.",
  "signed-out": "Nobody is signed in. Sign in and send it again.",
  "not-found": "There is no such plan, or it is none of yours.",
  forbidden: "You may look at this production but not change it. Ask its owner.",
  unavailable: "The database does not answer. Nothing was changed; try again in a moment.",
};

export const answer = <T>(outcome: Result<T, Failure>): Response =>
  outcome.ok
    ? Response.json(outcome.value, { headers: PRIVATE })
    : Response.json(
        { message: SENTENCES[outcome.error.kind], ...outcome.error },
        { status: HTTP_STATUS[outcome.error.kind], headers: PRIVATE },
      );
