import * as z from "zod";
import { minutes } from "#core/base/quantity.ts";
import { at, row as looseRow, shootDays } from "#core/model/build.ts";
import type { Bundle, ProductionTables, ScenarioTables } from "#core/model/bundle.ts";
import { type EntityName, entities } from "#core/model/entities.ts";
import type { ProductionId, ScenarioId } from "#core/model/ids.ts";

/** For tests: a small production with a row or more in every table. Ids start with `key`, so that two can live side by side. */
export function testingBundle(key: string): Bundle {
  return {
    production: {
      id: `${key}-production` as ProductionId,
      slug: key,
      title: `Film ${key}`,
      titleLocal: "Фильм",
      company: "Studio",
      homeZone: "Europe/Moscow",
      homeZoneLabel: "MSK",
      note: "",
    },
    shared: sharedTables,
    scenarios: [
      {
        scenario: {
          id: `${key}-main` as ScenarioId,
          name: "Main",
          note: "",
          revision: 0,
          isCurrent: true,
        },
        tables: ownTables,
      },
      {
        scenario: {
          id: `${key}-early` as ScenarioId,
          name: "A day early",
          note: "What if",
          revision: 0,
          isCurrent: false,
        },
        tables: ownTables,
      },
    ],
  };
}

/** The builder gives every row a name, number, title …: here only what its table has. */
const row = <N extends EntityName>(...[entity, ...rest]: Parameters<typeof looseRow<N>>) => {
  const loose = looseRow(entity, ...rest) as object;
  const own = Object.entries(loose).filter(([field]) => field in entities[entity].schema.shape);
  const made = Object.fromEntries(own) as ReturnType<typeof looseRow<N>>;
  z.encode(entities[entity].schema as z.ZodType, made); // throws where a field is missing
  return made;
};
const days = (...dates: readonly number[]) =>
  shootDays(...dates).map((day) => row("shootDay", day.id, { ...day }));

const sharedTables: ProductionTables = {
  person: [
    row("person", "dubrov", {
      category: "expedition-crew",
      nameLocal: "Пётр Дубров",
      massKg: 80.5,
      heightCm: 178,
    }),
    row("person", "peresild", { firstFlight: true }),
  ],
  contact: [
    row("contact", "loop", {
      kind: "safety",
      label: "Flight director",
      channel: "S/G 1",
      personId: "dubrov",
      order: 1,
    }),
  ],
  role: [row("role", "zhenya", { personId: "peresild" }), row("role", "nobody", { number: 2 })],
  certificate: [row("certificate", "camera", { jobs: ["camera", "spotter"], moduleIds: ["nauka"] })],
  holding: [row("holding", "h1", { personId: "dubrov", certificateId: "camera" })],
  course: [
    row("course", "c0", {
      hours: 12.5,
      facility: "GCTC",
      certificateId: null,
      prerequisiteIds: [],
      source: "t",
    }),
    row("course", "c1", {
      hours: 2,
      facility: "GCTC",
      certificateId: "camera",
      prerequisiteIds: ["c0"],
      source: "t",
    }),
  ],
  trainingSession: [
    row("trainingSession", "t1", {
      courseId: "c1",
      startsAt: at("1T08:00"),
      durationMin: minutes(120),
      facility: "",
      source: "t",
    }),
  ],
  attendance: [row("attendance", "a1", { trainingSessionId: "t1", personId: "peresild", result: "passed" })],
  elementSet: [
    row("elementSet", "es", {
      label: "TLE",
      line1: "1 25544U",
      line2: "2 25544",
      source: "t",
      usedFrom: at("5T00:00"),
      usedUntil: null,
    }),
  ],
  ephemeris: [
    row("ephemeris", "oem", {
      label: "OEM",
      frame: "J2000",
      createdAt: at("4T12:00"),
      segments: [{ usableFrom: 1_633_000_000, usableUntil: 1_633_000_240, states: [1, 2, 3, 4, 5, 6, 7.5] }],
      source: "t",
      usedFrom: null,
      usedUntil: at("9T00:00"),
    }),
  ],
  houseRule: [row("houseRule", "sleep", { params: { consent: true } })],
};

const ownTables: ScenarioTables = {
  shootWindow: [row("shootWindow", "main")],
  windowClaim: [
    row("windowClaim", "wc", {
      windowId: "main",
      edge: "start",
      at: at("5T15:00"),
      label: "NASA",
      source: "t",
      isUsed: true,
    }),
  ],
  flight: [row("flight", "up")],
  seat: [row("seat", "s1", { flightId: "up", personId: "peresild", linerMovedAt: at("6T10:00") })],
  shootDay: days(8, 9),
  banner: [row("banner", "b1", { dayId: "day-3", text: "Company move", order: 1 })],
  module: [row("module", "nauka", { lengthM: 13.12, noiseDba: 60 }), row("module", "zvezda", { order: 1 })],
  hatch: [row("hatch", "h", { fromModuleId: "nauka", toModuleId: "zvezda" })],
  pane: [row("pane", "p9", { moduleId: "zvezda" })],
  lamp: [row("lamp", "l1", { moduleId: "nauka", lux: 300, kelvin: 5600, source: "t" })],
  stationEvent: [
    row("stationEvent", "dock", {
      kind: "docking",
      startsAt: at("9T12:00"),
      durationMin: minutes(30),
      moduleIds: ["nauka"],
      personIds: ["dubrov"],
    }),
  ],
  kit: [
    row("kit", "k1", {
      category: "camera",
      massKg: 3.25,
      quantity: 2,
      aboardFrom: at("5T15:00"),
      source: "t",
    }),
  ],
  scene: [row("scene", "7", { moduleId: "nauka" }), row("scene", "8", { moduleId: "zvezda", order: 1 })],
  element: [row("element", "e1", { category: "props" })],
  sceneElement: [row("sceneElement", "se1", { sceneId: "7", elementId: "e1" })],
  strip: [
    row("strip", "s7", { sceneId: "7" }),
    row("strip", "s8", { sceneId: "8", startsAt: at("8T10:00"), moduleId: "zvezda" }),
  ],
  setUp: [
    row("setUp", "7A", { sceneId: "7", stripId: "s7", roleIds: ["zhenya"] }),
    row("setUp", "7B", { sceneId: "7", stripId: "s7", label: "B", order: 1, jobs: ["camera", "spotter"] }),
    row("setUp", "8A", { sceneId: "8", stripId: "s8", paneId: "p9", light: "day" }),
  ],
  assignment: [row("assignment", "a1", { stripId: "s7", job: "direct", personId: "dubrov" })],
  crewBlock: [
    row("crewBlock", "cb", {
      personId: "dubrov",
      startsAt: at("8T06:00"),
      durationMin: minutes(45),
      earliestAt: at("8T05:30"),
      moduleId: "zvezda",
    }),
  ],
  allocation: [row("allocation", "al", { personId: "dubrov", date: "2021-10-08", minutes: minutes(150) })],
  consent: [
    row("consent", "co", {
      personId: "dubrov",
      date: "2021-10-09",
      minutes: minutes(60),
      note: "by voice loop",
    }),
  ],
  exerciseDevice: [row("exerciseDevice", "bd-2", { moduleId: "zvezda", noiseDba: 70.5 })],
  groundSite: [row("groundSite", "gs", { latDeg: 55.9, lonDeg: 38 })],
  groundTarget: [row("groundTarget", "volga", { latDeg: 48.7, lonDeg: 44.5 })],
  relayPass: [row("relayPass", "rp", { startsAt: at("8T10:00"), durationMin: minutes(30) })],
  sceneOrder: [row("sceneOrder", "so", { firstSceneId: "7", thenSceneId: "8", maxLagMin: minutes(600) })],
  clearance: [row("clearance", "cl", { personId: "dubrov", state: "asked" })],
  restoration: [
    row("restoration", "re", { sceneId: "7", what: "Panel 305", personId: "dubrov", blockId: "cb" }),
  ],
  handover: [row("handover", "ho", { outgoingPersonId: "dubrov", incomingPersonId: "peresild" })],
  publishedStrip: [
    row("publishedStrip", "s8", { stripId: "s8", startsAt: at("8T10:00"), personIds: ["dubrov"] }),
  ],
  changeRequest: [row("changeRequest", "cr", { stripId: "s8" })],
  ownRule: [row("ownRule", "own-1", { shape: "at-most", params: { n: 2 } })],
  waiver: [row("waiver", "w1", { ruleId: "sleep", stripIds: ["s8"], personIds: ["dubrov"] })],
  ruleSetting: [
    row("ruleSetting", "turnaround", {
      isEnabled: false,
      params: { minRestHours: 8, nested: { list: [1, null, "x"] } },
      reason: "what if",
    }),
  ],
};
