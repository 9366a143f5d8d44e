import type { Profile } from "../base/profile.ts";
import type { LightTable } from "../model/light-table.ts";

/** What a set-up may ask of the light outside. Conditions read the table only, so they may run in a browser. */
export interface LightCondition {
  readonly id: string;
  /** What holds while it holds, in words for a page. */
  readonly sentence: string;
  /** When it holds for certain: margins are taken off wherever light changes. */
  times(table: LightTable): Profile;
}
