import type { StripId } from "../../model/ids.ts";

/** What keeps a strip out: that others stay where they stand, and rules. Each can be left out by itself. */
export type Member = `stays ${StripId}` | `rule ${string}`;

export const staying = (id: StripId): Member => `stays ${id}`;
export const ruled = (ruleId: string): Member => `rule ${ruleId}`;
export const ruleIn = (member: Member): string | null =>
  member.startsWith("rule ") ? member.slice(5) : null;
export const stayingIn = (member: Member): StripId | null =>
  member.startsWith("stays ") ? (member.slice(6) as StripId) : null;
