import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import * as z from "zod";
import { err, ok, type Result } from "#core/base/result.ts";
import { instant } from "#core/model/field.ts";
import { userOf } from "#server/auth/sessions.ts";
import { applyEdit, undoEdit } from "#server/edits.ts";
import type { Failure } from "#server/failure.ts";
import { answer, jsonBody } from "#server/http.ts";
import { perform } from "#server/perform.ts";
import { planOfScenario } from "#server/snapshots.ts";
import type { User } from "#server/user.ts";
import { now } from "../../../../clock.ts";
import {
  type Adoption,
  together,
} from "../../../../productions/[production]/[scenario]/station/orbit/adoption.ts";
import {
  type OrbitWhatIf,
  orbitWhatIf,
} from "../../../../productions/[production]/[scenario]/station/orbit/what-if.ts";

/** An ephemeris of 20 MB with its line ends escaped. A server action takes 9 MB, so this is a route. */
const LIMIT_BYTES = 24_000_000;

const request = z.object({
  scenarioId: z.string(),
  text: z.string(),
  source: z.string().trim().max(400, "Use at most 400 characters").default(""),
  use: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("nearest") }),
    z
      .object({ kind: z.literal("instead"), from: instant.nullable(), until: instant.nullable() })
      .refine(({ from, until }) => from === null || until === null || from < until, {
        error: "The span of use ends before it begins",
        path: ["until"],
      }),
  ]),
  /** False: says what would be, and stores nothing. */
  adopt: z.boolean(),
});

/** Ids of the edits, where it was adopted: taken back together, the last first. */
interface OrbitAnswer {
  readonly shown: OrbitWhatIf;
  readonly editIds: readonly string[] | null;
}

interface Where {
  readonly productionId: string;
  readonly scenarioId: string;
  readonly user: User;
}

/** Orbit data is shared by all scenarios and events are this one's: an edit each, both or none. */
async function store(adoption: Adoption, where: Where): Promise<Result<readonly string[], Failure>> {
  const editIds: string[] = [];
  for (const edits of [adoption.shared, adoption.own]) {
    if (edits.length === 0) continue;
    const done = await applyEdit({
      ...where,
      ...together(edits),
      clientId: randomUUID(),
      baseRevision: null,
      through: "import",
    });
    if (!done.ok) {
      for (const id of editIds.toReversed())
        await undoEdit({ ...where, clientId: randomUUID(), edit: { id } });
      return done;
    }
    if (done.value.editId) editIds.push(done.value.editId);
  }
  return ok(editIds);
}

/** Orbit data as a file has it: what adopting it would do to the plan, and on demand the adopting. */
export async function POST(incoming: Request, { params }: { params: Promise<{ scenario: string }> }) {
  // Megabytes are read from users only; whether this production is theirs is seen below.
  if (!(await userOf(incoming.headers))) return answer(err({ kind: "signed-out" }));
  const body = await jsonBody(incoming, LIMIT_BYTES);
  if (!body.ok) return answer(body);
  const { scenario: scenarioId } = await params;
  return answer(
    await perform(
      "plan.edit",
      request,
      async ({ adopt, ...asked }, { production, user }): Promise<Result<OrbitAnswer, Failure>> => {
        const plan = await planOfScenario(production.id, scenarioId);
        if (!plan) return err({ kind: "not-found" });
        const found = orbitWhatIf(plan.snapshot, asked, now(), randomUUID);
        if (!found.ok) return err({ kind: "refused", message: found.error });
        const { shown, adoption } = found.value;
        if (!adopt) return ok({ shown, editIds: null });
        if (shown.adoptable.length === 0)
          return err({ kind: "refused", message: shown.refusals[0] ?? "Nothing of it is new." });
        const stored = await store(adoption, { productionId: production.id, scenarioId, user });
        if (!stored.ok) return stored;
        revalidatePath("/productions/[production]/[scenario]", "layout");
        return ok({ shown, editIds: stored.value });
      },
      { ...(body.value as object), scenarioId },
      () => userOf(incoming.headers),
    ),
  );
}
