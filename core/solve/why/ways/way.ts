import type { StripId } from "../../../model/ids.ts";
import type { Repair } from "../../../model/rule.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import type { Checked } from "../../../rules/check.ts";
import type { Placement } from "../../placement.ts";
import type { Case } from "../case.ts";
import type { Conflict } from "../conflict.ts";

/** A start at which the strip breaks one rule and nothing else, by the least. */
export interface NearMiss {
  readonly ruleId: string;
  readonly placement: Placement;
  readonly amount: number;
  /** What the rule says of it there. */
  readonly messages: readonly string[];
}

/** What ways out are sought from. */
export interface Search {
  readonly at: Case;
  readonly conflict: Conflict;
  /** The plan as it is, by the whole book. */
  readonly whole: Checked;
  /** For each rule of the conflict, the nearest first. */
  readonly nearMisses: readonly NearMiss[];
  /** Time is up: what takes long ends with what it has. */
  isLate(): boolean;
}

/** An edit, and where the strip then goes; tried on a copy before it is offered. */
export interface Attempt {
  /** Half a sentence: "Leave out scene 12". */
  readonly words: string;
  readonly edits: readonly Repair[];
  /** Null: wherever it then fits best. */
  readonly placement: Placement | null;
  /** What the asking costs beside what the rules take, in priority points. */
  readonly asking: number;
  /** The plan that the edits lead to, where more comes of them than they say: another orbit's light. */
  readonly instead?: ScenarioSnapshot;
  /** Who has to grant it before it is more than a what-if. */
  readonly grantedBy?: "station";
  /** A waiver that others sign: it is looked at as if it were signed, and is no edit. */
  readonly waives?: { readonly ruleId: string; readonly amount: number };
  /** Other strips that then lie in the boneyard, and find a place beside it where there is one. */
  readonly moves?: readonly StripId[];
}

/** One kind of way out. */
export interface Kind {
  readonly id: string;
  /** What its asking is for, in half a sentence. */
  readonly asks: string;
  attempts(search: Search): Iterable<Attempt>;
}
