"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { newPerson, personChange } from "./person-sheet.ts";

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");

/** Saves the fields that its author changed. An edit of the production: it shows in all scenarios. */
export const savePerson = action("plan.edit", personChange, async (change, { production, user }) => {
  const { scenarioId, personId, baseRevision, was, now } = change;
  const changes = Object.fromEntries(
    Object.entries(now).filter(([field, value]) => value !== was[field as keyof typeof was]),
  );
  const edit = await applyEdit({
    ...{ productionId: production.id, scenarioId, user },
    ...{ clientId: randomUUID(), baseRevision },
    ...{ commandId: "change-row", input: { entity: "person", id: personId, changes } },
  });
  if (!edit.ok) return edit;
  show();
  const plan = await planOfScenario(production.id, scenarioId);
  return plan ? ok({ revision: plan.productionRevision }) : err({ kind: "not-found" });
});

export const addPerson = action(
  "plan.edit",
  newPerson,
  async ({ scenarioId, ...fields }, { production, user }) => {
    const personId = randomUUID();
    const edit = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision: null },
      ...{
        commandId: "add-rows",
        input: { rows: [{ entity: "person", row: { ...fields, id: personId } }] },
      },
    });
    if (!edit.ok) return edit;
    show();
    return ok({ personId });
  },
);
