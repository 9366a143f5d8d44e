import type { Entity, Tables } from "#core/model/entities.ts";
import type { CheckReport } from "#core/model/finding.ts";
import { BOOK_SECTIONS } from "#core/rules/book.ts";
import { allInForce, type RuleInForce } from "#core/rules/in-force.ts";
import { waiverUses } from "#core/rules/waivers.ts";
import { amountText, type FindingTone, toneOf } from "#ui/parts/finding-list.tsx";

export interface RuleLine {
  readonly inForce: RuleInForce;
  readonly tone: FindingTone | "none";
  /** `38 min`, `2 unknown`, `off`. */
  readonly found: string;
  /** Parameters that differ from the book, in words. */
  readonly departs: string;
}
export interface RuleSection {
  readonly title: string;
  readonly lines: readonly RuleLine[];
}

const RANK = ["hard", "unknown", "soft", "waived"] as const;

function lineOf(inForce: RuleInForce, { findings }: CheckReport): RuleLine {
  const own = findings.filter((f) => f.ruleId === inForce.rule.id);
  const tone = RANK.find((t) => own.some((f) => toneOf(f) === t)) ?? "none";
  const same = own.filter((f) => toneOf(f) === tone);
  const [first] = same;
  const found = !inForce.isEnabled
    ? "off"
    : !first
      ? "kept"
      : tone === "unknown"
        ? `${same.length} unknown`
        : `${amountText({ ...first, amount: same.reduce((sum, f) => sum + f.amount, 0) })}${tone === "waived" ? ", waived" : ""}`;
  const departs = Object.keys(inForce.setBy)
    .map((name) => `${name} ${JSON.stringify(inForce.params[name])}`)
    .join(", ");
  return { inForce, tone: inForce.isEnabled ? tone : "none", found, departs };
}

/** The book by its sections, then the production's own rules. */
export function ruleSections(tables: Tables, report: CheckReport): readonly RuleSection[] {
  const all = allInForce(tables);
  const linesOf = (some: readonly RuleInForce[]) => some.map((inForce) => lineOf(inForce, report));
  return [
    ...BOOK_SECTIONS.map(({ title, ids }) => ({
      title,
      lines: linesOf(all.filter(({ rule }) => ids.includes(rule.id))),
    })),
    { title: OWN_RULES, lines: linesOf(all.filter(({ rule }) => rule.id.startsWith("own:"))) },
  ];
}
export const OWN_RULES = "Own rules";

export interface WaiverLine {
  readonly waiver: Entity<"waiver">;
  readonly state: "in use" | "lapsed" | "not needed";
  /** What it covers, or why it lapsed, in words. */
  readonly words: string;
}

export const waiverLines = (tables: Tables, { findings }: CheckReport): readonly WaiverLine[] =>
  waiverUses(findings, tables.waiver).map(({ waiver, covers, lapsed: [lapsed] }) => {
    if (lapsed) {
      const why =
        lapsed.why === "grown"
          ? `it has grown beyond the ${waiver.amount} that ${waiver.signedBy} signed for`
          : "it has moved out of the time that was signed for";
      return { waiver, state: "lapsed", words: `${lapsed.finding.message} Not covered: ${why}.` };
    }
    const [first] = covers;
    if (first) return { waiver, state: "in use", words: first.message };
    const gone = waiver.stripIds.length + waiver.personIds.length === 0;
    return {
      waiver,
      state: "not needed",
      words: gone ? "Its strips are not there any more." : "Nothing breaks this rule there now.",
    };
  });
