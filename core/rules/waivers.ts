import { overlaps } from "../base/interval.ts";
import type { Finding } from "../model/finding.ts";
import type { Waiver } from "../model/rule-setting.ts";

/** Not a rule: leave to break one. */

type Named = Pick<Finding, "strips" | "people">;

/** Of what it waives: a hard breach of its rule. */
const isOfRule = (waiver: Waiver, { kind, level, ruleId }: Finding): boolean =>
  kind === "violation" && level === "hard" && ruleId === waiver.ruleId;

/** Whether all that a finding is about is named in a waiver. */
function namesAll(waiver: Waiver, { strips, people }: Named): boolean {
  const named = waiver.stripIds.length > 0 || waiver.personIds.length > 0;
  const hasPeople = waiver.personIds.length === 0 || people.every((id) => waiver.personIds.includes(id));
  const hasStrips =
    strips.length === 0
      ? waiver.personIds.length > 0 && people.length > 0
      : strips.every((id) => waiver.stripIds.includes(id));
  return named && hasPeople && hasStrips;
}

/** Whether it names some of what a finding is about: of its strips, or where there is none, of its people. */
const namesSome = (waiver: Waiver, { strips, people }: Named): boolean =>
  strips.length > 0
    ? strips.some((id) => waiver.stripIds.includes(id))
    : people.some((id) => waiver.personIds.includes(id));

const liesWithin = ({ startsAt, endsAt }: Waiver, { span }: Finding): boolean =>
  span === null || (span.start >= startsAt && span.end <= endsAt);

/** Why a waiver does not cover what it speaks of: that lies outside its time, has grown, or is about others as well. */
export type Lapse = "moved" | "grown" | "others";

/** Whether a waiver covers a finding, or why not; null where it does not speak of it. */
function coverOf(waiver: Waiver, finding: Finding): "covered" | Lapse | null {
  if (!isOfRule(waiver, finding)) return null;
  if (!namesAll(waiver, finding)) return namesSome(waiver, finding) ? "others" : null;
  if (!liesWithin(waiver, finding)) return "moved";
  return finding.amount > waiver.amount ? "grown" : "covered";
}

/** What has become of a waiver in a plan. */
export interface WaiverUse {
  readonly waiver: Waiver;
  /** Findings that it covers. */
  readonly covers: readonly Finding[];
  /** Findings of which it speaks, and that it does not cover. */
  readonly lapsed: readonly { readonly finding: Finding; readonly why: Lapse }[];
  /** What its rule cannot judge of its strips, of its time, or of the plan as a whole: while it is open, nobody knows whether the waiver is needed. */
  readonly open: readonly Finding[];
}

const leavesOpen = (waiver: Waiver, { kind, ruleId, strips, span }: Finding): boolean =>
  kind === "unknown" &&
  ruleId === waiver.ruleId &&
  (strips.length > 0
    ? strips.some((id) => waiver.stripIds.includes(id))
    : span === null || overlaps(span, { start: waiver.startsAt, end: waiver.endsAt }));

/** The findings, each with the waiver that covers it: the first that does. Order is kept. */
export function withWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  if (waivers.length === 0) return findings;
  return findings.map((finding) => {
    const cover = waivers.find((waiver) => coverOf(waiver, finding) === "covered");
    return cover ? { ...finding, waiverId: cover.id } : finding;
  });
}

/** Every waiver, with what it covers, what has outgrown it and what is open. None of these: it is not needed. */
export const waiverUses = (findings: readonly Finding[], waivers: readonly Waiver[]): readonly WaiverUse[] =>
  waivers.map((waiver) => ({
    waiver,
    covers: findings.filter((finding) => finding.waiverId === waiver.id),
    lapsed: findings.flatMap((finding) => {
      const why = finding.waiverId === null ? coverOf(waiver, finding) : null;
      return why && why !== "covered" ? [{ finding, why }] : [];
    }),
    open: findings.filter((finding) => leavesOpen(waiver, finding)),
  }));
