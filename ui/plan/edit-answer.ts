import * as z from "zod";
import type { Patch } from "#core/model/patch.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";

/** An edit that undo or redo would turn round, and what it did in words. */
export interface Turn {
  readonly editId: string;
  readonly description: string;
}
/** What the server would undo and redo for this user, whichever page they did it on. */
export interface Turns {
  readonly undo: Turn | null;
  readonly redo: Turn | null;
}
export const NO_TURNS: Turns = { undo: null, redo: null };

/** What a page sends: an edit, or that the last one be taken back or brought again. */
export type EditRequest = { readonly clientId: string } & (
  | {
      readonly baseRevision: number;
      readonly commandId: string;
      readonly input: unknown;
      /** Absent: by hand. */
      readonly through?: "repair";
    }
  /** The edit with this id; true: the user's last one here. */
  | { readonly undo: true | string }
  | { readonly redo: true }
);

export type EditAnswer =
  | {
      readonly kind: "saved";
      /** Null where there was nothing to change. */
      readonly editId: string | null;
      readonly revision: number;
      readonly patch: Patch;
      readonly turns: Turns;
    }
  /** Someone else changed the same thing first. */
  | { readonly kind: "conflict"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string }
  /** No answer, or the server is not well: the edit is kept and sent again. */
  | { readonly kind: "unreachable" };

const fields = z.record(z.string(), z.unknown()).nullable();
const turn = z.object({ editId: z.string(), description: z.string() }).nullable();
const saved = z.object({
  editId: z.string().nullish(),
  revision: z.number(),
  patch: z.array(z.object({ entity: z.string(), id: z.string(), before: fields, after: fields })),
  turns: z.object({ undo: turn, redo: turn }),
});
const failure = z.object({ message: z.string() });

const WORDS: Record<number, string> = {
  401: "You are signed out. Sign in again in another tab, then repeat the edit.",
  403: "You may look at this plan but not change it. Ask its owner.",
  404: "This scenario is no longer there. Reload the page.",
  409: "Someone else changed this meanwhile. The plan now shows their change.",
};

/** Too many requests, a proxy without its server, a database that does not answer: these pass, and the edit waits. */
const isPassing = (status: number) => [408, 429, 502, 503, 504].includes(status);

export async function postEdit(
  scenarioId: string,
  request: EditRequest,
  send: typeof fetch = fetch,
): Promise<EditAnswer> {
  let response: Response;
  let body: unknown;
  try {
    response = await send(`/api/scenarios/${encodeURIComponent(scenarioId)}/edits`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    body = await response.json().catch(() => null);
  } catch {
    return { kind: "unreachable" };
  }
  if (isPassing(response.status)) return { kind: "unreachable" };
  const good = response.ok ? saved.safeParse(body) : null;
  if (good?.success)
    return {
      kind: "saved",
      editId: good.data.editId ?? null,
      revision: good.data.revision,
      patch: good.data.patch as Patch,
      turns: good.data.turns,
    };
  const said = failure.safeParse(body);
  const message =
    (said.success ? said.data.message : WORDS[response.status]) ??
    "The server did not take this edit. Reload the page to see the plan as it is.";
  return response.status === 409 ? { kind: "conflict", message } : { kind: "refused", message };
}

export async function loadSnapshot(
  scenarioId: string,
  send: typeof fetch = fetch,
): Promise<ScenarioSnapshot | null> {
  try {
    const response = await send(`/api/scenarios/${encodeURIComponent(scenarioId)}/snapshot`);
    // The server's own answer of its own type: numbers for instants, nothing to decode.
    return response.ok ? ((await response.json()) as ScenarioSnapshot) : null;
  } catch {
    return null;
  }
}
