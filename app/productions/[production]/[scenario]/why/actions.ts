"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import { branchScenario } from "#server/scenarios.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { wayOnCopy, wayTaken } from "./why-form.ts";

/** What is not ours to give is made on a copy of the plan: a scenario of its own, until they have said yes. */
export const takeOnCopy = action(
  "plan.edit",
  wayOnCopy,
  async ({ scenarioId, revision, edit, words }, { production, user }) => {
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const { scenario, tables } = plan.snapshot;
    if (scenario.revision !== revision)
      return err({ kind: "conflict", message: "The plan has changed since this was tried. Ask again." });
    const patch = commandById(edit.commandId)?.bind(edit.input).resolve(tables);
    if (!patch?.ok) return err({ kind: "refused", message: "The plan no longer takes this. Ask again." });
    const name = `${scenario.name}: ${words}`.slice(0, 80);
    const note = `${words}, tried on ${scenario.name}, revision ${revision}.`;
    const of = { productionId: production.id, scenarioId, user };
    const made = await branchScenario(of, { name, note }, patch.value);
    if (!made.ok) return made;
    revalidatePath("/productions/[production]/[scenario]", "layout");
    return ok({ path: scenarioPath(production.slug, made.value.id, "board"), name });
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
      through: "way-out",
    });
    if (!done.ok) return done;
    revalidatePath("/productions/[production]/[scenario]", "layout");
    return ok({ description: done.value.description });
  },
);
