import Link from "next/link";
import type { ReactNode } from "react";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Split } from "#ui/tables/split.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { OffRules } from "./off-rules.tsx";
import { RuleBook } from "./rule-book.tsx";
import { ruleSections, waiverLines } from "./rule-lines.ts";
import classes from "./rules.module.css";

/** The book by sections, own rules and waivers, and beside them the sheet of one. */
export default async function RulesLayout({
  params,
  children,
}: {
  params: ScenarioParams;
  children: ReactNode;
}) {
  const { snapshot, report, mayEdit, segment } = await openScenario(params, "plan.view");
  const base = scenarioPath(segment.production, segment.scenario, "").replace(/\/$/, "");
  const waivers = waiverLines(snapshot.tables, report);
  const sections = ruleSections(snapshot, report, base);
  const list = (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>Rules</h1>
          <OffRules lines={sections.flatMap(({ lines }) => lines)} tables={snapshot.tables} />
        </div>
        {mayEdit ? (
          <div className="no-print">
            <LinkButton href={`${base}/rules/own/new`} variant="filled">
              Add own rule
            </LinkButton>
          </div>
        ) : null}
      </header>
      <Panel title="Waivers" note="leave to break a hard rule, signed" id="waivers">
        {waivers.length === 0 ? (
          <p className="muted small">
            None. A hard finding can be waived from its rule: open the rule below, then Waive beside the
            finding.
          </p>
        ) : (
          <ul className={classes.rules}>
            {waivers.map(({ waiver, state, rule, words, until }) => (
              <li key={waiver.id} className={classes.rule} data-state={state}>
                <span className={classes.level} data-tone={state === "lapsed" ? "hard" : "waived"}>
                  {state}
                </span>
                <span>
                  <Link href={`${base}/rules/waivers/${waiver.id}`} scroll={false} className={classes.name}>
                    {rule}: {words}
                  </Link>
                  <span className={classes.departs}>
                    Asked by {waiver.askedBy}, signed {waiver.signedBy}: {waiver.rationale}
                  </span>
                </span>
                <span className={classes.found}>
                  <span>{until}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <RuleBook sections={sections} />
    </div>
  );
  return (
    <Split title="Rules" list={list}>
      <div className={classes.sheet}>{children}</div>
    </Split>
  );
}
