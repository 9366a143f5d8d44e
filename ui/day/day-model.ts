import { clock as clockText } from "#core/base/format.ts";
import { type Interval, intersect, overlaps } from "#core/base/interval.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import { type CheckReport, type Finding, isCostOfPlan } from "#core/model/finding.ts";
import type { Placed } from "#core/model/placed.ts";
import type { Clock } from "#core/report/moment.ts";
import { type EventBar, eventBars } from "./events.ts";
import type { Row } from "./item.ts";
import { rowsOf } from "./rows.ts";

export interface LightPiece {
  readonly kind: "day" | "night" | "unknown";
  readonly span: Interval;
  readonly text: string;
}
export interface Crossing {
  readonly kind: "sunrise" | "sunset";
  readonly at: EpochSeconds;
  readonly span: Interval;
  readonly text: string;
}
/** Everything that the day view shows: plain data, made where the plan is. */
export interface DayModel {
  readonly range: Interval;
  readonly hours: readonly { readonly at: EpochSeconds; readonly gmt: string; readonly home: string }[];
  readonly light: readonly LightPiece[];
  readonly crossings: readonly Crossing[];
  readonly events: readonly EventBar[];
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

const HOUR = 3600;

/** Full hours around the day: an hour and a half before waking and after bedtime, more where a strip stands there. */
function rangeOf(day: ShootDay, strips: readonly Placed[]): Interval {
  const start = Math.min(day.wakesAt - 1.5 * HOUR, ...strips.map((p) => p.span.start));
  const end = Math.max(day.sleepsAt + 1.5 * HOUR, ...strips.map((p) => p.span.end));
  return {
    start: epochSeconds(Math.floor(start / HOUR) * HOUR),
    end: epochSeconds(Math.ceil(end / HOUR) * HOUR),
  };
}

/** A shoot day as the day view shows it, from a judged plan. */
export function dayModel(
  facts: Facts,
  report: CheckReport,
  day: ShootDay,
  clock: Clock,
  homeLabel: string,
): DayModel {
  const own = (span: Interval) => span.start < day.sleepsAt + 6 * HOUR && span.end > day.wakesAt - 4 * HOUR;
  const near = [...facts.placed.values()].filter((p) => own(p.span));
  const range = rangeOf(day, near);
  const placed = [...facts.placed.values()].filter((p) => overlaps(p.span, range));
  const stripIds = new Set(placed.map((p) => p.strip.id));
  const findings = report.findings.filter(
    (f) =>
      !isCostOfPlan(f) &&
      ((f.span !== null && overlaps(f.span, range)) ||
        (f.span === null && f.strips.some((id) => stripIds.has(id)))),
  );
  const when = ({ start, end }: Interval) => {
    const [from, to] = [clock.moment(start), clock.moment(end)];
    return `${from.gmt}–${to.gmt} GMT${from.home ? ` (${from.home}–${to.home} ${homeLabel})` : ""}`;
  };

  const within = <T extends { span: Interval }>(things: readonly T[]) =>
    things.flatMap((thing) => {
      const span = intersect(thing.span, range);
      return span ? [{ ...thing, span }] : [];
    });
  return {
    range,
    hours: Array.from({ length: (range.end - range.start) / HOUR }, (_, i) => {
      const at = epochSeconds(range.start + i * HOUR);
      return { at, gmt: clockText(at), home: clock.moment(at).home };
    }),
    light: [
      ...within(facts.light.spans).map(({ kind, span, source, margin }) => ({
        kind,
        span,
        text: `Orbital ${kind}, ${when(span)}, ±${Math.round(margin)} s, ${source}`,
      })),
      ...within(facts.light.unknown).map(({ span, reason }) => ({
        kind: "unknown" as const,
        span,
        text: `Light unknown, ${when(span)}: ${reason}`,
      })),
    ],
    crossings: facts.light.crossings
      .filter((c) => range.start <= c.pointSun && c.pointSun < range.end)
      .map(({ kind, pointSun, firstContact, lastContact, margin }) => ({
        kind,
        at: pointSun,
        span: { start: firstContact, end: lastContact },
        text: `${kind === "sunrise" ? "Sunrise" : "Sunset"} ${clock.moment(pointSun).gmt} GMT (${clock.moment(pointSun).home} ${homeLabel}), ±${Math.round(margin)} s`,
      })),
    events: eventBars(facts, range, when),
    rows: rowsOf(facts, placed, findings, range, when),
    findings,
  };
}
