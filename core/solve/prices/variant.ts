import type { ScenarioSnapshot } from "../../model/snapshot.ts";

/** The same shoot with one thing more or less; what its best plan is worth says what the thing is worth. */
export interface Variant {
  /** `hour-of:dubrov`, `window:11` … */
  readonly id: string;
  /** "Dubrov: one more hour a day". */
  readonly words: string;
  /** The plan with the thing changed, and what stands in the way of that taken off the board. */
  readonly snapshot: ScenarioSnapshot;
  /** Less: what is planned with it could be planned without the change. More: the other way round. */
  readonly holds: "less" | "more";
  /** The best plan stands on it as it is, so that there is nothing to look for. */
  readonly isIdle?: boolean;
  /** Of what is had in amounts, told from the least on: the best plan with the amount before, as a plan with this one; null where there is none. */
  readonly grownFrom?: (plan: ScenarioSnapshot) => ScenarioSnapshot | null;
  /** Where it is hours more: how many in all, on all days. */
  readonly hours?: number;
  /** How many times as long it is looked for as the others; absent: as long. */
  readonly share?: number;
  /** Why it is worth what it is, where a reader would wonder: a whole sentence. */
  readonly note?: string;
}

/** Which variants there are of one kind: one file and one line in the list. */
export type Kind = (snapshot: ScenarioSnapshot) => readonly Variant[];
