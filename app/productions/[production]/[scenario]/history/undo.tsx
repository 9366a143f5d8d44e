"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, useTransition } from "react";
import { count } from "#core/base/format.ts";
import { type FormFailure, sentenceOf } from "#ui/form/use-action-form.ts";
import { noteFailure } from "#ui/plan/turn-note.tsx";
import { askTogether, undoOne, undoTogether } from "./actions.ts";
import classes from "./history.module.css";

const DONE = { undo: "Undone", redo: "Done again" } as const;
const OFFLINE: FormFailure = {
  kind: "offline",
  message: "The server cannot be reached. Nothing was changed.",
};
type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: FormFailure };

function useRunning(what: string) {
  const [isBusy, start] = useTransition();
  const run = <T,>(act: () => Promise<Outcome<T>>, done?: (value: T) => void) =>
    start(async () => {
      const outcome = await act().catch((): Outcome<T> => ({ ok: false, error: OFFLINE }));
      if (outcome.ok) done?.(outcome.value);
      else noteFailure(`Not done: ${what}`, sentenceOf(outcome.error));
    });
  return { isBusy, run };
}

/** Takes an edit back, or brings again what an undo took. */
export function UndoButton({
  scenarioId,
  editId,
  description,
  way,
}: {
  scenarioId: string;
  editId: string;
  description: string;
  way: "undo" | "redo";
}) {
  const { isBusy, run } = useRunning(description);
  const name = way === "undo" ? "Undo" : "Bring again";
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={isBusy}
      aria-label={`${name}: ${description}`}
      onClick={() =>
        run(
          () => undoOne({ scenarioId, editId }),
          () => notifications.show({ message: `${DONE[way]}: ${description}` }),
        )
      }
    >
      {name}
    </Button>
  );
}

interface Later {
  readonly id: string;
  readonly when: string;
  readonly authorName: string;
  readonly description: string;
}

/** Where later edits build on one: says which would go with it, then takes all of them back. */
export function UndoTogether({
  scenarioId,
  editId,
  description,
}: {
  scenarioId: string;
  editId: string;
  description: string;
}) {
  const { isBusy, run } = useRunning(description);
  const [together, setTogether] = useState<readonly Later[] | null>(null);
  if (!together)
    return (
      <Button
        size="compact-xs"
        variant="default"
        loading={isBusy}
        aria-label={`Undo back to: ${description}`}
        onClick={() => run(() => askTogether({ scenarioId, editId }), setTogether)}
      >
        Undo back to here…
      </Button>
    );
  return (
    <section className={classes.together} aria-label={`Undo together: ${description}`}>
      <p>These go together, the latest first. Each is an edit that can be undone again.</p>
      <ol>
        {together.map((edit) => (
          <li key={edit.id}>
            <span className="muted">
              {edit.when} {edit.authorName}:
            </span>{" "}
            {edit.description}
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <Button
          size="compact-xs"
          loading={isBusy}
          onClick={() =>
            run(
              () => undoTogether({ scenarioId, editIds: together.map(({ id }) => id) }),
              ({ undone }) => {
                setTogether(null);
                notifications.show({ message: `${count(undone, "edit")} undone, back to: ${description}` });
              },
            )
          }
        >
          Undo {count(together.length, "edit")}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setTogether(null)} disabled={isBusy}>
          Keep
        </Button>
      </div>
    </section>
  );
}
