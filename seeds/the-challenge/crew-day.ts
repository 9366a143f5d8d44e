import { rows, type Written } from "../rows.ts";
import { filmDay } from "./crew/film-days.ts";
import { stationDay } from "./crew/station-days.ts";
import { FILM_CREW, STATION_CREW } from "./crew/stretch.ts";
import { ARRIVAL, at, DEPARTURE, minutesBetween, SHOOT_DATES } from "./days.ts";
import { SOURCE } from "./sources.ts";

type Kind = Written<"crewBlock">["kind"];

const SOURCES: Readonly<Record<Kind, string>> = {
  sleep: SOURCE.crewDay,
  "post-sleep": SOURCE.crewDay,
  "pre-sleep": SOURCE.crewDay,
  "off-duty": SOURCE.weekend,
  meal: SOURCE.crewDay,
  exercise: `${SOURCE.workDay}; hours and devices [G] assumption`,
  conference: SOURCE.crewDay,
  medical: SOURCE.medical,
  duty: `${SOURCE.workDay}; which task when is an assumption [G]`,
  handover: `60 min a day: ${SOURCE.assumption}`,
  briefing: `60 min after hatch opening: ${SOURCE.assumption}`,
  travel: SOURCE.launch,
};

interface Night {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

const LATE_NIGHT = "[S] headtopics.com: who stayed slept in only toward morning; hours [G] assumption";
const EVENINGS = Array.from({ length: DEPARTURE - ARRIVAL + 2 }, (_, i) => ARRIVAL - 1 + i);

const LAUNCHING = new Set(["shipenko", "peresild", "shkaplerov"]);

/** Every night of everyone; the arriving crew sleeps early before launch, the departing crew flies through the last one. */
const nights: readonly Night[] = [...STATION_CREW, ...FILM_CREW].flatMap((personId) =>
  EVENINGS.flatMap((evening): readonly Night[] => {
    const launching = LAUNCHING.has(personId);
    const leaving = personId === "shipenko" || personId === "peresild" || personId === "novitsky";
    if (evening === ARRIVAL - 1 && launching)
      return [
        { personId, from: at(4, "16:00"), to: at(5, "00:30"), source: `Before launch: ${SOURCE.assumption}` },
      ];
    if (evening === DEPARTURE && leaving) return [];
    if (evening === DEPARTURE && (personId === "dubrov" || personId === "shkaplerov"))
      return [{ personId, from: at(17, "02:00"), to: at(17, "10:30"), source: LATE_NIGHT }];
    return [{ personId, from: at(evening, "21:30"), to: at(evening + 1, "06:00"), source: SOURCE.crewDay }];
  }),
);

/** The way home: suits and leak checks, undocking, descent; the hours between are free for the ship unit. */
const RETURN = ["novitsky", "shipenko", "peresild"].flatMap((personId) =>
  (
    [
      [at(16, "20:41"), at(16, "22:00"), "duty", "Suits, hatch leak check"],
      [at(17, "00:45"), at(17, "01:20"), "duty", "Undocking"],
      [at(17, "03:15"), at(17, "04:35"), "travel", "Deorbit burn, descent, landing"],
    ] as const
  ).map(([from, to, kind, title]) => ({ personId, from, to, kind, title })),
);

/**
 * Where people sleep: two cabins in Zvezda and one in Nauka [S]; who has which, and the rest of the beds, is an assumption [G]. Where
 * the film crew slept was not found.
 */
const BEDS: Readonly<Record<string, string>> = {
  novitsky: "zvezda",
  dubrov: "zvezda",
  shkaplerov: "zarya",
  peresild: "nauka",
  shipenko: "nauka",
  "vande-hei": "harmony",
  kimbrough: "harmony",
  mcarthur: "harmony",
  hoshide: "harmony",
  pesquet: "columbus",
};

const blockId = (personId: string, from: string) =>
  `${personId}-${from.slice(8, 10)}-${from.slice(11, 16).replace(":", "")}`;

const fixed = (personId: string, kind: Kind, title: string, from: string, to: string, source: string) => ({
  id: blockId(personId, from),
  personId,
  kind,
  title,
  startsAt: from,
  durationMin: minutesBetween(from, to),
  earliestAt: null,
  latestAt: null,
  moduleId: null,
  source,
});

/** Every block of everyone aboard, each placed. */
export const crewBlocks = () => {
  const days = SHOOT_DATES.flatMap((date) => [
    ...STATION_CREW.map((person) => ({ person, date, day: stationDay(person, date) })),
    ...FILM_CREW.map((person) => ({ person, date, day: filmDay(person, date) })),
  ]);
  return rows("crewBlock", [
    ...days.flatMap(({ person, date, day }) =>
      day.map(({ from, to, kind, title, moduleId, deviceId, within, source }) => ({
        ...fixed(person, kind, title, at(date, from), at(date, to), source ?? SOURCES[kind]),
        earliestAt: within ? at(date, within[0]) : null,
        latestAt: within ? at(date, within[1]) : null,
        moduleId: moduleId ?? null,
        deviceId: deviceId ?? null,
      })),
    ),
    ...nights.map(({ personId, from, to, source }) => ({
      ...fixed(personId, "sleep", "Sleep", from, to, source),
      moduleId: from < at(ARRIVAL, "15:00") && LAUNCHING.has(personId) ? null : (BEDS[personId] ?? null),
    })),
    ...RETURN.map(({ personId, from, to, kind, title }) =>
      fixed(personId, kind, title, from, to, `${SOURCE.landing}; hours between [G] assumption`),
    ),
  ]);
};
