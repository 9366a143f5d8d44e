import { moveStrips } from "#core/model/command/move-strips.ts";
import type { Tables } from "#core/model/entities.ts";
import type { CheckReport } from "#core/model/finding.ts";
import { applyPatch } from "#core/model/patch.ts";
import { type Effect, effectOf } from "#core/scenario/effect.ts";

/** The plan without some strips, as if they lay in the boneyard: what a place for them is compared with. */
export function without(tables: Tables, ids: readonly string[]): Tables {
  const strip = tables.strip.map((s) =>
    ids.includes(s.id) && s.startsAt !== null ? { ...s, startsAt: null, moduleId: null } : s,
  );
  return strip.every((s, i) => s === tables.strip[i]) ? tables : { ...tables, strip };
}

/**
 * What strips break where moves would put them: the rules' findings with them there against those without them, so that a place
 * as bad as the one they have now does not pass as good. Null when the moves cannot be made (a pinned strip).
 * `before`: the report of `without(tables, …)`.
 */
export function previewMoves(
  tables: Tables,
  before: CheckReport,
  moves: readonly { readonly stripId: string; readonly startsAt: string }[],
  judge: (tables: Tables) => CheckReport,
): Effect | null {
  if (moves.length === 0) return null;
  const patch = moveStrips.bind({ moves }).resolve(tables);
  if (!patch.ok) return null;
  const after = applyPatch(tables, patch.value);
  return after.ok ? effectOf(before, judge(after.value)) : null;
}

/** Lower is better: hard findings first, then their minutes, then what they ask. */
export const badness = ({ breaks, asks, mends, minutes }: Effect): number =>
  breaks.length * 10_000 + minutes * 5 + asks.length - mends;

/** From so many minutes on whole hours are told: a head of a day has little room. */
const TOLD_IN_HOURS_MIN = 1_000;
const lengthText = (min: number): string =>
  min < TOLD_IN_HOURS_MIN ? `${min} min` : `${Math.round(min / 60).toLocaleString("en")} h`;

/**
 * `fits`, `fits, 1 soft`, `2 · 38 min`, `3 · 111 h`, `11`, `1 unknown`: on the head of a day while a strip is held. Minutes are told of one
 * rule: of several they are no sum of anything.
 */
export function previewText({ breaks, asks, minutes }: Effect): string {
  if (breaks.length > 0)
    return minutes > 0 && new Set(breaks.map(({ ruleId }) => ruleId)).size === 1
      ? `${breaks.length} · ${lengthText(minutes)}`
      : String(breaks.length);
  const unknown = asks.filter((f) => f.kind === "unknown").length;
  const soft = asks.length - unknown;
  if (unknown > 0) return `${unknown} unknown`;
  return soft > 0 ? `fits, ${soft} soft` : "fits";
}

export const previewTone = ({ breaks, asks }: Effect): "fails" | "unknown" | "fits" =>
  breaks.length > 0 ? "fails" : asks.some((f) => f.kind === "unknown") ? "unknown" : "fits";
