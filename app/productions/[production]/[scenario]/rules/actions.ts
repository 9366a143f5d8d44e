"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { isoOf } from "#core/base/instant.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { EntityName } from "#core/model/entities.ts";
import { factsOf } from "#core/model/facts.ts";
import type { OwnRule } from "#core/model/rule-setting.ts";
import { startCheck } from "#core/rules/check.ts";
import { settingsOf } from "#core/rules/in-force.ts";
import { rules } from "#core/rules/index.ts";
import { sentenceOf } from "#core/rules/own/own-rule.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import type { Failure } from "#server/failure.ts";
import type { OpenProduction } from "#server/permissions.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { seek } from "#ui/plan/seek.ts";
import {
  type Base,
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
  /** What its author had seen. */
  readonly base: Base;
}

async function edited(
  { production, user }: OpenProduction,
  { scenarioId, base }: Asked,
  commandId: string,
  input: unknown,
  through: "hand" | "repair" = "hand",
): Promise<Result<{ revision: number }, Failure>> {
  const edit = await applyEdit({
    ...{ productionId: production.id, scenarioId, user },
    ...{
      clientId: randomUUID(),
      baseRevision: base.revision,
      baseProductionRevision: base.productionRevision,
    },
    ...{ commandId, input, through },
  });
  if (!edit.ok) return edit;
  show();
  return ok({ revision: edit.value.revision });
}

const entityOf = (layer: (typeof LAYERS)[number]) => (layer === "production" ? "houseRule" : "ruleSetting");
/** What of a sheet its author changed. */
const changed = (sheet: object, was: Readonly<Record<string, unknown>> | null) =>
  Object.fromEntries(
    Object.entries(sheet).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(was?.[field])),
  );
const GONE = (what: string): Failure => ({
  kind: "refused",
  message: `This ${what} was removed meanwhile. Bring it again from the history, then save; what you typed stays here.`,
});
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
  const departing = changed(params, belowParams);
  const row = tables[entity].find((r) => (r.id as string) === ruleId);
  const departs = isEnabled !== below.isEnabled || Object.keys(departing).length > 0;
  const fields = { isEnabled, params: departing, reason };
  if (!departs)
    return row
      ? edited(open, asked, "remove-row", { entity, id: ruleId })
      : ok({ revision: asked.base.revision });
  return row
    ? edited(open, asked, "change-row", { entity, id: ruleId, changes: fields })
    : edited(open, asked, "add-rows", added(entity, { id: ruleId, ...fields }));
});

/** What one layer says of a rule is forgotten: it is judged by the layer below. */
export const forgetRule = action("plan.edit", ruleLayer, ({ ruleId, layer, ...asked }, open) =>
  edited(open, asked, "remove-row", { entity: entityOf(layer), id: ruleId }),
);

export const saveOwnRule = action(
  "plan.edit",
  ownRuleChange,
  async ({ ownRuleId, sheet, was, ...asked }, open) => {
    const plan = await planOfScenario(open.production.id, asked.scenarioId);
    if (!plan) return err({ kind: "not-found" });
    const id = ownRuleId ?? randomUUID();
    const there = plan.snapshot.tables.ownRule.find((row) => (row.id as string) === ownRuleId);
    if (ownRuleId && !there) return err(GONE("own rule"));
    const changes = changed(sheet, there ? was : null);
    const row = { ...sheet, ...there, ...changes } as OwnRule;
    // Called by what it says, it is called anew by what it says now.
    const title =
      sheet.title || (sentenceOf(row, factsOf(plan.snapshot)) ?? "Own rule").slice(0, LONGEST_TITLE);
    const renamed = sheet.title === "" || "title" in changes ? { title } : {};
    const done = ownRuleId
      ? await edited(open, asked, "change-row", {
          entity: "ownRule",
          id,
          changes: { ...changes, ...renamed },
        })
      : await edited(open, asked, "add-rows", added("ownRule", { id, ...sheet, title }));
    return done.ok ? ok({ id }) : done;
  },
);

export const removeOwnRule = action("plan.edit", rowOf, ({ id, ...asked }, open) =>
  edited(open, asked, "remove-row", { entity: "ownRule", id }),
);

export const saveWaiver = action(
  "plan.edit",
  waiverChange,
  async ({ waiverId, sheet, was, ...asked }, open) => {
    const id = waiverId ?? randomUUID();
    const plan = await planOfScenario(open.production.id, asked.scenarioId);
    if (!plan) return err({ kind: "not-found" });
    if (waiverId && !plan.snapshot.tables.waiver.some((w) => (w.id as string) === id))
      return err(GONE("waiver"));
    // The command reads instants as they stand outside.
    const row = { ...sheet, startsAt: isoOf(sheet.startsAt), endsAt: isoOf(sheet.endsAt) };
    const done = waiverId
      ? await edited(open, asked, "change-row", { entity: "waiver", id, changes: changed(row, was) })
      : await edited(open, asked, "add-rows", added("waiver", { id, ...row }));
    return done.ok ? ok({ id }) : done;
  },
);

export const removeWaiver = action("plan.edit", rowOf, ({ id, ...asked }, open) =>
  edited(open, asked, "remove-row", { entity: "waiver", id }),
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
    // In slices: other requests are answered in between.
    const repairs = await seek(checked, finding, () => {});
    return ok({ ...repairs, revision: plan.snapshot.scenario.revision });
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
  const base = { revision: asked.baseRevision, productionRevision: plan.productionRevision };
  return edited(open, { ...asked, base }, commandId, input, "repair");
});
