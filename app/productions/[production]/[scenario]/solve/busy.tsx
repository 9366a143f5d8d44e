"use client";

import { Button } from "@mantine/core";
import type { Asks } from "#server/db/solves.ts";
import type { SolveView } from "#server/solves/watch.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { HoldUps } from "./hold-ups.tsx";
import classes from "./solve.module.css";
import { busyText } from "./solve-words.ts";
import { useSolve } from "./use-solve.ts";

const STOP = { plan: "Stop and keep the best", prices: "Stop and keep what there is" } as const;

/**
 * In the place of a form that would be refused: what is being worked out elsewhere, how far it is, and how to end it. The form is back
 * when that is over. The bar on top speaks of it.
 */
export function Busy({
  scenarioId,
  came,
  asks,
  href,
}: {
  scenarioId: string;
  came: SolveView;
  asks: Asks;
  /** Where it is watched. */
  href: string;
}) {
  const { view, isLost, isStopAsked, problem, end } = useSolve(scenarioId, came);
  return (
    <div className={classes.busy}>
      <p>{busyText(asks, { ...view, isStopAsked })}</p>
      <p className="muted small">
        Of a scenario one thing is worked out at a time. Wait for it, or stop it: what is found by then is
        kept.
      </p>
      <HoldUps view={view} problem={problem} isLost={isLost} what="this" waits="It waits" />
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={() => void end()} disabled={isStopAsked}>
          {STOP[asks]}
        </Button>
        <LinkButton href={href}>Watch it</LinkButton>
      </div>
    </div>
  );
}
