"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { count, list } from "#core/base/format.ts";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { removeScene, undoOne } from "./actions.ts";
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

  const bringBack = (editId: string, note: string) => async () => {
    notifications.hide(note);
    const outcome = await undoOne({ scenarioId, editId });
    notifications.show(
      outcome.ok
        ? { message: `Scene ${number} is back, with its strips` }
        : { message: sentenceOf(outcome.error), color: "red" },
    );
  };
  const remove = () =>
    start(async () => {
      const outcome = await removeScene({ scenarioId, sceneId });
      if (!outcome.ok) {
        notifications.show({ message: sentenceOf(outcome.error), color: "red" });
        return;
      }
      const { editId } = outcome.value;
      const note = `removed-${sceneId}`;
      router.push(listPath);
      notifications.show({
        id: note,
        autoClose: 20_000,
        message: (
          <span style={{ display: "flex", gap: 12, alignItems: "center", flexWrap: "wrap" }}>
            Scene {number} removed
            {editId ? (
              <Button variant="default" onClick={() => void bringBack(editId, note)()}>
                Undo
              </Button>
            ) : null}
          </span>
        ),
      });
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
