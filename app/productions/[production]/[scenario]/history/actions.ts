"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import * as z from "zod";
import { doneAt } from "#core/base/format.ts";
import { err, ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { undoneTogether } from "#server/edits/hindrance.ts";
import { undoEdit } from "#server/edits.ts";
import { planOfScenario } from "#server/snapshots.ts";

const editId = z.string().min(1).max(64);
const oneEdit = z.object({ scenarioId: z.string(), editId });
const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");

/** Takes an edit back, or brings one again, whoever made it and however long ago. */
export const undoOne = action(
  "plan.edit",
  oneEdit,
  async ({ scenarioId, editId: id }, { production, user }) => {
    const done = await undoEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), edit: { id } },
    });
    if (!done.ok) return done;
    show();
    return ok({ description: done.value.description });
  },
);

/** Which later edits would go with an edit, the latest first, itself last; nothing is changed. */
export const askTogether = action(
  "plan.edit",
  oneEdit,
  async ({ scenarioId, editId: id }, { production }) => {
    const of = { productionId: production.id, scenarioId };
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const together = await undoneTogether(of, plan.snapshot.tables, id);
    if (!together.ok) return err({ kind: "refused", message: together.error });
    return ok(together.value.map((edit) => ({ ...edit, when: doneAt(edit.at) })));
  },
);

const MOST = 500;

/** Takes edits back in the order given, each as an edit of its own; ends at the first that cannot be, and says how far it came. */
export const undoTogether = action(
  "plan.edit",
  z.object({ scenarioId: z.string(), editIds: z.array(editId).min(1).max(MOST) }),
  async ({ scenarioId, editIds }, { production, user }) => {
    let undone = 0;
    for (const id of editIds) {
      const done = await undoEdit({
        ...{ productionId: production.id, scenarioId, user },
        ...{ clientId: randomUUID(), edit: { id } },
      });
      if (!done.ok) {
        show();
        const why = "message" in done.error ? done.error.message : "The rest was left as it is.";
        return err({ kind: "refused", message: `${undone} of ${editIds.length} undone. ${why}` });
      }
      undone += 1;
    }
    show();
    return ok({ undone });
  },
);
