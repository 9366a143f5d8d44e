import { isoOf, plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { rows, type Written } from "../../rows.ts";
import { momentOf } from "./calendar.ts";
import { SYNTHETIC } from "./source.ts";

export const FILM_CREW = [
  { name: "Ada Lindqvist", duties: "Director and actor" },
  { name: "Bruno Castel", duties: "Camera operator and actor" },
  { name: "Chiara Moretti", duties: "Actor, second camera" },
];
export const STATION_CREW = ["Dmitri Sokolov", "Elena Petrova", "Fyodor Orlov"];
const RUSSIAN_MODULES = ["zvezda", "nauka", "zarya", "rassvet", "poisk"];

export const stationCrew = () =>
  rows(
    "person",
    STATION_CREW.map(
      (name, i): Written<"person"> => ({
        id: `cosmonaut-${i + 1}`,
        name,
        nameLocal: "",
        shortName: name.split(" ").at(-1) ?? name,
        category: "expedition-crew",
        agency: "Station",
        duties: "Flight engineer",
        heightCm: null,
        sittingHeightCm: null,
        massKg: null,
        firstFlight: false,
        isMedicalOfficer: i === 0,
        segments: ["RS", "USOS"],
        source: SYNTHETIC,
      }),
    ),
  );

const DIRECTIONS = ["up", "down"] as const;

/** A seat up and one down for each of the station's crew. */
export const stationSeats = (station: readonly { readonly id: string }[]) =>
  rows(
    "seat",
    station.flatMap(({ id }, i) =>
      DIRECTIONS.map(
        (direction): Written<"seat"> => ({
          id: `seat-${direction}-${id}`,
          flightId: `station-${direction}`,
          personId: id,
          position: (["left", "centre", "right"] as const)[i] ?? "left",
          linerMovedAt: null,
        }),
      ),
    ),
  );

const WEEK_MIN = 7 * 1440;
type Leg = Bundle["scenarios"][number]["tables"]["flight"][number];
/** Whoever films has been aboard for a week: nobody is new to weightlessness. */
export const aWeekBefore = (leg: Leg): Leg => ({
  ...leg,
  departsAt: plusMinutes(leg.departsAt, minutes(-WEEK_MIN)),
  arrivesAt: plusMinutes(leg.arrivesAt, minutes(-WEEK_MIN)),
  hatchAt: plusMinutes(leg.hatchAt, minutes(-WEEK_MIN)),
});

/** The station's own crew came long before and stays on. */
export const stationFlights = (days: number) =>
  rows(
    "flight",
    (
      [
        ["up", -90 * 1440],
        ["down", (days + 60) * 1440],
      ] as const
    ).map(([direction, at]) => ({
      id: `station-${direction}`,
      ship: "Station crew's ship",
      direction,
      departsAt: isoOf(momentOf(at - 360)),
      arrivesAt: isoOf(momentOf(at + 360)),
      hatchAt: isoOf(momentOf(at)),
      source: SYNTHETIC,
    })),
  );

/** One certificate for the station, one for the camera; everybody concerned holds them. */
export function trainingOf(people: readonly { readonly id: string; readonly category: string }[]) {
  const certificates: Written<"certificate">[] = [
    {
      id: "station",
      name: "Station: systems and emergencies",
      jobs: [],
      moduleIds: [...RUSSIAN_MODULES, "destiny"],
      categories: ["film-crew", "expedition-crew"],
      source: SYNTHETIC,
    },
    {
      id: "camera",
      name: "Film camera",
      jobs: ["camera"],
      moduleIds: [],
      categories: ["film-crew"],
      source: SYNTHETIC,
    },
  ];
  const holdings = people.flatMap(({ id, category }) =>
    certificates
      .filter(({ categories }) => (categories as readonly string[]).includes(category))
      .map(
        (certificate): Written<"holding"> => ({
          id: `${id}-${certificate.id}`,
          personId: id,
          certificateId: certificate.id,
          validFrom: "2031-01-01",
          validUntil: "2031-12-31",
        }),
      ),
  );
  return { certificate: rows("certificate", certificates), holding: rows("holding", holdings) };
}
