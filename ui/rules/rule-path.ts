import { type Finding, keepsFromFitting } from "#core/model/finding.ts";

/** The address of a rule's sheet, under the address of a scenario; of an own rule too. */
export const rulePath = (base: string, ruleId: string): string =>
  ruleId.startsWith("own:")
    ? `${base}/rules/own/${encodeURIComponent(ruleId.slice(4))}`
    : `${base}/rules/${ruleId}`;

/** A finding on the sheet of its rule: what it is, what would mend it, leave to break it. */
export const findingPath = (base: string, { ruleId, id }: Pick<Finding, "ruleId" | "id">): string =>
  `${rulePath(base, ruleId)}?finding=${encodeURIComponent(id)}`;

/** Where leave to break a rule is signed for; null for what cannot be waived: it keeps no plan from fitting, or names nobody and no strip. */
export const waivePath = (base: string, finding: Finding): string | null =>
  keepsFromFitting(finding) && finding.strips.length + finding.people.length > 0
    ? `${base}/rules/waivers/new?finding=${encodeURIComponent(finding.id)}`
    : null;
