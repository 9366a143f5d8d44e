import type { Finding } from "../model/finding.ts";
import type { Waiver } from "../model/rule-setting.ts";

/** Not a rule: leave to break one. */

/** Whether a waiver speaks of what a finding is about, be it still covered or not. */
function concerns(waiver: Waiver, finding: Finding): boolean {
  if (finding.kind !== "violation" || finding.level !== "hard" || finding.ruleId !== waiver.ruleId)
    return false;
  const named = waiver.stripIds.length > 0 || waiver.personIds.length > 0;
  const people = waiver.personIds.length === 0 || finding.people.every((id) => waiver.personIds.includes(id));
  const strips =
    finding.strips.length === 0
      ? waiver.personIds.length > 0 && finding.people.length > 0
      : finding.strips.every((id) => waiver.stripIds.includes(id));
  return named && people && strips;
}

const liesWithin = ({ startsAt, endsAt }: Waiver, { span }: Finding): boolean =>
  span === null || (span.start >= startsAt && span.end <= endsAt);

/** Why a waiver that speaks of a finding does not cover it; null where it does. */
export function lapseOf(waiver: Waiver, finding: Finding): "moved" | "grown" | null {
  if (!liesWithin(waiver, finding)) return "moved";
  return finding.amount > waiver.amount ? "grown" : null;
}

/** What has become of a waiver in a plan. */
export interface WaiverUse {
  readonly waiver: Waiver;
  /** Findings that it covers. */
  readonly covers: readonly Finding[];
  /** Findings of which it speaks, and that it does not cover any more: they moved out of its time, or grew beyond its amount. */
  readonly lapsed: readonly { readonly finding: Finding; readonly why: "moved" | "grown" }[];
}

/** The findings, each with the waiver that covers it: the first that does. Order is kept. */
export function withWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  if (waivers.length === 0) return findings;
  return findings.map((finding) => {
    const cover = waivers.find((waiver) => concerns(waiver, finding) && lapseOf(waiver, finding) === null);
    return cover ? { ...finding, waiverId: cover.id } : finding;
  });
}

/** Every waiver, with what it covers and what has outgrown it. Covers nothing and nothing lapsed: it is not needed. */
export const waiverUses = (findings: readonly Finding[], waivers: readonly Waiver[]): readonly WaiverUse[] =>
  waivers.map((waiver) => ({
    waiver,
    covers: findings.filter((finding) => finding.waiverId === waiver.id),
    lapsed: findings.flatMap((finding) => {
      const why = finding.waiverId === null && concerns(waiver, finding) ? lapseOf(waiver, finding) : null;
      return why ? [{ finding, why }] : [];
    }),
  }));
