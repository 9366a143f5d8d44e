import type { Metadata } from "next";
import { after } from "next/server";
import { count } from "#core/base/format.ts";
import { isUnfinished } from "#server/db/solves.ts";
import { mayBeAsked } from "#server/solves/queue.ts";
import { findSolve, listSolves, unfinishedSolve } from "#server/solves.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { Answer } from "./answer.tsx";
import { AskForm } from "./ask-form.tsx";
import { Earlier } from "./earlier.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import classes from "./solve.module.css";
import { asAsked } from "./solve-form.ts";

export const metadata: Metadata = { title: "Propose a plan" };

/** Ask for a proposal, watch it come, compare it with the plan, and decide. */
export default async function SolvePage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ proposal?: string }>;
}) {
  const open = await openScenario(params, "plan.view");
  const { production, scenario, snapshot, mayEdit, segment } = open;
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const { proposal: chosen } = await searchParams;
  const of = { productionId: production.id, scenarioId: scenario.id };
  const solves = await listSolves(of);
  const line =
    solves.find((solve) => solve.id === chosen) ??
    solves.find((solve) => isUnfinished(solve.state)) ??
    solves.find((solve) => solve.hasProposal) ??
    solves[0];
  const shown = line ? await findSolve(of, line.id) : null;
  const busy = mayEdit ? await unfinishedSolve(of) : null;
  const elsewhere = busy && busy.id !== shown?.id ? await findSolve(of, busy.id) : null;
  const { strip: strips } = snapshot.tables;
  if (mayEdit && !busy) after(() => mayBeAsked(production.id, scenario.id));
  return (
    <Page
      title="Propose a plan"
      note={`${scenario.name}, ${count(strips.length, "strip")}, plan revision ${scenario.revision}. A proposal changes nothing until ${mayEdit ? "you adopt it" : "an owner or planner adopts it"}.`}
      actions={
        <>
          <LinkButton href={to("solve/prices")}>What things are worth</LinkButton>
          <LinkButton href={to("board")}>Board</LinkButton>
        </>
      }
    >
      <div className={classes.layout}>
        <div className={classes.asking}>
          {mayEdit ? (
            <Panel title="Ask for a proposal">
              {strips.length === 0 ? (
                <Empty
                  title="There is nothing to plan yet"
                  action={<LinkButton href={to("scenes")}>To the scenes</LinkButton>}
                >
                  Add scenes first; each gets a strip, and strips are what a plan places.
                </Empty>
              ) : elsewhere ? (
                <Elsewhere solve={elsewhere} path={to("solve")} />
              ) : busy ? (
                <p className="muted">
                  One is being worked out. Wait for it or stop it, then ask for another.
                </p>
              ) : (
                <AskForm asked={asAsked(scenario.id, solves[0]?.options)} path={to("solve")} />
              )}
            </Panel>
          ) : null}
        </div>
        <div className={classes.answer}>
          {shown ? (
            <Answer key={shown.id} solve={shown} open={open} isBusy={busy !== null} to={to} />
          ) : (
            <Empty title="No proposal yet">
              A proposal is a whole plan, found by a search and judged by every rule of the book: what goes
              in, what moves, what it costs, and how much better any plan could be. You see it beside today's
              plan and adopt all of it, some days, or nothing.
            </Empty>
          )}
        </div>
        <div className={classes.list}>
          <Earlier solves={solves} shownId={shown?.id ?? null} path={to("solve")} />
        </div>
      </div>
    </Page>
  );
}
