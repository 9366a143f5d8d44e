import * as z from "zod";
import { instant } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { type Entity, type EntityName, emptyTables, entities, type Tables } from "./entities.ts";
import type { ProductionId, ScenarioId } from "./ids.ts";
import type { LightTable } from "./light-table.ts";
import type { ScenarioSnapshot } from "./snapshot.ts";

/**
 * Builders for tests: small plans in which everything not said is quiet and valid. Times are given as `8T14:30`, or
 * `8T14:30:15`: the day of October 2021 and the time, GMT.
 */
export const at = (short: string) => {
  const [day, time] = short.split("T");
  return instant(`2021-10-${String(day).padStart(2, "0")}T${time}${time?.length === 5 ? ":00" : ""}Z`);
};
/** Of tests’ times: `span("8T14:30", "8T16:00")`. */
export const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

const WINDOW = span("5T15:00", "16T20:41");

/** Fields that a row has unless the test says otherwise; ids and references are always said. */
const DEFAULTS: { readonly [N in EntityName]?: Partial<Entity<N>> } = {
  person: {
    nameLocal: "",
    category: "film-crew",
    agency: "production",
    duties: "",
    heightCm: null,
    sittingHeightCm: null,
    massKg: null,
    firstFlight: false,
    isMedicalOfficer: false,
    source: "test",
  },
  role: { number: 1, nameLocal: "", personId: null, crewPlayed: false },
  certificate: { jobs: [], moduleIds: [], categories: ["film-crew"], source: "test" },
  holding: { validFrom: "2021-01-01", validUntil: "2022-12-31" },
  shootWindow: { unit: "main", startsAt: WINDOW.start, endsAt: WINDOW.end, note: "" },
  flight: {
    ship: "Soyuz",
    direction: "up",
    departsAt: at("5T08:55"),
    arrivesAt: at("5T12:22"),
    hatchAt: at("5T15:00"),
    source: "test",
  },
  seat: { position: "left", linerMovedAt: null },
  shootDay: { isClosed: false, note: "" },
  module: {
    segment: "RS",
    lengthM: null,
    diameterM: null,
    pressurisedM3: null,
    capacity: 6,
    noiseDba: null,
    order: 0,
    isUsable: true,
    source: "test",
  },
  pane: { direction: "nadir", source: "test" },
  stationEvent: {
    kind: "other",
    marginBeforeMin: minutes(0),
    marginAfterMin: minutes(0),
    moduleIds: [],
    personIds: [],
    takesPanes: false,
    takesAttitude: false,
    takesQuiet: false,
    source: "test",
  },
  scene: {
    intExt: "INT",
    setName: "STATION",
    moduleId: null,
    unit: "main",
    scriptDayNight: "DAY",
    scriptDay: "1",
    eighths: 8,
    synopsis: "",
    order: 0,
  },
  setUp: {
    stripId: null,
    label: "A",
    description: "",
    tier: "must",
    order: 0,
    takes: 1,
    takeMin: minutes(30),
    resetMin: minutes(0),
    light: "any",
    paneId: null,
    movingCamera: false,
    syncSound: false,
    groundLink: false,
    strenuous: false,
    roleIds: [],
    jobs: [],
    isShot: false,
  },
  strip: {
    part: 1,
    parts: 1,
    startsAt: null,
    moduleId: null,
    rigMin: minutes(0),
    shootMin: minutes(30),
    strikeMin: minutes(0),
    isPinned: false,
    status: "planned",
    note: "",
  },
  crewBlock: { kind: "duty", title: "", earliestAt: null, latestAt: null, moduleId: null, source: "test" },
  allocation: { source: "test" },
  consent: { note: "", source: "test" },
  kit: { category: "camera", massKg: null, quantity: 1, aboardFrom: null, source: "test" },
  lamp: { lux: null, kelvin: null, source: "test" },
  exerciseDevice: { noiseDba: null, source: "test" },
  groundSite: { maskDeg: 7, isUsed: true, source: "test" },
  groundTarget: { radiusKm: 300, source: "test" },
  relayPass: { relay: "Luch", source: "test" },
  element: { category: "props" },
  sceneOrder: { minLagMin: minutes(0), maxLagMin: null, reason: "test", source: "test" },
  clearance: {
    personId: null,
    elementId: null,
    kitId: null,
    moduleId: null,
    authority: "agency",
    state: "cleared",
    note: "",
    source: "test",
  },
  restoration: {
    minutes: minutes(15),
    due: "strike",
    personId: null,
    blockId: null,
    source: "test",
  },
  handover: { fromDate: "2021-10-05", untilDate: "2021-10-16", source: "test" },
  publishedStrip: {
    moduleId: null,
    rigMin: minutes(0),
    shootMin: minutes(30),
    strikeMin: minutes(0),
    personIds: [],
    publishedAt: at("5T00:00"),
  },
  changeRequest: { reference: "CR 1", reason: "test", agreedBy: "test" },
  waiver: {
    stripIds: [],
    personIds: [],
    startsAt: WINDOW.start,
    endsAt: WINDOW.end,
    amount: 60,
    rationale: "test",
    askedBy: "test",
    signedBy: "test",
  },
  ruleSetting: { isEnabled: true, params: {}, reason: "test" },
  houseRule: { isEnabled: true, params: {}, reason: "test" },
  ownRule: { level: "hard", params: {}, isEnabled: true, reason: "test" },
};

/** A row of a test: loose strings for ids, short values for what matters. `name`, `number` and `title` default to the id. */
type Loose<T> = {
  [K in keyof T]?: T[K] extends string
    ? string
    : T[K] extends readonly (infer U extends string)[]
      ? readonly string[] | readonly U[]
      : T[K] extends number
        ? number
        : T[K] extends string | null
          ? string | null
          : T[K] extends number | null
            ? number | null
            : T[K];
};

/** What the entity's own schema says of fields that are left out. */
const schemaDefaults = (entity: EntityName): object =>
  Object.fromEntries(
    Object.entries(entities[entity].schema.shape as Record<string, z.ZodType>).flatMap(([field, schema]) =>
      schema instanceof z.ZodDefault ? [[field, schema.def.defaultValue]] : [],
    ),
  );

/** A row with the defaults of tests and of its schema; its id stands for every name that it has. */
export function row<N extends EntityName>(entity: N, id: string, fields: Loose<Entity<N>> = {}): Entity<N> {
  return {
    id,
    name: id,
    shortName: id,
    title: id,
    number: id,
    text: id,
    ...schemaDefaults(entity),
    ...DEFAULTS[entity],
    ...fields,
  } as unknown as Entity<N>;
}

/** A table that tells nothing: tests add what they need. */
export const NO_LIGHT: LightTable = {
  window: WINDOW,
  spans: [],
  crossings: [],
  unknown: [],
  noons: [],
  passes: [],
  targets: [],
  beta: [],
};

/** Shoot days from 06:00 to 21:30 on the given dates of October 2021; 6 October is day 1. */
export const shootDays = (...dates: readonly number[]): Tables["shootDay"] =>
  dates.map((d) =>
    row("shootDay", `day-${d - 5}`, {
      number: d - 5,
      date: `2021-10-${String(d).padStart(2, "0")}`,
      wakesAt: at(`${d}T06:00`),
      sleepsAt: at(`${d}T21:30`),
    }),
  );

/** A plan of these rows, and a shoot window of the main unit where none is given. */
export function plan(
  tables: { readonly [N in EntityName]?: readonly Entity<N>[] },
  light: LightTable = NO_LIGHT,
): ScenarioSnapshot {
  return {
    production: {
      id: "test" as ProductionId,
      slug: "test",
      title: "Test",
      titleLocal: "",
      company: "",
      homeZone: "Europe/Moscow",
      homeZoneLabel: "MSK",
      note: "",
    },
    scenario: { id: "main" as ScenarioId, name: "Main", note: "", revision: 0, isCurrent: true },
    tables: { ...emptyTables(), shootWindow: [row("shootWindow", "main")], ...tables },
    light,
  };
}
