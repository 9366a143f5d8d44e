"use client";

import { notifications } from "@mantine/notifications";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { noteEdits } from "#ui/plan/turn-note.tsx";
import { takeBack } from "./actions.ts";

/** Says what was done by several edits that belong together, with one way back for all of them. */
export function offerUndo({
  scenarioId,
  said,
  back,
  editIds,
}: {
  scenarioId: string;
  said: string;
  /** Said once it is undone. */
  back: string;
  /** In the order in which they were made. */
  editIds: readonly string[];
}): void {
  const undo = async () => {
    const outcome = await takeBack({ scenarioId, editIds: [...editIds] }).catch(() => null);
    if (outcome?.ok) notifications.show({ message: back });
    else
      notifications.show({
        message: outcome ? sentenceOf(outcome.error) : "The server cannot be reached. Nothing was undone.",
        color: "red",
      });
  };
  noteEdits(said, editIds, () => void undo());
}
