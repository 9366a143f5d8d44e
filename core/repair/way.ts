import { type Finding, isCostOfPlan } from "../model/finding.ts";
import type { Repair } from "../model/rule.ts";
import type { Strip } from "../model/strip.ts";
import type { Checked } from "../rules/check.ts";

/** What is to be mended, and in which plan. */
export interface Search {
  readonly checked: Checked;
  readonly finding: Finding;
  /** Strips of the finding that an edit may touch: neither pinned nor shot. */
  readonly strips: readonly Strip[];
}

/** An edit to try. */
export interface Attempt extends Repair {
  /** Attempts with the same key are one way out, of which only the first that mends is offered. Absent: what the edit itself tells. */
  readonly key?: string;
}

/** One kind of edit. */
export interface Way {
  readonly id: string;
  /** What is tried: "another time on any day". */
  readonly tried: string;
  /** So many of its attempts are judged, and so many offered. */
  readonly tries: number;
  readonly offers: number;
  /** Tried only where nothing before it mends it: more is changed than one thing. */
  readonly isLast?: true;
  /** Whether it has anything to do with the finding at all. */
  concerns(search: Search): boolean;
  /** The least change first. Null: it looked and found nothing to try yet, so that a page may draw in between. */
  attempts(search: Search): Iterable<Attempt | null>;
}

/** So many strips may be the ones at fault. */
const FEW = 4;

/** What the plan costs as a whole is no fault of the strips that it names, unless it names a few. */
export const isOfWholePlan = (finding: Finding): boolean =>
  isCostOfPlan(finding) && (finding.strips.length === 0 || finding.strips.length > FEW);
