import type { Profile } from "../../../base/profile.ts";
import type { UnknownLight } from "../../light-table.ts";
import type { SetUp } from "../../scene.ts";
import type { LightChoices } from "../choices.ts";
import type { Outside } from "../outside.ts";

/** When something holds for certain, and when that cannot be told. It does not hold at all other times. */
export interface Told {
  readonly certain: Profile;
  readonly unknown: readonly UnknownLight[];
}

/** What a set-up may ask of light, ground or link. Conditions read the table only, so they may run in a browser. */
export interface LightCondition {
  readonly id: string;
  /** What holds while it holds, in words for a page. */
  readonly sentence: string;
  isAsked(setUp: SetUp): boolean;
  /** Margins are taken off wherever something begins or ends. */
  times(setUp: SetUp, outside: Outside, choices: LightChoices): Told;
  /** Of minutes in which it does not hold: "outside the orbital day it asks for". */
  lacking(setUp: SetUp, outside: Outside): string;
}
