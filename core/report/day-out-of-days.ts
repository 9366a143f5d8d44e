import * as z from "zod";
import { dayMonth, weekdayMonth } from "../base/format.ts";
import { plusMinutes } from "../base/instant.ts";
import { overlaps, utcDay } from "../base/interval.ts";
import type { Tables } from "../model/entities.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { DayId, PersonId } from "../model/ids.ts";
import { JOB_NAMES, JOBS } from "../model/job.ts";
import { shootDayAt } from "../rules/duty.ts";
import { type DayPlan, dayPlansOf } from "./day-plan.ts";
import { type Heading, headingOf } from "./heading.ts";
import { defineReport } from "./report.ts";
import { DAY_CODES, type DayCode, type WorkCode, workCodes } from "./work-days.ts";

export interface DayColumn {
  readonly dayId: DayId;
  readonly number: number;
  readonly date: string;
  /** `8 Oct`. */
  readonly dateText: string;
  /** `Fri`. */
  readonly weekday: string;
  readonly isClosed: boolean;
  readonly castWorking: number;
  readonly crewWorking: number;
}

export interface DayCell {
  readonly code: WorkCode | null;
  /** What else the day brings them: launch, landing, preparing the return. */
  readonly extras: readonly DayCode[];
  /** `SW L`; a hold gives way to what the day brings instead. Empty: nothing. */
  readonly text: string;
}

export interface DayRow {
  readonly id: string;
  /** Cast number; null for the crew. */
  readonly number: number | null;
  /** The role, or what they do behind the camera. */
  readonly part: string;
  readonly person: string;
  readonly personLocal: string;
  readonly cells: readonly DayCell[];
  readonly worked: number;
  readonly held: number;
  /** Worked and held. */
  readonly total: number;
  /** `Day 1`, of the first and last working day; empty without one. */
  readonly first: string;
  readonly last: string;
}

export interface DayOutOfDaysModel {
  readonly heading: Heading;
  readonly days: readonly DayColumn[];
  readonly cast: readonly DayRow[];
  readonly crew: readonly DayRow[];
  /** The codes that stand in the table, in words. */
  readonly legend: readonly { readonly code: DayCode; readonly meaning: string }[];
  /** Strips in the boneyard: first and last days may move when they are placed. */
  readonly notPlaced: number;
}

type DaysOf = (personId: PersonId | null) => readonly (readonly DayCode[])[];

/** Launches and landings of who has a seat, and return preparation of who is named in it, day by day. */
function extrasByDay(facts: Facts, tables: Tables, days: readonly DayPlan[]): DaysOf {
  const flights = new Map(tables.flight.map((f) => [f.id, f]));
  const legs = tables.seat.flatMap(({ personId, flightId }) => {
    const leg = flights.get(flightId);
    if (!leg) return [];
    const at = leg.direction === "up" ? leg.departsAt : leg.arrivesAt;
    const code: DayCode = leg.direction === "up" ? "L" : "LD";
    return [{ personId, code, dayId: shootDayAt(facts.days, at)?.id }];
  });
  const packs = facts.events.filter((e) => e.kind === "return-preparation");
  return (personId) =>
    days.map(({ day }) => {
      const own = legs.filter((leg) => leg.personId === personId && leg.dayId === day.id);
      const awake = { start: day.wakesAt, end: day.sleepsAt };
      const isPacking = packs.some(
        (e) =>
          personId !== null &&
          e.personIds.includes(personId) &&
          overlaps({ start: e.startsAt, end: plusMinutes(e.startsAt, e.durationMin) }, awake),
      );
      return [...new Set(own.map((leg) => leg.code)), ...(isPacking ? (["PK"] as const) : [])];
    });
}

function cellsOf(
  days: readonly DayPlan[],
  isWorked: (plan: DayPlan) => boolean,
  extras: readonly (readonly DayCode[])[],
): readonly DayCell[] {
  const codes = workCodes(days.map((plan) => ({ isWorked: isWorked(plan), isClosed: plan.day.isClosed })));
  return codes.map((found, i) => {
    const here = extras[i] ?? [];
    const code = found === "H" && here.length > 0 ? null : found;
    return { code, extras: here, text: [...(code ? [code] : []), ...here].join(" ") };
  });
}

const isWork = ({ code }: DayCell) => code !== null && code !== "H" && code !== "/";

function rowOf(
  days: readonly DayPlan[],
  cells: readonly DayCell[],
  of: Pick<DayRow, "id" | "number" | "part" | "person" | "personLocal">,
): DayRow {
  const label = (i: number) => (i < 0 ? "" : `Day ${days[i]?.day.number}`);
  const worked = cells.filter(isWork).length;
  const held = cells.filter((cell) => cell.code === "H").length;
  return {
    ...of,
    cells,
    worked,
    held,
    total: worked + held,
    first: label(cells.findIndex(isWork)),
    last: label(cells.findLastIndex(isWork)),
  };
}

function castRows(facts: Facts, days: readonly DayPlan[], extras: DaysOf): readonly DayRow[] {
  return [...facts.roles.values()]
    .sort((a, b) => a.number - b.number)
    .map((role) => {
      const plays = ({ strips }: DayPlan) =>
        strips.some((p) => p.setUps.some(({ setUp }) => setUp.roleIds.includes(role.id)));
      const person = role.personId === null ? undefined : facts.people.get(role.personId);
      return rowOf(days, cellsOf(days, plays, extras(role.personId)), {
        id: role.id,
        number: role.number,
        part: role.name,
        person: person?.name ?? "Not cast",
        personLocal: person?.nameLocal ?? "",
      });
    });
}

/** Who has a job on any strip, placed or not; their working days are those on which they do one. */
function crewRows(tables: Tables, days: readonly DayPlan[], extras: DaysOf): readonly DayRow[] {
  return tables.person.flatMap((person) => {
    const jobs = new Set(tables.assignment.filter((a) => a.personId === person.id).map((a) => a.job));
    if (jobs.size === 0) return [];
    const works = ({ strips }: DayPlan) =>
      strips.some((p) => p.calls.some((call) => call.personId === person.id && call.jobs.length > 0));
    return [
      rowOf(days, cellsOf(days, works, extras(person.id)), {
        id: person.id,
        number: null,
        part: JOBS.filter((job) => jobs.has(job))
          .map((job) => JOB_NAMES[job])
          .join(", "),
        person: person.name,
        personLocal: person.nameLocal,
      }),
    ];
  });
}

export const dayOutOfDays = defineReport({
  id: "day-out-of-days",
  title: "Day out of days",
  purpose: "Person by day: who starts, works, is held and finishes when.",
  params: z.object({}),

  build(snapshot, _report, _params, context): DayOutOfDaysModel {
    const facts = factsOf(snapshot);
    const { tables } = snapshot;
    const days = dayPlansOf(facts);
    const extras = extrasByDay(facts, tables, days);
    const cast = castRows(facts, days, extras);
    const crew = crewRows(tables, days, extras);
    const working = (rows: readonly DayRow[], i: number) =>
      rows.filter((row) => row.cells[i] && isWork(row.cells[i])).length;
    const used = new Set(
      [...cast, ...crew].flatMap((row) => row.cells.flatMap((c) => [c.code, ...c.extras])),
    );
    return {
      heading: headingOf(snapshot, context),
      days: days.map(({ day }, i) => {
        const at = utcDay(day.date).start;
        return {
          dayId: day.id,
          number: day.number,
          date: day.date,
          dateText: dayMonth(at),
          weekday: weekdayMonth(at).slice(0, 3),
          isClosed: day.isClosed,
          castWorking: working(cast, i),
          crewWorking: working(crew, i),
        };
      }),
      cast,
      crew,
      legend: (Object.keys(DAY_CODES) as DayCode[])
        .filter((code) => used.has(code))
        .map((code) => ({ code, meaning: DAY_CODES[code] })),
      notPlaced: tables.strip.filter((strip) => !facts.placed.has(strip.id)).length,
    };
  },
});
