"use client";

import { useEffect, useMemo, useState } from "react";
import type { StripId } from "#core/model/ids.ts";
import type { Effect } from "#core/scenario/effect.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import type { Column } from "./columns.ts";
import { badness, previewMoves, without } from "./preview.ts";
import { type Move, proposeMoves } from "./propose.ts";

/** What a drop at one position of a day would do. */
export interface Position {
  readonly index: number;
  readonly moves: readonly Move[];
  readonly preview: Effect;
}
/** Per day: the positions looked at so far, and the best of them. */
export interface DayPreview {
  readonly best: Position;
  readonly at: ReadonlyMap<number, Position>;
}
export type Previews = ReadonlyMap<string, DayPreview>;

const EMPTY: Previews = new Map();
const DRAW_EVERY_MS = 120;

const whenIdle = (run: () => void): (() => void) => {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(run, { timeout: 120 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 8);
  return () => clearTimeout(id);
};

/** Ends of days first, so that every day says something soon; then every other place between strips. */
function positions(all: readonly Column[], held: readonly StripId[]) {
  const columns = all.filter((column) => !column.day.isClosed);
  const standing = columns.map((column) => column.strips.filter((p) => !held.includes(p.strip.id)).length);
  return [
    ...columns.map((column, i) => ({ column, index: standing[i] as number })),
    ...columns.flatMap((column, i) =>
      Array.from({ length: standing[i] as number }, (_, index) => ({ column, index })),
    ),
  ];
}

/**
 * What dropping the held strips would break, day by day: judged with the same rules as the plan, one position at a time while the
 * browser is idle. Nothing is judged while nothing is held.
 */
export function usePreviews(plan: Plan, columns: readonly Column[], held: readonly StripId[]): Previews {
  const { facts, snapshot, judge } = plan;
  const { tables } = snapshot;
  const [found, setFound] = useState<Previews>(EMPTY);
  const key = held.join();
  const ids = useMemo(() => (key === "" ? [] : (key.split(",") as StripId[])), [key]);

  useEffect(() => {
    setFound(EMPTY);
    if (ids.length === 0) return;
    const queue = positions(columns, ids);
    const before = judge(without(tables, ids));
    const all = new Map<string, DayPreview>();
    let cancel = () => {};
    let drawnAt = 0;
    const next = () => {
      const task = queue.shift();
      if (!task) return;
      const { column, index } = task;
      const moves = proposeMoves(facts, column, { day: column.day, index }, ids);
      const preview = previewMoves(tables, before, moves, judge);
      if (preview) {
        const known = all.get(column.day.id);
        const position = { index, moves, preview };
        const best = known && badness(known.best.preview) <= badness(preview) ? known.best : position;
        all.set(column.day.id, { best, at: new Map(known?.at ?? []).set(index, position) });
      }
      // Judging is cheaper than drawing: what was found is drawn a few times a second.
      const isLast = queue.length === 0;
      if (isLast || performance.now() - drawnAt > DRAW_EVERY_MS) {
        drawnAt = performance.now();
        setFound(new Map(all));
      }
      if (!isLast) cancel = whenIdle(next);
    };
    cancel = whenIdle(next);
    return () => cancel();
  }, [ids, columns, facts, tables, judge]);

  return found;
}
