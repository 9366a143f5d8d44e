import { count } from "../base/format.ts";
import { dateOf } from "../base/instant.ts";
import { utcDay } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { addRows } from "../model/command/add-rows.ts";
import { changeRow } from "../model/command/change-row.ts";
import { rawOf, rowsOf } from "../model/command/rows.ts";
import type { ShootDay } from "../model/day.ts";
import { ENTITY_NAMES, type EntityName, type Tables } from "../model/entities.ts";
import type { DayId } from "../model/ids.ts";
import type { Repair } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { lightOf } from "./snapshot.ts";

/** The last days belong to the way home: a longer or shorter shoot moves them, and what happens on them, as they are. */
const TAIL_DAYS = 2;
const DAY_S = 86_400;

/**
 * The plan as it would be in a window of so many days: days are taken out before the last two, or the day before those is lived again.
 * What people do on the days that move moves along; strips of days that are gone lie in the boneyard; the orbit, and what changes it,
 * stays in its own time. Days lost to the shoot count as days.
 */
export function withWindowOf(snapshot: ScenarioSnapshot, days: number): Result<ScenarioSnapshot, string> {
  const { tables } = snapshot;
  const all = [...tables.shootDay].sort((a, b) => a.wakesAt - b.wakesAt);
  const more = days - all.length;
  if (more === 0) return ok(snapshot);
  const first = all[all.length - TAIL_DAYS];
  const model = all[all.length - TAIL_DAYS - 1];
  if (!first || !model || all.length + more <= TAIL_DAYS)
    return err(
      `A window of ${count(days, "day")} leaves no day to shoot on: of the ${all.length} days of this plan the last ${TAIL_DAYS} belong to the way home.`,
    );
  const pivot = utcDay(first.date).start;
  const time = timeShifted(pivot, more);
  const next = shifted(tables, all, model, time);
  return ok({ ...snapshot, tables: next, light: lightOf(next) });
}

/** More changes than these are no one edit. */
const MOST_EDITS = 400;

/** The edits that make a plan's window so many days long, one by one; only longer, and with the orbit as it is. */
export function windowEdits(snapshot: ScenarioSnapshot, days: number): Result<readonly Repair[], string> {
  const longer = withWindowOf(snapshot, days);
  if (!longer.ok) return longer;
  const rows: { readonly entity: EntityName; readonly row: Record<string, unknown> }[] = [];
  const changes: Repair[] = [];
  for (const entity of ENTITY_NAMES) {
    const [before, after] = [rowsOf(snapshot.tables, entity), rowsOf(longer.value.tables, entity)];
    if (before === after) continue;
    const was = new Map(before.map((row) => [row.id, row]));
    if (before.some(({ id }) => !after.some((row) => row.id === id)))
      return err("Days are taken out of a window one by one, by a hand that says what becomes of them.");
    for (const row of after) {
      const old = was.get(row.id);
      const raw = rawOf(entity, row);
      if (!old) rows.push({ entity, row: raw });
      else if (old !== row) {
        const rawOld = rawOf(entity, old);
        const differing = Object.entries(raw).filter(
          ([field, value]) => JSON.stringify(value) !== JSON.stringify(rawOld[field]),
        );
        if (differing.length > 0)
          changes.push({
            commandId: changeRow.id,
            input: { entity, id: row.id, changes: Object.fromEntries(differing) },
          });
      }
    }
  }
  if (changes.length > MOST_EDITS)
    return err(`A window of ${count(days, "day")} moves ${changes.length} rows: more than one edit holds.`);
  const added: readonly Repair[] = rows.length > 0 ? [{ commandId: addRows.id, input: { rows } }] : [];
  return ok([...changes, ...added]);
}

/** How moments and dates move. */
interface Shift {
  readonly more: number;
  /** Where a moment comes to lie; null: on a day that is gone. */
  moment(at: EpochSeconds): EpochSeconds | null;
  /** An edge of a window or a flight: on a day that is gone, where the days after it come to begin. */
  edge(at: EpochSeconds): EpochSeconds;
  date(date: string): string | null;
  /** Is it on the day that is lived again? */
  isRepeated(at: EpochSeconds): boolean;
  /** So many days later. */
  later(at: EpochSeconds, by: number): EpochSeconds;
}

function timeShifted(pivot: EpochSeconds, more: number): Shift {
  const later = (at: EpochSeconds, by: number) => epochSeconds(at + by * DAY_S);
  const moment = (at: EpochSeconds) =>
    at >= pivot ? later(at, more) : at >= pivot + Math.min(0, more) * DAY_S ? null : at;
  return {
    more,
    moment,
    edge: (at) => moment(at) ?? later(pivot, more),
    date(date) {
      const at = moment(utcDay(date).start);
      return at === null ? null : dateOf(at);
    },
    isRepeated: (at) => more > 0 && at >= pivot - DAY_S && at < pivot,
    later,
  };
}

/** Rows that move with the days, without those of days that are gone, with those of the day that is lived again. */
function moved<T>(
  rows: readonly T[],
  at: (row: T) => EpochSeconds,
  to: (row: T, shift: (at: EpochSeconds) => EpochSeconds, copy: number) => T,
  { more, moment, isRepeated, later }: Shift,
): readonly T[] {
  return rows.flatMap((row) => {
    const here = at(row);
    const there = moment(here);
    const by = there === null ? 0 : there - here;
    const own = there === null ? [] : [by === 0 ? row : to(row, (x) => epochSeconds(x + by), 0)];
    const again = isRepeated(here)
      ? Array.from({ length: more }, (_, i) => to(row, (x) => later(x, i + 1), i + 1))
      : [];
    return [...own, ...again];
  });
}

const named = <T extends string>(id: T, copy: number): T =>
  (copy === 0 ? id : `${id}~${copy}`.slice(-64)) as T;

function daysOf(all: readonly ShootDay[], shift: Shift): readonly ShootDay[] {
  const days = moved(
    all,
    (day) => utcDay(day.date).start,
    (day, at, copy) => ({
      ...day,
      id: named(day.id, copy),
      date: dateOf(at(utcDay(day.date).start)),
      wakesAt: at(day.wakesAt),
      sleepsAt: at(day.sleepsAt),
    }),
    shift,
  );
  const number = all[0]?.number ?? 0;
  return [...days].sort((a, b) => a.wakesAt - b.wakesAt).map((day, i) => ({ ...day, number: number + i }));
}

function shifted(tables: Tables, all: readonly ShootDay[], model: ShootDay, shift: Shift): Tables {
  const shootDay = daysOf(all, shift);
  const known = new Set<DayId>(shootDay.map((day) => day.id));
  const nullable = (at: EpochSeconds | null, by: (at: EpochSeconds) => EpochSeconds) =>
    at === null ? null : by(at);
  const dated = <T extends { readonly id: string; readonly date: string }>(rows: readonly T[]) =>
    moved(
      rows,
      ({ date }) => utcDay(date).start,
      (row, at, copy) => ({
        ...row,
        id: named(row.id, copy),
        date: dateOf(at(utcDay(row.date).start)),
      }),
      shift,
    );
  return {
    ...tables,
    shootDay,
    banner: tables.banner.filter(({ dayId }) => known.has(dayId)),
    shootWindow: tables.shootWindow.map((row) => ({
      ...row,
      startsAt: shift.edge(row.startsAt),
      endsAt: shift.edge(row.endsAt),
    })),
    flight: tables.flight.map((leg) =>
      leg.direction === "up" ? leg : legOn(leg, shift.edge(leg.hatchAt) - leg.hatchAt),
    ),
    seat: tables.seat.map((seat) => ({ ...seat, linerMovedAt: nullable(seat.linerMovedAt, shift.edge) })),
    stationEvent: moved(
      tables.stationEvent.filter((event) => event.kind !== "reboost"),
      (event) => event.startsAt,
      (event, at, copy) => ({ ...event, id: named(event.id, copy), startsAt: at(event.startsAt) }),
      // What happens on the station once does not happen again.
      { ...shift, isRepeated: () => false },
    ).concat(tables.stationEvent.filter((event) => event.kind === "reboost")),
    crewBlock: moved(
      tables.crewBlock,
      (block) => block.startsAt,
      (block, at, copy) => ({
        ...block,
        id: named(block.id, copy),
        startsAt: at(block.startsAt),
        earliestAt: nullable(block.earliestAt, at),
        latestAt: nullable(block.latestAt, at),
      }),
      shift,
    ),
    allocation: dated(tables.allocation),
    consent: dated(tables.consent),
    handover: tables.handover.map((row) => ({
      ...row,
      fromDate: shift.date(row.fromDate) ?? model.date,
      untilDate: shift.date(row.untilDate) ?? model.date,
    })),
    strip: tables.strip.map((strip) => {
      const at = strip.startsAt === null ? null : shift.moment(strip.startsAt);
      return at === strip.startsAt
        ? strip
        : { ...strip, startsAt: at, ...(at === null ? { moduleId: null, isPinned: false } : {}) };
    }),
    publishedStrip: tables.publishedStrip.flatMap((row) => {
      const at = shift.moment(row.startsAt);
      return at === null ? [] : [{ ...row, startsAt: at }];
    }),
  };
}

type Leg = Tables["flight"][number];
const legOn = (leg: Leg, by: number): Leg => ({
  ...leg,
  departsAt: epochSeconds(leg.departsAt + by),
  arrivesAt: epochSeconds(leg.arrivesAt + by),
  hatchAt: epochSeconds(leg.hatchAt + by),
});
