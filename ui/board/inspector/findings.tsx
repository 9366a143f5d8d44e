import Link from "next/link";
import type { Finding } from "#core/model/finding.ts";
import { allInForce } from "#core/rules/in-force.ts";
import { repairsFor } from "#core/scenario/repairs.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { Mend } from "#ui/plan/mend.tsx";
import type { Plan } from "#ui/plan/use-plan.ts";
import { findingPath } from "#ui/rules/rule-path.ts";
import classes from "./inspector.module.css";

/** What the rules find on a strip, by rule, each with its sentence, what would mend it, and the way to the rule. */
export function Findings({
  findings,
  plan,
  base,
}: {
  findings: readonly Finding[];
  plan: Plan;
  base: string;
}) {
  if (findings.length === 0) return <p className="muted small">No rule finds anything on this strip.</p>;
  const rules = new Map(allInForce(plan.snapshot.tables).map(({ rule }) => [rule.id, rule]));
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings)
    byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding]);
  return (
    <ul className={classes.rules}>
      {[...byRule].map(([ruleId, own]) => {
        const worst = own.find((f) => f.kind === "violation" && f.waiverId === null);
        return (
          <li key={ruleId}>
            <FindingList findings={own} />
            <p className="muted small">
              {rules.get(ruleId)?.sentence}{" "}
              <Link href={findingPath(base, own[0] as Finding)} aria-label={`Rule ${ruleId}`}>
                {ruleId}
              </Link>
            </p>
            {plan.mayEdit && worst ? (
              <Mend
                key={worst.id}
                ask={async () => repairsFor(plan.snapshot, plan.report, worst, plan.judge)}
                take={({ commandId, input }) => {
                  plan.edit(commandId, input);
                }}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
