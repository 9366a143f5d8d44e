import type { Interval } from "../base/interval.ts";
import { type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import type { LightTable, OutsideLight } from "../model/light-table.ts";

/**
 * The stretches of one light without the seconds in which it may already be, or still be, the other. Only a change
 * from one light to the other costs margin: a change of orbit data, and the window's ends, do not.
 */
export function certainly(kind: OutsideLight, { spans }: LightTable): Profile {
  const mine = spans.filter((s) => s.kind === kind);
  const others = spans.filter((s) => s.kind !== kind).map((s) => s.span);
  const begins = new Set<EpochSeconds>(others.map((s) => s.start));
  const ends = new Set<EpochSeconds>(others.map((s) => s.end));
  return profile(
    mine.flatMap(({ span: { start, end }, margin }): Interval[] => {
      const from = epochSeconds(ends.has(start) ? start + margin : start);
      const to = epochSeconds(begins.has(end) ? end - margin : end);
      return from < to ? [{ start: from, end: to }] : [];
    }),
  );
}
