import { rows, type Written } from "../rows.ts";
import { SOURCE } from "./sources.ts";

type Who = Pick<Written<"person">, "id" | "name" | "shortName" | "agency" | "duties" | "source"> &
  Partial<Written<"person">>;

const person = (category: Written<"person">["category"], who: Who): Written<"person"> => ({
  nameLocal: "",
  heightCm: null,
  sittingHeightCm: null,
  massKg: null,
  firstFlight: false,
  isMedicalOfficer: false,
  ...who,
  category,
});

const FILM_CREW: readonly Who[] = [
  {
    id: "shipenko",
    name: "Klim Shipenko",
    nameLocal: "Клим Шипенко",
    shortName: "Shipenko",
    agency: "Production",
    duties: "Director, camera, light and sound; spaceflight participant, left seat",
    heightCm: 190,
    firstFlight: true,
    source: `${SOURCE.whoDidWhat}; height 190 cm [S2] encycloreader.org (another source says 188)`,
  },
  {
    id: "peresild",
    name: "Yulia Peresild",
    nameLocal: "Юлия Пересильд",
    shortName: "Peresild",
    agency: "Production",
    duties: "Leading actress, own make-up, set dressing; spaceflight participant, right seat",
    firstFlight: true,
    source: SOURCE.whoDidWhat,
  },
];

/** Who is at home in which segment follows from who flies them: assumption [G]; several are trained for both. */
const EXPEDITION_CREW: readonly Who[] = [
  {
    id: "novitsky",
    name: "Oleg Novitsky",
    nameLocal: "Олег Новицкий",
    shortName: "Novitsky",
    agency: "Roscosmos",
    duties: "Commander, Soyuz MS-18; plays the injured cosmonaut",
    segments: ["RS"],
    source: "[S] spacenews.com; tass.com/science/1349785",
  },
  {
    id: "dubrov",
    name: "Pyotr Dubrov",
    nameLocal: "Пётр Дубров",
    shortName: "Dubrov",
    agency: "Roscosmos",
    duties: "Flight engineer, Russian segment; plays a cosmonaut and assists",
    firstFlight: true,
    segments: ["RS"],
    source: "[S] tass.com/science/1349785; assists [S2] encycloreader.org",
  },
  {
    id: "shkaplerov",
    name: "Anton Shkaplerov",
    nameLocal: "Антон Шкаплеров",
    shortName: "Shkaplerov",
    agency: "Roscosmos",
    duties: "Commander, Soyuz MS-19; plays the ship's commander",
    segments: ["RS"],
    source: "[S] russianspaceweb.com/soyuz-ms-19.html; tass.com/science/1349785",
  },
  {
    id: "vande-hei",
    name: "Mark Vande Hei",
    shortName: "Vande Hei",
    agency: "NASA",
    duties: "Flight engineer; assisted the filming as spotter and escort",
    isMedicalOfficer: true,
    segments: ["USOS"],
    source: "[S2] encycloreader.org (assisted); crew medical officer [G] assumption",
  },
  {
    id: "kimbrough",
    name: "Shane Kimbrough",
    shortName: "Kimbrough",
    agency: "NASA",
    duties: "Commander, Crew-2",
    segments: ["USOS"],
    source: SOURCE.crewAboard,
  },
  {
    id: "mcarthur",
    name: "Megan McArthur",
    shortName: "McArthur",
    agency: "NASA",
    duties: "Pilot, Crew-2",
    segments: ["USOS"],
    source: SOURCE.crewAboard,
  },
  {
    id: "pesquet",
    name: "Thomas Pesquet",
    shortName: "Pesquet",
    agency: "ESA",
    duties: "Commander of the station",
    segments: ["USOS"],
    source: SOURCE.crewAboard,
  },
  {
    id: "hoshide",
    name: "Akihiko Hoshide",
    nameLocal: "星出彰彦",
    shortName: "Hoshide",
    agency: "JAXA",
    duties: "Flight engineer",
    segments: ["USOS"],
    source: SOURCE.crewAboard,
  },
];

const GROUND_CREW: readonly Who[] = [
  {
    id: "mashkov",
    name: "Vladimir Mashkov",
    nameLocal: "Владимир Машков",
    shortName: "Mashkov",
    agency: "Production",
    duties: "Actor, landing unit",
    source: "[S] am.sputniknews.ru/20211017 (on site at the landing)",
  },
  {
    id: "landing-director",
    name: "Landing unit director (illustrative)",
    shortName: "Landing director",
    agency: "Production",
    duties: "Directs the landing unit",
    source: SOURCE.assumption,
  },
  {
    id: "landing-camera",
    name: "Landing unit camera (illustrative)",
    shortName: "Landing camera",
    agency: "Production",
    duties: "Camera and light, landing unit",
    source: SOURCE.assumption,
  },
  {
    id: "landing-sound",
    name: "Landing unit sound (illustrative)",
    shortName: "Landing sound",
    agency: "Production",
    duties: "Sound, landing unit",
    source: SOURCE.assumption,
  },
  {
    id: "artemyev",
    name: "Oleg Artemyev",
    nameLocal: "Олег Артемьев",
    shortName: "Artemyev",
    agency: "Roscosmos",
    duties: "Backup crew: commander",
    source: SOURCE.backups,
  },
  {
    id: "mordovina",
    name: "Alyona Mordovina",
    nameLocal: "Алёна Мордовина",
    shortName: "Mordovina",
    agency: "Production",
    duties: "Backup crew: actress",
    source: SOURCE.backups,
  },
  {
    id: "dudin",
    name: "Alexey Dudin",
    nameLocal: "Алексей Дудин",
    shortName: "Dudin",
    agency: "Production",
    duties: "Backup crew: camera operator",
    source: SOURCE.backups,
  },
];

export const people = () =>
  rows("person", [
    ...FILM_CREW.map((who) => person("film-crew", who)),
    ...EXPEDITION_CREW.map((who) => person("expedition-crew", who)),
    ...GROUND_CREW.map((who) => person("ground-crew", who)),
  ]);

/** Names of the injured cosmonaut and of Pyotr Kudryavtsev: [S2] wikisum.wiki; who plays the latter is inferred from his first name. */
export const roles = () =>
  rows("role", [
    {
      id: "zhenya",
      number: 1,
      name: "Zhenya Belyaeva, surgeon",
      nameLocal: "Женя Беляева",
      personId: "peresild",
      crewPlayed: false,
    },
    {
      id: "oleg",
      number: 2,
      name: "Oleg Bogdanov, injured cosmonaut",
      nameLocal: "Олег Богданов",
      personId: "novitsky",
      crewPlayed: true,
    },
    {
      id: "pyotr",
      number: 3,
      name: "Pyotr Kudryavtsev, cosmonaut",
      nameLocal: "Пётр Кудрявцев",
      personId: "dubrov",
      crewPlayed: true,
    },
    {
      id: "commander",
      number: 4,
      name: "The ship's commander",
      nameLocal: "Командир корабля",
      personId: "shkaplerov",
      crewPlayed: true,
    },
    {
      id: "flight-director",
      number: 5,
      name: "The flight director (illustrative)",
      nameLocal: "Руководитель полёта",
      personId: "mashkov",
      crewPlayed: false,
    },
    {
      id: "recovery-doctor",
      number: 6,
      name: "Recovery doctor (illustrative)",
      nameLocal: "Врач группы встречи",
      personId: null,
      crewPlayed: false,
    },
  ]);

/** Illustrative: the loops are the station's own, the desks of the production are invented. */
export const contacts = () =>
  rows("contact", [
    {
      id: "flight-director-moscow",
      kind: "safety",
      label: "Shift flight director, MCC-M",
      channel: "Space-to-ground 1, call sign Moscow",
      personId: null,
      order: 1,
    },
    {
      id: "emergency-aboard",
      kind: "safety",
      label: "Emergency aboard: meet in Zvezda",
      channel: "Station intercom",
      personId: "shkaplerov",
      order: 2,
    },
    {
      id: "medical-officer",
      kind: "medical",
      label: "Crew medical officer aboard",
      channel: "Station intercom",
      personId: "vande-hei",
      order: 3,
    },
    {
      id: "crew-surgeon",
      kind: "medical",
      label: "Crew surgeon, Moscow",
      channel: "Private medical loop",
      personId: null,
      order: 4,
    },
    {
      id: "production-desk",
      kind: "production",
      label: "Production desk at MCC-M (illustrative)",
      channel: "Through the shift flight director",
      personId: null,
      order: 5,
    },
  ]);
