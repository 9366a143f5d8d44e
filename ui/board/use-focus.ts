"use client";

import { type RefObject, useEffect, useRef } from "react";

const cellOf = (board: ParentNode | null, id: string) =>
  board?.querySelector<HTMLElement>(`[data-strip-id="${CSS.escape(id)}"]`) ?? null;

/**
 * Keeps the keyboard's place while strips are drawn anew: a strip that moves to another day takes it along. Give the ref the id that
 * is to have it next.
 */
export function useFocus(board: RefObject<HTMLElement | null>, stripId: string | null) {
  const focusNext = useRef<string | null>(null);
  /** Where the keyboard was; null once it went somewhere else by itself. */
  const lastFocused = useRef<string | null>(null);

  useEffect(() => {
    const frame = board.current;
    const onFocus = ({ target }: FocusEvent) => {
      lastFocused.current = (target as HTMLElement).dataset.stripId ?? null;
    };
    const onPress = () => {
      lastFocused.current = null;
    };
    frame?.addEventListener("focusin", onFocus);
    frame?.addEventListener("mousedown", onPress);
    return () => {
      frame?.removeEventListener("focusin", onFocus);
      frame?.removeEventListener("mousedown", onPress);
    };
  }, [board]);
  useEffect(() => {
    const isLost = document.activeElement === document.body && lastFocused.current;
    const id = focusNext.current ?? (isLost ? lastFocused.current : null);
    focusNext.current = null;
    if (id !== null) cellOf(board.current, id)?.focus();
  });
  useEffect(() => {
    if (stripId !== null) cellOf(document, stripId)?.scrollIntoView({ block: "center", inline: "center" });
  }, [stripId]);

  return focusNext;
}
