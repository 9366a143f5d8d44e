import { err, ok, type Result } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import type { Refusal } from "#core/model/command.ts";
import type { Tables } from "#core/model/entities.ts";
import { applyPatch, inverse, type Patch, tidy } from "#core/model/patch.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { settingRefusal } from "#core/rules/parameters/settings.ts";
import { ruleBook } from "#core/scenario/rule-words.ts";
import { type EditAnswer, type EditRequest, NO_TURNS, type Turns } from "./edit-answer.ts";
import type { Turner, Way } from "./turner.ts";

/** An edit that the server has not confirmed yet. */
interface Waiting {
  readonly clientId: string;
  readonly asked: EditAsked;
  readonly patch: Patch;
  readonly description: string;
  /** The edit that this one takes back or brings again. */
  readonly of?: string;
}
type EditAsked = { commandId: string; input: unknown; through?: "repair" } | { undo: true } | { redo: true };

interface Done {
  readonly clientId: string;
  readonly patch: Patch;
  readonly description: string;
}

export type SaveState = "saved" | "saving" | "offline";

export interface PlanState {
  /** The plan as the page shows it: what the server has, and the edits on their way. */
  readonly snapshot: ScenarioSnapshot;
  readonly revision: number;
  readonly waiting: number;
  readonly save: SaveState;
  /** What undo and redo would do, in words; null when there is nothing. */
  readonly undoable: string | null;
  readonly redoable: string | null;
}

export interface PlanPorts {
  post(request: EditRequest): Promise<EditAnswer>;
  /** Null when it cannot be had. */
  load(): Promise<ScenarioSnapshot | null>;
  /** An edit was rolled back; says why. */
  rolledBack(description: string, message: string): void;
  /** The server took an edit back, or brought it again. */
  turned(way: Way, description: string): void;
  newId(): string;
  later(run: () => void, ms: number): void;
}

export interface PlanStore extends Turner {
  readonly state: () => PlanState;
  /** Shows the edit at once and sends it; gives the tables after it. */
  readonly edit: (commandId: string, input: unknown, through?: "repair") => Result<Tables, Refusal>;
  /** Takes what a page has just brought, if it is as new as what is here; what is on its way stays on top. */
  readonly adopt: (snapshot: ScenarioSnapshot, turns: Turns) => void;
  /** Tries now what is waiting, without the pause between attempts. */
  readonly retry: () => void;
}

const PAUSES_MS = [2_000, 5_000, 10_000, 30_000];

/**
 * The browser's plan. Edits show at once and go to the server in order, one at a time. What the server has confirmed is kept
 * apart from what is on its way, so that a refused edit can be taken out again whatever came after it.
 */
export function planStore(initial: ScenarioSnapshot, ports: PlanPorts, turns: Turns = NO_TURNS): PlanStore {
  let confirmed = initial;
  let queue: readonly Waiting[] = [];
  let done: readonly Done[] = [];
  let undone: readonly Done[] = [];
  let told: Turns = turns;
  /** The server's ids of edits made here: undo names the one it means, whatever was edited in another tab. */
  const editIds = new Map<string, string>();
  let isSending = false;
  let failures = 0;
  let shown = initial.tables;
  const listeners = new Set<() => void>();

  const compute = (): PlanState => ({
    snapshot: { ...confirmed, tables: shown },
    revision: confirmed.scenario.revision,
    waiting: queue.length,
    save: queue.length === 0 ? "saved" : failures > 0 ? "offline" : "saving",
    undoable: done.at(-1)?.description ?? told.undo?.description ?? null,
    redoable: undone.at(-1)?.description ?? told.redo?.description ?? null,
  });
  let state = compute();
  const publish = () => {
    const next = compute();
    // The snapshot keeps its identity while nothing in it changed: judging it again costs time.
    const same =
      next.snapshot.tables === state.snapshot.tables &&
      next.snapshot.light === state.snapshot.light &&
      next.revision === state.revision;
    state = same ? { ...next, snapshot: state.snapshot } : next;
    for (const listener of listeners) listener();
  };

  const patchOf = (tables: Tables, { asked, patch }: Waiting): Patch => {
    if (!("commandId" in asked)) return patch;
    const resolved = commandById(asked.commandId)?.bind(asked.input).resolve(tables);
    return resolved?.ok ? tidy(resolved.value) : [];
  };
  /** What is on its way, on top of what is confirmed. Edits that no longer apply are left out; the server will say so. */
  const rebase = () => {
    shown = queue.reduce((tables, waiting) => {
      const next = applyPatch(tables, patchOf(tables, waiting));
      return next.ok ? next.value : tables;
    }, confirmed.tables);
  };

  const enqueue = (waiting: Waiting, after: Tables) => {
    queue = [...queue, waiting];
    shown = after;
    publish();
    void send();
  };

  const take = (fresh: ScenarioSnapshot) => {
    if (fresh.scenario.revision < confirmed.scenario.revision) return;
    confirmed = fresh;
    rebase();
  };
  const reload = async () => {
    const fresh = await ports.load();
    if (fresh) take(fresh);
    publish();
  };

  const drop = (clientId: string) => {
    // What takes back an edit that never was, must not reach the server: it would take back another.
    queue = queue.filter((w) => w.clientId !== clientId && w.of !== clientId);
    done = done.filter((d) => d.clientId !== clientId);
    undone = undone.filter((d) => d.clientId !== clientId);
  };

  async function settle(first: Waiting, answer: Exclude<EditAnswer, { kind: "unreachable" }>): Promise<void> {
    if (answer.kind !== "saved") {
      drop(first.clientId);
      if (first.of) {
        done = done.filter((d) => d.clientId !== first.of);
        undone = undone.filter((d) => d.clientId !== first.of);
      }
      rebase();
      publish();
      ports.rolledBack(first.description, answer.message);
      if (answer.kind === "conflict") await reload();
      return;
    }
    queue = queue.slice(1);
    if (answer.editId && "commandId" in first.asked) editIds.set(first.clientId, answer.editId);
    told = answer.turns;
    if ("undo" in first.asked) ports.turned("undo", first.description);
    else if ("redo" in first.asked) ports.turned("redo", first.description);
    const isNext = answer.revision === confirmed.scenario.revision + 1;
    const next = applyPatch(confirmed.tables, answer.patch);
    if (isNext && next.ok) {
      const asShown = shown;
      confirmed = {
        ...confirmed,
        tables: next.value,
        scenario: { ...confirmed.scenario, revision: answer.revision },
      };
      rebase();
      const touched = new Set([...answer.patch, ...first.patch].map((change) => change.entity));
      if ([...touched].every((name) => JSON.stringify(shown[name]) === JSON.stringify(asShown[name])))
        shown = asShown;
      publish();
    } else {
      publish();
      // Others edited meanwhile, without conflict; or it was of what all scenarios share, which has a revision of its own.
      if (answer.patch.length > 0) await reload();
    }
  }

  const asOf = ({ asked, of }: Waiting, baseRevision: number) => {
    if ("commandId" in asked) return { ...asked, baseRevision };
    const id = "undo" in asked && of ? editIds.get(of) : undefined;
    return id ? { undo: id } : asked;
  };

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let first = queue[0]; first; first = queue[0]) {
        const { clientId } = first;
        const answer = await ports.post({ clientId, ...asOf(first, confirmed.scenario.revision) });
        if (answer.kind === "unreachable") {
          const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] as number;
          failures += 1;
          publish();
          ports.later(() => void send(), pause);
          return;
        }
        failures = 0;
        await settle(first, answer);
      }
    } finally {
      isSending = false;
    }
  }

  /** Undo and redo alike: the last of `from` turned round, or, where this page knows none, what the server knows. */
  const turn = (way: Way): string | null => {
    const entry = (way === "undo" ? done : undone).at(-1);
    const asked: EditAsked = way === "undo" ? { undo: true } : { redo: true };
    const clientId = ports.newId();
    if (!entry) {
      const words = (way === "undo" ? told.undo : told.redo)?.description ?? null;
      if (words) enqueue({ clientId, asked, patch: [], description: words }, shown);
      return words;
    }
    const patch = way === "undo" ? inverse(entry.patch) : entry.patch;
    const next = applyPatch(shown, patch);
    if (way === "undo") {
      done = done.slice(0, -1);
      undone = [...undone, entry];
    } else {
      undone = undone.slice(0, -1);
      done = [...done, entry];
    }
    enqueue(
      { clientId, asked, patch, description: entry.description, of: entry.clientId },
      next.ok ? next.value : shown,
    );
    return entry.description;
  };

  /** What the server says is last; what was edited or undone on other pages since ends what this page knows of undo and redo. */
  const listen = (turns: Turns) => {
    if (queue.length > 0) return;
    told = turns;
    const last = done.findLastIndex((d) => editIds.get(d.clientId) === turns.undo?.editId);
    if (last < done.length - 1 || turns.redo === null) undone = [];
    done = done.slice(0, last + 1);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    edit(commandId, input, through) {
      const command = commandById(commandId);
      if (!command) return err({ message: `There is no edit "${commandId}".` });
      const bound = command.bind(input);
      const patch = bound.resolve(shown);
      if (!patch.ok) return patch;
      const changes = tidy(patch.value);
      if (changes.length === 0) return ok(shown);
      const unfit = settingRefusal(shown, changes);
      if (unfit) return err(unfit);
      const next = applyPatch(shown, changes);
      if (!next.ok)
        return err({ message: "The plan changed meanwhile. Reload the page to see it as it is." });
      const clientId = ports.newId();
      const description = bound.describe(shown, ruleBook);
      done = [...done, { clientId, patch: changes, description }];
      undone = [];
      told = { ...told, redo: null };
      const asked = { commandId, input, ...(through ? { through } : {}) };
      enqueue({ clientId, asked, patch: changes, description }, next.value);
      return ok(next.value);
    },
    adopt(snapshot, turns) {
      if (snapshot.scenario.revision >= confirmed.scenario.revision) listen(turns);
      take(snapshot);
      publish();
    },
    tell(turns) {
      listen(turns);
      publish();
    },
    knows: (editId) => [...editIds.values()].includes(editId),
    undo: () => turn("undo"),
    redo: () => turn("redo"),
    retry: () => void send(),
  };
}
