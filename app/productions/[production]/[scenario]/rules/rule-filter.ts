import type { RuleLine, RuleSection } from "./rule-lines.ts";

/** The last section: not of the book. */
export const OWN_RULES = "Own rules";

/** Which rules of the book a reader wants to see. */
export interface RuleFilter {
  readonly search: string;
  readonly shows: (typeof SHOWN)[number]["value"] | null;
}
export const ALL: RuleFilter = { search: "", shows: null };

export const SHOWN = [
  { value: "found", label: "With findings" },
  { value: "hard", label: "Broken" },
  { value: "unknown", label: "Not judged, or in part" },
  { value: "set", label: "Set otherwise than the book" },
  { value: "off", label: "Switched off" },
] as const;

const IS: { readonly [S in NonNullable<RuleFilter["shows"]>]: (line: RuleLine) => boolean } = {
  found: ({ found }) => found.length > 0,
  hard: ({ found }) => found.some(({ tone }) => tone === "hard"),
  unknown: ({ isJudged, found }) => !isJudged || found.some(({ tone }) => tone === "unknown"),
  set: ({ where, code }) => code !== "" && where !== "",
  off: ({ isEnabled }) => !isEnabled,
};

const textOf = ({ sentence, code, set, reason, level, sheet }: RuleLine): string =>
  [sentence, code, code.replaceAll("-", " "), level, ...set, reason, ...sheet].join(" ").toLowerCase();

/** The sections with the rules that fit, every word of the search in each; sections without one are left out while somebody looks for something. */
export function inBook(
  sections: readonly RuleSection[],
  { search, shows }: RuleFilter,
): readonly RuleSection[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && shows === null) return sections;
  return sections
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter(
        (line) => (shows === null || IS[shows](line)) && words.every((word) => textOf(line).includes(word)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
}
