import { gather } from "../base/gather.ts";
import { dateOf } from "../base/instant.ts";
import { byStart, type Interval, spanFrom, widen } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { EMPTY, type Profile, profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, minutes } from "../base/quantity.ts";
import type { BlockKind, CrewBlock } from "../model/block.ts";
import type { ShootDay } from "../model/day.ts";
import type { PersonId } from "../model/ids.ts";
import type { Call, Placed } from "../model/placed.ts";
import type { Group } from "../model/rule.ts";

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
export function callsOf(personId: PersonId, strips: readonly Placed[]): readonly CallOf[] {
  const known = lastCalls.get(strips);
  if (known?.personId === personId) return known.calls;
  const calls: CallOf[] = [];
  for (const placed of strips)
    for (const call of placed.calls) if (call.personId === personId) calls.push({ call, placed });
  calls.sort((a, b) => byStart(a.call.span, b.call.span));
  lastCalls.set(strips, { personId, calls });
  return calls;
}
/** Most lists of strips are one person's, and many rules ask for their calls. */
const lastCalls = new WeakMap<readonly Placed[], { personId: PersonId; calls: readonly CallOf[] }>();

/** A shoot day on which a person is called; null for calls on none. */
export interface CallDay {
  readonly day: ShootDay | null;
  readonly calls: readonly CallOf[];
}

/** A person's calls by shoot day, in order of start; of a stretch that an edit leaves as it was they are not looked up again. */
export const callDaysOf = (
  personId: PersonId,
  { strips, stretches = [strips] }: Pick<Group<"person", never>, "strips" | "stretches">,
  days: readonly ShootDay[],
): readonly CallDay[] => {
  const kept = once(days, "call days", () => new WeakMap<readonly Placed[], DaysOf>());
  return gather(stretches, (stretch) => {
    const known = kept.get(stretch);
    if (known?.personId === personId) return known.called;
    const found = new Map<ShootDay | null, CallOf[]>();
    for (const own of callsOf(personId, stretch)) {
      const day = shootDayOf(days, own.call.span);
      const calls = found.get(day);
      if (calls) calls.push(own);
      else found.set(day, [own]);
    }
    const called = [...found].map(([day, calls]): CallDay => ({ day, calls }));
    kept.set(stretch, { personId, called });
    return called;
  });
};
interface DaysOf {
  readonly personId: PersonId;
  readonly called: readonly CallDay[];
}

export const blockSpan = (block: Pick<CrewBlock, "startsAt" | "durationMin">): Interval | null =>
  spanFrom(block.startsAt, block.durationMin);

/** Spans of the blocks of some kinds, in the order given. */
export const spansOf = (
  blocks: readonly CrewBlock[] | undefined,
  kinds: readonly BlockKind[],
): readonly Interval[] =>
  blocks === undefined
    ? []
    : once(blocks, `spans of ${kinds.join()}`, () =>
        blocks
          .filter((block) => kinds.includes(block.kind))
          .map(blockSpan)
          .filter((span) => span !== null),
      );

/** When a person is in any block of these kinds. */
export const timeIn = (blocks: readonly CrewBlock[] | undefined, kinds: readonly BlockKind[]): Profile =>
  blocks === undefined
    ? EMPTY
    : once(blocks, `time in ${kinds.join()}`, () => profile(spansOf(blocks, kinds)));

const HALF_DAY_S = 43_200;

/**
 * The shoot day that what starts at this moment counts for: the one whose waking hours are nearest, so that what starts
 * after bedtime counts for the evening before, and an early call for the morning it begins. Null half a day or more away from
 * all of them. `days` in order.
 */
export function shootDayAt(days: readonly ShootDay[], at: EpochSeconds): ShootDay | null {
  const sleptBy = once(days, "slept by", () => latestSleeps(days));
  let nearest: ShootDay | null = null;
  let nearestBy = HALF_DAY_S;
  for (let i = firstAfter(sleptBy, at - HALF_DAY_S); i < days.length; i++) {
    const day = days[i] as ShootDay;
    if (day.wakesAt - at >= HALF_DAY_S) break;
    const by = Math.max(day.wakesAt - at, at - day.sleepsAt, 0);
    if (by < nearestBy) {
      nearest = day;
      nearestBy = by;
    }
  }
  return nearest;
}

/** Moments, in order, at which what starts may count for another shoot day than what starts a second before. */
export const shootDayTurns = (days: readonly ShootDay[]): readonly EpochSeconds[] =>
  once(days, "turns", () => {
    const turns = days.flatMap(({ wakesAt, sleepsAt }, i) => {
      const next = days[i + 1];
      const between = next ? [Math.floor((sleepsAt + next.wakesAt) / 2) + 1] : [];
      return [wakesAt - HALF_DAY_S + 1, sleepsAt + 1, sleepsAt + HALF_DAY_S, ...between];
    });
    return [...new Set(turns)].sort((a, b) => a - b).map(epochSeconds);
  });

/** The shoot day for which a call, a placement or a block counts, by its start. */
export const shootDayOf = (days: readonly ShootDay[], { start }: Interval): ShootDay | null =>
  shootDayAt(days, start);

/** The date for which it counts: its shoot day's, else the UTC date of its start. */
export const dateFor = (days: readonly ShootDay[], span: Interval): string =>
  shootDayOf(days, span)?.date ?? dateOf(span.start);
/** The same of a moment. */
export const dateOn = (days: readonly ShootDay[], at: EpochSeconds): string =>
  shootDayAt(days, at)?.date ?? dateOf(at);

interface Given {
  readonly personId: PersonId;
  readonly date: string;
  readonly minutes: number;
}
const NOTHING_GIVEN: ReadonlyMap<string, number> = new Map();

/** What is given to a person, or by them, by date: allocations, consents. */
export function minutesByDate(rows: readonly Given[], personId: PersonId): ReadonlyMap<string, number> {
  const all = once(rows, "by person and date", () => {
    const people = new Map<PersonId, Map<string, number>>();
    for (const row of rows) {
      const sums = people.get(row.personId) ?? new Map<string, number>();
      sums.set(row.date, (sums.get(row.date) ?? 0) + row.minutes);
      people.set(row.personId, sums);
    }
    return people;
  });
  return all.get(personId) ?? NOTHING_GIVEN;
}

/** For each day the latest bedtime up to it: in order, whatever the days. */
function latestSleeps(days: readonly ShootDay[]): readonly number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return days.map((day) => {
    latest = Math.max(latest, day.sleepsAt);
    return latest;
  });
}

/** Index of the first number that is greater; they come in order. */
function firstAfter(numbers: readonly number[], than: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= than) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const A_DAY = minutes(1_440);

/** Calls of which no block of the person's says, within a day on either side, when such time is. */
export const withoutBlocksNear = (calls: readonly CallOf[], blocks: Profile): readonly CallOf[] =>
  calls.filter(({ call }) => {
    const around = widen(call.span, A_DAY, A_DAY);
    return around && within(blocks, around).length === 0;
  });
