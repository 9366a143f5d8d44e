"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
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

/** What the server says when it is asked again. */
type Ask = (of: {
  scenarioId: string;
}) => Promise<{ ok: true; value: { verdict: Verdict; inHandMin: number } } | { ok: false }>;

/**
 * The verdict as the server judged it, or, while the plan is being edited on this page, as it is now. What a page said last holds on
 * the next, until the server tells of another `revision`. Whoever comes back to this tab sees what others have done meanwhile: the
 * server is asked again.
 */
export function LiveVerdict({
  scenarioId,
  revision,
  verdict,
  inHand,
  ask,
}: Judged & { revision: string; ask: Ask }) {
  const told = useSyncExternalStore(
    subscribe,
    () => latest,
    () => null,
  );
  const own = told?.scenarioId === scenarioId ? told : null;
  const [since, setSince] = useState<(Judged & { revision: string }) | null>(null);
  if (own && (since?.verdict !== own.verdict || since.inHand !== own.inHand || since.revision !== revision))
    setSince({ ...own, revision });
  useEffect(() => {
    const again = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await ask({ scenarioId }).catch(() => null);
      if (answer?.ok)
        setSince({ scenarioId, revision, verdict: answer.value.verdict, inHand: answer.value.inHandMin });
    };
    const listener = () => void again();
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  }, [scenarioId, revision, ask]);
  const isSince = since?.revision === revision && since.scenarioId === scenarioId;
  const shown = own ?? (isSince ? since : { verdict, inHand });
  return <VerdictLine verdict={shown.verdict} inHand={shown.inHand} />;
}
