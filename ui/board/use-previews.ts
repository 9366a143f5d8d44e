"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { quartersOf } from "#core/model/day.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Effect } from "#core/scenario/effect.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import type { Column } from "./columns.ts";
import { badness, previewMoves, without } from "./preview.ts";
import { type Move, proposeMoves, startMoves } from "./propose.ts";

/** What a drop somewhere would do. */
export interface Drop {
  readonly moves: readonly Move[];
  readonly preview: Effect;
}
/** At one position between the strips of a day. */
export interface Position extends Drop {
  readonly index: number;
}
/** Per day: the positions looked at so far, and the best of them. */
export interface DayPreview {
  readonly best: Position;
  readonly at: ReadonlyMap<number, Position>;
}
export type Previews = ReadonlyMap<string, DayPreview>;
/** At quarters of an hour of a day, those looked at so far. */
export type Starts = ReadonlyMap<EpochSeconds, Drop>;

const NO_PREVIEWS: Previews = new Map();
const NO_STARTS: Starts = new Map();
const DRAW_EVERY_MS = 120;
/** Judged in one go before the browser gets its turn: half a frame. */
const AT_A_TIME_MS = 8;

const whenIdle = (run: () => void): (() => void) => {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(run, { timeout: 120 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 8);
  return () => clearTimeout(id);
};

/** Does tasks while the browser is idle, and draws a few times a second: judging is cheaper than drawing. Gives the way to stop. */
function bitByBit<T>(tasks: readonly T[], run: (task: T) => void, draw: () => void): () => void {
  let done = 0;
  let drawnAt = performance.now();
  let cancel = () => {};
  const next = () => {
    const begun = performance.now();
    while (done < tasks.length && performance.now() - begun < AT_A_TIME_MS) run(tasks[done++] as T);
    if (done === tasks.length || performance.now() - drawnAt > DRAW_EVERY_MS) {
      draw();
      drawnAt = performance.now();
    }
    if (done < tasks.length) cancel = whenIdle(next);
  };
  if (tasks.length > 0) cancel = whenIdle(next);
  return () => cancel();
}

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

/** Strips that are held, and what a move of them would do: judged with the same rules as the plan, by what it changes. */
function useTrial(plan: Plan, held: readonly StripId[]) {
  const { checked, snapshot, judge } = plan;
  const { tables } = snapshot;
  const key = held.join();
  return useMemo(() => {
    if (key === "") return null;
    const ids = key.split(",") as StripId[];
    const before = judge(without(tables, ids));
    return {
      ids,
      checked,
      of(moves: readonly Move[]): Drop | null {
        const preview = previewMoves(tables, before, moves, judge);
        return preview && { moves, preview };
      },
    };
  }, [key, checked, tables, judge]);
}

/**
 * What dropping the held strips would break: at every position of every day, and at every quarter of an hour of the day that is
 * pointed at. Nothing is judged while nothing is held, and nothing twice while the same is held.
 */
export function usePreviews(
  plan: Plan,
  columns: readonly Column[],
  held: readonly StripId[],
  dayId: string | null,
): { readonly days: Previews; readonly starts: Starts } {
  const trial = useTrial(plan, held);
  const [days, setDays] = useState(NO_PREVIEWS);
  const [starts, setStarts] = useState(NO_STARTS);
  const known = useRef<{ trial: typeof trial; days: Map<string, Map<EpochSeconds, Drop>> } | null>(null);

  useEffect(() => {
    setDays(NO_PREVIEWS);
    if (!trial) return;
    const all = new Map<string, DayPreview>();
    return bitByBit(
      positions(columns, trial.ids),
      ({ column, index }) => {
        const drop = trial.of(proposeMoves(trial.checked, column, { day: column.day, index }, trial.ids));
        if (!drop) return;
        const position = { index, ...drop };
        const before = all.get(column.day.id);
        const isBest = !before || badness(position.preview) < badness(before.best.preview);
        const at = new Map(before?.at ?? []).set(index, position);
        all.set(column.day.id, { best: isBest ? position : before.best, at });
      },
      () => setDays(new Map(all)),
    );
  }, [trial, columns]);

  useEffect(() => {
    const column = columns.find(({ day }) => day.id === dayId);
    if (!trial || !column) {
      setStarts(NO_STARTS);
      return;
    }
    if (known.current?.trial !== trial) known.current = { trial, days: new Map() };
    const found = known.current.days.get(column.day.id) ?? new Map<EpochSeconds, Drop>();
    known.current.days.set(column.day.id, found);
    setStarts(new Map(found));
    return bitByBit(
      quartersOf(column.day).filter((at) => !found.has(at)),
      (at) => {
        const drop = trial.of(startMoves(trial.checked, column, at, trial.ids));
        if (drop) found.set(at, drop);
      },
      () => setStarts(new Map(found)),
    );
  }, [trial, columns, dayId]);

  return { days, starts };
}
