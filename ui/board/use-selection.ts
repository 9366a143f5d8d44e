"use client";

import { useMemo, useRef, useState } from "react";
import type { Column } from "./columns.ts";
import { cursorOf, NOTHING, type Places, type Selection, select } from "./cursor.ts";
import type { Asked } from "./inspector/inspector.tsx";

export interface Selecting {
  readonly selection: Selection;
  readonly bannerId: string | null;
  /** What of the inspector was asked for last. */
  readonly asked: Asked;
  /** Where the keyboard enters the days and the boneyard. */
  readonly activeId: string;
  readonly activeBoneId: string;
  readonly choose: Choosing;
}
/** Stays the same object, so that cells need not be drawn again. */
export interface Choosing {
  select(id: string, how: "only" | "toggle" | "range"): void;
  /** All from the anchor, or from here where there is none, to there. */
  extend(from: string, to: string): void;
  /** Follows the keyboard while one strip is looked at. */
  follow(id: string): void;
  clear(): void;
  ask(id: string, part: Asked["part"]): void;
  openBanner(id: string | null): void;
  enter(grid: "days" | "boneyard", id: string): void;
}

/** What is selected on the board, what the inspector shows of it, and where the keyboard enters. */
export function useSelection(
  places: Places,
  bonePlaces: Places,
  columns: readonly Column[],
  stripId: string | null,
): Selecting {
  const [selection, setSelection] = useState<Selection>(
    stripId === null ? NOTHING : { ids: [stripId], anchor: stripId },
  );
  const [bannerId, setBannerId] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({ part: null, times: 0 });
  const [active, setActive] = useState<string | null>(stripId);
  const [activeBone, setActiveBone] = useState<string | null>(null);
  const all = useRef<Places>([]);
  all.current = [...places, ...bonePlaces];

  const choose = useMemo(
    (): Choosing => ({
      select(id, how) {
        setBannerId(null);
        setSelection((before) => select(all.current, before, id, how));
      },
      extend: (from, to) =>
        setSelection((s) => select(all.current, s.anchor ? s : { ids: [], anchor: from }, to, "range")),
      follow: (id) => setSelection((s) => (s.ids.length === 1 ? { ids: [id], anchor: id } : s)),
      clear() {
        setSelection(NOTHING);
        setBannerId(null);
      },
      ask(id, part) {
        setBannerId(null);
        setSelection(({ ids, anchor }) => (ids.includes(id) ? { ids, anchor } : { ids: [id], anchor: id }));
        setAsked(({ times }) => ({ part, times: times + 1 }));
      },
      openBanner(id) {
        setSelection(NOTHING);
        setBannerId(id);
      },
      enter: (grid, id) => (grid === "days" ? setActive(id) : setActiveBone(id)),
    }),
    [],
  );

  const isPlace = (id: string) =>
    cursorOf(places, id) !== null || columns.some((c) => c.day.id === id && c.strips.length === 0);
  return {
    selection,
    bannerId,
    asked,
    activeId: active !== null && isPlace(active) ? active : (places.flat()[0] ?? columns[0]?.day.id ?? ""),
    activeBoneId:
      activeBone !== null && cursorOf(bonePlaces, activeBone) ? activeBone : (bonePlaces[0]?.[0] ?? ""),
    choose,
  };
}
