import type { StripId } from "#core/model/ids.ts";
import type { Plan } from "#ui/plan/use-plan.ts";
import { type StripFace, stripName } from "#ui/strip/strip-face.ts";
import type { Column } from "./columns.ts";
import type { StripAction, StripOptions } from "./strip-menu.tsx";
import type { Edits } from "./use-edits.ts";

/** What the menu of a strip offers, from where it stands. */
export function optionsFor(
  faces: ReadonlyMap<string, StripFace>,
  columns: readonly Column[],
  id: string,
): StripOptions {
  const face = faces.get(id);
  const c = columns.findIndex((column) => column.strips.some((p) => p.strip.id === id));
  const strips = columns[c]?.strips ?? [];
  const i = strips.findIndex((p) => p.strip.id === id);
  const nameAt = (n: number) => {
    const other = faces.get(strips[n]?.strip.id ?? "");
    return other && !other.line.isPinned ? stripName(other).replace("Scene", "scene") : null;
  };
  const dayAt = (n: number) => (c >= 0 && columns[n] ? `day ${columns[n].day.number}` : null);
  return {
    isPlaced: face?.line.time != null,
    isPinned: face?.line.isPinned ?? false,
    isShot: face?.line.status === "shot",
    canSplit: (face?.line.tier ?? null) !== null,
    before: i > 0 ? nameAt(i - 1) : null,
    after: i >= 0 ? nameAt(i + 1) : null,
    previousDay: dayAt(c - 1),
    nextDay: dayAt(c + 1),
  };
}

/** An action of the menu or of a key: on the strip itself, or on all that go along with it. */
export function runAction(
  action: StripAction,
  id: string,
  ids: readonly StripId[],
  plan: Plan,
  edits: Edits,
): void {
  const one = id as StripId;
  const setUps = () => (plan.facts.setUpsOfStrip.get(one) ?? []).map((s) => s.id);
  const run: { readonly [A in StripAction]?: () => unknown } = {
    earlier: () => edits.shift(ids, -5),
    later: () => edits.shift(ids, 5),
    before: () => edits.swap(one, -1),
    after: () => edits.swap(one, 1),
    "previous-day": () => edits.toDay(ids, -1),
    "next-day": () => edits.toDay(ids, 1),
    boneyard: () => edits.toBoneyard(ids),
    pin: () => edits.pin(ids, true),
    unpin: () => edits.pin(ids, false),
    "mark-shot": () => edits.mark(one, setUps()),
    "mark-planned": () => edits.mark(one, []),
  };
  run[action]?.();
}
