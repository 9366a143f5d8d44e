import { Button } from "@mantine/core";
import Link from "next/link";
import { sceneOfStrip } from "#core/model/command/look-up.ts";
import type { Finding } from "#core/model/finding.ts";
import type { Strip } from "#core/model/strip.ts";
import { allInForce, titleOf } from "#core/rules/in-force.ts";
import { findingLinks } from "#ui/parts/finding-links.ts";
import { FindingList } from "#ui/parts/finding-list.tsx";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Mend } from "#ui/plan/mend.tsx";
import { seek } from "#ui/plan/seek.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { findingPath, waivePath } from "#ui/rules/rule-path.ts";
import type { Edits } from "../use-edits.ts";
import classes from "./inspector.module.css";

/** What the rules find on a strip, by rule, each with its sentence, what would mend it, and the way to the rule. */
export function Findings({
  findings,
  plan,
  edits,
  base,
}: {
  findings: readonly Finding[];
  plan: Plan;
  edits: Edits;
  base: string;
}) {
  if (findings.length === 0) return <p className="muted small">No rule finds anything on this strip.</p>;
  const { tables } = plan.snapshot;
  const rules = new Map(allInForce(tables).map(({ rule }) => [rule.id, rule]));
  // The way to the rule stands above its findings.
  const links = Object.fromEntries(
    Object.entries(findingLinks(findings, plan.facts, tables, base)).map(([id, own]) => [
      id,
      own.filter(({ kind }) => kind !== "rule"),
    ]),
  );
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings)
    byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding]);
  return (
    <ul className={classes.rules}>
      {[...byRule].map(([ruleId, own]) => {
        const rule = rules.get(ruleId);
        return (
          <li key={ruleId}>
            <p className="small">
              <Link
                href={findingPath(base, own[0] as Finding)}
                aria-label={`Rule ${titleOf(ruleId, tables)}`}
              >
                {titleOf(ruleId, tables)}
              </Link>
              {rule && rule.sentence !== titleOf(ruleId, tables) ? (
                <span className="muted">: {rule.sentence}</span>
              ) : null}
            </p>
            {own.map((finding) => (
              <div key={finding.id}>
                <FindingList findings={[finding]} links={links} withTimes />
                {plan.mayEdit && finding.kind === "violation" && finding.waiverId === null ? (
                  <Mend
                    of={plan.checked}
                    ask={(onJudged) => seek(plan.checked, finding, onJudged)}
                    take={({ commandId, input }) => {
                      plan.edit(commandId, input, undefined, "repair");
                    }}
                    beside={
                      <>
                        {pinnedIn(finding, plan).map((strip) => (
                          <Button
                            key={strip.id}
                            size="compact-xs"
                            variant="default"
                            onClick={() => edits.pin([strip.id], false)}
                          >
                            Unpin scene {sceneOfStrip(tables, strip)}
                          </Button>
                        ))}
                        <Waive href={waivePath(base, finding)} />
                      </>
                    }
                  />
                ) : null}
              </div>
            ))}
            {rule ? <p className="muted small">Source: {rule.source}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** So few are offered to be unpinned; of more it is not the pin that is in the way. */
const FEW = 2;

/** What must be unpinned before it can move and the finding be mended. */
function pinnedIn({ level, strips }: Finding, { facts }: Plan): readonly Strip[] {
  if (level !== "hard") return [];
  const pinned = [...new Set(strips)].flatMap((id) => facts.strips.get(id) ?? []).filter((s) => s.isPinned);
  return pinned.length <= FEW ? pinned : [];
}

const Waive = ({ href }: { href: string | null }) =>
  href ? (
    <LinkButton href={href} size="compact-xs">
      Waive…
    </LinkButton>
  ) : null;
