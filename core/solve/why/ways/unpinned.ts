import { pinStrips } from "../../../model/command/pin-strips.ts";
import type { Repair } from "../../../model/rule.ts";
import type { Strip } from "../../../model/strip.ts";

/** The edit that frees a strip, where it is pinned. */
export const unpinned = ({ id, isPinned }: Strip): readonly Repair[] =>
  isPinned ? [{ commandId: pinStrips.id, input: { stripIds: [id], isPinned: false } }] : [];
