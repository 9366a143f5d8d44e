"use client";

import { Button, FileButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { importProduction } from "./actions.ts";

/** As much as a server action takes. */
const LIMIT_BYTES = 8_000_000;
const complain = (message: string) =>
  notifications.show({
    title: "Not imported",
    message,
    color: "red",
    autoClose: false,
    styles: { description: { whiteSpace: "pre-line" } },
  });

/** Imports a whole production from a file, such as `perigee export` writes. */
export function ImportButton({ accept }: { accept: string }) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const take = (file: File | null) => {
    if (!file) return;
    if (file.size > LIMIT_BYTES)
      return complain(
        `The file has ${Math.round(file.size / 1e6)} MB; at most ${LIMIT_BYTES / 1e6} MB can be imported here. Use the command line: perigee import FILE.`,
      );
    start(async () => {
      const outcome = await importProduction({ name: file.name, text: await file.text() }).catch(() => null);
      if (outcome?.ok) router.push(`/productions/${outcome.value.slug}/current/overview`);
      else
        complain(outcome ? sentenceOf(outcome.error) : "The server cannot be reached. Nothing was imported.");
    });
  };
  return (
    <FileButton onChange={take} accept={accept}>
      {(props) => (
        <Button {...props} variant="default" loading={isBusy}>
          Import…
        </Button>
      )}
    </FileButton>
  );
}
