import { isoOf } from "#core/base/instant.ts";
import type { Bundle } from "#core/model/bundle.ts";
import type { Span } from "#core/solve/engine/problem.ts";
import { rows, type Written } from "../rows.ts";
import { iss } from "../templates/iss.ts";
import { orbitalShoot, type Size, TICK_MIN } from "./orbital.ts";
import { CLOSES_MIN, momentOf, span } from "./production/calendar.ts";
import {
  aWeekBefore,
  FILM_CREW,
  stationCrew,
  stationFlights,
  stationSeats,
  trainingOf,
} from "./production/crew.ts";
import { allocationsOf, block, busyOf, stationDays } from "./production/crew-days.ts";
import { sceneRows } from "./production/scene-rows.ts";
import { SYNTHETIC } from "./production/source.ts";
import { syntheticElementSets } from "./synthetic-orbit.ts";

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
  const station = stationCrew();
  const people = [...film, ...station];
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
          flight: [
            ...tables.flight.map((leg) => (leg.direction === "up" ? aWeekBefore(leg) : leg)),
            ...stationFlights(size.days),
          ],
          seat: [...tables.seat, ...stationSeats(station)],
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
