import { userOf } from "#server/auth/sessions.ts";
import { answer, jsonBody } from "#server/http.ts";
import { openQuestion } from "#server/why/questions.ts";

/** The numbers of a thousand scenes. */
const LIMIT_BYTES = 64 * 1024;

/**
 * Why scenes are not in: what is known so far, a line of JSON each, `{ revision, why }`; the last is the answer, or `{ message }` says why
 * there is none. Who leaves ends the question.
 */
export async function POST(incoming: Request, { params }: { params: Promise<{ scenario: string }> }) {
  const { scenario: scenarioId } = await params;
  const body = await jsonBody(incoming, LIMIT_BYTES);
  if (!body.ok) return answer(body);
  const raw = { ...(typeof body.value === "object" ? body.value : {}), scenarioId };
  const opened = await openQuestion(raw, () => userOf(incoming.headers));
  if (!opened.ok) return answer(opened);
  const { revision, run } = opened.value;

  const gone = new AbortController();
  incoming.signal.addEventListener("abort", () => gone.abort());
  const text = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object) => {
        if (!gone.signal.aborted) controller.enqueue(text.encode(`${JSON.stringify(line)}\n`));
      };
      const told = await run({ onTold: (why) => say({ revision, why }), signal: gone.signal });
      say(told.ok ? { revision, why: told.value } : { message: told.error });
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
  const headers = {
    "content-type": "application/x-ndjson",
    "cache-control": "private, no-store, no-transform",
  };
  return new Response(stream, { headers });
}
