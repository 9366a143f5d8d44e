import type { Interval } from "../base/interval.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { Checked } from "../rules/check.ts";
import { busyOf } from "../solve/openings.ts";
import { lengthsOf } from "../solve/plan/lengths.ts";
import { type Ground, groundOf } from "../solve/sequence.ts";

const EVER: readonly Interval[] = [{ start: epochSeconds(-1e11), end: epochSeconds(1e11) }];

/** What places are sought on. Who has no flight in the plan counts as aboard here: whether they are, the rules say of each place. */
export function placesGround({ facts, snapshot }: Checked): Ground {
  const aboard = new Map([...facts.people.keys()].map((id) => [id, facts.aboard.get(id) ?? EVER]));
  return groundOf({ ...facts, aboard }, busyOf(facts), lengthsOf(snapshot, facts));
}
