import { count } from "#core/base/format.ts";
import { type CheckReport, type Finding, keepsFromFitting } from "#core/model/finding.ts";

/** The verdict in words, and what to do first. */
export interface FirstThing {
  /** Sentences, the verdict's reason first. */
  readonly says: readonly string[];
  readonly action: { readonly text: string; readonly to: Way } | null;
}
/** A page of the scenario, or the sheet of a finding's rule. */
type Way =
  | { readonly page: "scenes" | "board" | "solve" | "why?about=musts" | "day" }
  | { readonly finding: Finding };

const MUSTS = "must-scenes";
const n = (minutes: number) => minutes.toLocaleString("en");
const isInMinutes = ({ unit }: Finding) => unit.startsWith("minutes");

/** The largest breach; minutes weigh before what is counted, for most of the book is in minutes. */
const worstOf = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => Number(isInMinutes(b)) - Number(isInMinutes(a)) || b.amount - a.amount)[0];

/**
 * What keeps a plan from fitting comes in three kinds: what is placed breaks a rule, a must is not placed, the window is too short. Time
 * that is left over helps against none of the first, so it is only told where it means something.
 */
export function firstThing({ verdict, findings, minutes }: CheckReport, hasMust: boolean): FirstThing {
  const nothingMust = ["No set-up is a must yet: nothing has to be shot."];
  if (!hasMust && verdict !== "does-not-fit")
    return { says: nothingMust, action: { text: "Add scenes", to: { page: "scenes" } } };
  if (verdict === "does-not-fit") {
    const hard = findings.filter(keepsFromFitting);
    const broken = hard.filter(({ ruleId }) => ruleId !== MUSTS);
    const rules = new Set(broken.map(({ ruleId }) => ruleId)).size;
    const worst = worstOf(broken);
    const { inHand } = minutes;
    const missing = hard.filter(({ ruleId }) => ruleId === MUSTS).reduce((sum, f) => sum + f.amount, 0);
    const spare =
      inHand > 0
        ? [
            `${n(inHand)} min of the window are neither used nor kept in reserve: it is not time that is missing.`,
          ]
        : inHand < 0
          ? [`The window is ${n(-inHand)} min too short for what is placed, what must be and the reserve.`]
          : [];
    const musts = missing > 0 ? [`Must set-ups of ${n(missing)} min have no place.`] : [];
    if (worst)
      return {
        says: [
          `${count(broken.length, "finding")} of ${count(rules, "rule")} ${broken.length === 1 ? "keeps" : "keep"} it from fitting. First: ${worst.message}`,
          ...(hasMust ? [...musts, ...spare] : nothingMust),
        ],
        action: { text: "What would mend it", to: { finding: worst } },
      };
    return {
      says: [...musts, ...spare],
      action:
        inHand < 0
          ? { text: "Why do the musts not fit?", to: { page: "why?about=musts" } }
          : { text: "Find places for them", to: { page: "solve" } },
    };
  }
  const kept = `${n(minutes.inHand)} min in hand: shootable time that is neither used, nor needed for a must, nor kept in reserve.`;
  const overdrawn = `${n(-minutes.inHand)} min of the reserve are used up.`;
  const says = [minutes.inHand >= 0 ? kept : overdrawn];
  if (verdict === "fits") return { says, action: null };
  const unknown = findings
    .filter((f) => f.kind === "unknown")
    .toSorted((a, b) => Number(b.level === "hard") - Number(a.level === "hard"));
  const [first] = unknown;
  return {
    says: [
      `${count(unknown.length, "thing")} could not be judged. ${first ? `First: ${first.message}` : ""}`.trim(),
      ...says,
    ],
    action: first ? { text: "What is missing", to: { finding: first } } : null,
  };
}
