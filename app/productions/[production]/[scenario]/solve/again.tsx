"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { ask } from "./actions.ts";
import { leadTo } from "./led-to.ts";
import classes from "./solve.module.css";
import type { SolveFormInput } from "./solve-form.ts";

/** The same question of the plan as it is now. */
export function ProposeAgain({
  values,
  path,
  isBusy: isOccupied,
}: {
  values: SolveFormInput;
  path: string;
  /** Something is being worked out: it would be refused. */
  isBusy: boolean;
}) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const again = () =>
    start(async () => {
      const outcome = await ask(values).catch(() => null);
      if (outcome?.ok) {
        leadTo(outcome.value.solveId);
        router.push(`${path}?proposal=${outcome.value.solveId}`, { scroll: false });
      } else setProblem(outcome ? sentenceOf(outcome.error) : "The server cannot be reached.");
    });
  return (
    <>
      {problem ? (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      ) : null}
      <Button size="xs" onClick={again} loading={isBusy} disabled={isOccupied}>
        Propose again
      </Button>
      {isOccupied ? (
        <p className="muted small">You can, when what is being worked out is done or stopped.</p>
      ) : null}
    </>
  );
}
