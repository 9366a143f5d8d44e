"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Verdict } from "#core/model/finding.ts";
import { VerdictLine } from "../verdict.tsx";

interface Judged {
  readonly scenarioId: string;
  readonly verdict: Verdict;
  readonly inHand: number;
}

// One page shows one plan: what it judges last is what the bar above it says.
let latest: Judged | null = null;
const listeners = new Set<() => void>();
const tell = (next: Judged | null) => {
  latest = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Tells the bar what the plan on this page says now; as long as the page is open. */
export function useTellVerdict({ scenarioId, verdict, inHand }: Judged): void {
  useEffect(() => {
    tell({ scenarioId, verdict, inHand });
  }, [scenarioId, verdict, inHand]);
  useEffect(() => () => tell(null), []);
}

/** The verdict as the server judged it, or, while the plan is being edited on this page, as it is now. */
export function LiveVerdict({ scenarioId, verdict, inHand }: Judged) {
  const told = useSyncExternalStore(
    subscribe,
    () => latest,
    () => null,
  );
  const shown = told?.scenarioId === scenarioId ? told : { verdict, inHand };
  return <VerdictLine verdict={shown.verdict} inHand={shown.inHand} />;
}
