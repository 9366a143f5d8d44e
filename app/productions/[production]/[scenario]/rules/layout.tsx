import Link from "next/link";
import type { ReactNode } from "react";
import { spanText } from "#core/base/format.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { rulePath } from "#ui/rules/rule-path.ts";
import { Split } from "#ui/tables/split.tsx";
import { JudgedBy } from "#ui/verdict.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { OWN_RULES, ruleSections, waiverLines } from "./rule-lines.ts";
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
  const list = (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>Rules</h1>
          <p className="muted small">
            <JudgedBy report={report} />
          </p>
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
            {waivers.map(({ waiver, state, words }) => (
              <li key={waiver.id} className={classes.rule} data-state={state}>
                <span className={classes.level} data-tone={state === "lapsed" ? "hard" : "waived"}>
                  {state}
                </span>
                <Link href={`${base}/rules/waivers/${waiver.id}`} scroll={false} className={classes.name}>
                  <span className="mono">{waiver.ruleId}</span>: {words}
                </Link>
                <span className={classes.found}>
                  {spanText({ start: waiver.startsAt, end: waiver.endsAt })}, signed {waiver.signedBy}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {ruleSections(snapshot.tables, report).map(({ title, lines }) => (
        <Panel key={title} title={title} note={String(lines.length)}>
          {lines.length === 0 ? (
            title === OWN_RULES ? (
              <Empty title="No own rules">
                What this film must keep beside the book: at most so many of something a day, one scene before
                another, something only with somebody. Made of a shape and its numbers, without code.
              </Empty>
            ) : null
          ) : (
            <ul className={classes.rules}>
              {lines.map(({ inForce: { rule, isEnabled }, tone, found, departs }) => (
                <li key={rule.id} id={rule.id} className={classes.rule} data-off={isEnabled ? undefined : ""}>
                  <span className={classes.level} data-level={rule.level}>
                    {rule.level}
                  </span>
                  <span>
                    <Link href={rulePath(base, rule.id)} scroll={false} className={classes.name}>
                      {rule.sentence}
                    </Link>
                    <span className={classes.departs}>
                      <span className="mono">{rule.id}</span>
                      {departs ? ` · set: ${departs}` : ""}
                    </span>
                  </span>
                  <span className={classes.found} data-tone={tone}>
                    {found}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ))}
      {report.notJudged.length > 0 ? (
        <Panel title="Not judged" note="named in every verdict, never counted as fine">
          <p className={classes.open}>
            {report.notJudged.map((id) => (
              <Link key={id} className="mono" href={rulePath(base, id)} scroll={false}>
                {id}
              </Link>
            ))}
          </p>
        </Panel>
      ) : null}
    </div>
  );
  return (
    <Split title="Rules" list={list}>
      {children}
    </Split>
  );
}
