import type { ReactNode } from "react";
import { count } from "#core/base/format.ts";
import { compare } from "#core/scenario/compare.ts";
import { listEdits } from "#server/edits/history.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Split } from "#ui/tables/split.tsx";
import { openScenario, type ScenarioParams, segmentOf } from "../open.ts";
import { deltas, differences, scenarioFacts } from "./scenario-cards.ts";
import { type Column, ScenarioColumns } from "./scenario-columns.tsx";
import classes from "./scenarios.module.css";

/** All versions of the plan, side by side with the current one. */
export default async function ScenariosLayout({
  params,
  children,
}: {
  params: ScenarioParams;
  children: ReactNode;
}) {
  const open = await openScenario(params, "plan.view");
  const { production, scenarios, scenario: here, mayEdit, segment } = open;
  const plans = await Promise.all(
    scenarios.map(async ({ id }) => {
      const [plan, edits] = await Promise.all([
        planOfScenario(production.id, id),
        listEdits(production.id, id, { limit: 20 }),
      ]);
      // Its own, before what changed in all scenarios at once.
      const last = edits.find((edit) => !edit.isShared) ?? edits[0] ?? null;
      return plan ? { plan, last } : null;
    }),
  );
  const found = plans.filter((p) => p !== null);
  const current = found.find(({ plan }) => plan.snapshot.scenario.isCurrent) ?? found[0];
  const currentFacts = current && scenarioFacts(current.plan.snapshot, current.plan.report());
  const columns = found
    .sort((a, b) => Number(b === current) - Number(a === current))
    .map(({ plan, last }): Column => {
      const own = scenarioFacts(plan.snapshot, plan.report());
      const isCurrent = plan === current?.plan;
      return {
        facts: own,
        isHere: own.scenario.id === here.id,
        deltas: isCurrent || !currentFacts ? null : deltas(currentFacts, own),
        differences:
          isCurrent || !current ? null : differences(compare(current.plan.snapshot, plan.snapshot)),
        last,
        openPath: scenarioPath(
          segment.production,
          own.scenario.isCurrent ? "current" : segmentOf(scenarios, own.scenario),
        ),
      };
    });
  const path = scenarioPath(segment.production, segment.scenario, "scenarios");
  const list = (
    <Page
      title="Scenarios"
      note={`${count(columns.length, "version")} of the plan. Each is a full copy: nothing is lost by trying.`}
      actions={
        mayEdit ? (
          <>
            <LinkButton href={scenarioPath(segment.production, segment.scenario, "solve")}>
              Propose a plan
            </LinkButton>
            <LinkButton href={`${path}/branch`} variant="filled">
              Branch
            </LinkButton>
          </>
        ) : null
      }
      wide
    >
      <ScenarioColumns columns={columns} mayEdit={mayEdit} />
      {columns.length === 1 ? (
        <p className={classes.first}>
          There is only one version. Branch it to ask what happens if a day is lost or the window closes
          earlier; the answer stands beside the current plan, and the current plan stays as it is.
        </p>
      ) : null}
    </Page>
  );
  return (
    <Split title="Scenarios" list={list}>
      {children}
    </Split>
  );
}
