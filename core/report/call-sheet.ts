import * as z from "zod";
import { duration, moment, pagesText } from "../base/format.ts";
import { elapsedMinutes } from "../base/instant.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { type BlockKind, REST_KINDS } from "../model/block.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { Contact } from "../model/person.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { ledgerOf } from "../rules/crew-time-ledger.ts";
import { type DayLight, dayLight } from "./call-sheet/light.ts";
import { aboardNotCalled, type PersonCall, personCalls } from "./call-sheet/people.ts";
import { type Gap, gapsOf } from "./call-sheet/readiness.ts";
import {
  type BlockLine,
  blockLines,
  type EventLine,
  eventLines,
  mainMeal,
  ROUTINE_KINDS,
} from "./call-sheet/station.ts";
import { type CallSheetStrip, callSheetStrip } from "./call-sheet/strips.ts";
import { ledgerParamsOf } from "./crew-time-accounts.ts";
import { type DayPlan, dayPlansOf } from "./day-plan.ts";
import { dateText, type Heading, headingOf } from "./heading.ts";
import { type Clock, clockFor, type Moment, type Span } from "./moment.ts";
import { defineReport } from "./report.ts";
import { type StripLine, stripLines } from "./strip-line.ts";
import { type FindingLine, findingsOfDay, type VerdictLine, verdictLine } from "./verdict.ts";

export interface CallSheetDay {
  readonly number: number;
  /** Which shoot day it is, from 1, and of how many. */
  readonly nth: number;
  readonly of: number;
  /** `Day 3 of 11`; `Day 3 (4 of 12)` where the first day is not day 1. */
  readonly text: string;
  readonly date: string;
  /** `Fri 8 Oct 2021`. */
  readonly dateText: string;
  readonly isClosed: boolean;
  readonly note: string;
  readonly banners: readonly string[];
  readonly wake: Moment;
  readonly sleep: Moment;
}

export interface ContactLine {
  readonly id: Contact["id"];
  readonly kind: Contact["kind"];
  readonly label: string;
  readonly channel: string;
  readonly person: string;
}

export interface WindowLeft {
  readonly closes: Moment;
  /** `16 Oct 20:41`, GMT. */
  readonly closesText: string;
  readonly minutes: number;
  /** `8 d 06 h`. */
  readonly text: string;
}

export interface Advance {
  readonly text: string;
  readonly dateText: string;
  readonly isClosed: boolean;
  readonly generalCall: Moment | null;
  readonly wrap: Moment | null;
  readonly strips: readonly StripLine[];
}

export interface CallSheetModel {
  readonly heading: Heading;
  /** Null when the scenario has no such day: the sheet says so and is otherwise empty. */
  readonly day: CallSheetDay | null;
  readonly dayNumber: number;
  readonly verdict: VerdictLine;
  /** From the day's waking to the closing of the main unit's window; null without one. */
  readonly windowLeft: WindowLeft | null;
  readonly generalCall: Moment | null;
  readonly firstShot: Moment | null;
  readonly wrap: Moment | null;
  readonly meal: Span | null;
  readonly totals: { readonly strips: number; readonly pages: string; readonly shootMin: number };
  readonly people: readonly PersonCall[];
  /** Aboard and not called. */
  readonly notCalled: readonly string[];
  readonly strips: readonly CallSheetStrip[];
  readonly light: DayLight;
  readonly events: readonly EventLine[];
  /** Sleep, pre-sleep, post-sleep and off-duty time, this day and the night after it. */
  readonly rest: readonly BlockLine[];
  /** Meals, exercise, conferences, medical, briefings, handover; travel and station duty only of who is called. */
  readonly routine: readonly BlockLine[];
  readonly contacts: readonly ContactLine[];
  readonly medicalOfficers: readonly string[];
  /** What is missing; empty: ready to go out. */
  readonly gaps: readonly Gap[];
  readonly findings: readonly FindingLine[];
  readonly advance: Advance | null;
}

/** `8 d 06 h` from a day on, else as durations are. */
const daysText = (min: number): string => {
  const hours = Math.floor(min / 60);
  if (min <= 0) return "closed";
  if (hours < 24) return duration(min);
  return `${Math.floor(hours / 24)} d ${String(hours % 24).padStart(2, "0")} h`;
};

function windowLeft(facts: Facts, from: EpochSeconds, clock: Clock): CallSheetModel["windowLeft"] {
  const ends = facts.windows.filter((w) => w.unit === "main").map((w) => w.endsAt);
  if (ends.length === 0) return null;
  const end = epochSeconds(Math.max(...ends));
  const min = Math.round(elapsedMinutes(from, end));
  return { closes: clock.moment(end), closesText: moment(end), minutes: min, text: daysText(min) };
}

const extreme = (
  pick: (...of: number[]) => number,
  instants: readonly EpochSeconds[],
  clock: Clock,
): Moment | null => (instants.length > 0 ? clock.moment(epochSeconds(pick(...instants))) : null);

/** A day's number, and which of how many it is: a window that begins with day 0 has one more than its last number says. */
function dayText(days: readonly DayPlan[], i: number): string {
  const number = days[i]?.day.number;
  return number === i + 1 ? `Day ${number} of ${days.length}` : `Day ${number} (${i + 1} of ${days.length})`;
}

function advanceOf(facts: Facts, days: readonly DayPlan[], i: number, zone: string): Advance | null {
  const plan = days[i];
  if (!plan) return null;
  const { day, strips } = plan;
  const clock = clockFor(zone, day.date);
  const calls = strips.flatMap((p) => p.calls.map((call) => call.span.start));
  return {
    text: dayText(days, i),
    dateText: dateText(day.date),
    isClosed: day.isClosed,
    generalCall: extreme(Math.min, calls, clock),
    wrap: extreme(
      Math.max,
      strips.map((p) => p.span.end),
      clock,
    ),
    strips: stripLines(
      facts,
      clock,
      strips.map((p) => p.strip),
    ),
  };
}

const contactsOf = ({ tables }: ScenarioSnapshot, facts: Facts): readonly ContactLine[] =>
  [...tables.contact]
    .sort((a, b) => a.order - b.order)
    .map(({ id, kind, label, channel, personId }) => ({
      id,
      kind,
      label,
      channel,
      person: (personId && facts.people.get(personId)?.name) || "",
    }));

export const callSheet = defineReport({
  id: "call-sheet",
  title: "Call sheet",
  purpose:
    "Who is called where on a shoot day: times, strips, light, station events, contacts, the next day in advance.",
  params: z.object({ dayNumber: z.number().int() }),

  build(snapshot, report, { dayNumber }, context): CallSheetModel {
    const facts = factsOf(snapshot);
    const zone = snapshot.production.homeZone;
    const days = dayPlansOf(facts);
    const i = days.findIndex((plan) => plan.day.number === dayNumber);
    const plan = days[i];
    const always = {
      heading: headingOf(snapshot, context),
      dayNumber,
      verdict: verdictLine(report),
      contacts: contactsOf(snapshot, facts),
    };
    if (!plan) return { ...NO_DAY, ...always };

    const { day, strips: placed, untilNextWake } = plan;
    const clock = clockFor(zone, day.date);
    const awake = { start: day.wakesAt, end: day.sleepsAt };
    const strips = placed
      .map((p) => callSheetStrip(facts, snapshot.tables, clock, p))
      .filter((line) => line !== null);
    const people = personCalls(facts, ledgerOf(facts, ledgerParamsOf(snapshot.tables)), days, plan, clock);
    const light = dayLight(facts.light, plan, clock);
    const called = people.map((row) => row.personId);
    const meal = mainMeal(facts, called, plan, clock);
    const rest = blockLines(facts, REST_KINDS, untilNextWake, clock);
    const hasSleep = rest.some((line) => line.kind === "sleep");
    return {
      ...always,
      day: {
        number: day.number,
        ...{ nth: i + 1, of: days.length },
        text: dayText(days, i),
        date: day.date,
        dateText: dateText(day.date),
        isClosed: day.isClosed,
        note: day.note,
        banners: snapshot.tables.banner
          .filter((banner) => banner.dayId === day.id)
          .sort((a, b) => a.order - b.order)
          .map((banner) => banner.text),
        wake: clock.moment(day.wakesAt),
        sleep: clock.moment(day.sleepsAt),
      },
      windowLeft: windowLeft(facts, day.wakesAt, clock),
      generalCall: extreme(
        Math.min,
        people.map((row) => row.call.at),
        clock,
      ),
      firstShot: extreme(
        Math.min,
        placed.flatMap((p) => (p.shoot ? [p.shoot.start] : [])),
        clock,
      ),
      wrap: extreme(
        Math.max,
        placed.map((p) => p.span.end),
        clock,
      ),
      meal,
      totals: {
        strips: strips.length,
        pages: pagesText(strips.reduce((sum, line) => sum + line.eighths, 0)),
        shootMin: strips.reduce((sum, line) => sum + line.shootMin, 0),
      },
      people,
      notCalled: aboardNotCalled(facts, plan, people),
      strips,
      light,
      events: eventLines(facts, plan, clock),
      rest,
      routine: [
        ...blockLines(
          facts,
          ROUTINE_KINDS.filter((kind) => !ON_DUTY.includes(kind)),
          awake,
          clock,
        ),
        ...blockLines(
          facts,
          ON_DUTY,
          awake,
          clock,
          called.map((id) => facts.people.get(id)).filter((person) => person !== undefined),
        ),
      ].sort((a, b) => a.start.at - b.start.at),
      medicalOfficers: snapshot.tables.person
        .filter((p) => p.isMedicalOfficer && (facts.aboard.get(p.id) ?? []).some((s) => s.end > day.wakesAt))
        .map((p) => p.name),
      gaps: gapsOf(snapshot, facts, report, plan, {
        strips,
        people,
        light,
        hasMeal: meal !== null,
        hasSleep,
      }),
      findings: findingsOfDay(report, plan, snapshot.tables),
      advance: advanceOf(facts, days, i + 1, zone),
    };
  },
});

/** What the station asks of who is called concerns the sheet; what it asks of the others does not. */
const ON_DUTY: readonly BlockKind[] = ["duty", "travel"];

/** A sheet for a day that the scenario does not have. */
const NO_DAY: Omit<CallSheetModel, "heading" | "dayNumber" | "verdict" | "contacts"> = {
  day: null,
  windowLeft: null,
  generalCall: null,
  firstShot: null,
  wrap: null,
  meal: null,
  totals: { strips: 0, pages: "0", shootMin: 0 },
  people: [],
  notCalled: [],
  strips: [],
  light: { betaDeg: null, orbitalDays: [], marginS: null, sources: [], unknown: [], links: null },
  events: [],
  rest: [],
  routine: [],
  medicalOfficers: [],
  gaps: [],
  findings: [],
  advance: null,
};
