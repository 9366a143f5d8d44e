import { dateOf, isoOf, plusMinutes } from "#core/base/instant.ts";
import { interval } from "#core/base/interval.ts";
import { difference, measure, profile } from "#core/base/profile.ts";
import { type EpochSeconds, epochSeconds, minutes } from "#core/base/quantity.ts";
import type { Bundle } from "#core/model/bundle.ts";
import type { Span } from "#core/solve/engine/problem.ts";
import { rows, type Written } from "../rows.ts";
import { iss } from "../templates/iss.ts";
import { orbitalShoot, type Scene, type Size } from "./orbital.ts";
import { syntheticElementSets } from "./synthetic-orbit.ts";

/** Days of the shoot begin here: a Monday that nobody has flown. */
const FIRST_DAY = "2031-03-03";
const TICK_MIN = 5;
const CLOSES_MIN = 21 * 60 + 30;
const SYNTHETIC = "Synthetic: drawn at random, no film's [G]";

/** By the number that a scene of the family has for its module. Scenes that want light outside play where there is a pane. */
const MODULES = ["zvezda", "nauka", "zarya", "rassvet", "poisk", "destiny"] as const;
const PANES: Readonly<Record<string, string>> = {
  zvezda: "zvezda-9",
  nauka: "nauka-forward",
  poisk: "poisk-port",
  destiny: "destiny-nadir",
};
const FILM_CREW = [
  { name: "Ada Lindqvist", duties: "Director and actor" },
  { name: "Bruno Castel", duties: "Camera operator and actor" },
  { name: "Chiara Moretti", duties: "Actor, second camera" },
];
const STATION_CREW = ["Dmitri Sokolov", "Elena Petrova", "Fyodor Orlov"];
const RUSSIAN_MODULES = ["zvezda", "nauka", "zarya", "rassvet", "poisk"];

/** The station crew's day beside what is given to the film, minutes from midnight GMT. Source: facts on the crew day. */
const WORK = { from: 8 * 60, to: 19 * 60 + 5 };
const MEAL = { from: 13 * 60, to: 14 * 60 };
const EXERCISE_MIN = 75;
/** Exercise comes no sooner after a meal. Rule exercise. */
const AFTER_MEAL_MIN = 60;
/** What the ledger charges beside the shoot: briefing, make-up, the way. */
const OVERHEAD_MIN = 60;
const EIGHTH_MIN = 8;
const STRIKE_MIN = 5;
const RIG_MIN = 60;

const first = epochSeconds(Date.parse(`${FIRST_DAY}T00:00:00Z`) / 1000);
const momentOf = (min: number): EpochSeconds => plusMinutes(first, minutes(min));

/**
 * A production of the family that `orbitalShoot` draws: its people, hours, scenes and orders, on the station of the template, with all
 * strips in the boneyard. Same size and seed, same bundle. It says of itself that it is synthetic.
 */
export function syntheticProduction(size: Size): Bundle {
  const shoot = orbitalShoot(size);
  const title = `Synthetic ${size.scenes} scenes, ${size.days} days, seed ${size.seed}`;
  const slug = `synthetic-${size.scenes}-${size.days}-${size.seed}`;
  const bundle = iss.build({
    id: slug,
    scenarioId: `${slug}-main`,
    slug,
    title,
    titleLocal: "",
    company: "Synthetic Pictures",
    homeZone: "UTC",
    homeZoneLabel: "UTC",
    opensAt: momentOf(6 * 60),
    closesAt: momentOf((size.days - 1) * 1440 + CLOSES_MIN),
    crew: FILM_CREW,
  });
  const [main] = bundle.scenarios;
  if (!main) throw new Error("The station template has no scenario.");
  const { tables } = main;

  const film = bundle.shared.person.map((person) => ({ ...person, firstFlight: false, source: SYNTHETIC }));
  const station = rows(
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
  const people = [...film, ...station];
  const flights = ["up", "down"] as const;
  const seats = station.flatMap(({ id }, i) =>
    flights.map(
      (direction): Written<"seat"> => ({
        id: `seat-${direction}-${id}`,
        flightId: `station-${direction}`,
        personId: id,
        position: (["left", "centre", "right"] as const)[i] ?? "left",
        linerMovedAt: null,
      }),
    ),
  );
  const written = shoot.scenes.map((scene, i) => sceneRows(scene, i, people));
  return {
    production: {
      ...bundle.production,
      note: "Synthetic: drawn at random for tests and measurements. No film, no people, no orbit of anybody's.",
    },
    shared: {
      ...bundle.shared,
      person: people,
      role: rows(
        "role",
        people.map(({ id, shortName, category }, i) => ({
          id: `role-${i + 1}`,
          number: i + 1,
          name: `Part of ${shortName}`,
          nameLocal: "",
          personId: id,
          crewPlayed: category === "expedition-crew",
        })),
      ),
      elementSet: syntheticElementSets(momentOf(0), size.days),
      ...trainingOf(people),
    },
    scenarios: [
      {
        scenario: main.scenario,
        tables: {
          ...tables,
          // Whoever films has been aboard for a week: nobody is new to weightlessness.
          flight: [
            ...tables.flight.map((leg) => (leg.direction === "up" ? aWeekBefore(leg) : leg)),
            ...stationFlights(size.days),
          ],
          seat: [...tables.seat, ...rows("seat", seats)],
          crewBlock: [
            ...tables.crewBlock.filter(({ kind }) => kind !== "medical"),
            ...rows("crewBlock", [
              // The night before the first day, so that everybody has slept.
              ...people.map(({ id }) => block(id, "sleep", "Sleep", span(-1, CLOSES_MIN, 30 * 60))),
              ...film.flatMap(({ id }, person) => busyOf(id, shoot.free[person] ?? [], size.days)),
              ...station.flatMap(({ id }, i) =>
                stationDays(id, shoot.free[film.length + i] ?? [], size.days),
              ),
            ]),
          ],
          allocation: rows(
            "allocation",
            station.flatMap(({ id }, i) => allocationsOf(id, shoot.free[film.length + i] ?? [], size.days)),
          ),
          scene: rows(
            "scene",
            written.map((w) => w.scene),
          ),
          strip: rows(
            "strip",
            written.map((w) => w.strip),
          ),
          setUp: rows(
            "setUp",
            written.map((w) => w.setUp),
          ),
          assignment: rows(
            "assignment",
            written.flatMap((w) => w.assignments),
          ),
          clearance: rows(
            "clearance",
            station.map(({ id }) => ({
              id: `clearance-${id}`,
              personId: id,
              elementId: null,
              kitId: null,
              moduleId: null,
              authority: "Station",
              state: "cleared",
              note: "",
              source: SYNTHETIC,
            })),
          ),
          relayPass: rows("relayPass", passesOf(shoot.passes)),
          sceneOrder: rows(
            "sceneOrder",
            shoot.orders.map(([a, b], i) => ({
              id: `order-${i + 1}`,
              firstSceneId: `scene-${a + 1}`,
              thenSceneId: `scene-${b + 1}`,
              minLagMin: 0,
              maxLagMin: null,
              reason: "What happens in the first shows in the second.",
              source: SYNTHETIC,
            })),
          ),
        },
      },
    ],
  };
}

/** A scene of one set-up and one strip; whoever of the film crew comes first operates and directs, the others are on camera. */
function sceneRows(scene: Scene, i: number, people: readonly { readonly id: string }[]) {
  const id = `scene-${i + 1}`;
  const stripId = `strip-${i + 1}`;
  const drawn = MODULES[scene.module] ?? MODULES[0];
  const moduleId = scene.light === "any" || PANES[drawn] ? drawn : "nauka";
  const [behind = 0, ...beside] = scene.crew;
  const cosmonauts = scene.anyCosmonaut ? [FILM_CREW.length + (i % STATION_CREW.length)] : scene.cosmonauts;
  const operator = people[behind]?.id ?? "";
  const jobs = ["direct", "camera"] as const;
  const tier = scene.must ? "must" : scene.priority > 5 ? "should" : "nice";
  return {
    scene: {
      id,
      number: String(i + 1),
      intExt: "INT",
      setName: `${moduleId.toUpperCase()} – SET ${"ABCD".charAt(scene.rig)}`,
      moduleId,
      unit: "main",
      scriptDayNight: scene.light === "night" ? "NIGHT" : "DAY",
      scriptDay: "",
      eighths: Math.max(1, Math.round(scene.minutes / EIGHTH_MIN)),
      synopsis: "",
      order: i,
    } satisfies Written<"scene">,
    strip: {
      id: stripId,
      sceneId: id,
      part: 1,
      parts: 1,
      startsAt: null,
      moduleId: null,
      rigMin: RIG_MIN,
      shootMin: scene.minutes,
      strikeMin: STRIKE_MIN,
      isPinned: false,
      status: "planned",
      note: "",
    } satisfies Written<"strip">,
    setUp: {
      id: `set-up-${i + 1}`,
      sceneId: id,
      stripId,
      label: "A",
      description: "",
      tier,
      order: 0,
      takes: 1,
      takeMin: scene.minutes,
      resetMin: 0,
      light: scene.light,
      paneId: scene.light === "any" ? null : (PANES[moduleId] ?? null),
      movingCamera: false,
      syncSound: false,
      groundLink: scene.needsPass,
      strenuous: false,
      roleIds: [...beside, ...cosmonauts].map((n) => `role-${n + 1}`),
      jobs: [...jobs],
      isShot: false,
    } satisfies Written<"setUp">,
    assignments: jobs.map(
      (job): Written<"assignment"> => ({ id: `job-${i + 1}-${job}`, stripId, job, personId: operator }),
    ),
  };
}

function trainingOf(people: readonly { readonly id: string; readonly category: string }[]) {
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

const WEEK_MIN = 7 * 1440;
type Leg = Bundle["scenarios"][number]["tables"]["flight"][number];
const aWeekBefore = (leg: Leg): Leg => ({
  ...leg,
  departsAt: plusMinutes(leg.departsAt, minutes(-WEEK_MIN)),
  arrivesAt: plusMinutes(leg.arrivesAt, minutes(-WEEK_MIN)),
  hatchAt: plusMinutes(leg.hatchAt, minutes(-WEEK_MIN)),
});

/** The station's own crew came long before and stays on. */
const stationFlights = (days: number) =>
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

const passesOf = (passes: readonly Span[]) =>
  passes
    .filter(({ from, to }) => from < to)
    .map(
      ({ from, to }, i): Written<"relayPass"> => ({
        id: `pass-${i + 1}`,
        relay: "Relay",
        startsAt: isoOf(momentOf(from * TICK_MIN)),
        durationMin: (to - from) * TICK_MIN,
        source: SYNTHETIC,
      }),
    );

/** Minutes of a day, as a profile over the shoot. */
const span = (day: number, from: number, to: number) =>
  interval(momentOf(day * 1440 + from), momentOf(day * 1440 + to));
const freeTime = (free: readonly Span[]) =>
  profile(free.map(({ from, to }) => interval(momentOf(from * TICK_MIN), momentOf(to * TICK_MIN))));

type Block = Written<"crewBlock">;
const block = (
  personId: string,
  kind: Block["kind"],
  title: string,
  { start, end }: { readonly start: EpochSeconds; readonly end: EpochSeconds },
): Block => ({
  id: `${personId}-${kind}-${(start - first) / 60}`,
  personId,
  kind,
  title,
  startsAt: isoOf(start),
  durationMin: (end - start) / 60,
  earliestAt: null,
  latestAt: null,
  moduleId: null,
  source: SYNTHETIC,
});

/** What the film crew does beside filming, waking and eating: their hours away from it. */
const busyOf = (personId: string, free: readonly Span[], days: number): readonly Block[] =>
  Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    difference(
      [span(day, 7 * 60 + 30, 19 * 60 + 30)],
      profile([...freeTime(free), span(day, MEAL.from, MEAL.to)]),
    ).map((away) => block(personId, "duty", "Exercise and own work", away)),
  );

/** A day of the station's own crew: conferences, exercise where there is time for it, tasks of the station, and what is left for the film. */
const stationDays = (personId: string, free: readonly Span[], days: number): readonly Block[] =>
  Array.from({ length: days }, (_, day) => day).flatMap((day) => {
    const fixed = [
      block(personId, "post-sleep", "Wake, wash, breakfast", span(day, 6 * 60, 7 * 60 + 30)),
      block(personId, "conference", "Daily planning", span(day, 7 * 60 + 30, 7 * 60 + 55)),
      block(personId, "meal", "Midday meal", span(day, MEAL.from, MEAL.to)),
      block(personId, "conference", "Daily planning", span(day, 19 * 60 + 5, 19 * 60 + 30)),
      block(personId, "pre-sleep", "Dinner, before sleep", span(day, 19 * 60 + 30, 21 * 60 + 30)),
      block(personId, "sleep", "Sleep", span(day, 21 * 60 + 30, 30 * 60)),
    ];
    const kept = profile([...freeTime(free), span(day, MEAL.from, MEAL.to)]);
    let left = difference([span(day, WORK.from, WORK.to)], kept);
    const exercise: Block[] = [];
    for (let n = 0; n < 2; n++) {
      const rested = difference(left, [span(day, MEAL.from, MEAL.to + AFTER_MEAL_MIN)]);
      const room = rested.find(({ start, end }) => end - start >= EXERCISE_MIN * 60);
      if (!room) break;
      const here = interval(room.start, plusMinutes(room.start, minutes(EXERCISE_MIN)));
      exercise.push(block(personId, "exercise", "Exercise", here));
      left = difference(left, [here]);
    }
    return [...fixed, ...exercise, ...left.map((task) => block(personId, "duty", "Station tasks", task))];
  });

const allocationsOf = (
  personId: string,
  free: readonly Span[],
  days: number,
): readonly Written<"allocation">[] =>
  Array.from({ length: days }, (_, day) => {
    const today = freeTime(free.filter(({ from }) => Math.floor((from * TICK_MIN) / 1440) === day));
    const granted = measure(today);
    const date = dateOf(momentOf(day * 1440));
    return {
      id: `${personId}-${date}`,
      personId,
      date,
      minutes: granted > 0 ? granted + OVERHEAD_MIN : 0,
      source: SYNTHETIC,
    };
  });
