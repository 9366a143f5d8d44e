import * as z from "zod";
import { err, ok } from "#core/base/result.ts";
import { userOf } from "#server/auth/sessions.ts";
import { answer } from "#server/http.ts";
import { perform } from "#server/perform.ts";
import { seenBy } from "#server/seen-by.ts";
import { snapshotOfScenario } from "#server/snapshots.ts";

/** The plan as it is now, for the browser, as far as this user may see it. */
export async function GET(incoming: Request, { params }: { params: Promise<{ scenario: string }> }) {
  const { scenario: scenarioId } = await params;
  return answer(
    await perform(
      "plan.view",
      z.object({ scenarioId: z.string() }),
      async (_, { production, role }) => {
        const snapshot = await snapshotOfScenario(production.id, scenarioId);
        return snapshot ? ok(seenBy(role, snapshot)) : err({ kind: "not-found" });
      },
      { scenarioId },
      () => userOf(incoming.headers),
    ),
  );
}
