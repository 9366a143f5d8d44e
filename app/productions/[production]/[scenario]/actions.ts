"use server";

import * as z from "zod";
import { err, ok } from "#core/base/result.ts";
import { action } from "#server/action.ts";
import { reportOfScenario, summaryOf } from "#server/snapshots.ts";

/** Does the stored plan fit its window? The verdict that counts: judged by the server, on what is stored. */
export const checkScenario = action(
  "plan.view",
  z.object({ scenarioId: z.string() }),
  async ({ scenarioId }, { production }) => {
    const report = await reportOfScenario(production.id, scenarioId);
    return report ? ok(summaryOf(report)) : err({ kind: "not-found" });
  },
);
