import { IconCheck, IconQuestionMark, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { duration, list } from "#core/base/format.ts";
import type { CheckReport, Verdict } from "#core/model/finding.ts";
import { namedInSentence } from "#core/rules/in-force.ts";
import type { OwnRuleTables } from "#core/rules/own/own-rule.ts";
import classes from "./verdict.module.css";

const WORDS: Record<Verdict, string> = {
  fits: "Fits the window",
  "fits-with-unknowns": "Fits, with unknowns",
  "does-not-fit": "Does not fit",
};
const ICONS = { fits: IconCheck, "fits-with-unknowns": IconQuestionMark, "does-not-fit": IconX } as const;

/** "412 min in hand", "38 min too much", "19 min into reserve". The one number, always with its unit. */
export function inHandText(inHand: number, verdict: Verdict): string {
  const min = `${Math.abs(inHand).toLocaleString("en")} min`;
  return `${min} ${inHand >= 0 ? "in hand" : verdict === "does-not-fit" ? "too much" : "into reserve"}`;
}

/** Time that is left over means nothing where it is not time that is missing; a window that is too short is said. */
export const tellsNumber = (verdict: Verdict, inHand: number): boolean =>
  verdict !== "does-not-fit" || inHand < 0;

/** The verdict in a line: colour, icon and words together. `size` large leads the overview. */
export function VerdictLine({
  verdict,
  inHand,
  size = "small",
}: {
  verdict: Verdict;
  inHand: number;
  size?: "small" | "large";
}) {
  const Icon = ICONS[verdict];
  return (
    <span className={classes.line} data-verdict={verdict} data-size={size}>
      <Icon aria-hidden className={classes.icon} stroke={2.5} />
      <span className={classes.words}>{WORDS[verdict]}</span>
      {tellsNumber(verdict, inHand) ? (
        <span className={classes.number}>
          {inHandText(inHand, verdict)}
          {size === "large" && Math.abs(inHand) >= 120 ? (
            <span className={classes.hours}> ({duration(inHand)})</span>
          ) : null}
        </span>
      ) : null}
    </span>
  );
}

/** So many rules that do not judge are named; of more only the number is told. */
const NAMED = 3;

/** "Judged by 56 of 57 rules, not by noise", and the way to the rules page, where it stands why. */
export function JudgedBy({
  report: { judged, notJudged },
  tables,
  href,
}: {
  report: Pick<CheckReport, "judged" | "notJudged">;
  tables: OwnRuleTables;
  href: string;
}) {
  const names = notJudged.map((id) => namedInSentence(id, tables));
  const without = names.length > 0 && names.length <= NAMED ? `, not by ${list(names, "or")}` : "";
  return (
    <Link href={href} className="muted small">
      Judged by {judged.length} of {judged.length + notJudged.length} rules{without}
    </Link>
  );
}
