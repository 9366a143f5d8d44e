import { clock, weekdayMonth } from "#core/base/format.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import type { Banner, ShootDay } from "#core/model/day.ts";
import type { Entity } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import type { Placed } from "#core/model/placed.ts";
import { shootDayAt } from "#core/rules/duty.ts";

/** A day of the board and what stands on it, in order. */
export interface Column {
  readonly day: ShootDay;
  readonly strips: readonly Placed[];
  readonly banners: readonly Banner[];
}

/** The day in whose column something stands: its shoot day; half a day and more away from all, the nearest. */
export function columnDay(days: readonly ShootDay[], at: EpochSeconds): ShootDay | null {
  const own = shootDayAt(days, at);
  if (own) return own;
  const far = (day: ShootDay) => Math.max(day.wakesAt - at, at - day.sleepsAt);
  return days.reduce<ShootDay | null>((best, day) => (best && far(best) <= far(day) ? best : day), null);
}

export function columnsOf(facts: Facts, banners: readonly Entity<"banner">[]): readonly Column[] {
  const strips = new Map<string, Placed[]>(facts.days.map((day) => [day.id, []]));
  const inOrder = [...facts.placed.values()].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.strip.id < b.strip.id ? -1 : 1),
  );
  for (const placed of inOrder) strips.get(columnDay(facts.days, placed.span.start)?.id ?? "")?.push(placed);
  return facts.days.map((day) => ({
    day,
    strips: strips.get(day.id) ?? [],
    banners: banners.filter((b) => b.dayId === day.id).sort((a, b) => a.order - b.order),
  }));
}

/** `22:15`; `01:25 +1` past midnight, where a shoot day runs on into the next date. */
export function timeOn(day: ShootDay, at: EpochSeconds): string {
  const minute = Math.round(at / 60) * 60;
  const later = Math.floor((minute - Date.parse(`${day.date}T00:00:00Z`) / 1000) / 86_400);
  return later === 0 ? clock(at) : `${clock(at)} ${later > 0 ? "+" : "−"}${Math.abs(later)}`;
}

/** `Day 3 · Fri 8 Oct`; the date is the day's own, whatever the hour of waking. */
export const dayTitle = (day: ShootDay): string => `Day ${day.number} · ${dayDate(day)}`;
export const dayDate = (day: ShootDay): string =>
  weekdayMonth(epochSeconds(Date.parse(`${day.date}T12:00:00Z`) / 1000));

/** The moment that a time of the clock (`22:15`, GMT) names on a shoot day: past midnight where the day runs there. */
export function momentOn(days: readonly ShootDay[], day: ShootDay, time: string): EpochSeconds | null {
  const [h, m] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time)?.slice(1).map(Number) ?? [];
  if (h === undefined || m === undefined) return null;
  const onDate = epochSeconds(Date.parse(`${day.date}T00:00:00Z`) / 1000 + h * 3600 + m * 60);
  return (
    [0, 86_400, -86_400]
      .map((by) => epochSeconds(onDate + by))
      .find((at) => columnDay(days, at)?.id === day.id) ?? onDate
  );
}

/** Its inverse, for a form: the day and the time of the clock. */
export const dayAndTime = (days: readonly ShootDay[], at: EpochSeconds): { dayId: string; time: string } => ({
  dayId: columnDay(days, at)?.id ?? "",
  time: clock(at),
});
