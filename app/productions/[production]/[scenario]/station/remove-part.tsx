"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { type FormOutcome, sentenceOf } from "#ui/form/use-action-form.ts";
import classes from "./station.module.css";

/** The foot of a sheet: says first what removing does, and offers to bring it back after. */
export function RemovePart({
  name,
  one,
  says,
  listPath,
  run,
}: {
  name: string;
  one: string;
  says: string;
  listPath: string;
  run: () => Promise<FormOutcome<unknown>>;
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
      const outcome = await run().catch(() => null);
      if (!outcome?.ok) {
        const message = outcome
          ? sentenceOf(outcome.error)
          : "The server cannot be reached. Nothing was removed.";
        notifications.show({ message, color: "red" });
        return;
      }
      router.push(listPath);
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
      <p>{says}</p>
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
