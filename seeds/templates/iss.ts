import { clock, duration } from "#core/base/format.ts";
import { dateOf, instant, isoOf, plusMinutes } from "#core/base/instant.ts";
import { utcDay } from "#core/base/interval.ts";
import { type EpochSeconds, epochSeconds, minutes } from "#core/base/quantity.ts";
import { NO_SCENARIO_ROWS, NO_SHARED_ROWS, type ScenarioTables } from "#core/model/bundle.ts";
import * as model from "#core/model/production.ts";
import { rows, type Written } from "../rows.ts";
import { hatches, lamps, modules, panes } from "../the-challenge/station.ts";
import type { StationTemplate } from "./template.ts";

type Block = Written<"crewBlock">;

const TEMPLATE = "From the station template: a starting point [G], to be changed to what is agreed.";
const DAY_SECONDS = 86_400;

/** The station's day, GMT: from, minutes, kind. Source: facts on the crew day, 06:00 to 21:30 with a midday meal at 13:00. */
const CREW_DAY: readonly (readonly [
  time: string,
  durationMin: number,
  kind: Block["kind"],
  title: string,
])[] = [
  ["06:00", 90, "post-sleep", "Wake, wash, breakfast"],
  ["13:00", 60, "meal", "Midday meal"],
  ["19:30", 120, "pre-sleep", "Dinner, before sleep"],
  ["21:30", 510, "sleep", "Sleep"],
];

/** Newcomers see the flight surgeon in private on their first three days (rule conferences), one after the other. */
const MEDICAL_DAYS = 3;
const medicalTime = (i: number): string => clock(epochSeconds(18 * 3_600 + i * 900));

const datesBetween = (from: EpochSeconds, to: EpochSeconds): readonly string[] => {
  const first = utcDay(dateOf(from)).start;
  return Array.from({ length: Math.floor((to - first) / DAY_SECONDS) + 1 }, (_, i) =>
    dateOf(epochSeconds(first + i * DAY_SECONDS)),
  );
};

/** Days begin at 06:00 and end at 21:30; the first not before the hatch opens, the last not after it closes. */
const daysBetween = (from: EpochSeconds, to: EpochSeconds) =>
  datesBetween(from, to)
    .map((date, number) => {
      const wakesAt = Math.max(from, instant(`${date}T06:00:00Z`));
      const sleepsAt = Math.min(to, instant(`${date}T21:30:00Z`));
      return {
        id: `day-${number}`,
        number,
        date,
        wakesAt: epochSeconds(wakesAt),
        sleepsAt: epochSeconds(sleepsAt),
        isClosed: false,
        note: "",
      };
    })
    .filter((day) => day.wakesAt < day.sleepsAt)
    .map((day) => ({ ...day, wakesAt: isoOf(day.wakesAt), sleepsAt: isoOf(day.sleepsAt) }));

/** The modules of October 2021, their hatches, panes and lamps; film crew with the station's day, flown up and down with the window. */
export const iss: StationTemplate = {
  id: "iss",
  title: "International Space Station",
  note: `Modules, hatches, panes and lamps of October 2021; crew day ${clock(instant("2021-10-05T06:00:00Z"))} to ${clock(instant("2021-10-05T21:30:00Z"))} GMT with ${duration(510)} of sleep.`,

  build({
    id,
    scenarioId,
    slug,
    title,
    titleLocal,
    company,
    homeZone,
    homeZoneLabel,
    opensAt,
    closesAt,
    crew,
  }) {
    const people = crew.map(({ name, duties }, i) => ({
      id: `person-${i + 1}`,
      name,
      nameLocal: "",
      shortName: name.split(/\s+/).at(-1) ?? name,
      category: "film-crew" as const,
      agency: company || "production",
      duties,
      heightCm: null,
      sittingHeightCm: null,
      massKg: null,
      firstFlight: true,
      isMedicalOfficer: false,
      source: "Entered by the production",
    }));
    const days = daysBetween(opensAt, closesAt);
    const blocks = people.flatMap((person, i) =>
      days.flatMap((day, n) =>
        [
          ...CREW_DAY,
          ...(n < MEDICAL_DAYS
            ? [[medicalTime(i), 15, "medical", "Private medical conference"] as const]
            : []),
        ].map(
          ([time, durationMin, kind, blockTitle]): Block => ({
            id: `${person.id}-${day.id}-${kind}`,
            personId: person.id,
            kind,
            title: blockTitle,
            startsAt: `${day.date}T${time}:00Z`,
            durationMin,
            earliestAt: null,
            latestAt: null,
            moduleId: null,
            source: TEMPLATE,
          }),
        ),
      ),
    );
    const leg = (direction: "up" | "down", hatchAt: EpochSeconds) => ({
      id: `flight-${direction}`,
      ship: direction === "up" ? "Ship up" : "Ship home",
      direction,
      departsAt: isoOf(
        direction === "up" ? plusMinutes(hatchAt, minutes(-6 * 60)) : plusMinutes(hatchAt, minutes(4 * 60)),
      ),
      arrivesAt: isoOf(
        direction === "up" ? plusMinutes(hatchAt, minutes(-2 * 60)) : plusMinutes(hatchAt, minutes(8 * 60)),
      ),
      hatchAt: isoOf(hatchAt),
      source: TEMPLATE,
    });
    const positions = ["left", "right", "centre"] as const;
    const tables: ScenarioTables = {
      ...NO_SCENARIO_ROWS,
      shootWindow: rows("shootWindow", [
        {
          id: "main",
          unit: "main",
          startsAt: isoOf(opensAt),
          endsAt: isoOf(closesAt),
          note: "Hatch opening to hatch closing.",
        },
      ]),
      flight: rows("flight", [leg("up", opensAt), leg("down", closesAt)]),
      seat: rows(
        "seat",
        people.flatMap((person, i) =>
          (["up", "down"] as const).map((direction) => ({
            id: `seat-${direction}-${i + 1}`,
            flightId: `flight-${direction}`,
            personId: person.id,
            position: positions[i % 3] ?? "left",
            linerMovedAt: null,
          })),
        ),
      ),
      shootDay: rows("shootDay", days),
      module: modules(),
      hatch: hatches(),
      pane: panes(),
      lamp: lamps(),
      crewBlock: rows("crewBlock", blocks),
    };
    return {
      production: model.production.parse({
        id,
        slug,
        title,
        titleLocal,
        company,
        homeZone,
        homeZoneLabel,
        note: "",
      }),
      shared: {
        ...NO_SHARED_ROWS,
        person: rows("person", people),
      },
      scenarios: [
        {
          scenario: model.scenario.parse({
            id: scenarioId,
            name: "Main",
            note: "",
            revision: 0,
            isCurrent: true,
          }),
          tables,
        },
      ],
    };
  },
};
