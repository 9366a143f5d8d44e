"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import { resultForm } from "./results.ts";

/** Records how somebody did at a session. An edit of the production: it shows in all scenarios, and can be undone. */
export const recordResult = action(
  "plan.edit",
  resultForm,
  async ({ scenarioId, attendanceId, result }, { production, user }) => {
    const edit = await applyEdit({
      productionId: production.id,
      scenarioId,
      clientId: randomUUID(),
      baseRevision: null,
      commandId: "change-row",
      input: { entity: "attendance", id: attendanceId, changes: { result } },
      user,
    });
    if (!edit.ok) return edit;
    revalidatePath("/productions/[production]/[scenario]", "layout");
    return ok(null);
  },
);
