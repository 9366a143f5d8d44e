import { nextTurns, pastEdits, standingOf } from "#server/edits/undo-chain.ts";
import type { Turns } from "#ui/plan/plan-store.ts";

/** What a user could undo and redo in a scenario, in words. */
export async function turnsOf(productionId: string, scenarioId: string, userId: string): Promise<Turns> {
  const past = await pastEdits({ productionId, scenarioId });
  const { undo, redo } = nextTurns(past, userId);
  return {
    undoable: undo?.description ?? null,
    redoable: redo ? (standingOf(past).root(redo.id)?.description ?? null) : null,
  };
}
