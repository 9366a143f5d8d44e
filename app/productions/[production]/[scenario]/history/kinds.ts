import type { EntityName } from "#core/model/entities.ts";

/** The tables by what people call the things in them, in the order of the pages. */
export const KINDS: readonly {
  readonly id: string;
  readonly title: string;
  readonly entities: readonly EntityName[];
}[] = [
  {
    id: "window",
    title: "Window and shoot days",
    entities: ["shootWindow", "windowClaim", "shootDay", "banner"],
  },
  {
    id: "strips",
    title: "Strips and jobs",
    entities: ["strip", "assignment", "publishedStrip", "changeRequest"],
  },
  {
    id: "scenes",
    title: "Scenes and set-ups",
    entities: ["scene", "setUp", "element", "sceneElement", "sceneOrder", "restoration"],
  },
  {
    id: "people",
    title: "People",
    entities: ["person", "role", "contact", "flight", "seat", "crewBlock", "handover"],
  },
  { id: "crew-time", title: "Crew time", entities: ["allocation", "consent"] },
  {
    id: "station",
    title: "Station and kit",
    entities: [
      ...(["module", "hatch", "pane", "lamp", "stationEvent", "kit", "exerciseDevice"] as const),
      ...(["groundSite", "groundTarget", "relayPass"] as const),
    ],
  },
  { id: "orbit", title: "Orbit data", entities: ["elementSet", "ephemeris"] },
  {
    id: "training",
    title: "Training",
    entities: ["certificate", "holding", "course", "trainingSession", "attendance"],
  },
  { id: "rules", title: "Rules", entities: ["houseRule", "ruleSetting", "ownRule", "clearance"] },
  { id: "waivers", title: "Waivers", entities: ["waiver"] },
];
