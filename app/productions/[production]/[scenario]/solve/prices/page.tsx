import type { Metadata } from "next";
import { doneAt } from "#core/base/format.ts";
import { shouldWeight } from "#core/solve/prices/should-weight.ts";
import { isUnfinished } from "#server/db/solves.ts";
import { viewOf } from "#server/solves/watch.ts";
import { findSolve, listSolves, unfinishedSolve } from "#server/solves.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty, Failure } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { Elsewhere } from "../elsewhere.tsx";
import classes from "../solve.module.css";
import { HowToRead, PriceTables } from "./price-tables.tsx";
import { AskPrices } from "./prices-form.tsx";
import { Pricing } from "./pricing.tsx";

export const metadata: Metadata = { title: "What things are worth" };

/** What an hour of someone, a day, a module, a longer window are worth to this shoot. */
export default async function PricesPage({ params }: { params: ScenarioParams }) {
  const { production, scenario, snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const of = { productionId: production.id, scenarioId: scenario.id };
  const lines = await listSolves(of, "prices");
  const solves = await Promise.all(lines.slice(0, 2).map(({ id }) => findSolve(of, id)));
  const running = solves.find((solve) => solve && isUnfinished(solve.state));
  const last = solves.find((solve) => solve && !isUnfinished(solve.state));
  const busy = mayEdit && !running ? await unfinishedSolve(of) : null;
  const elsewhere = busy && (await findSolve(of, busy.id));
  const found = last?.prices;
  const sofar = running?.prices;
  const should = shouldWeight(snapshot.tables);
  return (
    <Page
      title="What things are worth"
      note={`${scenario.name}, plan revision ${scenario.revision}. Nothing here changes the plan.`}
      actions={<LinkButton href={to("solve")}>Propose a plan</LinkButton>}
    >
      <div className={classes.layout}>
        <div className={classes.asking}>
          {mayEdit ? (
            <Panel title="Work it out">
              {snapshot.tables.strip.length === 0 ? (
                <Empty
                  title="There is nothing to plan yet"
                  action={<LinkButton href={to("scenes")}>To the scenes</LinkButton>}
                >
                  Add scenes first; what a day is worth is what can be shot on it.
                </Empty>
              ) : running ? (
                <p className="muted">
                  It is being worked out. Wait for it, or stop it and keep what there is.
                </p>
              ) : elsewhere ? (
                <Elsewhere solve={elsewhere} path={to("solve")} />
              ) : (
                <AskPrices scenarioId={scenario.id} />
              )}
            </Panel>
          ) : null}
        </div>
        <div className={classes.answer}>
          {running && mayEdit ? <Pricing scenarioId={scenario.id} came={await viewOf(running)} /> : null}
          {sofar && sofar.prices.length > 0 ? <PriceTables found={sofar} should={should} /> : null}
          {last?.state === "failed" ? (
            <Failure title={`Not worked out, ${doneAt(last.askedAt)} GMT`}>{last.problem}</Failure>
          ) : null}
          {last && found && !sofar?.prices.length ? (
            <>
              <header className={classes.answerHead}>
                <h2>As of {doneAt(last.endedAt ?? last.askedAt)} GMT</h2>
                <p className={classes.said}>
                  Asked by {last.askedByName} on plan revision {last.baseRevision}
                  {last.baseRevision === scenario.revision ? "" : `; the plan is at ${scenario.revision} now`}
                  .{" "}
                  {found.prices.length < found.of
                    ? `Stopped after ${found.prices.length} of ${found.of}.`
                    : ""}
                </p>
              </header>
              <PriceTables found={found} should={should} />
            </>
          ) : running || last ? null : (
            <Empty title="Not worked out yet">
              Each thing is changed alone, an hour more of a cosmonaut, a day lost, a module closed, the
              window longer, and the best plan is looked for: what it holds more or less is what the thing is
              worth.
            </Empty>
          )}
        </div>
        {found || sofar ? (
          <div className={classes.list}>
            <HowToRead should={should} />
          </div>
        ) : null}
      </div>
    </Page>
  );
}
