import type { Interval } from "../base/interval.ts";
import type { EpochSeconds, Minutes } from "../base/quantity.ts";
import type { PersonId, StripId, WaiverId } from "./ids.ts";
import type { Level } from "./rule.ts";

/** What a rule found: a violation with its amount, or a stretch that it cannot judge. */
export interface Finding {
  /** Rule, group and sorted strips: the same finding keeps its id from edit to edit. */
  readonly id: string;
  readonly ruleId: string;
  readonly kind: "violation" | "unknown";
  readonly level: Level;
  /** In `unit`; 0 for unknown. */
  readonly amount: number;
  readonly unit: string;
  /** What it costs in priority points; 0 for what is hard or unknown. */
  readonly points: number;
  /** The waiver that covers it; null where none does. A waived finding does not keep a plan from fitting. */
  readonly waiverId: WaiverId | null;
  readonly span: Interval | null;
  readonly strips: readonly StripId[];
  readonly people: readonly PersonId[];
  readonly groupKey: string;
  readonly message: string;
}

/** A hard breach that nobody waived. */
export const keepsFromFitting = ({ kind, level, waiverId }: Finding): boolean =>
  kind === "violation" && level === "hard" && waiverId === null;

/** What the whole plan costs (its moves, its order, what it leaves out) is no fault of the strips that it names. */
export const isCostOfPlan = ({ level, kind, groupKey }: Finding): boolean =>
  level === "soft" && kind === "violation" && groupKey === "plan";

export type Verdict = "fits" | "fits-with-unknowns" | "does-not-fit";

/** The one number and what it is made of; all in minutes of the main unit. */
export interface MinutesInHand {
  /** Director and operator awake and not in blocks, a usable module open, inside the window. */
  readonly shootable: Minutes;
  readonly placements: Minutes;
  readonly travel: Minutes;
  readonly mustNotPlaced: Minutes;
  readonly reserve: Minutes;
  /** Signed: shootable less all the others. */
  readonly inHand: Minutes;
}

export interface DayMinutes {
  readonly dayId: string;
  readonly number: number;
  readonly date: string;
  readonly span: Interval;
  readonly isClosed: boolean;
  /** Shootable, used (placements and travel) and reserved minutes of the main unit; free is what is left, never below 0. */
  readonly shootable: Minutes;
  readonly used: Minutes;
  readonly reserved: Minutes;
  readonly free: Minutes;
}

export interface CheckReport {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly minutes: MinutesInHand;
  readonly days: readonly DayMinutes[];
  /** When the last must set-up is in the can; null when not all of them are placed or shot, and when no placement tells it. */
  readonly inTheCanAt: EpochSeconds | null;
  /** Rules that judged this plan, and those that did not, by id: of the book in its order, then the plan's own. */
  readonly judged: readonly string[];
  readonly notJudged: readonly string[];
}
