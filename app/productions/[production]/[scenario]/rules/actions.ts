"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { isoOf } from "#core/base/instant.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { EntityName } from "#core/model/entities.ts";
import { factsOf } from "#core/model/facts.ts";
import type { OwnRule } from "#core/model/rule-setting.ts";
import { repairsFor } from "#core/repair/repairs.ts";
import { startCheck } from "#core/rules/check.ts";
import { settingsOf } from "#core/rules/in-force.ts";
import { rules } from "#core/rules/index.ts";
import { sentenceOf } from "#core/rules/own/own-rule.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import type { Failure } from "#server/failure.ts";
import type { OpenProduction } from "#server/permissions.ts";
import { planOfScenario } from "#server/snapshots.ts";
import {
  findingOf,
  type LAYERS,
  LONGEST_TITLE,
  ownRuleChange,
  repairOf,
  rowOf,
  ruleChange,
  ruleLayer,
  waiverChange,
} from "./rule-sheet.ts";

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");

interface Asked {
  readonly scenarioId: string;
  readonly baseRevision?: number | null;
}

async function edited(
  { production, user }: OpenProduction,
  { scenarioId, baseRevision = null }: Asked,
  commandId: string,
  input: unknown,
  through: "hand" | "repair" = "hand",
): Promise<Result<{ revision: number }, Failure>> {
  const edit = await applyEdit({
    ...{ productionId: production.id, scenarioId, user },
    ...{ clientId: randomUUID(), baseRevision, baseProductionRevision: null },
    ...{ commandId, input, through },
  });
  if (!edit.ok) return edit;
  show();
  return ok({ revision: edit.value.revision });
}

const entityOf = (layer: (typeof LAYERS)[number]) => (layer === "production" ? "houseRule" : "ruleSetting");
const added = (entity: EntityName, row: object) => ({ rows: [{ entity, row }] });

/** Sets a rule of the book, in this scenario or in the whole production; what agrees with the book again is not kept. */
export const saveRule = action("plan.edit", ruleChange, async ({ sheet, ...asked }, open) => {
  const { ruleId, layer, isEnabled, params, reason } = sheet;
  const rule = rules.find((r) => r.id === ruleId);
  const plan = await planOfScenario(open.production.id, asked.scenarioId);
  if (!rule || !plan) return err({ kind: "not-found" });
  const { tables } = plan.snapshot;
  const entity = entityOf(layer);
  const below = settingsOf(rule, {
    houseRule: layer === "production" ? [] : tables.houseRule,
    ruleSetting: [],
  });
  // Where the production's own setting does not fit, the book is what is departed from.
  const belowParams = (rule.params.safeParse(below.params).data ?? rule.params.parse({})) as Record<
    string,
    unknown
  >;
  const changed = Object.fromEntries(
    Object.entries(params).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(belowParams[name]),
    ),
  );
  const row = tables[entity].find((r) => (r.id as string) === ruleId);
  const departs = isEnabled !== below.isEnabled || Object.keys(changed).length > 0;
  const fields = { isEnabled, params: changed, reason };
  if (!departs)
    return row
      ? edited(open, asked, "remove-row", { entity, id: ruleId })
      : ok({ revision: asked.baseRevision });
  return row
    ? edited(open, asked, "change-row", { entity, id: ruleId, changes: fields })
    : edited(open, asked, "add-rows", added(entity, { id: ruleId, ...fields }));
});

/** What one layer says of a rule is forgotten: it is judged by the layer below. */
export const forgetRule = action("plan.edit", ruleLayer, ({ scenarioId, ruleId, layer }, open) =>
  edited(open, { scenarioId }, "remove-row", { entity: entityOf(layer), id: ruleId }),
);

export const saveOwnRule = action(
  "plan.edit",
  ownRuleChange,
  async ({ ownRuleId, sheet, ...asked }, open) => {
    const id = ownRuleId ?? randomUUID();
    const plan = await planOfScenario(open.production.id, asked.scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const row = { ...sheet, params: sheet.params as OwnRule["params"] };
    const title =
      sheet.title || (sentenceOf(row, factsOf(plan.snapshot)) ?? "Own rule").slice(0, LONGEST_TITLE);
    const done = ownRuleId
      ? await edited(open, asked, "change-row", { entity: "ownRule", id, changes: { ...sheet, title } })
      : await edited(open, asked, "add-rows", added("ownRule", { id, ...sheet, title }));
    return done.ok ? ok({ id }) : done;
  },
);

export const removeOwnRule = action("plan.edit", rowOf, ({ scenarioId, id }, open) =>
  edited(open, { scenarioId }, "remove-row", { entity: "ownRule", id }),
);

export const saveWaiver = action("plan.edit", waiverChange, async ({ waiverId, sheet, ...asked }, open) => {
  const id = waiverId ?? randomUUID();
  // The command reads instants as they stand outside.
  const row = { ...sheet, startsAt: isoOf(sheet.startsAt), endsAt: isoOf(sheet.endsAt) };
  const done = waiverId
    ? await edited(open, asked, "change-row", { entity: "waiver", id, changes: row })
    : await edited(open, asked, "add-rows", added("waiver", { id, ...row }));
  return done.ok ? ok({ id }) : done;
});

export const removeWaiver = action("plan.edit", rowOf, ({ scenarioId, id }, open) =>
  edited(open, { scenarioId }, "remove-row", { entity: "waiver", id }),
);

/** What would mend a finding: each edit tried on a copy and judged by the whole book. */
export const offerRepairs = action(
  "plan.edit",
  findingOf,
  async ({ scenarioId, findingId }, { production }) => {
    const plan = await planOfScenario(production.id, scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const checked = startCheck(plan.snapshot);
    const finding = checked.report.findings.find((f) => f.id === findingId);
    if (!finding)
      return err({
        kind: "refused",
        message: "This finding is gone: the plan has changed. Reload the page.",
      });
    return ok({ ...repairsFor(checked, finding), revision: plan.snapshot.scenario.revision });
  },
);

/** Carries out an offered repair, unless the plan has changed since it was tried. */
export const carryOutRepair = action("plan.edit", repairOf, async ({ commandId, input, ...asked }, open) => {
  const plan = await planOfScenario(open.production.id, asked.scenarioId);
  if (!plan) return err({ kind: "not-found" });
  if (plan.snapshot.scenario.revision !== asked.baseRevision)
    return err({
      kind: "refused",
      message: "The plan has changed since this was tried. Ask again what would mend it.",
    });
  return edited(open, asked, commandId, input, "repair");
});
