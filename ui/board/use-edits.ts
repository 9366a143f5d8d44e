"use client";

import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { clock, count } from "#core/base/format.ts";
import type { Tables } from "#core/model/entities.ts";
import type { ModuleId, StripId } from "#core/model/ids.ts";
import { lengthChanges, lengthsAtRest } from "#core/solve/by-hand.ts";
import { newId } from "#ui/plan/new-id.ts";
import { findingsOn, type Plan } from "#ui/plan/use-plan.ts";
import { type Column, columnDay, momentOn } from "./columns.ts";
import { lengthWords } from "./length-words.ts";
import { dayMoves, type Move, putsOf, shiftMoves, swapMoves, typedMoves } from "./propose.ts";

/** Every edit of the board, worded for the live region. Each gives whether it was carried out. */
export interface Edits {
  move(moves: readonly Move[]): boolean;
  place(
    ids: readonly StripId[],
    to: { dayId: string; time: string; moduleId?: ModuleId | null; rigMin?: number | null },
  ): boolean;
  shift(ids: readonly StripId[], minutes: number): boolean;
  toDay(ids: readonly StripId[], by: 1 | -1): boolean;
  swap(id: StripId, by: 1 | -1): boolean;
  toBoneyard(ids: readonly StripId[]): boolean;
  pin(ids: readonly StripId[], isPinned: boolean): boolean;
  split(id: StripId, setUpIds: readonly string[]): boolean;
  mark(id: StripId, shotSetUpIds: readonly string[]): boolean;
  closeDay(dayId: string, isClosed: boolean): boolean;
  addBanner(dayId: string): string | null;
  changeBanner(id: string, text: string): boolean;
  removeBanner(id: string): boolean;
}

export function useEdits(plan: Plan, columns: readonly Column[]): Edits {
  const { edit, checked, facts, judge, snapshot } = plan;
  return useMemo(() => {
    const days = facts.days;
    const sceneOf = (id: string) => {
      const strip = facts.strips.get(id as StripId);
      const number = (strip && facts.scenes.get(strip.sceneId)?.number) ?? "?";
      return strip && strip.parts > 1 ? `Scene ${number} part ${strip.part}` : `Scene ${number}`;
    };
    const worded = (ids: readonly string[], what: (tables: Tables) => string) => (tables: Tables) =>
      `${ids.length === 1 ? sceneOf(ids[0] ?? "") : count(ids.length, "strip")} ${what(tables)}, ${findingsOn(judge(tables), ids)}`;
    const moved = (ids: readonly string[]) =>
      worded(ids, (tables) => {
        const at = tables.strip.find((s) => s.id === ids[0])?.startsAt ?? null;
        if (at === null) return "moved";
        const to = `day ${columnDay(days, at)?.number ?? "?"}, ${clock(at)}`;
        return ids.length === 1 ? `moved to ${to}` : `moved, the first to ${to}`;
      });
    const move = (moves: readonly Move[], named = moves.map((m) => m.stripId as string)) => {
      if (moves.length === 0) return false;
      const lengths = lengthWords(lengthChanges(checked, putsOf(moves)), sceneOf);
      const say = moved(named);
      let said = "";
      const words = (tables: Tables) => {
        said = say(tables);
        return lengths === "" ? said : `${said}; ${lengths}`;
      };
      if (!edit("move-strips", { moves }, words)) return false;
      if (lengths !== "") notifications.show({ title: said, message: lengths, autoClose: 8_000 });
      return true;
    };
    const inOrder = (ids: readonly StripId[]) =>
      [...ids].sort((a, b) => (facts.strips.get(a)?.startsAt ?? 0) - (facts.strips.get(b)?.startsAt ?? 0));

    return {
      move,
      place(ids, { dayId, time, ...rest }) {
        const day = days.find((d) => d.id === dayId);
        const at = day ? momentOn(days, day, time) : null;
        return at !== null && move(typedMoves(checked, inOrder(ids), at, rest));
      },
      shift: (ids, minutes) => move(shiftMoves(checked, inOrder(ids), minutes * 60)),
      toDay: (ids, by) => move(dayMoves(checked, columns, inOrder(ids), by)),
      swap(id, by) {
        const column = columns.find((c) => c.strips.some((p) => p.strip.id === id));
        return move(column ? swapMoves(checked, column, id, by) : [], [id]);
      },
      toBoneyard(ids) {
        if (ids.length === 0) return false;
        const lengths = lengthsAtRest(checked, ids);
        const given = lengths.length > 0 ? { lengths } : {};
        return edit(
          "return-strips",
          { stripIds: ids, ...given },
          worded(ids, () => "to the boneyard"),
        );
      },
      pin: (ids, isPinned) =>
        edit(
          "pin-strips",
          { stripIds: ids, isPinned },
          () =>
            `${ids.length === 1 ? sceneOf(ids[0] ?? "") : count(ids.length, "strip")} ${isPinned ? "pinned" : "unpinned"}`,
        ),
      split: (id, setUpIds) =>
        edit(
          "split-strip",
          { stripId: id, newStripId: newId(), setUpIds },
          () => `${sceneOf(id)} split; the new part is in the boneyard`,
        ),
      mark: (id, shotSetUpIds) =>
        edit(
          "mark-strip",
          { stripId: id, shotSetUpIds },
          (tables) => `${sceneOf(id)} marked ${tables.strip.find((s) => s.id === id)?.status ?? ""}`,
        ),
      closeDay: (dayId, isClosed) => edit("close-day", { dayId, isClosed }),
      addBanner(dayId) {
        const id = newId();
        const own = snapshot.tables.banner.filter((b) => b.dayId === dayId);
        const row = { id, dayId, text: "New banner", order: Math.max(-1, ...own.map((b) => b.order)) + 1 };
        return edit("add-rows", { rows: [{ entity: "banner", row }] }) ? id : null;
      },
      changeBanner: (id, text) => edit("change-row", { entity: "banner", id, changes: { text } }),
      removeBanner: (id) => edit("remove-row", { entity: "banner", id }),
    };
  }, [edit, checked, facts, judge, snapshot, columns]);
}
