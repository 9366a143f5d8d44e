import type { Metadata } from "next";
import Link from "next/link";
import { clock, weekdayMonth } from "#core/base/format.ts";
import { factsOf } from "#core/model/facts.ts";
import { nextShootingDay } from "#core/model/next-day.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { findingPath } from "#ui/rules/rule-path.ts";
import { JudgedBy, VerdictLine } from "#ui/verdict.tsx";
import { now } from "../../../../clock.ts";
import { openScenario, type ScenarioParams } from "../open.ts";
import { FindingsByRule } from "./findings-by-rule.tsx";
import { firstThing } from "./first-thing.ts";
import { Ledger } from "./ledger.tsx";
import { LightOfDay } from "./light-of-day.tsx";
import { NextDay } from "./next-day.tsx";
import classes from "./overview.module.css";
import { ReadinessSummary } from "./readiness-summary.tsx";
import { Tiers } from "./tiers.tsx";
import { WindowMeter } from "./window-meter.tsx";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: ScenarioParams }) {
  const { snapshot, report, segment, mayEdit } = await openScenario(params, "plan.view");
  const facts = factsOf(snapshot);
  const hasMust = snapshot.tables.setUp.some((setUp) => setUp.tier === "must");
  const first = firstThing(report, hasMust);
  const asksWhy = first.action && "page" in first.action.to && first.action.to.page === "why?about=musts";
  const next = nextShootingDay(facts, now());
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const base = to("").replace(/\/$/, "");
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.verdict}>
            {hasMust || report.verdict === "does-not-fit" ? (
              <VerdictLine verdict={report.verdict} inHand={report.minutes.inHand} size="large" />
            ) : (
              <span className={classes.nothing}>Nothing has to fit yet</span>
            )}
          </h1>
          <p className={classes.under}>
            {first.says.map((said) => (
              <span key={said}>{said}</span>
            ))}
            {first.action ? (
              <Link
                href={
                  "page" in first.action.to
                    ? to(first.action.to.page)
                    : findingPath(base, first.action.to.finding)
                }
              >
                {first.action.text}
              </Link>
            ) : null}
          </p>
          <p className={classes.under}>
            {report.inTheCanAt ? (
              `Last must set-up in the can ${weekdayMonth(report.inTheCanAt)} ${clock(report.inTheCanAt)} GMT`
            ) : hasMust ? (
              <span>
                Not every must set-up is placed.{" "}
                {asksWhy ? null : <Link href={to("why?about=musts")}>Why do the musts not fit?</Link>}
              </span>
            ) : null}
            <JudgedBy report={report} tables={snapshot.tables} href={to("rules")} />
          </p>
        </div>
        <div className={classes.actions}>
          <LinkButton href={to("board")}>Board</LinkButton>
          {mayEdit ? <LinkButton href={to("solve")}>Propose a plan</LinkButton> : null}
          <LinkButton href={to("scenarios")}>What if…</LinkButton>
          {next ? (
            <LinkButton href={to(`reports/call-sheet?day=${next.number}`)} variant="filled">
              Call sheet day {next.number}
            </LinkButton>
          ) : null}
        </div>
      </header>
      <Panel title="Window" note="minutes of the main unit, per shoot day">
        {report.days.length > 0 ? (
          <WindowMeter days={report.days} light={snapshot.light} today={next?.id ?? null} />
        ) : (
          <p className="muted small">No shoot days yet.</p>
        )}
      </Panel>
      <div className={classes.columns}>
        <div className={classes.found}>
          <FindingsByRule report={report} facts={facts} tables={snapshot.tables} to={to} />
          <div className={classes.about}>
            <Panel title="About this data">
              <p className={classes.note}>{snapshot.production.note || "No note on sources yet."}</p>
            </Panel>
          </div>
        </div>
        <div className={classes.rest}>
          <Tiers facts={facts} minutes={report.minutes} />
          <Ledger facts={facts} tables={snapshot.tables} to={to} />
          <NextDay facts={facts} day={next} to={to} />
          <LightOfDay facts={facts} day={next} to={to} />
          <ReadinessSummary tables={snapshot.tables} facts={facts} to={to} />
        </div>
      </div>
    </div>
  );
}
