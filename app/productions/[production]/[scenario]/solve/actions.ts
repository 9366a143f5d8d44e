"use server";

import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { revalidatePath } from "next/cache";
import type * as z from "zod";
import { err, ok } from "#core/base/result.ts";
import { startCheck } from "#core/rules/check.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { action } from "#server/action.ts";
import { listEdits } from "#server/edits/history.ts";
import { applyEdit } from "#server/edits.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { askSolve, findSolve, settleSolve, stopSolve } from "#server/solves.ts";
import { adoptionOf, daysTogether, movesOfDays, touchedDays } from "./adoption.ts";
import { proposalEffect } from "./proposal-effect.ts";
import { adoptionForm, adoptionPreview, oneSolve, pricesForm, solveForm } from "./solve-form.ts";

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");

export const ask = action(
  "plan.edit",
  solveForm,
  async ({ scenarioId, movePoints, seconds, freedom, seed }, { production, user }) => {
    const options = {
      asks: "plan" as const,
      freedom,
      seed,
      movePoints: Number(movePoints),
      seconds: Number(seconds),
    };
    const asked = await askSolve({ productionId: production.id, scenarioId }, options, user);
    // What is in the way may have been asked for by somebody else, and the page does not show it yet.
    show();
    return asked;
  },
);

export const askPrices = action(
  "plan.edit",
  pricesForm,
  async ({ scenarioId, seconds }, { production, user }) => {
    const options = {
      asks: "prices" as const,
      freedom: "free" as const,
      seed: 1,
      movePoints: 0,
      seconds: Number(seconds),
    };
    const asked = await askSolve({ productionId: production.id, scenarioId }, options, user);
    show();
    return asked;
  },
);

export const stop = action("plan.edit", oneSolve, ({ scenarioId, solveId }, { production }) =>
  stopSolve({ productionId: production.id, scenarioId }, solveId),
);

/** The plan of now, the proposal, and the moves of it that are asked about. */
async function asked(
  productionId: string,
  { scenarioId, solveId, days, without }: z.output<typeof adoptionPreview>,
) {
  const of = { productionId, scenarioId };
  const [plan, solve] = await Promise.all([planOfScenario(productionId, scenarioId), findSolve(of, solveId)]);
  if (!plan || !solve?.proposal) return null;
  const { tables } = plan.snapshot;
  const left = new Set(without);
  const all = solve.proposal.moves.filter(({ stripId }) => !left.has(stripId));
  return { of, plan, tables, all, moves: movesOfDays(tables, all, days) };
}

/** The days that must be adopted with the chosen ones so that nothing breaks; null where no days do. */
async function daysNeeded(
  { plan, tables, all }: NonNullable<Awaited<ReturnType<typeof asked>>>,
  chosen: readonly string[],
): Promise<readonly string[] | null> {
  const now = startCheck(plan.snapshot);
  const breaksOf = async (days: readonly string[]) => {
    // Others are answered between two of them.
    await setImmediate();
    const part = adoptionOf(tables, movesOfDays(tables, all, days));
    if (!part.ok) return Number.POSITIVE_INFINITY;
    const { report } = now.after({ ...plan.snapshot, tables: part.value.after });
    return effectOf(now.report, report).breaks.length;
  };
  return daysTogether(touchedDays(tables, all), chosen, breaksOf);
}

/** What adopting would do to the plan of now. Nothing is saved. */
export const previewAdoption = action("plan.edit", adoptionPreview, async (what, { production }) => {
  const found = await asked(production.id, what);
  if (!found) return err({ kind: "not-found" });
  const { plan, tables, moves } = found;
  const adoption = adoptionOf(tables, moves);
  if (!adoption.ok) return err({ kind: "conflict", message: adoption.error });
  const { inHand, hard, verdict, breaks, scenesIn, scenesOut } = proposalEffect(
    plan.snapshot,
    plan.report(),
    adoption.value.after,
  );
  return ok({
    revision: plan.snapshot.scenario.revision,
    strips: moves.length,
    ...{ inHand, hard, verdict, scenesIn, scenesOut },
    breaks: breaks.map((finding) => finding.message),
    needs: what.days !== null && breaks.length > 0 ? await daysNeeded(found, what.days) : null,
  });
});

/** Carries a proposal out, or some days of it, as one edit that can be undone like any other. */
export const adopt = action("plan.edit", adoptionForm, async (what, { production, user }) => {
  const found = await asked(production.id, what);
  if (!found) return err({ kind: "not-found" });
  const { of, plan, tables, moves } = found;
  const { revision } = plan.snapshot.scenario;
  const adoption = adoptionOf(tables, moves);
  if (!adoption.ok) return err({ kind: "conflict", message: adoption.error });
  if (revision !== what.revision) {
    const [last] = await listEdits(of.productionId, of.scenarioId, { limit: 1 });
    const who = last ? ` ${last.authorName}: “${last.description}”.` : "";
    return err({
      kind: "conflict",
      message: `The plan has changed since this was shown.${who} See what the proposal does now, then adopt it.`,
    });
  }
  const { commandId, input } = adoption.value;
  const done = await applyEdit({
    ...of,
    ...{ user, clientId: randomUUID(), baseRevision: revision, commandId, input },
    through: "proposal",
  });
  if (!done.ok) return done;
  const { editId, description, revision: now } = done.value;
  const isWhole = what.days === null && what.without.length === 0;
  await settleSolve(of, what.solveId, isWhole ? "adopted" : "adopted in part", user, editId);
  show();
  return ok({ editId, description, revision: now });
});

export const discard = action(
  "plan.edit",
  oneSolve,
  async ({ scenarioId, solveId }, { production, user }) => {
    const done = await settleSolve({ productionId: production.id, scenarioId }, solveId, "discarded", user);
    if (done.ok) show();
    return done;
  },
);
