"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import { mustStrips, stripsOfScenes } from "#core/solve/why/together/asked.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import { branchScenario } from "#server/scenarios.ts";
import { seenBy } from "#server/seen-by.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { askWhy, askWhyTogether } from "#server/why/asking.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { question, questionTogether, wayOnCopy, wayTaken } from "./why-form.ts";

/** Ways out are sought so long, and so long when somebody asks again; the conflict itself comes before them. */
const SECONDS = 8;
const LONGER_SECONDS = 60;
/**
 * Several scenes: how much is looked at, so that the same question has the same answer; and how long somebody waits at the most, for
 * on a busy machine the steps take longer.
 */
const TOGETHER = { steps: 1_500, seconds: 30 };
const TOGETHER_LONGER = { steps: 8_000, seconds: 120 };

/** Why a strip has no place, and what would make one. Worked out beside the server; nothing is saved. */
export const ask = action(
  "plan.view",
  question,
  async ({ scenarioId, stripId, isLonger }, { production, role, user }) => {
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const snapshot = seenBy(role, plan.snapshot);
    const seconds = isLonger ? LONGER_SECONDS : SECONDS;
    const answer = await askWhy({ snapshot, stripId, seconds }, user.id);
    if (!answer.ok) return err({ kind: "refused", message: answer.error });
    if (!answer.value)
      return err({
        kind: "refused",
        message: "This strip has a place, or is gone: the plan has changed. Reload the page.",
      });
    return ok({ revision: snapshot.scenario.revision, why: answer.value });
  },
);

/** Whether scenes can all be in, wherever they stand, and what would let them. Worked out beside the server; nothing is saved. */
export const askTogether = action(
  "plan.view",
  questionTogether,
  async ({ scenarioId, scenes, isLonger }, { production, role, user }) => {
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const snapshot = seenBy(role, plan.snapshot);
    const strips = scenes ? stripsOfScenes(snapshot, scenes) : ok(mustStrips(snapshot));
    if (!strips.ok) return err({ kind: "refused", message: strips.error });
    const stripIds = strips.value.map(({ id }) => id);
    const much = isLonger ? TOGETHER_LONGER : TOGETHER;
    const answer = await askWhyTogether({ snapshot, stripIds, ...much }, user.id);
    if (!answer.ok) return err({ kind: "refused", message: answer.error });
    return ok({ revision: snapshot.scenario.revision, why: answer.value });
  },
);

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
