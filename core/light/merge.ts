import { holds, type Interval } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";

/** What was found on the track of one source, of which only a piece is in use. */
export interface FoundOn<T> {
  readonly piece: Interval;
  readonly found: readonly T[];
}

/**
 * Two sources put the same event some seconds apart. Where it falls on either side of the seam between them it would be
 * lost, or come twice; so every track is searched beyond its piece, and of two that are the same the one stays whose
 * source is in use there. `at` gives an event's place; events of one source are never the same.
 */
export function merged<T>(
  pieces: readonly FoundOn<T>[],
  at: (event: T) => EpochSeconds,
  isSame: (a: T, b: T) => boolean,
): T[] {
  const all = pieces
    .flatMap(({ piece, found }) => found.map((event) => ({ event, isOwn: holds(piece, at(event)) })))
    .sort((a, b) => at(a.event) - at(b.event));
  const kept: (typeof all)[number][] = [];
  for (const one of all) {
    const last = kept.at(-1);
    if (!last || !isSame(last.event, one.event)) kept.push(one);
    else if (one.isOwn && !last.isOwn) kept[kept.length - 1] = one;
  }
  return kept.map(({ event }) => event);
}
