import * as z from "zod";
import { userOf } from "#server/auth/sessions.ts";
import { applyEdit, undoEdit } from "#server/edits.ts";
import { answer, jsonBody } from "#server/http.ts";
import { perform } from "#server/perform.ts";

/** As long as a server action's body may be. */
const LIMIT_BYTES = 1_000_000;

const made = { scenarioId: z.string(), clientId: z.uuid("Send an id of your own making, a UUID") };
const request = z.union([
  z.object({
    ...made,
    baseRevision: z.number().int().min(0),
    baseProductionRevision: z.number().int().min(0).optional(),
    commandId: z.string().max(60),
    input: z.unknown(),
    /** By what it comes: a repair that the page offered, or by hand. */
    through: z.enum(["hand", "repair"]).default("hand"),
  }),
  z.object({ ...made, undo: z.union([z.literal(true), z.string().regex(/^[\w-]{1,64}$/)]) }),
  z.object({ ...made, redo: z.literal(true) }),
]);

/** An edit, or `undo: true | <an edit's id>`, or `redo: true`. The address is stable: an open page survives a new version of the server. */
export async function POST(incoming: Request, { params }: { params: Promise<{ scenario: string }> }) {
  const body = await jsonBody(incoming, LIMIT_BYTES);
  if (!body.ok) return answer(body);
  const { scenario: scenarioId } = await params;
  return answer(
    await perform(
      "plan.edit",
      request,
      (asked, { production, user }) => {
        const { clientId } = asked;
        const by = { productionId: production.id, scenarioId, clientId, user };
        if ("commandId" in asked) return applyEdit({ ...asked, ...by });
        if ("redo" in asked) return undoEdit({ ...by, edit: "last-undone" });
        return undoEdit({ ...by, edit: asked.undo === true ? "last" : { id: asked.undo } });
      },
      { ...(body.value as object), scenarioId },
      () => userOf(incoming.headers),
    ),
  );
}
