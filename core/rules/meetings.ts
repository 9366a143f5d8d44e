import { gather } from "../base/gather.ts";
import type { Interval } from "../base/interval.ts";
import { once } from "../base/once.ts";
import type { BlockKind, CrewBlock } from "../model/block.ts";
import type { CallOf } from "./duty.ts";
import { blocksInOrder, meeting } from "./whereabouts.ts";

/** Not a rule: where a person's calls meet their blocks. */

export interface PlacedBlock {
  readonly block: CrewBlock;
  readonly span: Interval;
}
export interface Meeting extends CallOf {
  readonly blocks: readonly PlacedBlock[];
}

/** Calls that overlap a person's blocks of some kinds, with those in order of start. */
export function meetings(
  calls: readonly CallOf[],
  all: readonly CrewBlock[] | undefined,
  kinds: readonly BlockKind[],
): readonly Meeting[] {
  if (calls.length === 0 || !all) return [];
  const own = once(all, `in order: ${kinds.join()}`, () =>
    blocksInOrder(all.filter((block) => kinds.includes(block.kind))),
  );
  return gather(calls, (call) => {
    const blocks = meeting(own, call.call.span);
    return blocks.length > 0 ? [{ ...call, blocks }] : [];
  });
}
