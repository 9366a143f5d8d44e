import { dayMonth } from "#core/base/format.ts";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import type { CheckReport, Finding } from "#core/model/finding.ts";
import type { PersonId } from "#core/model/ids.ts";
import type { Person } from "#core/model/person.ts";
import { readinessOf } from "#core/model/readiness.ts";
import { ledgerParamsOf } from "#core/report/crew-time-accounts.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { type WorkCode, workCodes } from "#core/report/work-days.ts";
import { ledgerOf } from "#core/rules/crew-time-ledger.ts";

export interface Leg {
  /** `Soyuz MS-19, left seat, 5 Oct`. */
  readonly text: string;
  readonly short: string;
}
/** A line of the list of people. */
export interface PersonLine {
  readonly person: Person;
  readonly roles: readonly { readonly number: number; readonly name: string; readonly crewPlayed: boolean }[];
  readonly up: Leg | null;
  readonly down: Leg | null;
  readonly wanted: number;
  readonly ready: number;
  /** One code a shoot day. */
  readonly codes: readonly (WorkCode | null)[];
  readonly worked: number;
  /** Minutes over all days; null for who has no account. */
  readonly time: {
    readonly granted: number;
    readonly used: number;
    readonly left: number;
    readonly isOver: boolean;
  } | null;
  readonly findings: readonly Finding[];
}

/** Findings that name somebody, by person; unknowns name nobody. */
export const findingsOf = (report: Pick<CheckReport, "findings">, personId: PersonId): readonly Finding[] =>
  report.findings.filter((f) => f.people.includes(personId) || f.groupKey === `person:${personId}`);

/** The seats of a person on ships going one way. */
export function legOf(tables: Tables, personId: PersonId, direction: "up" | "down"): Leg | null {
  const legs = tables.seat
    .filter((seat) => seat.personId === personId)
    .flatMap((seat) => {
      const flight = tables.flight.find((f) => f.id === seat.flightId && f.direction === direction);
      if (!flight) return [];
      const date = dayMonth(direction === "up" ? flight.departsAt : flight.arrivesAt);
      return [
        {
          text: `${flight.ship}, ${seat.position} seat, ${date}`,
          short: `${flight.ship.replace(/^(?:Soyuz|Crew Dragon) /, "")} ${seat.position}`,
        },
      ];
    });
  return legs[0] ?? null;
}

/** Everyone, in the order of the table of people. */
export function peopleLines(
  tables: Tables,
  facts: Facts,
  report: Pick<CheckReport, "findings">,
): readonly PersonLine[] {
  const readiness = new Map(readinessOf(tables, facts).map((row) => [row.person.id, row]));
  const accounts = ledgerOf(facts, ledgerParamsOf(tables));
  const days = dayPlansOf(facts);
  return tables.person.map((person) => {
    const codes = workCodes(
      days.map(({ day, strips }) => ({
        isWorked: strips.some((p) => p.calls.some((call) => call.personId === person.id)),
        isClosed: day.isClosed,
      })),
    );
    const own = accounts.filter((entry) => entry.personId === person.id);
    const sum = (of: (entry: (typeof own)[number]) => number) => own.reduce((all, e) => all + of(e), 0);
    return {
      person,
      roles: tables.role
        .filter((role) => role.personId === person.id)
        .map(({ number, name, crewPlayed }) => ({ number, name, crewPlayed }))
        .sort((a, b) => a.number - b.number),
      up: legOf(tables, person.id, "up"),
      down: legOf(tables, person.id, "down"),
      wanted: readiness.get(person.id)?.wanted ?? 0,
      ready: readiness.get(person.id)?.ready ?? 0,
      codes,
      worked: codes.filter((code) => code !== null && code !== "H" && code !== "/").length,
      time:
        own.length === 0
          ? null
          : {
              granted: sum((e) => e.granted),
              used: sum((e) => e.used),
              left: sum((e) => e.left),
              isOver: own.some((e) => e.left < 0),
            },
      findings: findingsOf(report, person.id),
    };
  });
}
