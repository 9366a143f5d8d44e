import type { EditAnswer, EditRequest, Turns } from "./edit-answer.ts";

export type Way = "undo" | "redo";

/** Undo and redo of a plan, as this tab knows them: one for every page of the plan. */
export interface Turner {
  readonly subscribe: (listener: () => void) => () => void;
  /** What undo and redo would turn round, in words; null when there is nothing. The same object while it is the same. */
  readonly state: () => TurnState;
  /** Give what was taken back or brought again, in words; null when there was nothing to do. */
  readonly undo: () => string | null;
  readonly redo: () => string | null;
  /** Takes what the server says is last now. */
  readonly tell: (turns: Turns) => void;
  /** Whether the edit was made by way of this; then its page has shown what it did. */
  readonly knows: (editId: string) => boolean;
}
export interface TurnState {
  readonly undoable: string | null;
  readonly redoable: string | null;
  /** Edits on their way. */
  readonly waiting: number;
}

interface TurnPorts {
  post(request: EditRequest): Promise<EditAnswer>;
  turned(way: Way, description: string): void;
  /** It was not done; says why. */
  failed(way: Way, description: string, message: string): void;
  newId(): string;
}

const UNREACHABLE = "The server cannot be reached. Nothing was changed; try again when it answers.";

/** Undo and redo where no page of this tab has the plan in its hands: the server does both, one after the other. */
export function serverTurner(turns: Turns, ports: TurnPorts): Turner {
  let told = turns;
  let line: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const listeners = new Set<() => void>();
  const compute = (): TurnState => ({
    undoable: told.undo?.description ?? null,
    redoable: told.redo?.description ?? null,
    waiting,
  });
  let state = compute();
  const publish = () => {
    state = compute();
    for (const listener of listeners) listener();
  };
  const carryOut = async (way: Way) => {
    // What is last is known only when the one before is done.
    const turn = told[way];
    const answer = turn && (await ports.post({ clientId: ports.newId(), undo: turn.editId }));
    waiting -= 1;
    if (answer?.kind === "saved") told = answer.turns;
    publish();
    if (!turn || !answer) return;
    if (answer.kind === "saved") ports.turned(way, turn.description);
    else ports.failed(way, turn.description, answer.kind === "unreachable" ? UNREACHABLE : answer.message);
  };
  const turn = (way: Way) => {
    const words = told[way]?.description ?? null;
    if (words === null && waiting === 0) return null;
    waiting += 1;
    publish();
    line = line.then(() => carryOut(way));
    return words;
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    undo: () => turn("undo"),
    redo: () => turn("redo"),
    tell(turns) {
      if (waiting > 0) return;
      told = turns;
      publish();
    },
    knows: () => false,
  };
}
