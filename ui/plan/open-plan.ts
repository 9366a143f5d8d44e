"use client";

import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { loadSnapshot, NO_TURNS, postEdit, type Turns } from "./edit-answer.ts";
import { newId } from "./new-id.ts";
import { type PlanStore, planStore } from "./plan-store.ts";
import { serverTurner, type Turner, type Way } from "./turner.ts";

/** Who says to the user what became of an edit or an undo. */
export interface Teller {
  /** An edit was rolled back, an undo was not done; says why. */
  failed(what: string, message: string): void;
  turned(way: Way, description: string): void;
}

interface Open {
  readonly turner: Turner;
  /** Null: no page of this tab has had the plan in its hands. */
  readonly store: PlanStore | null;
}
interface OpenPlan extends Open {
  readonly store: PlanStore;
}

// For as long as the tab is open: edits on their way, and what can be undone, outlive a visit to another page.
const plans = new Map<string, Open>();
const tellers = new Map<string, Set<Teller>>();
const pages = new Map<string, number>();
const listeners = new Set<() => void>();

const tell = (id: string, say: (teller: Teller) => void) => {
  for (const teller of tellers.get(id) ?? []) say(teller);
};
const publish = () => {
  for (const listener of listeners) listener();
};

/** Listens to what becomes of edits of a plan, until it is called off. */
export function listenTo(scenarioId: string, teller: Teller): () => void {
  const all = tellers.get(scenarioId) ?? new Set();
  tellers.set(scenarioId, all.add(teller));
  return () => {
    all.delete(teller);
  };
}

/** A page shows the plan that this tab holds, until it is called off: it shows what an edit does as it is done. */
export function showPlan(scenarioId: string): () => void {
  const count = (by: number) => pages.set(scenarioId, (pages.get(scenarioId) ?? 0) + by);
  count(1);
  publish();
  return () => {
    count(-1);
    publish();
  };
}
export const isShown = (scenarioId: string): boolean => (pages.get(scenarioId) ?? 0) > 0;

export const subscribeToPlans = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Undo and redo of a plan: by the plan that this tab holds, else by the server alone. */
export function turnerOf(scenarioId: string, turns: Turns = NO_TURNS): Turner {
  const known = typeof window === "undefined" ? undefined : plans.get(scenarioId);
  if (known) return known.turner;
  const turner = serverTurner(turns, {
    post: (request) => postEdit(scenarioId, request),
    turned: (way, description) => tell(scenarioId, (to) => to.turned(way, description)),
    failed: (way, description, message) =>
      tell(scenarioId, (to) =>
        to.failed(`Not ${way === "undo" ? "undone" : "done again"}: ${description}`, message),
      ),
    newId,
  });
  if (typeof window !== "undefined") plans.set(scenarioId, { turner, store: null });
  return turner;
}

/** Undo or redo. A page that shows the plan shows it at once; elsewhere it is told when the server has done it. */
export function turnPlan(scenarioId: string, way: Way): void {
  const description = turnerOf(scenarioId)[way]();
  if (description !== null && isShown(scenarioId)) tell(scenarioId, (to) => to.turned(way, description));
}

function open(snapshot: ScenarioSnapshot, turns: Turns): OpenPlan {
  const { id } = snapshot.scenario;
  const store = planStore(
    snapshot,
    {
      post: (request) => postEdit(id, request),
      load: () => loadSnapshot(id),
      rolledBack: (description, message) =>
        tell(id, (to) => to.failed(`Taken back: ${description}`, message)),
      turned: (way, description) => {
        if (!isShown(id)) tell(id, (to) => to.turned(way, description));
      },
      newId,
      later: (run, ms) => setTimeout(run, ms),
    },
    turns,
  );
  return { store, turner: store };
}

/** The plan of a scenario as this tab knows it. It is asked for while a page is drawn: nobody is told of anything here. */
export function openPlan(snapshot: ScenarioSnapshot, turns: Turns): PlanStore {
  // On the server every visit has its own: it serves many people.
  if (typeof window === "undefined") return open(snapshot, turns).store;
  const { id } = snapshot.scenario;
  const known = plans.get(id)?.store;
  if (known) return known;
  const plan = open(snapshot, turns);
  plans.set(id, plan);
  return plan.store;
}
