import { duration, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import type { Interval } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { intersection, measure, type Profile, profile, union } from "../base/profile.ts";
import { epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import { heldIn, heldTimes } from "../model/light/asked.ts";
import type { LightChoices } from "../model/light/choices.ts";
import type { LightCondition } from "../model/light/conditions/condition.ts";
import { takesOf } from "../model/light/takes.ts";
import type { Placed, PlacedSetUp } from "../model/placed.ts";
import type { Bar, NotJudged, Repair } from "../model/rule.ts";
import type { SetUp } from "../model/scene.ts";
import { asGap, whenNot } from "./bars.ts";
import { startingAt } from "./offers.ts";

/** Not a rule: what rules about light, ground and link have in common. */

/** What conditions are told from. */
export const OUTSIDE_READS = ["light", "panes", "events"] as const;
type Outside = Pick<Facts, (typeof OUTSIDE_READS)[number]>;

/** Minutes of a set-up's takes without what it asks for. */
export interface Lacking {
  readonly label: string;
  readonly min: number;
  readonly lacking: readonly string[];
  readonly outside: readonly Interval[];
}

/**
 * Of every set-up of a strip: the minutes of its takes in which the conditions do not hold, and what cannot be told. The
 * ship unit leaves the station's orbit and the landing unit has the Earth's own light: neither is judged.
 */
export function lackingIn(
  { strip, scene, setUps }: Placed,
  conditions: readonly LightCondition[],
  facts: Outside,
  choices: LightChoices,
  what: string,
): { readonly lacking: readonly Lacking[]; readonly unknown: readonly NotJudged[] } {
  const asking =
    scene.unit === "main" ? setUps.filter(({ setUp }) => conditions.some((c) => c.isAsked(setUp))) : [];
  const lacking: Lacking[] = [];
  const unknown: NotJudged[] = [];
  for (const placed of asking) {
    const { setUp } = placed;
    const held = takesOf(placed).map((take) => heldIn(take, setUp, conditions, facts, choices));
    const open = gather(held, (h) => h.unknown);
    const [first] = open;
    if (first) {
      const spans = profile(open.map(({ span }) => span));
      const reason = `Scene ${scene.number}, set-up ${setUp.label}: ${what} is not known (${spans.map(spanText).join(", ")}). ${first.reason}`;
      unknown.push({ span: first.span, strips: [strip.id], reason });
    }
    const outside = profile(gather(held, (h) => h.missing));
    const min = startedMinutes(measure(outside));
    if (min > 0)
      lacking.push({
        label: setUp.label,
        min,
        lacking: [...new Set(gather(held, (h) => h.lacking))],
        outside,
      });
  }
  return { lacking, unknown };
}

/** Takes, and when what their set-up asks for does not hold for certain, or cannot be told. */
export function barsOfTakes(
  { scene, setUps }: Placed,
  conditions: readonly LightCondition[],
  facts: Outside,
  choices: LightChoices,
): readonly Bar[] {
  if (scene.unit !== "main") return [];
  const bars: Bar[] = [];
  for (const placed of setUps)
    for (const condition of conditions) {
      if (!condition.isAsked(placed.setUp)) continue;
      const { missing, untold } = told(condition, placed.setUp, facts, choices);
      for (const part of takesOf(placed)) {
        if (missing.length > 0) bars.push({ part, never: missing });
        if (untold.length > 0) bars.push(asGap({ part, never: untold }));
      }
    }
  return bars;
}

/** When a condition does not hold, to the second to which minutes are counted, and when that cannot be told. */
const told = (condition: LightCondition, setUp: SetUp, facts: Outside, choices: LightChoices) =>
  onceOf([setUp, facts.light, facts.panes, facts.events, choices], `told of ${condition.id}`, () => {
    const { certain, unknown } = condition.times(setUp, facts, choices);
    return onceOf([certain, unknown.length, ...unknown], "missing and untold", () => {
      const untold = profile(unknown.map(({ span }) => span));
      const missing = gather(whenNot(union(certain, untold)), ({ start, end }): Interval[] => {
        const whole = { start: epochSeconds(Math.round(start)), end: epochSeconds(Math.round(end)) };
        return whole.start < whole.end ? [whole] : [];
      });
      return { missing, untold };
    });
  });

/** Starts of a strip, before and after the one it has, at which every set-up lies in its own times; the nearest of both. */
export function startsInside(
  { strip, setUps }: Placed,
  timesOf: (placed: PlacedSetUp) => Profile | null,
): readonly Repair[] {
  const from = strip.startsAt;
  if (from === null || strip.isPinned || strip.status === "shot") return [];
  let starts: Profile | null = null;
  for (const placed of setUps) {
    const times = timesOf(placed);
    if (!times) continue;
    const own = profile(
      gather(times, (time): Interval[] => {
        const start = epochSeconds(time.start - placed.span.start + from);
        // The last start belongs to it, so a second more makes it half-open.
        const end = epochSeconds(time.end - placed.span.end + from + 1);
        return start < end ? [{ start, end }] : [];
      }),
    );
    starts = starts ? intersection(starts, own) : own;
  }
  const onGrid = gather(starts ?? [], ({ start, end }) => {
    const first = Math.ceil(start / GRID_S) * GRID_S;
    const last = Math.ceil(end / GRID_S - 1) * GRID_S;
    return first < end ? [{ first, last }] : [];
  });
  const later = onGrid.find(({ last }) => last > from);
  const earlier = onGrid.findLast(({ first }) => first < from);
  const near = [
    ...(later ? [Math.max(later.first, nextOnGrid(from))] : []),
    ...(earlier ? [Math.min(earlier.last, lastOnGrid(from))] : []),
  ];
  return near
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
    .map((at) => startingAt([strip.id, epochSeconds(at)]));
}

/** Strips begin on the five-minute grid of the board. */
const GRID_S = 300;
const nextOnGrid = (at: number) => (Math.floor(at / GRID_S) + 1) * GRID_S;
const lastOnGrid = (at: number) => (Math.ceil(at / GRID_S) - 1) * GRID_S;

/** As `startsInside`, for conditions that a set-up's whole stretch is to lie in. */
export const startsWhereHeld = (
  placed: Placed,
  conditions: readonly LightCondition[],
  facts: Outside,
  choices: LightChoices,
): readonly Repair[] => startsInside(placed, ({ setUp }) => heldTimes(setUp, conditions, facts, choices));

/** "3 min of set-up A outside the orbital day it asks for (8 Oct 10:59–11:00)". */
export const lackingText = ({ label, min, lacking, outside }: Lacking): string =>
  `${duration(min)} of set-up ${label} ${lacking.join(" and ")} (${outside.map(spanText).join(", ")})`;
