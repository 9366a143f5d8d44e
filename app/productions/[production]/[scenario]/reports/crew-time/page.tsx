import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { crewTime } from "#core/report/crew-time.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { makeDraft } from "../make.ts";
import { ReportHead } from "../report-head.tsx";
import classes from "../reports.module.css";
import { Accounts, Days, MadeOf, Words } from "./accounts.tsx";
import { figureAt } from "./figure-address.ts";

export const metadata: Metadata = { title: "Crew time" };

export default async function CrewTimePage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ figure?: string; of?: string; date?: string }>;
}) {
  const open = await openScenario(params, "plan.view");
  const model = makeDraft(crewTime, open, {});
  const asked = figureAt(await searchParams);
  const base = scenarioPath(open.segment.production, open.segment.scenario, "").replace(/\/$/, "");
  return (
    <article className={classes.report}>
      <ReportHead title="Crew time" model={model} pdf="crew-time/pdf">
        {model.rows.length > 0 ? (
          <>
            <Button component="a" href="crew-time/csv" download variant="default">
              CSV
            </Button>
            <Button component="a" href="crew-time/xlsx" download variant="default">
              Excel
            </Button>
          </>
        ) : null}
      </ReportHead>
      {model.rows.length === 0 ? (
        <Empty title="No station crew time yet">
          Enter what agencies grant, or call station crew on a strip.
        </Empty>
      ) : (
        <>
          <Accounts model={model} asked={asked} />
          {asked ? (
            <MadeOf model={model} at={asked} base={base} />
          ) : (
            <p className="muted small no-print">Each figure leads to what it is made of.</p>
          )}
          <Days model={model} asked={asked} />
          <Words model={model} />
        </>
      )}
    </article>
  );
}
