import type { Interval } from "#core/base/interval.ts";

/** Gives each thing the first lane that is free when it starts. */
export function inLanes<T extends { readonly span: Interval }>(
  things: readonly T[],
): readonly (T & { readonly lane: number })[] {
  const ends: number[] = [];
  return [...things]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((thing) => {
      const free = ends.findIndex((end) => end <= thing.span.start);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = thing.span.end;
      return { ...thing, lane };
    });
}
