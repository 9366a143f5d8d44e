"use client";

import { ActionIcon, Popover } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import classes from "./board.module.css";

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["← → ↑ ↓", "to the next strip or day"],
  ["Home, End", "first, last of the day; with Ctrl of the board"],
  ["Enter", "open the strip"],
  ["Space", "select one more, or one less"],
  ["Shift + arrows", "select a range"],
  ["Alt, held", "see what a move would break: by day, by quarter of an hour"],
  ["Alt + ↑ ↓", "5 min earlier, later"],
  ["Alt + ← →", "to the day before, the day after"],
  ["Alt + Shift + ↑ ↓", "change places with the neighbour"],
  ["Del", "to the boneyard"],
  ["Shift + F10", "the strip's menu"],
  ["Ctrl + Z", "undo; with Shift, or Ctrl + Y, redo"],
  ["Esc", "close, select nothing"],
];

/** The keys of the board, for who has not learnt them yet. */
export function KeysHelp() {
  return (
    <Popover position="bottom-end" width={330} withinPortal trapFocus={false}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label="Keys of the board"
          className={classes.keysButton ?? ""}
        >
          <IconKeyboard size={18} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.keys}>
          {KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
