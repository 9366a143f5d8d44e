import { rows, type Written } from "../rows.ts";
import { SOURCE } from "./sources.ts";

const RUSSIAN_MODULES = ["zvezda", "zarya", "nauka", "rassvet", "poisk"];
const US_MODULES = ["unity", "destiny", "harmony", "tranquility", "cupola", "columbus", "kibo"];
const ABOARD: Written<"certificate">["categories"] = ["film-crew", "expedition-crew"];
const GATE = "which job needs which certificate: assumption [G]";

export const certificates = () =>
  rows("certificate", [
    {
      id: "russian-segment",
      name: "Russian segment: systems and emergencies",
      jobs: [],
      moduleIds: RUSSIAN_MODULES,
      categories: ABOARD,
      source: `87 h of station training ${SOURCE.hours}; ${GATE}`,
    },
    {
      id: "us-segment",
      name: "US segment: visitor's safety",
      jobs: [],
      moduleIds: US_MODULES,
      categories: ABOARD,
      source: GATE,
    },
    {
      id: "soyuz",
      name: "Soyuz MS crew member",
      jobs: [],
      moduleIds: [],
      categories: ABOARD,
      source: `43 h ${SOURCE.hours}`,
    },
    {
      id: "landing-actions",
      name: "Actions after landing",
      jobs: [],
      moduleIds: [],
      categories: ABOARD,
      source: `20 h ${SOURCE.hours}`,
    },
    {
      id: "film-camera",
      name: "Film camera in weightlessness: operator",
      jobs: ["camera"],
      moduleIds: [],
      categories: ABOARD,
      source: `camera work on the Il-76 [S] Interfax, 24 May 2021; ${GATE}`,
    },
    {
      id: "film-light-sound",
      name: "Film light and sound",
      jobs: ["light", "sound"],
      moduleIds: [],
      categories: ABOARD,
      source: `photo equipment classes [S] parabolicarc.com/2021/10/02; ${GATE}`,
    },
    {
      id: "film-assistant",
      name: "Film camera assistant",
      jobs: ["assist"],
      moduleIds: [],
      categories: ["expedition-crew"],
      source: GATE,
    },
    {
      id: "film-spotter",
      name: "Spotter for a flying camera",
      jobs: ["spotter"],
      moduleIds: [],
      categories: ABOARD,
      source: `a cosmonaut must steer the operator [S] bvi.org; ${GATE}`,
    },
    {
      id: "us-escort",
      name: "Escort in the US segment",
      jobs: ["escort"],
      moduleIds: [],
      categories: ["expedition-crew"],
      source: GATE,
    },
  ]);

const held = (personId: string, certificateId: string, validFrom: string, validUntil = "2022-12-31") => ({
  id: `${personId}-${certificateId}`,
  personId,
  certificateId,
  validFrom,
  validUntil,
});

const EXAMS = "2021-09-10";
const PRIME = ["shipenko", "peresild"];
const BACKUP = ["mordovina", "dudin"];
const COSMONAUTS = ["novitsky", "dubrov", "shkaplerov", "artemyev"];
const US_CREW = ["vande-hei", "kimbrough", "mcarthur", "pesquet", "hoshide"];

/** Vande Hei is no camera assistant; the backup operator never passed light and sound; nobody but Shipenko may fly the camera. */
export const holdings = () =>
  rows("holding", [
    ...[...PRIME, ...BACKUP].flatMap((p) => [
      held(p, "russian-segment", EXAMS, "2022-03-31"),
      held(p, "us-segment", EXAMS, "2022-03-31"),
      held(p, "soyuz", EXAMS, "2022-03-31"),
      held(p, "landing-actions", EXAMS, "2022-03-31"),
    ]),
    ...COSMONAUTS.flatMap((p) => [
      held(p, "russian-segment", "2021-03-01"),
      held(p, "us-segment", "2021-03-01"),
      held(p, "soyuz", "2021-03-01"),
      held(p, "landing-actions", "2021-03-01"),
    ]),
    ...US_CREW.flatMap((p) => [
      held(p, "russian-segment", "2021-03-01"),
      held(p, "us-segment", "2021-03-01"),
      held(p, "us-escort", "2021-03-01"),
    ]),
    held("vande-hei", "soyuz", "2021-03-01"),
    held("shipenko", "film-camera", "2021-10-01"),
    held("shipenko", "film-light-sound", "2021-10-01"),
    held("dudin", "film-camera", "2021-10-01"),
    held("shkaplerov", "film-assistant", "2021-10-01"),
    held("shkaplerov", "film-spotter", "2021-10-01"),
    held("dubrov", "film-assistant", "2021-10-06"),
    held("dubrov", "film-spotter", "2021-10-06"),
    held("novitsky", "film-spotter", "2021-10-06"),
    held("vande-hei", "film-spotter", "2021-10-06"),
  ]);

const course = (
  id: string,
  name: string,
  hours: number,
  facility: string,
  certificateId: string | null,
  source: string,
  prerequisiteIds: readonly string[] = [],
) => ({ id, name, hours, facility, certificateId, prerequisiteIds: [...prerequisiteIds], source });

/** 87 + 43 + 70 + 36 + 20 + 10 = 266 hours, and what was added for the film. */
export const courses = () =>
  rows("course", [
    course(
      "course-station",
      "Station systems and emergencies",
      87,
      "GCTC, Star City",
      "russian-segment",
      SOURCE.hours,
    ),
    course("course-soyuz", "Soyuz MS", 43, "GCTC, Star City", "soyuz", SOURCE.hours),
    course("course-medical", "Medico-biological training", 70, "GCTC, Star City", null, SOURCE.hours),
    course("course-physical", "Physical training", 36, "GCTC, Star City", null, SOURCE.hours),
    course("course-landing", "Actions after landing", 20, "GCTC and field", "landing-actions", SOURCE.hours),
    course("course-weightless", "Weightlessness, Il-76MDK", 10, "Chkalovsky", "film-camera", SOURCE.hours, [
      "course-medical",
    ]),
    course(
      "course-us",
      "US segment: visitor's safety",
      4,
      "GCTC, Star City",
      "us-segment",
      SOURCE.assumption,
      ["course-station"],
    ),
    course(
      "course-light-sound",
      "Film light and sound aboard",
      6,
      "Baikonur, Site 254",
      "film-light-sound",
      SOURCE.assumption,
      ["course-station"],
    ),
    course(
      "course-assistant",
      "Film camera assistant",
      4,
      "Baikonur; aboard",
      "film-assistant",
      SOURCE.assumption,
    ),
    course("course-spotter", "Spotter for a flying camera", 1, "Aboard", "film-spotter", SOURCE.assumption, [
      "course-station",
    ]),
  ]);

const session = (
  id: string,
  courseId: string,
  title: string,
  startsAt: string,
  hours: number,
  facility: string,
  source: string,
) => ({ id, courseId, title, startsAt, durationMin: hours * 60, facility, source });

const FIRST = "[S] en.newizv.ru/news/2021-05-24; first session of four weeks; split of hours [G] assumption";

/** A session stands for its net hours; the dates are when it began. */
export const trainingSessions = () =>
  rows("trainingSession", [
    session(
      "session-station-1",
      "course-station",
      "Station systems, first part",
      "2021-05-24T06:00:00Z",
      40,
      "GCTC, Star City",
      FIRST,
    ),
    session(
      "session-soyuz-1",
      "course-soyuz",
      "Soyuz systems",
      "2021-05-31T06:00:00Z",
      20,
      "GCTC, Star City",
      FIRST,
    ),
    session(
      "session-weightless",
      "course-weightless",
      "Il-76MDK: camera in 25 s of weightlessness, 10 parabolas a flight",
      "2021-06-08T07:00:00Z",
      10,
      "Chkalovsky",
      "[S] mosregtoday.ru (25–28 s); parabolas and date [G] assumption",
    ),
    session(
      "session-landing",
      "course-landing",
      "Water landing, survival",
      "2021-06-15T06:00:00Z",
      20,
      "GCTC and field",
      FIRST,
    ),
    session(
      "session-medical",
      "course-medical",
      "Centrifuge, vibration stand, medical",
      "2021-06-21T06:00:00Z",
      70,
      "GCTC, Star City",
      "[S] sputnikglobe.com/20210513; date [G] assumption",
    ),
    session(
      "session-physical",
      "course-physical",
      "Physical training",
      "2021-06-01T15:00:00Z",
      36,
      "GCTC, Star City",
      SOURCE.assumption,
    ),
    session(
      "session-soyuz-2",
      "course-soyuz",
      "Four hours in the Soyuz simulator",
      "2021-07-23T07:00:00Z",
      4,
      "GCTC, Star City",
      "[S2] enwikipedia.net/wiki/The_Challenge_(2022_film)",
    ),
    session(
      "session-soyuz-3",
      "course-soyuz",
      "Soyuz, second part",
      "2021-08-02T06:00:00Z",
      11,
      "GCTC, Star City",
      SOURCE.assumption,
    ),
    session(
      "session-station-2",
      "course-station",
      "Station systems, second part",
      "2021-08-09T06:00:00Z",
      39,
      "GCTC, Star City",
      SOURCE.assumption,
    ),
    session(
      "session-us",
      "course-us",
      "US segment: visitor's safety",
      "2021-08-26T07:00:00Z",
      4,
      "GCTC, Star City",
      SOURCE.assumption,
    ),
    session(
      "exam-station",
      "course-station",
      "Complex exam, station trainer",
      "2021-09-07T06:00:00Z",
      8,
      "GCTC, Star City",
      "[S] 7days.ru shipenko-i-peresild-sdali-ekzameny: prime 5.0, backup 4.56; the very day [I]",
    ),
    session(
      "exam-soyuz",
      "course-soyuz",
      "Complex exam, Soyuz trainer",
      "2021-09-08T06:00:00Z",
      8,
      "GCTC, Star City",
      "[S] 7days.ru shipenko-i-peresild-sdali-ekzameny; the very day [I]",
    ),
    session(
      "session-baikonur",
      "course-light-sound",
      "In the ship: suits, seats, cargo, film equipment",
      "2021-09-19T06:00:00Z",
      3,
      "Baikonur, Site 254",
      "[S] russianspacenews.com/first-day-of-training-sessions-at-baikonur-cosmodrome",
    ),
    session(
      "session-photo",
      "course-light-sound",
      "Photo equipment, documentation, ballistics",
      "2021-10-01T07:00:00Z",
      3,
      "Baikonur, Site 254",
      "[S] parabolicarc.com/2021/10/02",
    ),
    session(
      "session-assistant",
      "course-assistant",
      "Camera assistant, ship's commander",
      "2021-10-01T11:00:00Z",
      4,
      "Baikonur, Site 254",
      SOURCE.assumption,
    ),
    session(
      "session-assistant-aboard",
      "course-assistant",
      "Camera assistant, aboard",
      "2021-10-05T17:00:00Z",
      1,
      "Aboard",
      SOURCE.assumption,
    ),
    session(
      "session-spotter-aboard",
      "course-spotter",
      "Spotters: how to steer an operator who cannot see",
      "2021-10-05T18:00:00Z",
      1,
      "Aboard",
      SOURCE.assumption,
    ),
  ]);

type Result = Written<"attendance">["result"];
const attended = (trainingSessionId: string, people: readonly string[], result: Result = "attended") =>
  people.map((personId) => ({ id: `${trainingSessionId}-${personId}`, trainingSessionId, personId, result }));

export const attendances = () => {
  const both = [...PRIME, ...BACKUP];
  return rows("attendance", [
    ...[
      "session-station-1",
      "session-soyuz-1",
      "session-weightless",
      "session-landing",
      "session-medical",
      "session-physical",
      "session-soyuz-3",
      "session-station-2",
      "session-us",
    ].flatMap((id) => attended(id, both)),
    ...attended("session-soyuz-2", [...PRIME, "shkaplerov"]),
    ...attended("exam-station", [...both, "shkaplerov", "artemyev"], "passed"),
    ...attended("exam-soyuz", [...both, "shkaplerov", "artemyev"], "passed"),
    ...attended("session-baikonur", [...both, "shkaplerov", "artemyev"]),
    ...attended("session-photo", ["shipenko"], "passed"),
    ...attended("session-photo", ["dudin"], "absent"),
    ...attended("session-assistant", ["shkaplerov"], "passed"),
    ...attended("session-assistant-aboard", ["dubrov"], "passed"),
    ...attended("session-assistant-aboard", ["vande-hei"], "absent"),
    ...attended("session-spotter-aboard", ["dubrov", "novitsky", "vande-hei"], "passed"),
  ]);
};
