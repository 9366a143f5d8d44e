import { overlaps } from "#core/base/interval.ts";
import { measure, profile, within } from "#core/base/profile.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { DEFINITIONS, type Definition } from "#core/light/index.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { LightTable, OutsideLight, SunCrossing, UnknownLight } from "#core/model/light-table.ts";
import type { DayPlan } from "#core/report/day-plan.ts";

/** A sunrise or sunset and the light after it. */
export interface CrossingLine {
  readonly crossing: SunCrossing;
  /** From first to last contact. */
  readonly crossingS: number;
  /** What begins here by the definition in use, and for how long; null where its end is not known. */
  readonly begins: OutsideLight;
  readonly lastsMin: number | null;
  readonly isAwake: boolean;
}

/** The light of a shoot day, from its waking to the next. */
export interface LightDay {
  readonly day: ShootDay;
  readonly lines: readonly CrossingLine[];
  readonly sunrises: number;
  readonly sunrisesAwake: number;
  /** Between waking and sleep, as are the next two. */
  readonly dayMin: number;
  readonly nightMin: number;
  readonly unknownMin: number;
  readonly betaDeg: number | null;
  /** Shortest and longest of the day; null without any. */
  readonly crossingS: readonly [number, number] | null;
  /** Largest of the day. */
  readonly marginS: number | null;
  readonly unknown: readonly UnknownLight[];
}

const holdsStart = (from: EpochSeconds, until: EpochSeconds) => (c: SunCrossing) =>
  from <= c.firstContact && c.firstContact < until;

/** Each crossing with what follows it: until the next, unless something unknown lies between. */
function linesOf(table: LightTable, definition: Definition): readonly Omit<CrossingLine, "isAwake">[] {
  const edge = (c: SunCrossing) => c[DEFINITIONS[definition][c.kind]];
  return table.crossings.map((crossing, i) => {
    const next = table.crossings[i + 1];
    const span = next ? { start: edge(crossing), end: edge(next) } : null;
    const isWhole =
      span !== null && next?.kind !== crossing.kind && !table.unknown.some((gap) => overlaps(gap.span, span));
    return {
      crossing,
      crossingS: crossing.lastContact - crossing.firstContact,
      begins: crossing.kind === "sunrise" ? "day" : "night",
      lastsMin: isWhole && span ? (span.end - span.start) / 60 : null,
    };
  });
}

export function lightDays(
  table: LightTable,
  days: readonly Pick<DayPlan, "day" | "untilNextWake">[],
  definition: Definition,
): readonly LightDay[] {
  const all = linesOf(table, definition);
  const lit = profile(table.spans.filter((s) => s.kind === "day").map((s) => s.span));
  const dark = profile(table.spans.filter((s) => s.kind === "night").map((s) => s.span));
  return days.map(({ day, untilNextWake }) => {
    const awake = { start: day.wakesAt, end: day.sleepsAt };
    const isAwake = holdsStart(awake.start, awake.end);
    const lines = all
      .filter(({ crossing }) => holdsStart(untilNextWake.start, untilNextWake.end)(crossing))
      .map((line) => ({ ...line, isAwake: isAwake(line.crossing) }));
    const rises = lines.filter(({ crossing }) => crossing.kind === "sunrise");
    const [dayMin, nightMin] = [measure(within(lit, awake)), measure(within(dark, awake))];
    const lengths = lines.map(({ crossingS }) => crossingS);
    const unknown = table.unknown.filter(({ span }) => overlaps(span, awake));
    return {
      day,
      lines,
      sunrises: rises.length,
      sunrisesAwake: rises.filter((line) => line.isAwake).length,
      dayMin,
      nightMin,
      unknownMin: (awake.end - awake.start) / 60 - dayMin - nightMin,
      betaDeg: table.beta.find(({ date }) => date === day.date)?.betaDeg ?? null,
      crossingS: lengths.length > 0 ? [Math.min(...lengths), Math.max(...lengths)] : null,
      marginS: lines.length > 0 ? Math.max(...lines.map(({ crossing }) => crossing.margin)) : null,
      unknown,
    };
  });
}

/** What a definition is called, and what it means. */
export const DEFINITION_WORDS: {
  readonly [D in Definition]: { readonly name: string; readonly means: string };
} = {
  "first-contact": {
    name: "First contact",
    means:
      "Night from the moment the disc touches the limb until its first point comes back. The rules judge by this one.",
  },
  "point-sun": {
    name: "Point Sun",
    means: "Night while the disc's centre is behind the limb, as most tables of others have it.",
  },
  umbra: { name: "Umbra", means: "Night while the whole disc is behind the limb." },
};
export const definitionOf = (asked: string | null | undefined): Definition =>
  (Object.keys(DEFINITIONS) as Definition[]).find((name) => name === asked) ?? "first-contact";
