"use client";

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { StripId } from "#core/model/ids.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { type StripFace, stripName } from "#ui/strip/strip-face.ts";
import type { Column } from "./columns.ts";
import { cursorOf, idAt, moveCursor, type Places } from "./cursor.ts";
import type { CellActions } from "./strip-cell.tsx";
import type { StripAction } from "./strip-menu.tsx";
import type { Edits } from "./use-edits.ts";
import type { Selecting } from "./use-selection.ts";

const KEYS_WITH_ALT: Record<string, StripAction> = {
  ArrowUp: "earlier",
  ArrowDown: "later",
  ArrowLeft: "previous-day",
  ArrowRight: "next-day",
};
const KEYS_WITH_ALT_SHIFT: Record<string, StripAction> = { ArrowUp: "before", ArrowDown: "after" };
const NO_IDS: readonly StripId[] = [];

interface Keyed {
  readonly board: RefObject<HTMLElement | null>;
  readonly plan: Plan;
  readonly edits: Edits;
  readonly columns: readonly Column[];
  readonly places: Places;
  readonly bonePlaces: Places;
  readonly faces: ReadonlyMap<string, StripFace>;
  readonly selecting: Selecting;
  readonly actions: CellActions;
  readonly focusNext: RefObject<string | null>;
}

/**
 * The board's keys: arrows go, Space and Enter select, with Alt they move. While Alt is held on a strip, `weighed` are the strips that
 * its arrows would move, so that what a move would break is seen before it.
 */
export function useBoardKeys(keyed: Keyed) {
  const [weighed, setWeighed] = useState(NO_IDS);
  useEffect(() => {
    if (weighed.length === 0) return;
    const letGo = () => setWeighed(NO_IDS);
    const onKeyUp = ({ key }: globalThis.KeyboardEvent) => {
      if (key === "Alt") letGo();
    };
    window.addEventListener("keyup", onKeyUp);
    window.addEventListener("blur", letGo);
    window.addEventListener("mousedown", letGo);
    return () => {
      window.removeEventListener("keyup", onKeyUp);
      window.removeEventListener("blur", letGo);
      window.removeEventListener("mousedown", letGo);
    };
  }, [weighed]);

  // The handlers stay the same functions, so that the boneyard need not be drawn again.
  const now = useRef(keyed);
  now.current = keyed;
  const onKey = useCallback((grid: "days" | "boneyard", event: KeyboardEvent) => {
    const { plan, columns, places, bonePlaces, selecting, actions } = now.current;
    const { choose } = selecting;
    const here = (event.target as HTMLElement).dataset;
    const id = here.stripId ?? null;
    const at = id ?? here.dayId;
    if (!at) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    const isDays = grid === "days";
    if (altKey && id && isDays && plan.mayEdit) {
      onAltKey(now.current, event, id, setWeighed);
      return;
    }
    if (altKey) return;
    const own = isDays ? places : bonePlaces;
    const column = isDays ? columns.findIndex((c) => c.day.id === at) : -1;
    const cursor = id ? cursorOf(own, id) : column >= 0 ? { column, row: -1 } : null;
    // In the boneyard strips stand beside and below each other: every arrow is on or back.
    const arrow = isDays ? key : key === "ArrowLeft" ? "ArrowUp" : key === "ArrowRight" ? "ArrowDown" : key;
    const next = cursor && moveCursor(own, cursor, arrow, ctrlKey || metaKey);
    if (next) {
      event.preventDefault();
      goTo(now.current, grid, idAt(own, next), columns[next.column]?.day.id, event.shiftKey);
    } else if (key === "Escape") choose.clear();
    else if (!id) return;
    else if (key === " " || key === "Enter") {
      event.preventDefault();
      actions.select(id, key === " " ? "toggle" : "only");
    } else if ((key === "Delete" || key === "Backspace") && plan.mayEdit && isDays) {
      event.preventDefault();
      toBoneyard(now.current, id);
    }
  }, []);
  const dayKeys = useCallback((event: KeyboardEvent) => onKey("days", event), [onKey]);
  const boneKeys = useCallback((event: KeyboardEvent) => onKey("boneyard", event), [onKey]);
  return { dayKeys, boneKeys, weighed };
}

function onAltKey(
  { plan, faces, selecting, actions }: Keyed,
  event: KeyboardEvent,
  id: string,
  weigh: (ids: readonly StripId[]) => void,
): void {
  const { key, shiftKey } = event;
  const isPinned = (one: string) => plan.facts.strips.get(one as StripId)?.isPinned === true;
  if (key === "Alt") {
    event.preventDefault(); // else some browsers go to their menu when it is let go
    const { ids } = selecting.selection;
    const going = (ids.includes(id) ? ids : [id]) as readonly StripId[];
    if (!event.repeat) weigh(going.filter((one) => !isPinned(one)));
    return;
  }
  const action = (shiftKey && KEYS_WITH_ALT_SHIFT[key]) || KEYS_WITH_ALT[key];
  if (!action) return;
  event.preventDefault();
  if (isPinned(id)) plan.say(`${stripName(faces.get(id) as StripFace)} is pinned. Unpin it to move it.`);
  else actions.run(id, action);
}

function goTo(
  { board, selecting }: Keyed,
  grid: "days" | "boneyard",
  id: string | null,
  dayId: string | undefined,
  isExtending: boolean,
): void {
  const { choose, activeId } = selecting;
  const key = id ?? dayId;
  if (!key) return;
  const place = id ? `[data-strip-id="${CSS.escape(id)}"]` : `[data-day-id="${CSS.escape(key)}"]`;
  choose.enter(grid, key);
  board.current?.querySelector<HTMLElement>(place)?.focus();
  if (!id) return;
  if (isExtending) choose.extend(activeId, id);
  else choose.follow(id);
}

/** What is selected with it goes too; the keyboard stays in the column. */
function toBoneyard({ edits, places, selecting, focusNext }: Keyed, id: string): void {
  const cursor = cursorOf(places, id);
  const column = cursor ? (places[cursor.column] ?? []) : [];
  const { ids: selected } = selecting.selection;
  const ids = selected.includes(id) ? selected : [id];
  const rest = column.filter((other) => !ids.includes(other));
  if (edits.toBoneyard(ids as readonly StripId[]))
    focusNext.current =
      rest[Math.min(cursor?.row ?? 0, rest.length - 1)] ??
      places.flat().find((other) => !ids.includes(other)) ??
      null;
}
