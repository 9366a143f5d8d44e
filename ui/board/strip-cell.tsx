"use client";

import { useDraggable } from "@dnd-kit/core";
import { type KeyboardEvent, memo, type SyntheticEvent, useState } from "react";
import { StripCard, stripLabel } from "#ui/strip/strip-card.tsx";
import { type StripFace, stripName } from "#ui/strip/strip-face.ts";
import classes from "./board.module.css";
import { type StripAction, StripMenu, type StripOptions } from "./strip-menu.tsx";

type Listeners = ReturnType<typeof useDraggable>["listeners"];
/** Events of the menu come here too, through React, though it is drawn elsewhere: they start no drag. */
const ownOnly = (listeners: Listeners): Listeners =>
  listeners &&
  Object.fromEntries(
    Object.entries(listeners).map(([name, listener]) => [
      name,
      (event: SyntheticEvent) => {
        if (event.currentTarget.contains(event.target as Node)) listener(event);
      },
    ]),
  );

export interface CellActions {
  select(id: string, how: "only" | "toggle" | "range"): void;
  focus(id: string): void;
  run(id: string, action: StripAction): void;
  optionsOf(id: string): StripOptions;
}

/** A strip on the board: a cell of its grid, held with the pointer, worked with keys and its menu. */
export const StripCell = memo(function StripCell({
  face,
  isSelected,
  isActive,
  isHeld,
  mayEdit,
  actions,
}: {
  face: StripFace;
  isSelected: boolean;
  isActive: boolean;
  isHeld: boolean;
  mayEdit: boolean;
  actions: CellActions;
}) {
  const id = face.line.stripId;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { setNodeRef, listeners } = useDraggable({ id, disabled: !mayEdit || face.line.isPinned });
  const tabIndex = isActive ? 0 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    // Inside the cell (its menu) keys are not the grid's.
    if (event.target !== event.currentTarget) event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the days are the rows of this grid and stand beside each other; no table does that
    <div
      ref={setNodeRef}
      role="gridcell"
      aria-label={stripLabel(face)}
      aria-selected={isSelected}
      tabIndex={tabIndex}
      className={classes.cell}
      data-strip-id={id}
      data-held={isHeld ? "" : undefined}
      data-menu={isMenuOpen ? "" : undefined}
      {...ownOnly(listeners)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget) actions.focus(id);
      }}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest("button, [role=menu]")) return;
        actions.select(id, event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "only");
      }}
      onContextMenu={(event) => {
        if (!mayEdit) return;
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <StripCard
        face={face}
        action={
          mayEdit ? (
            <StripMenu
              label={stripName(face)}
              options={isMenuOpen ? actions.optionsOf(id) : NO_OPTIONS}
              opened={isMenuOpen}
              onChange={setMenuOpen}
              run={(action) => actions.run(id, action)}
              tabIndex={tabIndex}
            />
          ) : null
        }
      />
    </div>
  );
});

const NO_OPTIONS: StripOptions = {
  isPlaced: false,
  isPinned: false,
  isShot: false,
  canSplit: false,
  before: null,
  after: null,
  previousDay: null,
  nextDay: null,
};
