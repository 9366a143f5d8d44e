"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import type { Failure } from "#server/failure.ts";
import { branchScenario, makeCurrent, removeScenario, renameScenario } from "#server/scenarios.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { branchEdit, branchEffect } from "./branch-effect.ts";
import { branchChange, branchForm, oneScenario, scenarioNames } from "./branch-form.ts";

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");
const atField = ({ field, message }: { field: string; message: string }): Failure => ({
  kind: "invalid",
  fields: { [field]: [message] },
});

/** What a branch with this change would say. Nothing is saved. */
export const previewBranch = action("plan.view", branchChange, async (what, { production }) => {
  const plan = await planOfScenario(production.id, what.scenarioId);
  if (!plan) return err({ kind: "not-found" });
  const effect = branchEffect(plan.snapshot, plan.report(), what);
  return effect.ok ? effect : err(atField(effect.error));
});

/** Branches, and carries the change out in the branch as an edit of its own, so that undo takes it back. */
export const branch = action(
  "plan.edit",
  branchForm,
  async ({ name, note, ...what }, { production, user }) => {
    const of = { productionId: production.id, scenarioId: what.scenarioId, user };
    const plan = await planOfScenario(production.id, what.scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const edit = branchEdit(plan.snapshot, what);
    if (!edit.ok) return err(atField(edit.error));
    const made = await branchScenario(of, { name, note });
    if (!made.ok) return made;
    const scenarioId = made.value.id;
    if (edit.value) {
      const done = await applyEdit({
        ...{ productionId: production.id, scenarioId, user },
        ...{ clientId: randomUUID(), baseRevision: null },
        ...edit.value,
      });
      if (!done.ok) {
        // The plan it was branched from changed in between: a copy without its change is not what was asked for.
        await removeScenario({ productionId: production.id, scenarioId, user });
        return err({
          kind: "conflict",
          message: "The plan has just changed. Nothing was branched; try again.",
        });
      }
    }
    show();
    return ok({ scenarioId });
  },
);

export const rename = action(
  "plan.edit",
  scenarioNames,
  async ({ scenarioId, name, note }, { production, user }) => {
    const done = await renameScenario({ productionId: production.id, scenarioId, user }, { name, note });
    if (done.ok) show();
    return done;
  },
);

export const choose = action("plan.edit", oneScenario, async ({ scenarioId }, { production, user }) => {
  const done = await makeCurrent({ productionId: production.id, scenarioId, user });
  if (done.ok) show();
  return done;
});

export const remove = action("plan.edit", oneScenario, async ({ scenarioId }, { production, user }) => {
  const done = await removeScenario({ productionId: production.id, scenarioId, user });
  if (done.ok) show();
  return done;
});
