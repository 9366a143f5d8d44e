import * as z from "zod";
import { count, list, moment } from "../base/format.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { Flight, Seat } from "../model/flight.ts";
import { inOrder, parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { shootDayAt } from "./duty.ts";

interface FitFacts {
  readonly person: string;
  readonly ship: string;
  readonly direction: Flight["direction"];
  readonly measures: readonly { readonly name: string; readonly is: string; readonly limits: string }[];
  readonly liner: {
    readonly was: string;
    readonly movedAt: EpochSeconds | null;
    closes: EpochSeconds;
  } | null;
}

const LESS = "is less than the least that is set";
const cm = z.number().positive().max(300);
const kg = z.number().positive().max(300);
const params = z
  .object({
    /** Legs of ships whose names begin so have these limits; empty: of all ships. */
    ships: parameter("Ships whose names begin with", null, z.string().trim().max(60).default("Soyuz"), {
      form: "at most 60 characters; empty for every ship",
    }),
    heightMinCm: parameter("Least height", "cm", cm.default(150)),
    heightMaxCm: parameter("Greatest height", "cm", cm.default(190)),
    sittingMinCm: parameter("Least sitting height", "cm", cm.default(80)),
    sittingMaxCm: parameter("Greatest sitting height", "cm", cm.default(99)),
    massMinKg: parameter("Least body mass", "kg", kg.default(50)),
    massMaxKg: parameter("Greatest body mass", "kg", kg.default(90)),
  })
  .superRefine(inOrder("heightMinCm", "heightMaxCm", LESS))
  .superRefine(inOrder("sittingMinCm", "sittingMaxCm", LESS))
  .superRefine(inOrder("massMinKg", "massMaxKg", LESS));
type Params = z.output<typeof params>;

export const seatFit = defineRule({
  id: "seat-fit",
  level: "hard",
  sentence:
    "Each traveller is within the seat limits, up and down, and their seat liner is in the ship that takes them home before its hatch closes.",
  source:
    "150–190 cm standing, 80–99 cm sitting, 50–90 kg, and a liner moulded for each person [S], facts.md §2; other ships have other limits.",
  unit: "limits broken",
  params,
  scope: "person",
  reads: ["days", "flights", "seats"],

  // Measures of the ground, limits included: the spine's growth aloft is the fit check's, not ours. Judged are the legs whose hatch opens or
  // closes on a day of the plan. A leg counts for itself, for each can be flown by someone else. Who is called for nothing here and
  // whose measures are not known is left to the agency, as is who has sat in the seat with their liner; what is known to be out of limits is
  // said of anyone.
  check({ subject: person, strips, facts }, p) {
    const seats = facts.seats.filter((seat) => seat.personId === person.id);
    if (seats.length === 0) return { violations: [], unknown: [] };
    const legs = seats
      .flatMap((seat) =>
        facts.flights.filter((leg) => leg.id === seat.flightId).map((leg) => ({ seat, leg })),
      )
      .sort((a, b) => a.leg.hatchAt - b.leg.hatchAt);
    const judged = legs.filter(
      ({ leg }) => leg.ship.startsWith(p.ships) && shootDayAt(facts.days, leg.hatchAt) !== null,
    );
    const violations = judged.flatMap(({ seat, leg }): readonly Found<FitFacts>[] => {
      const measures = measuresOf(person, p).filter(
        ({ is, min, max }) => is !== null && (is < min || is > max),
      );
      const liner = leg.direction === "down" ? linerFault(seat, leg, legs) : null;
      const amount = measures.length + (liner ? 1 : 0);
      if (amount === 0) return [];
      const about = { person: person.shortName, ship: leg.ship, direction: leg.direction };
      return [
        {
          amount,
          span: leg.departsAt < leg.arrivesAt ? { start: leg.departsAt, end: leg.arrivesAt } : null,
          strips: [],
          people: [person.id],
          facts: {
            ...about,
            measures: measures.map(({ name, is, min, max, unit }) => ({
              name,
              is: `${is} ${unit}`,
              limits: `${min}–${max} ${unit}`,
            })),
            liner,
          },
        },
      ];
    });
    const missing = measuresOf(person, p).filter(({ is }) => is === null);
    const open = judged.filter(({ seat }) => !seat.isFitChecked);
    if (missing.length === 0 || open.length === 0 || strips.length === 0) return { violations, unknown: [] };
    const ways = open.map(({ leg }) => `${leg.direction} on ${leg.ship}`);
    const reason = `${person.shortName}: ${list(missing.map((m) => m.name))} ${missing.length > 1 ? "are" : "is"} not known; the seat ${list(ways)} is not judged by ${missing.length > 1 ? "them" : "it"}.`;
    return { violations, unknown: [{ span: null, strips: strips.map(({ strip }) => strip.id), reason }] };
  },

  explain: ({ person, ship, direction, measures, liner }) =>
    `${person}: ${count(measures.length + (liner ? 1 : 0), "limit")} broken ${direction} on ${ship}: ${list([
      ...measures.map(({ name, is, limits }) => `${name} ${is} (${limits})`),
      ...(liner
        ? [
            liner.movedAt === null
              ? `seat liner still in ${liner.was}`
              : `seat liner moved ${moment(liner.movedAt)}, the hatch closes ${moment(liner.closes)}`,
          ]
        : []),
    ])}.`,
});

const measuresOf = (person: Person, p: Params) =>
  [
    { name: "standing height", is: person.heightCm, min: p.heightMinCm, max: p.heightMaxCm, unit: "cm" },
    {
      name: "sitting height",
      is: person.sittingHeightCm,
      min: p.sittingMinCm,
      max: p.sittingMaxCm,
      unit: "cm",
    },
    { name: "mass", is: person.massKg, min: p.massMinKg, max: p.massMaxKg, unit: "kg" },
  ] as const;

/** Where a liner was not moved it is in the ship that its person came in; with no known way up it was made for this one. */
function linerFault(
  { linerMovedAt }: Seat,
  down: Flight,
  legs: readonly { readonly leg: Flight }[],
): FitFacts["liner"] {
  const up = legs.findLast(({ leg }) => leg.direction === "up" && leg.hatchAt < down.hatchAt)?.leg;
  const isThere =
    linerMovedAt === null ? up === undefined || up.ship === down.ship : linerMovedAt < down.hatchAt;
  return isThere ? null : { was: up?.ship ?? "another ship", movedAt: linerMovedAt, closes: down.hatchAt };
}
