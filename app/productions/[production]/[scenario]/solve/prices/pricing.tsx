"use client";

import { Button, Progress } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { SolveView } from "#server/solves/watch.ts";
import { HoldUps } from "../hold-ups.tsx";
import classes from "../solve.module.css";
import { waitingText } from "../solve-words.ts";
import { useSolve } from "../use-solve.ts";

/** Prices that are being worked out: how many plans are found, and how to have what there is. */
export function Pricing({ scenarioId, came }: { scenarioId: string; came: SolveView }) {
  const { view, isLost, isStopAsked, problem, end } = useSolve(scenarioId, came);
  const { found = 0, of = 0 } = view.prices ?? {};
  const router = useRouter();
  const left = useTimeLeft(found, of);
  useEffect(() => {
    // What is found stands in the tables below.
    if (found > 0) router.refresh();
  }, [found, router]);
  return (
    <section className={classes.running} aria-label="Being worked out">
      <div className={classes.runningHead}>
        <p role="status" className={classes.state}>
          {isStopAsked
            ? "Ending with what there is…"
            : view.state === "waiting"
              ? waitingText(view)
              : of === 0
                ? "Planning the shoot as it is…"
                : `${found} of ${of} plans with one thing more or less${left}`}
        </p>
        <Button size="xs" variant="default" onClick={() => void end()} disabled={isStopAsked}>
          {found > 0 ? "Stop and keep these" : "Stop"}
        </Button>
      </div>
      <Progress value={of === 0 ? 0 : (100 * found) / of} aria-label="Plans found" size="sm" />
      <HoldUps view={view} problem={problem} isLost={isLost} what="this" waits="It waits" />
    </section>
  );
}

/** How long it will take for what is left at the pace of what is done, as far as one can say: `, about 2 min left`. */
function useTimeLeft(found: number, of: number): string {
  const [seen, setSeen] = useState<{ readonly from: number; readonly atMs: number } | null>(null);
  const [leftS, setLeftS] = useState<number | null>(null);
  useEffect(() => {
    const atMs = performance.now();
    if (!seen) setSeen({ from: found, atMs });
    else if (found > seen.from + 1)
      setLeftS(((of - found) * (atMs - seen.atMs)) / (found - seen.from) / 1000);
  }, [found, of, seen]);
  if (leftS === null) return "";
  return leftS < 60 ? ", less than a minute left" : `, about ${Math.round(leftS / 60)} min left`;
}
