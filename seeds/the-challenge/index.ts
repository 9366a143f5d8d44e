import {
  type Bundle,
  NO_SCENARIO_ROWS,
  NO_SHARED_ROWS,
  type ProductionTables,
  type ScenarioTables,
} from "#core/model/bundle.ts";
import { production, type Scenario, scenario } from "#core/model/production.ts";
import { longEnough } from "./adapting.ts";
import { clearances, needingClearance } from "./clearances.ts";
import { crewBlocks } from "./crew-day.ts";
import { allocations } from "./crew-time.ts";
import { banners, shootDays } from "./days.ts";
import { exerciseDevices } from "./devices.ts";
import { escorted } from "./escorts.ts";
import { stationEvents } from "./events.ts";
import { flights, seats, shootWindows, windowClaims } from "./flights.ts";
import { handovers } from "./handovers.ts";
import { houseRules } from "./house-rules.ts";
import { kit } from "./kit.ts";
import { groundSites, relayPasses } from "./links.ts";
import { elementSets } from "./orbit.ts";
import { sceneOrders } from "./orders.ts";
import { groundTargets, lookingOut } from "./outside.ts";
import { contacts, people, roles } from "./people.ts";
import { placed } from "./placing.ts";
import { PLAN } from "./plan.ts";
import { published } from "./published.ts";
import { inventoryBlocks, restorations } from "./restorations.ts";
import { asFlown, tenDays } from "./scenarios.ts";
import { scenes } from "./scenes.ts";
import { hatches, lamps, modules, panes } from "./station.ts";
import { attendances, certificates, courses, holdings, trainingSessions } from "./training.ts";

const shared = (): ProductionTables => ({
  ...NO_SHARED_ROWS,
  person: people(),
  contact: contacts(),
  role: roles(),
  certificate: certificates(),
  holding: holdings(),
  course: courses(),
  trainingSession: trainingSessions(),
  attendance: attendances(),
  elementSet: elementSets(),
  houseRule: houseRules(),
});

/** The plan before anything is placed but what the flight itself places. */
export function unplaced(): ScenarioTables {
  const { element, ...written } = scenes();
  const own = {
    ...NO_SCENARIO_ROWS,
    shootWindow: shootWindows(),
    windowClaim: windowClaims(),
    flight: flights(),
    seat: seats(),
    shootDay: shootDays(),
    banner: banners(),
    module: escorted(modules()),
    hatch: hatches(),
    pane: panes(),
    lamp: lamps(),
    stationEvent: stationEvents(),
    kit: kit(),
    exerciseDevice: exerciseDevices(),
    ...written,
    setUp: lookingOut(written.setUp),
    element: needingClearance(element),
    groundSite: groundSites(),
    groundTarget: groundTargets(),
    relayPass: relayPasses(),
    sceneOrder: sceneOrders(),
    clearance: clearances(),
    crewBlock: [...crewBlocks(), ...inventoryBlocks()],
    restoration: restorations(),
    allocation: allocations(),
    handover: handovers(),
  };
  return longEnough(own, shared());
}

/** The real production of October 2021, as far as it is known; what is not known is written for the seed and says so. */
export function theChallenge(): Bundle {
  const own = unplaced();
  const placedMain = { ...own, strip: placed(own.strip, PLAN) };
  const main = { ...placedMain, ...published(placedMain, shared()) };
  return {
    production: production.parse({
      id: "the-challenge",
      slug: "the-challenge",
      title: "The Challenge",
      titleLocal: "Вызов",
      company: "Channel One, Yellow, Black and White, Roscosmos",
      homeZone: "Europe/Moscow",
      homeZoneLabel: "MSK",
      note: NOTE,
    }),
    shared: shared(),
    scenarios: [
      {
        scenario: named(
          "the-challenge-main",
          "Main",
          "Keeps the book: no night work, no personal time, each day's reserve. All must scenes, and what else the crew's hours allow.",
          true,
        ),
        tables: main,
      },
      {
        scenario: named(
          "the-challenge-ten-days",
          "Ten days",
          "What if MS-18 had to leave two days early, on 14 October? The plan of Main, unchanged: what now lies outside is in red.",
        ),
        tables: tenDays(main),
      },
      {
        scenario: named(
          "the-challenge-as-flown",
          "As flown",
          "How it really went, in kind: evenings, a night and a Sunday, in the crew's personal time and by their consent. Which scenes in which hour is illustrative.",
        ),
        tables: asFlown(main),
      },
    ],
  };
}

const named = (id: string, name: string, note: string, isCurrent = false): Scenario =>
  scenario.parse({ id, name, note, revision: 0, isCurrent });

const NOTE = [
  "Flights, crew, station, orbit and crew day are from public sources, named row by row: [S] sourced, [S2] secondary, [C] computed, [I] inferred, [G] working assumption.",
  "No scene list of the film is public: the 52 scenes are an illustrative breakdown written for this plan.",
  "Camera, light and sound kit is generic; only the mass that Progress carried, 13.75 kg, is published.",
  "Main keeps the book; how the crew really worked, at night and in their own time, is the scenario As flown.",
].join(" ");
