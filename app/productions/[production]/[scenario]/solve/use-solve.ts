"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { SolveView } from "#server/solves/watch.ts";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { stop } from "./actions.ts";

export interface WatchedSolve {
  /** As the server tells it. */
  readonly view: SolveView;
  /** Nobody tells at present. */
  readonly isLost: boolean;
  readonly isStopAsked: boolean;
  /** Why it could not be stopped. */
  readonly problem: string | null;
  /** Asks to stop it; the best so far is kept. */
  end(): Promise<void>;
}

/** A solve while it is worked out, and the way to end it. */
export function useSolve(scenarioId: string, came: SolveView): WatchedSolve {
  const [view, setView] = useState(came);
  const [isLost, setLost] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isStopping, setStopping] = useState(false);
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource;
    let was: SolveView["state"] = "waiting";
    const open = () => {
      source = new EventSource(`/api/scenarios/${scenarioId}/solves/${came.id}/events`);
      source.onmessage = ({ data }) => {
        const next = JSON.parse(data) as SolveView;
        setLost(false);
        setView(next);
        if (next.state === was) return;
        was = next.state;
        if (was !== "waiting" && was !== "running") source.close();
        // The list of proposals says how this one stands as well.
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
  const end = async () => {
    setStopping(true);
    setProblem(null);
    const outcome = await stop({ scenarioId, solveId: came.id }).catch(() => null);
    if (outcome?.ok) return;
    setStopping(false);
    setProblem(outcome ? sentenceOf(outcome.error) : "The server cannot be reached. The search goes on.");
  };
  return { view, isLost, isStopAsked: isStopping || view.isStopAsked, problem, end };
}
