"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { SolveView } from "#server/solves/watch.ts";

/** How a solve stands, as the server tells it; `isLost` while nobody tells. */
export function useSolve(scenarioId: string, came: SolveView): { view: SolveView; isLost: boolean } {
  const [view, setView] = useState(came);
  const [isLost, setLost] = useState(false);
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource;
    const open = () => {
      source = new EventSource(`/api/scenarios/${scenarioId}/solves/${came.id}/events`);
      source.onmessage = ({ data }) => {
        const next = JSON.parse(data) as SolveView;
        setLost(false);
        setView(next);
        if (next.state === "waiting" || next.state === "running") return;
        source.close();
        router.refresh();
      };
      source.onerror = () => {
        setLost(true);
        // A browser asks again by itself unless it was refused.
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, 3_000);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [scenarioId, came.id, router]);
  return { view, isLost };
}
