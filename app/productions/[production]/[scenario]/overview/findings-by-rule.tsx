import Link from "next/link";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import type { CheckReport } from "#core/model/finding.ts";
import { titleOf } from "#core/rules/in-force.ts";
import { findingLinks } from "#ui/parts/finding-links.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { rulePath } from "#ui/rules/rule-path.ts";
import classes from "./overview.module.css";
import { howTold, ruleGroups } from "./rule-groups.ts";

/** Findings of a rule that are told at once. */
const MOST = 12;

/** What the rules found, by rule, each with its amount; opens to the single findings, each with the way to every strip, person and rule that it names. */
export function FindingsByRule({
  report,
  facts,
  tables,
  to,
}: {
  report: CheckReport;
  facts: Facts;
  tables: Tables;
  to: (page: string) => string;
}) {
  const groups = ruleGroups(report.findings);
  const base = to("").replace(/\/$/, "");
  const links = findingLinks(report.findings, facts, tables, base);
  return (
    <Panel title={`Findings (${report.findings.length})`} note={howTold(report.findings)} id="findings">
      {groups.length === 0 ? (
        <p className={classes.ok}>Nothing found by the {report.judged.length} rules that judge.</p>
      ) : null}
      {groups.map((group) => (
        <details
          key={`${group.tone}:${group.ruleId}`}
          className={classes.rule}
          open={groups.length === 1 && group.findings.length <= 4}
        >
          <summary>
            <span>{titleOf(group.ruleId, tables)}</span>
            <span className={classes.amount} data-tone={group.tone}>
              {group.total}
            </span>
          </summary>
          <p className="small">
            <Link href={rulePath(base, group.ruleId)}>
              The rule{group.tone === "hard" ? ", and what would mend this" : ""}
            </Link>
          </p>
          <FindingList findings={group.findings.slice(0, MOST)} links={links} />
          {group.findings.length > MOST ? (
            <details className={classes.more}>
              <summary>and {group.findings.length - MOST} more</summary>
              <FindingList findings={group.findings.slice(MOST)} links={links} />
            </details>
          ) : null}
        </details>
      ))}
    </Panel>
  );
}
