import { clockSeconds } from "../../base/format.ts";
import { elapsed, elapsedMinutes } from "../../base/instant.ts";
import { type Interval, overlaps } from "../../base/interval.ts";
import type { EpochSeconds } from "../../base/quantity.ts";
import type { LightTable, LinkPass, SunCrossing } from "../../model/light-table.ts";
import type { Placed } from "../../model/placed.ts";
import type { DayPlan } from "../day-plan.ts";
import type { Clock, Moment, Span } from "../moment.ts";

/** An orbital sunrise or sunset; all times are those of first contact. */
export interface CrossingLine {
  readonly kind: SunCrossing["kind"];
  readonly at: EpochSeconds;
  /** `09:21:14`, GMT. */
  readonly time: string;
  /** GMT and home to the minute. */
  readonly moment: Moment;
  /** From first to last contact. */
  readonly crossingS: number;
  readonly latDeg: number;
  readonly lonDeg: number;
  /** `51.6° N 115.6° E`: what lies below. */
  readonly place: string;
  /** How far off it may be. */
  readonly marginS: number;
}

/** One turn in the light: from a sunrise to the next sunset. An end that lies outside the shoot day is null. */
export interface OrbitalDayLine {
  readonly sunrise: CrossingLine | null;
  readonly sunset: CrossingLine | null;
  /** From first contact to first contact; null when an end is missing. */
  readonly dayMin: number | null;
  /** Scenes with a set-up in it that asks for day, sunrise or sunset. */
  readonly scenes: readonly string[];
}

/** A stretch in which the ground can be talked to. */
export interface LinkLine extends Span {
  readonly name: string;
  readonly kind: LinkPass["kind"];
  /** Over the site's horizon; null for a relay. */
  readonly maxElevationDeg: number | null;
  /** Scenes with a set-up in it that asks for a link. */
  readonly scenes: readonly string[];
}

export interface DayLight {
  /** The Sun's height over the plane of the orbit at 12:00 GMT; null when not computed. */
  readonly betaDeg: number | null;
  readonly orbitalDays: readonly OrbitalDayLine[];
  /** Largest of the day's crossings; null without any. */
  readonly marginS: number | null;
  /** Orbit data that gave them. */
  readonly sources: readonly string[];
  readonly unknown: readonly (Span & { readonly reason: string })[];
  /** Links of the waking hours; null where no set-up of the day asks for one. */
  readonly links: readonly LinkLine[] | null;
}

const side = (deg: number, plus: string, minus: string) =>
  `${Math.abs(deg).toFixed(1)}° ${deg < 0 ? minus : plus}`;

function crossingLine(crossing: SunCrossing, clock: Clock): CrossingLine {
  const { kind, firstContact, lastContact, latDeg, lonDeg, margin } = crossing;
  return {
    kind,
    at: firstContact,
    time: clockSeconds(firstContact),
    moment: clock.moment(firstContact),
    crossingS: Math.round(elapsed(firstContact, lastContact)),
    latDeg,
    lonDeg,
    place: `${side(latDeg, "N", "S")} ${side(lonDeg, "E", "W")}`,
    marginS: Math.ceil(margin),
  };
}

/** Sunrises with the sunset that follows each. */
function pairs(crossings: readonly SunCrossing[]): readonly { rise?: SunCrossing; set?: SunCrossing }[] {
  const found: { rise?: SunCrossing; set?: SunCrossing }[] = [];
  for (const crossing of crossings) {
    const last = found.at(-1);
    if (crossing.kind === "sunrise") found.push({ rise: crossing });
    else if (last?.rise && !last.set) last.set = crossing;
    else found.push({ set: crossing });
  }
  return found;
}

/** Scenes that ask for light which is there between a sunrise and a sunset. */
function scenesIn(span: Interval, strips: readonly Placed[]): readonly string[] {
  const asks = (p: Placed) =>
    p.setUps.some(
      ({ setUp, span: own }) => setUp.light !== "any" && setUp.light !== "night" && overlaps(own, span),
    );
  return [...new Set(strips.filter((p) => p.scene.unit === "main" && asks(p)).map((p) => p.scene.number))];
}

/** In order of time. Nothing where nobody asks: a call sheet is short. */
function linksOf(
  table: LightTable,
  strips: readonly Placed[],
  awake: Interval,
  clock: Clock,
): readonly LinkLine[] | null {
  const asking = strips.flatMap((p) =>
    p.scene.unit === "main"
      ? p.setUps.flatMap(({ setUp, span }) => (setUp.groundLink ? [{ span, scene: p.scene.number }] : []))
      : [],
  );
  if (asking.length === 0) return null;
  return table.passes
    .filter(({ span }) => overlaps(span, awake))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ name, kind, maxElevationDeg, span }) => ({
      ...clock.span(span),
      ...{ name, kind, maxElevationDeg },
      scenes: [...new Set(asking.filter((a) => overlaps(a.span, span)).map(({ scene }) => scene))],
    }));
}

/** The light between waking and sleep of a shoot day, as the sheet tells it. */
export function dayLight(table: LightTable, { day, strips }: DayPlan, clock: Clock): DayLight {
  const awake = { start: day.wakesAt, end: day.sleepsAt };
  const today = table.crossings
    .filter((c) => awake.start <= c.firstContact && c.firstContact < awake.end)
    .sort((a, b) => a.firstContact - b.firstContact);
  return {
    betaDeg: table.beta.find((b) => b.date === day.date)?.betaDeg ?? null,
    orbitalDays: pairs(today).map(({ rise, set }) => ({
      sunrise: rise ? crossingLine(rise, clock) : null,
      sunset: set ? crossingLine(set, clock) : null,
      dayMin: rise && set ? Math.round(elapsedMinutes(rise.firstContact, set.firstContact)) : null,
      scenes: scenesIn(
        { start: rise?.firstContact ?? awake.start, end: set?.lastContact ?? awake.end },
        strips,
      ),
    })),
    marginS: today.length > 0 ? Math.max(...today.map((c) => Math.ceil(c.margin))) : null,
    sources: [...new Set(today.map((c) => c.source))],
    unknown: table.unknown
      .filter((u) => overlaps(u.span, awake))
      .map((u) => ({ ...clock.span(u.span), reason: u.reason })),
    links: linksOf(table, strips, awake, clock),
  };
}
