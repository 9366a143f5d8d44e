"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { takeBack } from "./actions.ts";

/** Says what was done, with the way back for 20 seconds; after that the board's undo has it. */
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
  const note = `undo-${editIds.join("-")}`;
  const undo = async () => {
    notifications.hide(note);
    const outcome = await takeBack({ scenarioId, editIds: [...editIds] }).catch(() => null);
    notifications.show(
      outcome?.ok
        ? { message: back }
        : {
            message: outcome
              ? sentenceOf(outcome.error)
              : "The server cannot be reached. Nothing was undone.",
            color: "red",
          },
    );
  };
  notifications.show({
    id: note,
    autoClose: 20_000,
    message: (
      <span style={{ display: "flex", gap: 12, alignItems: "center", flexWrap: "wrap" }}>
        {said}
        {editIds.length > 0 ? (
          <Button variant="default" onClick={() => void undo()}>
            Undo
          </Button>
        ) : null}
      </span>
    ),
  });
}
