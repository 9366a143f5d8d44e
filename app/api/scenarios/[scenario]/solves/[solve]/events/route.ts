import * as z from "zod";
import { err, ok } from "#core/base/result.ts";
import { userOf } from "#server/auth/sessions.ts";
import { answer } from "#server/http.ts";
import { perform } from "#server/perform.ts";
import { may } from "#server/permissions.ts";
import { watchSolve } from "#server/solves/watch.ts";
import { findSolve } from "#server/solves.ts";

type Params = Promise<{ scenario: string; solve: string }>;

/** How a proposal comes along, as server-sent events: how it stands first, then every change; ends when it does. */
export async function GET(incoming: Request, { params }: { params: Params }) {
  const { scenario: scenarioId, solve: solveId } = await params;
  const found = await perform(
    "plan.edit",
    z.object({ scenarioId: z.string(), solveId: z.string().regex(/^[\w-]{1,64}$/) }),
    async (_, { production, user }) => {
      const of = { productionId: production.id, scenarioId };
      return (await findSolve(of, solveId)) ? ok({ of, user }) : err({ kind: "not-found" });
    },
    { scenarioId, solveId },
    () => userOf(incoming.headers),
  );
  if (!found.ok) return answer(found);
  const { of, user } = found.value;

  const gone = new AbortController();
  incoming.signal.addEventListener("abort", () => gone.abort());
  const views = watchSolve(of, solveId, {
    signal: gone.signal,
    mayStill: () => may(user, "plan.edit", of.productionId),
  });
  const text = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await views.next();
        if (done) controller.close();
        // A comment keeps proxies from taking silence for an end.
        else controller.enqueue(text.encode(value ? `data: ${JSON.stringify(value)}\n\n` : ":\n\n"));
      } catch (error) {
        // The browser asks again by itself, and is told then what is wrong.
        console.error("How a proposal comes along could not be read:", error);
        controller.close();
      }
    },
    async cancel() {
      gone.abort();
      await views.return(undefined);
    },
  });
  const headers = { "content-type": "text/event-stream", "cache-control": "private, no-store, no-transform" };
  return new Response(stream, { headers });
}
