import type { Bundle, ProductionTables, ScenarioTables } from "#core/model/bundle.ts";
import * as production from "#core/model/production.ts";
import { allocations, crewBlocks } from "./crew-day.ts";
import { banners, shootDays } from "./days.ts";
import { stationEvents } from "./events.ts";
import { flights, seats, shootWindows, windowClaims } from "./flights.ts";
import { kit } from "./kit.ts";
import { elementSets } from "./orbit.ts";
import { contacts, people, roles } from "./people.ts";
import { scenes } from "./scenes.ts";
import { hatches, lamps, modules, panes } from "./station.ts";
import { attendances, certificates, courses, holdings, trainingSessions } from "./training.ts";

const shared = (): ProductionTables => ({
  person: people(),
  contact: contacts(),
  role: roles(),
  certificate: certificates(),
  holding: holdings(),
  course: courses(),
  trainingSession: trainingSessions(),
  attendance: attendances(),
  elementSet: elementSets(),
});

/** The plan before anything is placed. */
const unplaced = (): ScenarioTables => ({
  shootWindow: shootWindows(),
  windowClaim: windowClaims(),
  flight: flights(),
  seat: seats(),
  shootDay: shootDays(),
  banner: banners(),
  module: modules(),
  hatch: hatches(),
  pane: panes(),
  lamp: lamps(),
  stationEvent: stationEvents(),
  kit: kit(),
  ...scenes(),
  crewBlock: crewBlocks(),
  allocation: allocations(),
  consent: [],
  ruleSetting: [],
});

/** The real production of October 2021, as far as it is known; what is not known is written for the seed and says so. */
export function theChallenge(): Bundle {
  return {
    production: production.production.parse({
      id: "the-challenge",
      slug: "the-challenge",
      title: "The Challenge",
      titleLocal: "Вызов",
      company: "Channel One, Yellow, Black and White, Roscosmos",
      homeZone: "Europe/Moscow",
      homeZoneLabel: "MSK",
      note: "Flights, crew, station, orbit and crew day are from public sources, named row by row: [S] sourced, [S2] secondary, [C] computed, [I] inferred, [G] working assumption. No scene list of the film is public: the 52 scenes are an illustrative breakdown written for this plan. Camera, light and sound kit is generic; only the mass that Progress carried, 13.75 kg, is published. The plan keeps the book; how the crew really worked, at night and in their own time, is the scenario As flown.",
    }),
    shared: shared(),
    scenarios: [
      {
        scenario: production.scenario.parse({
          id: "the-challenge-main",
          name: "Main",
          note: "Keeps the book.",
          revision: 0,
          isCurrent: true,
        }),
        tables: unplaced(),
      },
    ],
  };
}
