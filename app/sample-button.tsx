"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { addSample } from "./actions.ts";

/** Adds a copy of The Challenge to look at and play with. */
export function SampleButton() {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const add = () =>
    start(async () => {
      const outcome = await addSample({});
      if (outcome.ok) router.push(`/productions/${outcome.value.slug}/current/overview`);
      else notifications.show({ message: sentenceOf(outcome.error), color: "red" });
    });
  return (
    <Button variant="default" loading={isBusy} onClick={add}>
      Add the sample
    </Button>
  );
}
