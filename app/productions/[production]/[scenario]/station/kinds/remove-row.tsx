"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { EntityName } from "#core/model/entities.ts";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { removeRow } from "../actions.ts";
import classes from "../station.module.css";
import { offerUndo } from "../undo.tsx";

/** Says first what goes with it, and offers to bring it back after. */
export function RemoveRow({
  scenarioId,
  entity,
  id,
  name,
  one,
  goesToo,
  listPath,
}: {
  scenarioId: string;
  entity: EntityName;
  id: string;
  name: string;
  one: string;
  /** "2 panes, 14 strips"; empty: nothing. */
  goesToo: string;
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
      const outcome = await removeRow({ scenarioId, entity, id }).catch(() => null);
      if (!outcome?.ok) {
        const message = outcome
          ? sentenceOf(outcome.error)
          : "The server cannot be reached. Nothing was removed.";
        notifications.show({ message, color: "red" });
        return;
      }
      router.push(listPath);
      const { editId } = outcome.value;
      offerUndo({
        scenarioId,
        said: `${name} removed`,
        back: `${name} is back`,
        editIds: editId ? [editId] : [],
      });
    });
  if (!isAsking)
    return (
      <div className={classes.remove}>
        <Button variant="subtle" color="danger" onClick={() => setAsking(true)}>
          Remove {one}…
        </Button>
      </div>
    );
  return (
    <section className={classes.remove} aria-label={`Remove ${name}`}>
      <p>
        {goesToo
          ? `${name} is used by ${goesToo}: what cannot be without it goes too, the rest loses it. `
          : ""}
        Undo brings all of it back.
      </p>
      <div className={classes.buttons}>
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
