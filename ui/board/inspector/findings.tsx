import Link from "next/link";
import type { Finding } from "#core/model/finding.ts";
import { rules } from "#core/rules/index.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import classes from "./inspector.module.css";

/** What the rules find on a strip, by rule, each with its sentence and the way to it. */
export function Findings({ findings, base }: { findings: readonly Finding[]; base: string }) {
  if (findings.length === 0) return <p className="muted small">No rule finds anything on this strip.</p>;
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings)
    byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding]);
  return (
    <ul className={classes.rules}>
      {[...byRule].map(([ruleId, own]) => (
        <li key={ruleId}>
          <FindingList findings={own} />
          <p className="muted small">
            {rules.find((rule) => rule.id === ruleId)?.sentence}{" "}
            <Link href={`${base}/rules#${ruleId}`} aria-label={`Rule ${ruleId}`}>
              {ruleId}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
