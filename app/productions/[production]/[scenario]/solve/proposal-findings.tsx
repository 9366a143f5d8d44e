import type { ReactNode } from "react";
import type { Finding } from "#core/model/finding.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { findingPath } from "#ui/rules/rule-path.ts";
import type { ProposalEffect } from "./proposal-effect.ts";
import type { Words } from "./proposal-words.ts";
import classes from "./solve.module.css";

/** What it breaks, mends, asks about and eases, by the whole rule book. */
export function Findings({
  effect: { breaks, asks, mends, eases },
  words,
  base,
}: {
  effect: ProposalEffect;
  words: Words;
  /** Where the pages of the scenario begin. */
  base: string;
}) {
  const hrefOf = (finding: Finding) => findingPath(base, finding);
  /** `lead`: of which plan the findings are told, where it is not the proposal. */
  const part = (title: string, findings: readonly Finding[], none: string, lead = ""): ReactNode => (
    <div className={classes.findings}>
      <h3>
        {title} <span className="muted">{findings.length}</span>
      </h3>
      {findings.length > 0 ? (
        <FindingList findings={findings} hrefOf={hrefOf} lead={lead} />
      ) : (
        <p className="muted small">{none}</p>
      )}
    </div>
  );
  return (
    <Panel title="Findings" note="by the whole rule book">
      {part(words.broken, breaks, words.none)}
      {part(words.mends, mends, "There is nothing hard to mend, or it stays.", words.lead)}
      {asks.length > 0 ? part("New, worth a look", asks, "") : null}
      {eases.length > 0 ? part(words.eases, eases, "", words.lead) : null}
    </Panel>
  );
}
