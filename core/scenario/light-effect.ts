import { type Interval, lengthOf } from "../base/interval.ts";
import { measure, profile, within } from "../base/profile.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { StripId } from "../model/ids.ts";
import { heldIn } from "../model/light/asked.ts";
import { DEFAULT_CHOICES } from "../model/light/choices.ts";
import { conditions } from "../model/light/conditions/index.ts";
import { takesOf } from "../model/light/takes.ts";
import type { LightTable, SunCrossing } from "../model/light-table.ts";
import type { Placed } from "../model/placed.ts";

/** How the sunrises and sunsets of a shoot day's waking hours move. */
export interface DayShift {
  readonly day: ShootDay;
  /** Those that are there before and after. */
  readonly crossings: number;
  /** Of them, the one that moves most: seconds, later is positive. */
  readonly mostS: number;
  /** Largest margin, seconds; null: nothing is known. */
  readonly marginS: { readonly before: number | null; readonly after: number | null };
  /** Minutes without known light. */
  readonly unknownMin: { readonly before: number; readonly after: number };
}

/** A placed strip whose takes have more, or less, of what they ask for. */
export interface StripLight {
  readonly stripId: StripId;
  readonly scene: string;
  readonly startsAt: Placed["span"]["start"];
  /** Minutes of its takes that ask for something of light, Sun, ground or link. */
  readonly askedMin: number;
  /** Minutes of them that have it for certain. */
  readonly heldMin: { readonly before: number; readonly after: number };
}

export interface LightEffect {
  readonly days: readonly DayShift[];
  /** Those that lose most come first. */
  readonly strips: readonly StripLight[];
}

type Plan = Pick<Facts, "days" | "placed" | "panes" | "events" | "light">;

/** Two sunrises lie an orbit apart: half of one is far from the next. */
const SAME_CROSSING_S = 1_500;

/** What other orbit data does to the light of a plan that is otherwise the same. */
export function lightEffect(before: Plan, after: Plan): LightEffect {
  return {
    days: before.days.map((day) => dayShift(day, before.light, after.light)),
    strips: [...before.placed.values()]
      .flatMap((placed) => {
        const same = after.placed.get(placed.strip.id);
        const [was, is] = [heldOf(placed, before), same ? heldOf(same, after) : null];
        if (!was || !is || Math.abs(was.heldMin - is.heldMin) < LEAST_MIN) return [];
        return [
          {
            stripId: placed.strip.id,
            scene: placed.scene.number,
            startsAt: placed.span.start,
            askedMin: was.askedMin,
            heldMin: { before: was.heldMin, after: is.heldMin },
          },
        ];
      })
      .sort((a, b) => lossOf(b) - lossOf(a) || a.startsAt - b.startsAt),
  };
}

/** A second. */
const LEAST_MIN = 1 / 60;
const lossOf = ({ heldMin }: StripLight) => heldMin.before - heldMin.after;

function dayShift(day: ShootDay, before: LightTable, after: LightTable): DayShift {
  const awake = { start: day.wakesAt, end: day.sleepsAt };
  const was = crossingsIn(before, awake);
  const shifts = was.flatMap((crossing) => {
    const same = nearest(after.crossings, crossing);
    return same ? [same.firstContact - crossing.firstContact] : [];
  });
  return {
    day,
    crossings: shifts.length,
    mostS: shifts.reduce((most, shift) => (Math.abs(shift) > Math.abs(most) ? shift : most), 0),
    marginS: { before: marginIn(was), after: marginIn(crossingsIn(after, awake)) },
    unknownMin: { before: unknownIn(before, awake), after: unknownIn(after, awake) },
  };
}

const crossingsIn = ({ crossings }: LightTable, { start, end }: Interval) =>
  crossings.filter(({ firstContact }) => start <= firstContact && firstContact < end);
const marginIn = (crossings: readonly SunCrossing[]) =>
  crossings.length > 0 ? Math.max(...crossings.map(({ margin }) => margin)) : null;
const unknownIn = ({ spans }: LightTable, span: Interval) =>
  lengthOf(span) - measure(within(profile(spans.map((s) => s.span)), span));

const nearest = (crossings: readonly SunCrossing[], { kind, firstContact }: SunCrossing) =>
  crossings
    .filter((c) => c.kind === kind && Math.abs(c.firstContact - firstContact) < SAME_CROSSING_S)
    .reduce<SunCrossing | null>(
      (best, c) =>
        best && Math.abs(best.firstContact - firstContact) <= Math.abs(c.firstContact - firstContact)
          ? best
          : c,
      null,
    );

/** Null where a strip asks for nothing: ship and landing units have their own light. */
function heldOf({ scene, setUps }: Placed, plan: Plan) {
  const asking =
    scene.unit === "main" ? setUps.filter(({ setUp }) => conditions.some((c) => c.isAsked(setUp))) : [];
  const takes = asking.flatMap((placed) =>
    takesOf(placed).map((span) => ({
      span,
      held: heldIn(span, placed.setUp, conditions, plan, DEFAULT_CHOICES),
    })),
  );
  if (takes.length === 0) return null;
  return {
    askedMin: takes.reduce((sum, { span }) => sum + lengthOf(span), 0),
    heldMin: takes.reduce((sum, { held }) => sum + measure(held.certain), 0),
  };
}
