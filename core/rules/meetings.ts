import { type Interval, overlaps } from "../base/interval.ts";
import type { CrewBlock } from "../model/block.ts";
import { blockSpan, type CallOf } from "./duty.ts";

/** Not a rule: where a person's calls meet their blocks. */

export interface PlacedBlock {
  readonly block: CrewBlock;
  readonly span: Interval;
}
export interface Meeting extends CallOf {
  readonly blocks: readonly PlacedBlock[];
}

/** Calls that overlap blocks, with those. Both come in order of start, so that it takes one pass. */
export function meetings(calls: readonly CallOf[], blocks: readonly CrewBlock[]): readonly Meeting[] {
  const spans = blocks.flatMap((block) => {
    const span = blockSpan(block);
    return span ? [{ block, span }] : [];
  });
  const met: Meeting[] = [];
  let over = 0;
  for (const own of calls) {
    const { start, end } = own.call.span;
    while (over < spans.length && (spans[over] as PlacedBlock).span.end <= start) over++;
    const mine: PlacedBlock[] = [];
    for (let i = over; i < spans.length && (spans[i] as PlacedBlock).span.start < end; i++) {
      const there = spans[i] as PlacedBlock;
      if (overlaps(there.span, own.call.span)) mine.push(there);
    }
    if (mine.length > 0) met.push({ ...own, blocks: mine });
  }
  return met;
}
