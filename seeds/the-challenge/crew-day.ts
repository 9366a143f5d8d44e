import { rows, type Written } from "../rows.ts";
import { ARRIVAL, at, DEPARTURE, minutesBetween, october, SHOOT_DATES } from "./days.ts";
import { SOURCE } from "./sources.ts";

type Kind = Written<"crewBlock">["kind"];

/** A stretch of one person's day. `within`: the span in which it may move; without it, it is fixed. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
  readonly title: string;
  readonly moduleId?: string;
  readonly within?: readonly [from: string, to: string];
}
const stretch = (
  from: string,
  to: string,
  kind: Kind,
  title: string,
  more: Pick<Stretch, "moduleId" | "within"> = {},
): Stretch => ({ from, to, kind, title, ...more });

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

const STATION_CREW = [
  "novitsky",
  "dubrov",
  "shkaplerov",
  "vande-hei",
  "kimbrough",
  "mcarthur",
  "pesquet",
  "hoshide",
] as const;
type StationCrew = (typeof STATION_CREW)[number];
const FILM_CREW = ["shipenko", "peresild"] as const;
type FilmCrew = (typeof FILM_CREW)[number];

// ---- the parts of a day ------------------------------------------------------------------------------------------------------

const WAKE = stretch("06:00", "07:30", "post-sleep", "Wake, wash, breakfast");
const TO_BED = stretch("19:30", "21:30", "pre-sleep", "Dinner, before sleep");
const MEAL = stretch("13:00", "14:00", "meal", "Midday meal");
/** The meal may move [S]; where the film shoots in the afternoon the set is rigged from 13:00. */
const EARLY_MEAL = stretch("12:00", "13:00", "meal", "Midday meal, early");
const MORNING_CONFERENCE = stretch("07:30", "07:55", "conference", "Morning daily planning conference");
const EVENING_CONFERENCE = stretch("19:05", "19:30", "conference", "Evening daily planning conference");
const FRAME = [WAKE, MORNING_CONFERENCE, EVENING_CONFERENCE, TO_BED];
const WORK_FRAME = [
  ...FRAME,
  stretch("07:55", "08:15", "duty", "Work preparation"),
  stretch("18:45", "19:05", "duty", "Evening preparation, next day's plan"),
];

const DEVICES = {
  "BD-2": "zvezda",
  VELO: "zvezda",
  T2: "tranquility",
  ARED: "tranquility",
  CEVIS: "destiny",
} as const;
const exercise = (from: string, to: string, device: keyof typeof DEVICES) =>
  stretch(from, to, "exercise", `Exercise: ${device}`, { moduleId: DEVICES[device] });
const duty = (from: string, to: string, title = "Station tasks") => stretch(from, to, "duty", title);
/** A station task that may move in the afternoon or the morning that it stands in. */
const flexible = (from: string, to: string, title = "Station tasks, may move") =>
  stretch(from, to, "duty", title, { within: from < "13:00" ? ["08:15", "13:00"] : ["14:00", "18:45"] });
const handover = (from: string, to: string) => stretch(from, to, "handover", "Commanders' handover");

/**
 * Actors are free from 09:00 to 13:00, twice as long as the film may use them. The Russian crew exercises in one go in the afternoon,
 * so that Zvezda is quiet before; Vande Hei is free then, to escort in the US segment.
 */
const FILM_IN_THE_MORNING: Readonly<Record<StationCrew, readonly Stretch[]>> = {
  novitsky: [
    MEAL,
    flexible("08:15", "09:00"),
    handover("14:00", "15:00"),
    exercise("15:00", "16:15", "BD-2"),
    exercise("16:15", "17:30", "VELO"),
    duty("17:30", "18:45"),
  ],
  dubrov: [
    MEAL,
    flexible("08:15", "09:00"),
    duty("14:00", "15:00"),
    exercise("15:00", "16:15", "VELO"),
    duty("16:15", "17:30"),
    exercise("17:30", "18:45", "BD-2"),
  ],
  shkaplerov: [
    MEAL,
    flexible("08:15", "09:00"),
    handover("14:00", "15:00"),
    flexible("15:00", "16:15"),
    exercise("16:15", "17:30", "BD-2"),
    exercise("17:30", "18:45", "VELO"),
  ],
  "vande-hei": [
    MEAL,
    exercise("08:15", "09:30", "CEVIS"),
    duty("09:30", "12:00"),
    exercise("17:30", "18:45", "CEVIS"),
  ],
  kimbrough: [
    MEAL,
    exercise("08:15", "09:30", "ARED"),
    duty("09:30", "13:00"),
    duty("14:00", "15:00"),
    exercise("15:00", "16:15", "T2"),
    duty("16:15", "18:45"),
  ],
  mcarthur: [
    MEAL,
    exercise("08:15", "09:30", "T2"),
    duty("09:30", "13:00"),
    duty("14:00", "15:00"),
    exercise("15:00", "16:15", "CEVIS"),
    duty("16:15", "18:45"),
  ],
  pesquet: [
    MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "ARED"),
    duty("10:45", "13:00"),
    duty("14:00", "16:15"),
    exercise("16:15", "17:30", "T2"),
    duty("17:30", "18:45"),
  ],
  hoshide: [
    MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "T2"),
    duty("10:45", "13:00"),
    duty("14:00", "16:15"),
    exercise("16:15", "17:30", "ARED"),
    duty("17:30", "18:45"),
  ],
};

/**
 * Everyone eats at noon and actors are free from 14:00 to 18:00; the Russian crew exercises in the morning. Vande Hei is free in the
 * morning, to escort in the US segment, and again late in the afternoon.
 */
const FILM_IN_THE_AFTERNOON: Readonly<Record<StationCrew, readonly Stretch[]>> = {
  novitsky: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "BD-2"),
    exercise("09:30", "10:45", "VELO"),
    flexible("10:45", "12:00"),
    handover("13:00", "14:00"),
    duty("18:00", "18:45"),
  ],
  dubrov: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "VELO"),
    flexible("09:30", "10:45"),
    exercise("10:45", "12:00", "BD-2"),
    duty("13:00", "14:00"),
    duty("18:00", "18:45"),
  ],
  shkaplerov: [
    EARLY_MEAL,
    flexible("08:15", "09:30"),
    exercise("09:30", "10:45", "BD-2"),
    exercise("10:45", "12:00", "VELO"),
    handover("13:00", "14:00"),
    duty("18:00", "18:45"),
  ],
  "vande-hei": [
    EARLY_MEAL,
    exercise("08:15", "09:30", "CEVIS"),
    duty("13:00", "15:00"),
    exercise("17:30", "18:45", "CEVIS"),
  ],
  kimbrough: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "ARED"),
    duty("09:30", "12:00"),
    duty("13:00", "15:00"),
    exercise("15:00", "16:15", "T2"),
    duty("16:15", "18:45"),
  ],
  mcarthur: [
    EARLY_MEAL,
    exercise("08:15", "09:30", "T2"),
    duty("09:30", "12:00"),
    duty("13:00", "15:00"),
    exercise("15:00", "16:15", "CEVIS"),
    duty("16:15", "18:45"),
  ],
  pesquet: [
    EARLY_MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "ARED"),
    duty("10:45", "12:00"),
    duty("13:00", "16:15"),
    exercise("16:15", "17:30", "T2"),
    duty("17:30", "18:45"),
  ],
  hoshide: [
    EARLY_MEAL,
    duty("08:15", "09:30"),
    exercise("09:30", "10:45", "T2"),
    duty("10:45", "12:00"),
    duty("13:00", "16:15"),
    exercise("16:15", "17:30", "ARED"),
    duty("17:30", "18:45"),
  ],
};

const OFF = "off-duty" as const;
const weekend = (day: "saturday" | "sunday"): Readonly<Record<StationCrew, readonly Stretch[]>> => {
  const morning = (person: StationCrew): readonly Stretch[] => {
    const [first, second] = exerciseSlots[person];
    const commander = person === "novitsky" || person === "shkaplerov";
    const taken = [first, second, ...(commander ? [handover("12:00", "13:00")] : [])];
    return day === "saturday"
      ? [
          MEAL,
          ...taken,
          ...gaps("07:55", commander ? "12:00" : "13:00", taken).map(([from, to]) =>
            duty(from, to, "Housekeeping"),
          ),
          ...gaps("14:00", "19:05", taken).map(([from, to]) => stretch(from, to, OFF, "Off duty")),
        ]
      : [
          MEAL,
          ...taken,
          ...[...gaps("07:55", "13:00", taken), ...gaps("14:00", "19:05", taken)].map(([from, to]) =>
            stretch(from, to, OFF, "Off duty"),
          ),
        ];
  };
  return Object.fromEntries(STATION_CREW.map((person) => [person, morning(person)])) as Record<
    StationCrew,
    readonly Stretch[]
  >;
};
const exerciseSlots: Readonly<Record<StationCrew, readonly [Stretch, Stretch]>> = {
  novitsky: [exercise("08:15", "09:30", "BD-2"), exercise("09:30", "10:45", "VELO")],
  dubrov: [exercise("08:15", "09:30", "VELO"), exercise("10:45", "12:00", "BD-2")],
  shkaplerov: [exercise("09:30", "10:45", "BD-2"), exercise("10:45", "12:00", "VELO")],
  "vande-hei": [exercise("08:15", "09:30", "CEVIS"), exercise("15:00", "16:15", "ARED")],
  kimbrough: [exercise("08:15", "09:30", "ARED"), exercise("15:00", "16:15", "T2")],
  mcarthur: [exercise("08:15", "09:30", "T2"), exercise("15:00", "16:15", "CEVIS")],
  pesquet: [exercise("09:30", "10:45", "ARED"), exercise("16:15", "17:30", "T2")],
  hoshide: [exercise("09:30", "10:45", "T2"), exercise("16:15", "17:30", "ARED")],
};

/** What `taken` leaves free between two times of day. */
function gaps(from: string, to: string, taken: readonly Stretch[]): readonly (readonly [string, string])[] {
  const free: [string, string][] = [];
  let start = from;
  for (const t of [...taken].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (t.to <= from || t.from >= to) continue;
    if (t.from > start) free.push([start, t.from]);
    if (t.to > start) start = t.to;
  }
  if (start < to) free.push([start, to]);
  return free;
}

// ---- which day is which ------------------------------------------------------------------------------------------------------

const AFTERNOON_DATES = [6, 8, 12, 14, 15];

function stationDay(person: StationCrew, date: number): readonly Stretch[] {
  if (date === DEPARTURE && person === "novitsky") return DEPARTING_COMMANDER;
  if (date === ARRIVAL && person === "shkaplerov") return ARRIVING_COMMANDER;
  if (date === 9 || date === DEPARTURE) return [...FRAME, ...weekend("saturday")[person]];
  if (date === 10) return [...FRAME, ...weekend("sunday")[person]];
  const own = (AFTERNOON_DATES.includes(date) ? FILM_IN_THE_AFTERNOON : FILM_IN_THE_MORNING)[person];
  const instead = INSTEAD[`${person} ${date}`] ?? [];
  const kept = own.filter((s) => !instead.some((i) => i.from < s.to && s.from < i.to));
  return [...WORK_FRAME, ...kept, ...instead];
}

/** What stands on one day in place of what the day's kind has there. */
const INSTEAD: Readonly<Record<string, readonly Stretch[]>> = {
  "novitsky 5": [
    exercise("08:15", "09:30", "BD-2"),
    exercise("09:30", "10:45", "VELO"),
    duty("10:45", "13:00", "Docking of MS-19"),
    duty("14:00", "15:00", "Leak checks and hatch opening"),
    stretch("15:00", "16:00", "briefing", "Gives the safety briefing"),
    handover("16:00", "17:00"),
    duty("17:00", "18:45"),
  ],
  "dubrov 5": [
    exercise("08:15", "09:30", "VELO"),
    flexible("09:30", "10:45"),
    exercise("10:45", "12:00", "BD-2"),
    duty("12:00", "13:00", "Docking of MS-19"),
    duty("14:00", "18:45", "Leak checks, hatch opening, unloading"),
  ],
  "shkaplerov 6": [
    stretch("08:15", "08:30", "medical", "Private medical conference", { moduleId: "columbus" }),
    duty("08:30", "09:30", "Unloading of MS-19"),
  ],
  "shkaplerov 7": [
    stretch("08:15", "08:30", "medical", "Private medical conference", { moduleId: "columbus" }),
    duty("08:30", "09:00", "Unloading of MS-19"),
    exercise("15:00", "16:15", "VELO"),
    exercise("16:15", "17:30", "BD-2"),
    duty("17:30", "18:45", "Seat liners to MS-18"),
  ],
  "novitsky 7": [duty("17:30", "18:45", "Seat liners to MS-18")],
  "dubrov 7": [exercise("08:15", "09:30", "VELO"), duty("15:00", "16:15")],
  "shkaplerov 8": [
    stretch("08:15", "08:30", "medical", "Private medical conference", { moduleId: "columbus" }),
    duty("08:30", "09:30", "Seat liners to MS-19"),
  ],
  "novitsky 13": [duty("17:30", "18:45", "Descent training")],
  "novitsky 14": [duty("10:45", "12:00", "Sokol suits and documentation")],
  "novitsky 15": [
    duty("08:15", "10:45", "Thruster test of MS-18"),
    exercise("10:45", "12:00", "BD-2"),
    exercise("16:00", "17:15", "VELO"),
    duty("17:15", "18:45", "Return stowage"),
  ],
  "dubrov 15": [flexible("09:30", "12:00"), exercise("17:15", "18:30", "BD-2"), duty("18:30", "18:45")],
};

/** Up since half past midnight, aboard from three in the afternoon. */
const LAUNCH_DAY: readonly Stretch[] = [
  stretch("00:30", "08:55", "travel", "Medical checks, suits, the road to the pad, boarding"),
  duty("08:55", "09:45", "Ascent"),
  duty("12:00", "13:00", "Docking"),
  MEAL,
  duty("14:00", "14:25", "Leak checks"),
  stretch("15:00", "16:00", "briefing", "Safety briefing"),
];
const ARRIVING_COMMANDER: readonly Stretch[] = [
  ...LAUNCH_DAY,
  handover("16:00", "17:00"),
  duty("17:00", "19:05", "Ship to docked mode"),
  EVENING_CONFERENCE,
  TO_BED,
];
const DEPARTING_COMMANDER: readonly Stretch[] = [
  WAKE,
  MORNING_CONFERENCE,
  exercise("07:55", "09:10", "BD-2"),
  duty("09:30", "11:30", "Last stowage, sets put back"),
  handover("11:30", "12:30"),
  stretch("12:30", "13:30", "meal", "Midday meal"),
  stretch("13:41", "17:41", "sleep", "Nap before undocking"),
  duty("17:41", "19:05", "Ship to flight mode"),
  EVENING_CONFERENCE,
  duty("19:30", "20:41", "Farewell, boarding"),
];

const FILM_FRAME = [WAKE, TO_BED];
/** The end of the film crew's day, around what else it holds. */
const cards = (person: FilmCrew, taken: readonly Stretch[]) =>
  gaps("18:00", "19:30", taken).map(([from, to]) =>
    duty(
      from,
      to,
      person === "shipenko" ? "Cards copied and checked, batteries" : "Costume, props and next day's set",
    ),
  );
const medical = (person: FilmCrew) =>
  person === "shipenko"
    ? stretch("07:45", "08:00", "medical", "Private medical conference", { moduleId: "columbus" })
    : stretch("07:30", "07:45", "medical", "Private medical conference", { moduleId: "columbus" });

function filmDay(person: FilmCrew, date: number): readonly Stretch[] {
  if (date === ARRIVAL)
    return [
      ...LAUNCH_DAY,
      duty("16:30", "18:00", "Tour of the station"),
      duty("18:00", "19:00", "Cabin and bags"),
      TO_BED,
    ];
  if (date === DEPARTURE) return FILM_DEPARTURE;
  const adapting = date <= 8 ? [medical(person)] : [];
  const meal = AFTERNOON_DATES.includes(date) ? EARLY_MEAL : MEAL;
  const also = FILM_ALSO[date] ?? [];
  return [...FILM_FRAME, meal, ...cards(person, also), ...adapting, ...also];
}

const FILM_DEPARTURE: readonly Stretch[] = [
  WAKE,
  duty("09:30", "12:00", "Last stowage, sets put back"),
  stretch("12:30", "13:30", "meal", "Midday meal"),
  stretch("13:41", "17:41", "sleep", "Nap before undocking"),
  duty("17:41", "19:00", "Cards into two bags, underwear, suits"),
  duty("19:00", "20:41", "Farewell, boarding"),
];

/** What takes the film crew's time beside filming. */
const FILM_ALSO: Readonly<Record<number, readonly Stretch[]>> = {
  6: [
    stretch("08:15", "09:15", "briefing", "Emergency drill, rules of the station"),
    duty("09:15", "10:00", "Film kit unpacked and tested"),
  ],
  7: [duty("17:30", "18:45", "Seat liners to MS-18, fit check")],
  8: [duty("09:50", "10:20", "Television link with Moscow")],
  9: [duty("08:00", "09:00", "Housekeeping with the station crew")],
  10: [duty("08:00", "08:30", "Family conference")],
  11: [duty("08:00", "08:45", "Kit care, velcro, costumes")],
  12: [duty("09:00", "09:45", "Cardiovector experiment")],
  13: [duty("17:30", "18:45", "Descent training")],
  14: [duty("10:45", "12:00", "Sokol suits and documentation")],
  15: [duty("17:15", "18:45", "Return stowage")],
};

// ---- nights ------------------------------------------------------------------------------------------------------------------

interface Night {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

const BOOK_NIGHTS = Array.from({ length: DEPARTURE - ARRIVAL + 2 }, (_, i) => ARRIVAL - 1 + i);

/** Every night of everyone; the arriving crew sleeps early before launch, the departing crew flies through the last one. */
const nights: readonly Night[] = [...STATION_CREW, ...FILM_CREW].flatMap((personId) =>
  BOOK_NIGHTS.flatMap((evening): readonly Night[] => {
    const launching = personId === "shipenko" || personId === "peresild" || personId === "shkaplerov";
    const leaving = personId === "shipenko" || personId === "peresild" || personId === "novitsky";
    if (evening === ARRIVAL - 1 && launching)
      return [
        { personId, from: at(4, "16:00"), to: at(5, "00:30"), source: `Before launch: ${SOURCE.assumption}` },
      ];
    if (evening === DEPARTURE && leaving) return [];
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

const clockOf = (instant: string) => instant.slice(11, 16).replace(":", "");
const dateOf = (instant: string) => instant.slice(8, 10);

/** Every block of everyone aboard, each placed. */
export const crewBlocks = () => {
  const daily = SHOOT_DATES.flatMap((date) => [
    ...STATION_CREW.flatMap((person) => stationDay(person, date).map((s) => ({ ...s, person, date }))),
    ...FILM_CREW.flatMap((person) => filmDay(person, date).map((s) => ({ ...s, person, date }))),
  ]);
  return rows("crewBlock", [
    ...daily.map(({ person, date, from, to, kind, title, moduleId, within }) => ({
      id: `${person}-${dateOf(at(date, from))}-${clockOf(at(date, from))}`,
      personId: person,
      kind,
      title,
      startsAt: at(date, from),
      durationMin: minutesBetween(at(date, from), at(date, to)),
      earliestAt: within ? at(date, within[0]) : null,
      latestAt: within ? at(date, within[1]) : null,
      moduleId: moduleId ?? null,
      source: SOURCES[kind],
    })),
    ...nights.map(({ personId, from, to, source }) => ({
      id: `${personId}-${dateOf(from)}-night`,
      personId,
      kind: "sleep" as const,
      title: "Sleep",
      startsAt: from,
      durationMin: minutesBetween(from, to),
      earliestAt: null,
      latestAt: null,
      moduleId: null,
      source,
    })),
    ...RETURN.map(({ personId, from, to, kind, title }) => ({
      id: `${personId}-${dateOf(from)}-${clockOf(from)}`,
      personId,
      kind,
      title,
      startsAt: from,
      durationMin: minutesBetween(from, to),
      earliestAt: null,
      latestAt: null,
      moduleId: null,
      source: `${SOURCE.landing}; hours between [G] assumption`,
    })),
  ]);
};

// ---- crew time for the film --------------------------------------------------------------------------------------------------

const WORKING_DATES = [6, 7, 8, 11, 12, 13, 14, 15];
/** Minutes that each station crew member may give the film on a working day; nothing at weekends. */
const GRANTED: Readonly<Record<string, number>> = {
  novitsky: 120,
  dubrov: 120,
  shkaplerov: 120,
  "vande-hei": 150,
};

export const allocations = () =>
  rows(
    "allocation",
    Object.entries(GRANTED).flatMap(([personId, minutes]) =>
      WORKING_DATES.map((date) => ({
        id: `${personId}-${october(date)}`,
        personId,
        date: october(date),
        minutes,
        source:
          "120 min a person and working day (150 for the escort), none at weekends: assumption [G]; that cosmonauts gave working hours [S] headtopics.com (TASS)",
      })),
    ),
  );
