"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { oneSource, sourceChange } from "./source-sheet.ts";

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");
const FIELDS = ["label", "source", "usedFrom", "usedUntil"] as const;

/** Saves what its author changed. An edit of what all scenarios share. */
export const saveSource = action("plan.edit", sourceChange, async (change, { production, user }) => {
  const { scenarioId, entity, id, baseRevision, was, now } = change;
  const changes = Object.fromEntries(
    FIELDS.filter((field) => now[field] !== was[field]).map((field) => [field, now[field] ?? null]),
  );
  const edit = await applyEdit({
    ...{ productionId: production.id, scenarioId, user },
    ...{ clientId: randomUUID(), baseRevision: null, baseProductionRevision: baseRevision },
    ...{ commandId: "change-row", input: { entity, id, changes } },
  });
  if (!edit.ok) return edit;
  show();
  const plan = await planOfScenario(production.id, scenarioId);
  return plan ? ok({ revision: plan.productionRevision }) : err({ kind: "not-found" });
});

export const removeSource = action(
  "plan.edit",
  oneSource,
  async ({ scenarioId, entity, id }, { production, user }) => {
    const edit = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision: null },
      ...{ commandId: "remove-row", input: { entity, id } },
    });
    if (!edit.ok) return edit;
    show();
    return ok({ editId: edit.value.editId });
  },
);
