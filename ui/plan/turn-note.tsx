"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import classes from "./plan.module.css";
import type { Way } from "./turner.ts";

/** What pages say under this id when they have saved, gives way to the note with the way back. */
export const SAVED_NOTE = "saved";
const WAY_BACK_MS = 20_000;

const noted = new Set<string>();
/** Whether a page has offered to undo this edit itself, with others that belong to it. */
export const isNoted = (editId: string): boolean => noted.has(editId);

function note(words: string, button: string, run: () => void): void {
  notifications.hide(SAVED_NOTE);
  notifications.show({
    id: SAVED_NOTE,
    autoClose: WAY_BACK_MS,
    message: (
      <span className={classes.note}>
        <span>{words}</span>
        <Button
          variant="default"
          onClick={() => {
            notifications.hide(SAVED_NOTE);
            run();
          }}
        >
          {button}
        </Button>
      </span>
    ),
  });
}

/** Says what an edit did, with the way back; after that the buttons on top, the keys and the history have it. */
export const noteEdit = (words: string, undo: () => void): void => note(words, "Undo", undo);

/** The same of several edits that are undone together. */
export function noteEdits(words: string, editIds: readonly string[], undo: () => void): void {
  for (const id of editIds) noted.add(id);
  note(words, "Undo", undo);
}

export const noteTurn = (way: Way, words: string, back: () => void): void =>
  way === "undo" ? note(`Undone: ${words}`, "Redo", back) : note(`Done again: ${words}`, "Undo", back);

export const noteFailure = (title: string, message: string): void => {
  notifications.show({ color: "danger", title, message, autoClose: 12_000 });
};
