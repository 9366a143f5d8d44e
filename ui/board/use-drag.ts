"use client";

import {
  type DragEndEvent,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useEffect, useRef, useState } from "react";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";

/**
 * Where the pointer holds a strip over: a position of a day, counted without what is held; a quarter of an hour on the day's ruler;
 * or the boneyard.
 */
export type Over =
  | { readonly dayId: string; readonly index: number; readonly startsAt?: undefined }
  | { readonly dayId: string; readonly index?: undefined; readonly startsAt: EpochSeconds }
  | "boneyard"
  | null;

// Constants: an option object made anew makes every strip that can be held draw itself again.
const MOUSE = { activationConstraint: { distance: 5 } };
const TOUCH = { activationConstraint: { delay: 280, tolerance: 8 } };

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  left <= x && x < right && top <= y && y < bottom;

/** The quarter of an hour under the pointer, where the day's ruler is drawn. */
function startAt(column: HTMLElement, x: number, y: number): EpochSeconds | null {
  const ruler = column.querySelector("[data-starts]");
  if (!ruler) return null;
  const box = ruler.getBoundingClientRect();
  if (!isIn(box, x, y)) return null;
  const quarters = ruler.querySelectorAll<HTMLElement>("[data-start]");
  const at = quarters[Math.floor(((y - box.top) / box.height) * quarters.length)]?.dataset.start;
  return at === undefined ? null : epochSeconds(Number(at));
}

/** Reads the position from what is drawn: how many strips that are not held lie, with their middle, above the pointer. */
function overAt(board: HTMLElement, x: number, y: number): Over {
  const boneyard = board.querySelector("[data-boneyard]");
  if (boneyard && isIn(boneyard.getBoundingClientRect(), x, y)) return "boneyard";
  const frame = board.querySelector("[data-days]");
  if (!frame || !isIn(frame.getBoundingClientRect(), x, y)) return null;
  for (const column of board.querySelectorAll<HTMLElement>("[data-column]")) {
    const { left, right } = column.getBoundingClientRect();
    if (x < left || x >= right) continue;
    const dayId = column.dataset.column ?? "";
    const startsAt = startAt(column, x, y);
    if (startsAt !== null) return { dayId, startsAt };
    const standing = [...column.querySelectorAll("[data-strip-id]:not([data-held])")];
    const index = standing.filter((strip) => {
      const { top, height } = strip.getBoundingClientRect();
      return top + height / 2 < y;
    }).length;
    return { dayId, index };
  }
  return null;
}

const same = (a: Over, b: Over) =>
  a === b ||
  (typeof a === "object" &&
    typeof b === "object" &&
    a?.dayId === b?.dayId &&
    a?.index === b?.index &&
    a?.startsAt === b?.startsAt);

/** Holding strips with the pointer: which are held, where they are over, and what to do when they are let go. */
export function useDrag({
  idsOf,
  onDrop,
}: {
  /** The strips that go along when one is held: the selection, if it is of it. */
  idsOf: (id: string) => readonly string[];
  onDrop: (ids: readonly string[], over: Exclude<Over, null>) => void;
}) {
  const [held, setHeld] = useState<readonly string[]>([]);
  const [over, setOver] = useState<Over>(null);
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef<Over>(null);
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const isHolding = held.length > 0;

  useEffect(() => {
    if (!isHolding) return;
    const at = (x: number, y: number) => {
      const next = board.current ? overAt(board.current, x, y) : null;
      latest.current = next;
      setOver((before) => (same(before, next) ? before : next));
    };
    const onMouse = (event: MouseEvent) => at(event.clientX, event.clientY);
    const onTouch = (event: TouchEvent) => {
      const [touch] = event.touches;
      if (touch) at(touch.clientX, touch.clientY);
    };
    window.addEventListener("mousemove", onMouse);
    window.addEventListener("touchmove", onTouch, { passive: true });
    return () => {
      window.removeEventListener("mousemove", onMouse);
      window.removeEventListener("touchmove", onTouch);
    };
  }, [isHolding]);

  const letGo = () => {
    setHeld([]);
    setOver(null);
    latest.current = null;
  };
  const events = {
    onDragStart: ({ active }: DragStartEvent) => {
      latest.current = null;
      setHeld(idsOf(String(active.id)));
    },
    onDragEnd: (_: DragEndEvent) => {
      if (latest.current) onDrop(held, latest.current);
      letGo();
    },
    onDragCancel: letGo,
  };
  return { board, sensors, events, held, over };
}
