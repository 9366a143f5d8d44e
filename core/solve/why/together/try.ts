import type { StripId } from "../../../model/ids.ts";
import type { Repair } from "../../../model/rule.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";

/** An edit after which strips of a conflict might fit; tried on a copy before it is offered. */
export interface Try {
  readonly words: string;
  readonly edits: readonly Repair[];
  /** What the asking costs, in priority points. */
  readonly asking: number;
  /** A strip that is no longer to be in. */
  readonly without?: StripId;
  /** A rule that is asked to be waived. */
  readonly waivedRule?: string;
  /** See `Attempt`. */
  readonly instead?: ScenarioSnapshot;
  readonly grantedBy?: "station";
}
