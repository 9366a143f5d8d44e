import Link from "next/link";
import { spanText } from "#core/base/format.ts";
import type { Facts } from "#core/model/facts.ts";
import type { Finding } from "#core/model/finding.ts";
import { amountText, toneOf } from "#ui/parts/finding-list.tsx";
import { waivePath } from "#ui/rules/rule-path.ts";
import { MendFinding } from "./mend-finding.tsx";
import classes from "./rules.module.css";

/** What a rule found: amount, when, who, which strips, each a link; what would mend it; and leave to break it. */
export function RuleFindings({
  findings,
  facts,
  base,
  scenarioId,
  mayEdit,
  chosen,
  isJudging,
}: {
  findings: readonly Finding[];
  facts: Facts;
  base: string;
  scenarioId: string;
  mayEdit: boolean;
  /** The finding that the reader comes from. */
  chosen: string | undefined;
  /** False: the rule is switched off. */
  isJudging: boolean;
}) {
  if (findings.length === 0)
    return (
      <p className="muted small">
        {isJudging
          ? "This rule finds nothing in this plan."
          : "Switched off: this rule does not judge this plan."}
      </p>
    );
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => {
        const tone = toneOf(finding);
        return (
          <li
            key={finding.id}
            className={classes.finding}
            data-tone={tone}
            {...(chosen === finding.id ? { "data-chosen": "" } : {})}
          >
            <span>{finding.message}</span>
            <span className={classes.about}>
              <b>{tone === "unknown" ? "unknown" : amountText(finding)}</b>
              {finding.span ? <span>{spanText(finding.span)} GMT</span> : null}
              {finding.strips.slice(0, 8).map((id) => {
                const scene = facts.scenes.get(facts.strips.get(id)?.sceneId ?? ("" as never));
                return (
                  <Link key={id} href={`${base}/board?strip=${id}`}>
                    scene {scene?.number ?? "?"}
                  </Link>
                );
              })}
              {finding.strips.length > 8 ? <span>and {finding.strips.length - 8} more</span> : null}
              {finding.people.map((id) => (
                <Link key={id} href={`${base}/people/${id}`}>
                  {facts.people.get(id)?.shortName ?? "someone"}
                </Link>
              ))}
              {finding.waiverId ? (
                <Link href={`${base}/rules/waivers/${finding.waiverId}`} scroll={false}>
                  waived
                </Link>
              ) : null}
            </span>
            {mayEdit && finding.kind === "violation" ? (
              <MendFinding
                scenarioId={scenarioId}
                findingId={finding.id}
                whyHref={whyHrefOf(finding, facts, base)}
                waiveHref={waivePath(base, finding)}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** The first of its strips that lies in the boneyard can be asked about. */
function whyHrefOf({ strips }: Finding, facts: Facts, base: string): string | null {
  const loose = strips.find((id) => facts.strips.has(id) && !facts.placed.has(id));
  return loose ? `${base}/why?strip=${encodeURIComponent(loose)}` : null;
}
