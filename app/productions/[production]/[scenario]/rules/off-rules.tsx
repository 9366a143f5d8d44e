import Link from "next/link";
import type { Tables } from "#core/model/entities.ts";
import { whyNotJudged } from "#core/rules/in-force.ts";
import type { RuleLine } from "./rule-lines.ts";
import classes from "./rules.module.css";

/** Rules that do not judge this plan, each with why: no verdict is better than the rules that it is of. */
export function OffRules({ lines, tables }: { lines: readonly RuleLine[]; tables: Tables }) {
  const off = lines.filter(({ isJudged }) => !isJudged);
  return (
    <div className={classes.judged}>
      <p className="muted small">
        Judged by {lines.length - off.length} of {lines.length} rules
        {off.length > 0 ? ", but not by:" : ""}
      </p>
      {off.length > 0 ? (
        <ul aria-label="Rules that do not judge this plan">
          {off.map(({ id, href, sentence }) => (
            <li key={id}>
              <Link href={href} scroll={false}>
                {sentence}
              </Link>{" "}
              <span className="muted">{whyNotJudged(id, tables)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
