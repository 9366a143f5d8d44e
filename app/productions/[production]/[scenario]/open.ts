import { notFound } from "next/navigation";
import { cache } from "react";
import type { Scenario } from "#core/model/production.ts";
import { openProduction } from "#server/open-production.ts";
import { allows, type Permission } from "#server/permissions.ts";
import { seenBy } from "#server/seen-by.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { slugOf } from "../../../new/new-production.ts";

export type ScenarioParams = Promise<{ production: string; scenario: string }>;

/** A scenario's part of an address: its name in small letters, or its id where another has the same. */
export function segmentOf(scenarios: readonly Scenario[], scenario: Scenario): string {
  const slug = slugOf(scenario.name);
  const isItsOwn =
    slug !== "" &&
    slug !== "current" &&
    scenarios.every((other) => other.id === scenario.id || slugOf(other.name) !== slug);
  return isItsOwn ? slug : scenario.id;
}

/** `current`, a scenario's segment, or its id. */
const scenarioIn = (scenarios: readonly Scenario[], segment: string): Scenario | undefined =>
  segment === "current"
    ? (scenarios.find((s) => s.isCurrent) ?? scenarios[0])
    : (scenarios.find((s) => s.id === segment) ?? scenarios.find((s) => segmentOf(scenarios, s) === segment));

const openOnce = cache((slug: string) => openProduction(slug, "plan.view"));

/** The scenario that an address names, as the signed-in member sees it. Strangers get 404, as if there were nothing. */
export async function openScenario(params: ScenarioParams, permission: Permission) {
  const { production: slug, scenario: segment } = await params;
  const open = await openOnce(decodeURIComponent(slug));
  if (!allows(open.role, permission)) notFound();
  const scenario = scenarioIn(open.scenarios, decodeURIComponent(segment));
  if (!scenario) notFound();
  const plan = await planOfScenario(open.production.id, scenario.id);
  if (!plan) notFound();
  return {
    production: open.production,
    scenario: plan.snapshot.scenario,
    /** Another after every edit, of the scenario or of what all scenarios share. */
    revision: `${open.revision}.${plan.snapshot.scenario.revision}`,
    /** The edits that what is shown has had: of the scenario, and of what all scenarios share. */
    base: { revision: plan.snapshot.scenario.revision, productionRevision: plan.productionRevision },
    scenarios: open.scenarios,
    snapshot: seenBy(open.role, plan.snapshot),
    report: plan.report(),
    role: open.role,
    user: open.user,
    mayEdit: allows(open.role, "plan.edit"),
    segment: { production: slug, scenario: segment },
  };
}
