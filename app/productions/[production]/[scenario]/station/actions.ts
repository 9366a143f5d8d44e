"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import * as z from "zod";
import { ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { applyEdit, undoEdit } from "#server/edits.ts";
import { KINDS } from "./kinds/index.ts";

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");
const entity = z.enum(KINDS.map((kind) => kind.entity));
const values = z.record(z.string(), z.json());

/** Saves the fields that its author changed. */
export const saveRow = action(
  "plan.edit",
  z.object({
    scenarioId: z.string(),
    entity,
    id: z.string(),
    baseRevision: z.number().int(),
    was: values,
    now: values,
  }),
  async ({ scenarioId, entity: of, id, baseRevision, was, now }, { production, user }) => {
    const changes = Object.fromEntries(
      Object.entries(now).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field])),
    );
    const edit = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision },
      ...{ commandId: "change-row", input: { entity: of, id, changes } },
    });
    if (!edit.ok) return edit;
    show();
    return ok({ revision: edit.value.revision });
  },
);

export const addRow = action(
  "plan.edit",
  z.object({ scenarioId: z.string(), entity, row: values }),
  async ({ scenarioId, entity: of, row }, { production, user }) => {
    const id = randomUUID();
    const edit = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision: null },
      ...{ commandId: "add-rows", input: { rows: [{ entity: of, row: { ...row, id } }] } },
    });
    if (!edit.ok) return edit;
    show();
    return ok({ id });
  },
);

export const removeRow = action(
  "plan.edit",
  z.object({ scenarioId: z.string(), entity, id: z.string() }),
  async ({ scenarioId, entity: of, id }, { production, user }) => {
    const edit = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision: null },
      ...{ commandId: "remove-row", input: { entity: of, id } },
    });
    if (!edit.ok) return edit;
    show();
    return ok({ editId: edit.value.editId });
  },
);

/** Takes edits back, the last one first. */
export const takeBack = action(
  "plan.edit",
  z.object({ scenarioId: z.string(), editIds: z.array(z.string().max(64)).min(1).max(4) }),
  async ({ scenarioId, editIds }, { production, user }) => {
    for (const id of editIds.toReversed()) {
      const undone = await undoEdit({
        ...{ productionId: production.id, scenarioId, user },
        ...{ clientId: randomUUID(), edit: { id } },
      });
      if (!undone.ok) return undone;
    }
    show();
    return ok(null);
  },
);
