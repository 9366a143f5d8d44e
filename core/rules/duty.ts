import { byStart, type Interval, overlaps, spanFrom, widen } from "../base/interval.ts";
import { type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, minutes } from "../base/quantity.ts";
import type { BlockKind, CrewBlock } from "../model/block.ts";
import type { ShootDay } from "../model/day.ts";
import type { PersonId } from "../model/ids.ts";
import type { Call, Placed } from "../model/placed.ts";

/** Not a rule: what the rules about people's time share. */

/** A person's own time, which is only theirs to give. */
export const PERSONAL_TIME = ["post-sleep", "pre-sleep", "off-duty"] as const satisfies readonly BlockKind[];
/** The station's work. Planning conferences, meals, exercise and medical conferences are part of the crew day, not duty. */
export const STATION_DUTY: readonly BlockKind[] = ["duty", "briefing", "handover", "travel"];

/** One person's call and the strip that it is for. */
export interface CallOf {
  readonly call: Call;
  readonly placed: Placed;
}

/** A person's calls, in order of start. */
export const callsOf = (personId: PersonId, strips: readonly Placed[]): readonly CallOf[] =>
  strips
    .flatMap((placed) =>
      placed.calls.filter((call) => call.personId === personId).map((call) => ({ call, placed })),
    )
    .sort((a, b) => byStart(a.call.span, b.call.span));

export const blockSpan = (block: Pick<CrewBlock, "startsAt" | "durationMin">): Interval | null =>
  spanFrom(block.startsAt, block.durationMin);

/** Spans of the blocks of some kinds, in the order given. */
export const spansOf = (
  blocks: readonly CrewBlock[] | undefined,
  kinds: readonly BlockKind[],
): readonly Interval[] =>
  (blocks ?? [])
    .filter((block) => kinds.includes(block.kind))
    .map(blockSpan)
    .filter((span) => span !== null);

/** When a person is in any block of these kinds. */
export const timeIn = (blocks: readonly CrewBlock[] | undefined, kinds: readonly BlockKind[]): Profile =>
  profile(spansOf(blocks, kinds));

const HALF_DAY_S = 43_200;

/**
 * The shoot day that what starts at this moment counts for: the one whose waking hours are nearest, so that what starts
 * after bedtime counts for the evening before, and an early call for the morning it begins. Null half a day or more away from
 * all of them. `days` in order.
 */
export function shootDayAt(days: readonly ShootDay[], at: EpochSeconds): ShootDay | null {
  let nearest: ShootDay | null = null;
  let nearestBy = HALF_DAY_S;
  for (const day of days) {
    const by = Math.max(day.wakesAt - at, at - day.sleepsAt, 0);
    if (by < nearestBy) [nearest, nearestBy] = [day, by];
  }
  return nearest;
}

const A_DAY = minutes(1_440);

/** Calls of which no block of the person's says, within a day on either side, when such time is. */
export const withoutBlocksNear = (calls: readonly CallOf[], blocks: Profile): readonly CallOf[] =>
  calls.filter(({ call }) => {
    const around = widen(call.span, A_DAY, A_DAY);
    return around && !blocks.some((block) => overlaps(block, around));
  });
