"use client";

import { Button } from "@mantine/core";
import { useRef } from "react";
import type { SolveView } from "#server/solves/watch.ts";
import { Chart } from "./chart.tsx";
import { HoldUps } from "./hold-ups.tsx";
import { useLedTo } from "./led-to.ts";
import classes from "./solve.module.css";
import { COST, costText, gapHelp, gapText, mustsText, tierLines, waitingText } from "./solve-words.ts";
import { useSolve } from "./use-solve.ts";

/** A proposal that is being worked out: how good it is so far, and how to have it now. */
export function Running({ scenarioId, came }: { scenarioId: string; came: SolveView }) {
  const { view, isLost, isStopAsked, problem, end } = useSolve(scenarioId, came);
  const here = useRef<HTMLElement>(null);
  useLedTo(came.id, here);
  const [first] = view.progress;
  const last = view.progress.at(-1);
  // The first that is told is the plan of today.
  const isFound = first?.points !== last?.points || first?.mustsMissingMin !== last?.mustsMissingMin;
  return (
    <section ref={here} tabIndex={-1} className={classes.running} aria-label="Being worked out">
      <div className={classes.runningHead}>
        <p role="status" className={classes.state}>
          {isStopAsked
            ? "Ending with the best plan so far…"
            : view.state === "waiting"
              ? waitingText(view)
              : isFound || view.lost?.atS
                ? "A plan was found; looking for a better one…"
                : "Looking for a first plan…"}
        </p>
        <Button size="xs" variant="default" onClick={() => void end()} disabled={isStopAsked}>
          {last ? "Stop and keep the best" : "Stop"}
        </Button>
      </div>
      <HoldUps
        view={view}
        problem={problem}
        isLost={isLost}
        what="proposals"
        waits="The plan is safe, and this waits"
      />
      {last ? (
        <>
          <dl className={classes.figures}>
            <div>
              <dt>{COST}</dt>
              <dd>{costText(last.points)}</dd>
            </div>
            {tierLines(last.setUpsIn).map(({ tier, in: placed, of }) => (
              <div key={tier}>
                <dt>{tier} set-ups in</dt>
                <dd>
                  {placed} of {of}
                </dd>
              </div>
            ))}
          </dl>
          <p className={classes.said}>
            {mustsText(last.mustsMissingMin)} {gapText(last)}
          </p>
          {gapHelp(last) ? <p className="muted small">{gapHelp(last)}</p> : null}
          <Chart points={view.progress} seconds={view.seconds} />
        </>
      ) : (
        <p className="muted small">
          The plan stays as it is: what comes out is a proposal, and you decide what becomes of it.
        </p>
      )}
    </section>
  );
}
