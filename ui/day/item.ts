import type { Interval } from "#core/base/interval.ts";
import { type BlockKind, REST_KINDS } from "#core/model/block.ts";
import type { StripTone } from "../strip/strip-colour.ts";

/** A stretch of a call: what happens meanwhile. */
export interface Stretch {
  readonly kind: "make-up" | "rig" | "shoot" | "strike";
  readonly span: Interval;
}

/** One labelled thing in the row of a person or a module. */
export interface Item {
  readonly id: string;
  readonly kind: BlockKind | "strip" | "event";
  readonly span: Interval;
  /** Lane inside the row, where things overlap. */
  readonly lane: number;
  /** What stands on it. */
  readonly label: string;
  /** All that is known, for the detail line and for who does not see it. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly tone: StripTone | null;
  readonly stripId: string | null;
  readonly finding: "hard" | "unknown" | "soft" | null;
  readonly messages: readonly string[];
}
/** A person or a module, with what fills their day. */
export interface Row {
  readonly id: string;
  readonly group: "people" | "modules";
  readonly name: string;
  readonly note: string;
  readonly lanes: number;
  readonly items: readonly Item[];
}

/** Time of rest fills a row behind everything else. */
export const isRest = ({ kind }: Pick<Item, "kind">): boolean =>
  kind !== "strip" && kind !== "event" && REST_KINDS.includes(kind);
