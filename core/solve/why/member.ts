import type { StripId } from "../../model/ids.ts";

/** What keeps a strip out: that others stay where they stand, and rules. Each can be left out by itself. */
export type Member = `stays ${StripId}` | `rule ${string}`;

/** That a strip stays where it stands. */
export const staying = (id: StripId): Member => `stays ${id}`;
/** That a rule is kept. */
export const ruled = (ruleId: string): Member => `rule ${ruleId}`;
/** The id of the rule; null for a strip that stays. */
export const ruleIn = (member: Member): string | null =>
  member.startsWith("rule ") ? member.slice(5) : null;
/** The strip that stays; null for a rule. */
export const stayingIn = (member: Member): StripId | null =>
  member.startsWith("stays ") ? (member.slice(6) as StripId) : null;
