"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import { seenBy } from "#server/seen-by.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { askWhy } from "#server/why/asking.ts";
import { question, wayTaken } from "./why-form.ts";

/** Ways out are sought so long, and so long when somebody asks again; the conflict itself comes before them. */
const SECONDS = 8;
const LONGER_SECONDS = 60;

/** Why a strip has no place, and what would make one. Worked out beside the server; nothing is saved. */
export const ask = action(
  "plan.view",
  question,
  async ({ scenarioId, stripId, isLonger }, { production, role }) => {
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const snapshot = seenBy(role, plan.snapshot);
    const seconds = isLonger ? LONGER_SECONDS : SECONDS;
    const answer = await askWhy({ snapshot, stripId, seconds });
    if (!answer.ok) return err({ kind: "refused", message: answer.error });
    if (!answer.value)
      return err({
        kind: "refused",
        message: "This strip has a place, or is gone: the plan has changed. Reload the page.",
      });
    return ok({ revision: snapshot.scenario.revision, why: answer.value });
  },
);

/** Carries a way out out, as one edit that can be undone, unless the plan has changed since it was tried. */
export const take = action(
  "plan.edit",
  wayTaken,
  async ({ scenarioId, revision, edit }, { production, user }) => {
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    if (plan.snapshot.scenario.revision !== revision)
      return err({ kind: "conflict", message: "The plan has changed since this was tried. Ask again." });
    const done = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision: revision, commandId: edit.commandId, input: edit.input },
    });
    if (!done.ok) return done;
    revalidatePath("/productions/[production]/[scenario]", "layout");
    return ok({ description: done.value.description });
  },
);
