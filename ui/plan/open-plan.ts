"use client";

import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { loadSnapshot, postEdit } from "./edit-answer.ts";
import { newId } from "./new-id.ts";
import { type PlanStore, planStore, type Turns } from "./plan-store.ts";

type RolledBack = (description: string, message: string) => void;

interface Open {
  readonly store: PlanStore;
  /** Pages that show this plan now; they say what was rolled back. */
  readonly pages: Set<RolledBack>;
}

// For as long as the tab is open: edits on their way, and what can be undone, outlive a visit to another page.
const plans = new Map<string, Open>();

function open(snapshot: ScenarioSnapshot, turns: Turns): Open {
  const { id } = snapshot.scenario;
  const pages = new Set<RolledBack>();
  const store = planStore(
    snapshot,
    {
      post: (request) => postEdit(id, request),
      load: () => loadSnapshot(id),
      rolledBack: (description, message) => {
        for (const page of pages) page(description, message);
      },
      newId,
      later: (run, ms) => setTimeout(run, ms),
    },
    turns,
  );
  return { store, pages };
}

/** The plan of a scenario as this tab knows it, brought up to date with what the page came with. */
export function openPlan(snapshot: ScenarioSnapshot, turns: Turns): Open {
  // On the server every visit has its own: it serves many people.
  if (typeof window === "undefined") return open(snapshot, turns);
  const known = plans.get(snapshot.scenario.id);
  known?.store.adopt(snapshot, turns);
  const plan = known ?? open(snapshot, turns);
  plans.set(snapshot.scenario.id, plan);
  return plan;
}
