"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { count, list } from "#core/base/format.ts";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { removeScene } from "./actions.ts";
import classes from "./scenes.module.css";
import type { SheetStrip } from "./sheet-options.ts";

/** Removing a scene takes its strips off the board with it: it says so first, and offers to bring them back after. */
export function RemoveScene({
  scenarioId,
  sceneId,
  number,
  strips,
  setUps,
  listPath,
}: {
  scenarioId: string;
  sceneId: string;
  number: string;
  strips: readonly SheetStrip[];
  setUps: number;
  listPath: string;
}) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, start] = useTransition();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);

  const remove = () =>
    start(async () => {
      const outcome = await removeScene({ scenarioId, sceneId });
      if (!outcome.ok) {
        notifications.show({ message: sentenceOf(outcome.error), color: "red" });
        return;
      }
      router.push(listPath);
    });

  if (!isAsking)
    return (
      <div className={classes.remove}>
        <div>
          <Button variant="subtle" color="danger" onClick={() => setAsking(true)}>
            Remove scene {number}…
          </Button>
        </div>
      </div>
    );
  const placed = strips.flatMap((strip) => (strip.placed ? [strip.placed] : []));
  return (
    <section className={classes.remove} aria-label={`Remove scene ${number}`}>
      <p>
        Scene {number} goes with {count(strips.length, "strip")}
        {placed.length > 0 ? ` (placed ${list(placed)})` : ""} and {count(setUps, "set-up")}. Undo brings all
        of it back.
      </p>
      <div className={classes.removeActions}>
        <Button color="danger" onClick={remove} loading={isBusy}>
          Remove
        </Button>
        <Button ref={keep} variant="default" onClick={() => setAsking(false)} disabled={isBusy}>
          Keep
        </Button>
      </div>
    </section>
  );
}
