import fc from "fast-check";
import { dateOf, plusMinutes } from "../base/instant.ts";
import { type Interval, utcDay } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, minutes, seconds } from "../base/quantity.ts";
import { seededRandom } from "../base/random.ts";
import { BLOCK_KINDS } from "../model/block.ts";
import { at, NO_LIGHT, plan, row, shootDays } from "../model/build.ts";
import { JOBS } from "../model/job.ts";
import type { LightTable } from "../model/light-table.ts";
import { FREE_LIQUIDS, HATCH_CABLES, LIGHTS, TIERS } from "../model/scene.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";

/** For tests: small crowded plans of two days in which everything that a rule may read comes up. */

export const PEOPLE = ["ann", "bob", "cleo"];
const MODULES = ["nauka", "zvezda", "zarya", "cupola"];
const SCENES = ["7", "12", "30"];
const DATES = ["2021-10-08", "2021-10-09"];

/** A moment of 8 or 9 October on a grid of 5 min, so that neighbours, overlaps and whole coincidences all come up. */
const aMoment = fc
  .record({ day: fc.constantFrom("8", "9"), step: fc.integer({ min: 0, max: 287 }) })
  .map(({ day, step }) => plusMinutes(at(`${day}T00:00`), minutes(step * 5)));
const aDate = fc.constantFrom(...DATES);
const aPerson = fc.constantFrom(...PEOPLE);
const aModule = fc.constantFrom(...MODULES);
const length = (...of: readonly number[]) => fc.constantFrom(...of).map(minutes);

const aStrip = fc.record({
  sceneId: fc.constantFrom(...SCENES),
  moduleId: fc.option(aModule, { freq: 12 }),
  startsAt: fc.option(aMoment, { freq: 8 }),
  rigMin: length(0, 10, 60),
  shootMin: length(15, 40, 90),
  strikeMin: length(0, 5),
  isPinned: fc.boolean(),
  jobs: fc.uniqueArray(fc.tuple(fc.constantFrom(...JOBS), aPerson), {
    maxLength: 4,
    selector: ([job, person]) => `${job} ${person}`,
  }),
  setUp: fc.record({
    tier: fc.constantFrom(...TIERS),
    movingCamera: fc.boolean(),
    roleIds: fc.subarray(["hero", "doctor"]),
    jobs: fc.subarray(["direct", "camera", "spotter"] as const),
    isShot: fc.boolean(),
    light: fc.constantFrom(...LIGHTS),
    paneId: fc.option(fc.constant("pane")),
    syncSound: fc.boolean(),
    groundLink: fc.boolean(),
    strenuous: fc.boolean(),
    kitIds: fc.subarray(["camera", "lamp"]),
    lux: fc.option(fc.constantFrom(200, 900)),
    clearWidthCm: fc.option(fc.constantFrom(100, 300)),
    blocksPassage: fc.boolean(),
    hatchCable: fc.constantFrom(...HATCH_CABLES),
    fansOff: fc.boolean(),
    freeLiquid: fc.constantFrom(...FREE_LIQUIDS),
    freeLiquidApproval: fc.constantFrom("", "ref"),
    isContained: fc.boolean(),
    targetId: fc.option(fc.constant("target")),
    sun: fc.option(fc.constantFrom(0, 90)),
  }),
});
const aBlock = fc.record({
  personId: aPerson,
  kind: fc.constantFrom(...BLOCK_KINDS, "exercise", "duty"),
  startsAt: aMoment,
  durationMin: length(25, 60, 120),
  moduleId: fc.option(aModule),
  deviceId: fc.option(fc.constant("treadmill"), { freq: 3 }),
});
const anEvent = fc.record({
  startsAt: aMoment,
  durationMin: length(30, 120),
  marginBeforeMin: length(0, 15),
  marginAfterMin: length(0, 15),
  moduleIds: fc.subarray(MODULES),
  personIds: fc.subarray(PEOPLE),
  takesPanes: fc.boolean(),
  takesAttitude: fc.boolean(),
  takesQuiet: fc.boolean(),
});
const perDate = fc.record({ personId: aPerson, date: aDate, minutes: length(60, 120) });
const perDates = fc.uniqueArray(perDate, {
  maxLength: 3,
  selector: ({ personId, date }) => personId + date,
});

const lightOver = (start: EpochSeconds, end: EpochSeconds): LightTable => {
  const margin = seconds(20);
  const spans: LightTable["spans"][number][] = [];
  for (let s: number = start, n = 0; s < end; n++) {
    const next = Math.min(end, s + (n % 2 ? 2_160 : 3_420));
    const kind = n % 2 ? "night" : "day";
    spans.push({ kind, span: { start: epochSeconds(s), end: epochSeconds(next) }, source: "test", margin });
    s = next;
  }
  const dark = { start: end, end: epochSeconds(end + 43_200) };
  return {
    ...NO_LIGHT,
    window: { start, end: dark.end },
    spans,
    crossings: spans.slice(1).map(({ kind, span: { start: s } }) => ({
      kind: kind === "day" ? "sunrise" : "sunset",
      firstContact: s,
      pointSun: epochSeconds(s + 4),
      lastContact: epochSeconds(s + 8),
      latDeg: 0 as LightTable["crossings"][number]["latDeg"],
      lonDeg: 0 as LightTable["crossings"][number]["lonDeg"],
      altitudeKm: 420 as LightTable["crossings"][number]["altitudeKm"],
      source: "test",
      margin,
    })),
    unknown: [{ span: dark, reason: "The orbit data end here." }],
    noons: spans.flatMap(({ kind, span: { start: s } }) =>
      kind === "day"
        ? [{ at: epochSeconds(s + 1_710), betaDeg: 30 as LightTable["noons"][number]["betaDeg"] }]
        : [],
    ),
    passes: spans
      .filter((_, i) => i % 4 === 0)
      .map(({ span: { start: s } }) => ({
        kind: "ground-site",
        by: "site",
        name: "Site",
        span: { start: s, end: epochSeconds(s + 600) },
        maxElevationDeg: null,
        source: "test",
        margin,
      })),
  };
};
/** The second half of 9 October is unknown. */
const LIGHT = lightOver(at("8T00:00"), at("9T12:00"));

/** Three people, one of the Expedition crew; three modules in a row and a Cupola that nothing leads to, and crowded. */
export const aPlan: fc.Arbitrary<ScenarioSnapshot> = fc
  .record({
    strips: fc.array(aStrip, { minLength: 1, maxLength: 7 }),
    blocks: fc.array(aBlock, { maxLength: 12 }),
    events: fc.array(anEvent, { maxLength: 2 }),
    allocations: perDates,
    consents: perDates,
    isClosed: fc.boolean(),
    published: fc.subarray([0, 1, 2]),
  })
  .map(({ strips, blocks, events, allocations, consents, isClosed, published }) => {
    const rows = strips.map(({ jobs: _, setUp: __, ...strip }, i) => row("strip", `s${i}`, strip));
    return plan(
      {
        shootDay: shootDays(8, 9).map((day, i) => (i === 1 ? { ...day, isClosed } : day)),
        person: PEOPLE.map((id) =>
          row("person", id, {
            category: id === "cleo" ? "expedition-crew" : "film-crew",
            segments: id === "cleo" ? ["RS"] : [],
            firstFlight: id === "ann",
          }),
        ),
        role: [
          row("role", "hero", { personId: "ann" }),
          row("role", "doctor", { number: 2, personId: "cleo", crewPlayed: true }),
        ],
        certificate: [
          row("certificate", "flying", { jobs: ["camera"] }),
          row("certificate", "zarya", { moduleIds: ["zarya"], categories: ["film-crew", "expedition-crew"] }),
        ],
        holding: [
          row("holding", "h1", { personId: "bob", certificateId: "flying" }),
          row("holding", "h2", {
            personId: "ann",
            certificateId: "zarya",
            validFrom: "2021-10-09",
            validUntil: "2021-12-31",
          }),
        ],
        flight: [
          row("flight", "up", { moduleId: "zarya" }),
          row("flight", "down", { direction: "down", hatchAt: at("16T20:41") }),
        ],
        seat: PEOPLE.flatMap((personId) => [
          row("seat", `up-${personId}`, { flightId: "up", personId }),
          row("seat", `down-${personId}`, { flightId: "down", personId }),
        ]),
        module: MODULES.map((id, i) =>
          row("module", id, {
            capacity: 1,
            order: i,
            clearWidthCm: 200,
            supplyW: 100,
            noiseDba: 60,
            needsEscort: id === "zarya",
            facilities: id === "zvezda" ? ["toilet", "galley", "exercise"] : [],
          }),
        ),
        hatch: [
          row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
          row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
        ],
        pane: [row("pane", "pane", { moduleId: "nauka" })],
        lamp: [row("lamp", "lamp", { moduleId: "nauka", lux: 300, kelvin: 4_000 })],
        kit: [
          row("kit", "camera", {
            massKg: 4,
            batteryDrawW: 30,
            batteryWh: 90,
            recordGbPerMin: 6,
            cardGb: 256,
            upFlightId: "up",
          }),
          row("kit", "lamp", {
            category: "lighting",
            watts: 60,
            lux: 400,
            isBuiltIn: true,
            aboardFrom: at("8T12:00"),
          }),
        ],
        exerciseDevice: [row("exerciseDevice", "treadmill", { moduleId: "zvezda", noiseDba: 75 })],
        groundTarget: [row("groundTarget", "target", { latDeg: 50, lonDeg: 30 })],
        stationEvent: events.map((event, i) => row("stationEvent", `e${i}`, event)),
        scene: SCENES.map((id, i) => row("scene", id, { order: i, moduleId: "nauka" })),
        element: [row("element", "logo", { needsClearance: true })],
        sceneElement: [row("sceneElement", "se", { sceneId: "7", elementId: "logo" })],
        sceneOrder: [
          row("sceneOrder", "so", { firstSceneId: "7", thenSceneId: "12", minLagMin: minutes(60) }),
        ],
        strip: rows,
        setUp: strips.map(({ sceneId, shootMin, setUp: { sun, ...setUp } }, i) =>
          row("setUp", `u${i}`, {
            ...setUp,
            sunFromDeg: sun,
            sunToDeg: sun === null ? null : sun + 90,
            sceneId,
            stripId: `s${i}`,
            order: i,
            takeMin: shootMin,
          }),
        ),
        assignment: strips.flatMap(({ jobs }, i) =>
          jobs.map(([job, personId], j) =>
            row("assignment", `a${i}-${j}`, { stripId: `s${i}`, job, personId }),
          ),
        ),
        crewBlock: blocks.map((block, i) => row("crewBlock", `b${i}`, block)),
        handover: [row("handover", "ho", { outgoingPersonId: "cleo", incomingPersonId: "bob" })],
        restoration: [row("restoration", "r", { sceneId: "12", what: "Panels", personId: "cleo" })],
        publishedStrip: rows
          .filter((_, i) => published.includes(i))
          .map(({ id, moduleId, rigMin, shootMin, strikeMin }) =>
            row("publishedStrip", id, {
              stripId: id,
              startsAt: at("8T12:00"),
              moduleId,
              rigMin,
              shootMin,
              strikeMin,
              personIds: ["cleo"],
            }),
          ),
        allocation: allocations.map((allocation, i) => row("allocation", `g${i}`, allocation)),
        consent: consents.map((consent, i) => row("consent", `c${i}`, consent)),
      },
      LIGHT,
    );
  });

const A_DAY = 1_440;
const later = (moment: EpochSeconds, days: number) => plusMinutes(moment, minutes(days * A_DAY));
const spanLater = ({ start, end }: Interval, days: number) => ({
  start: later(start, days),
  end: later(end, days),
});
/** Fields that hold a moment or a date, by their names. */
const IN_TIME = /At$|From$|Until$|^date$|Date$/;

/** Everything that stands in time, whole days later. */
export function shifted({ tables, light, ...rest }: ScenarioSnapshot, days: number): ScenarioSnapshot {
  const move = (name: string, value: unknown) => {
    if (!IN_TIME.test(name)) return value;
    if (typeof value === "number") return later(epochSeconds(value), days);
    if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value))
      return dateOf(later(utcDay(value).start, days));
    return value;
  };
  const moved = Object.entries(tables).map(([name, rows]) => [
    name,
    (rows as readonly object[]).map((each) =>
      Object.fromEntries(Object.entries(each).map(([field, value]) => [field, move(field, value)])),
    ),
  ]);
  return {
    ...rest,
    tables: Object.fromEntries(moved) as ScenarioSnapshot["tables"],
    light: {
      ...light,
      window: spanLater(light.window, days),
      spans: light.spans.map((s) => ({ ...s, span: spanLater(s.span, days) })),
      crossings: light.crossings.map((c) => ({
        ...c,
        firstContact: later(c.firstContact, days),
        pointSun: later(c.pointSun, days),
        lastContact: later(c.lastContact, days),
      })),
      unknown: light.unknown.map((u) => ({ ...u, span: spanLater(u.span, days) })),
      noons: light.noons.map((n) => ({ ...n, at: later(n.at, days) })),
      passes: light.passes.map((p) => ({ ...p, span: spanLater(p.span, days) })),
      targets: light.targets.map((t) => ({
        ...t,
        span: spanLater(t.span, days),
        closestAt: later(t.closestAt, days),
      })),
      beta: light.beta.map((b) => ({ ...b, date: dateOf(later(utcDay(b.date).start, days)) })),
    },
  };
}

/** The plan over five days: its strips and blocks some days later, each for itself. */
export const aLongPlan = fc.tuple(aPlan, fc.integer()).map(([snapshot, seed]): ScenarioSnapshot => {
  const random = seededRandom(seed);
  const later = <T extends { readonly startsAt: EpochSeconds | null }>(row: T): T => {
    const days = Math.floor(random() * 4);
    return row.startsAt === null
      ? row
      : { ...row, startsAt: plusMinutes(row.startsAt, minutes(days * 1_440)) };
  };
  const { tables } = snapshot;
  return {
    ...snapshot,
    tables: {
      ...tables,
      strip: tables.strip.map(later),
      crewBlock: tables.crewBlock.map(later),
      shootDay: [...tables.shootDay, ...shootDays(10, 11, 12)],
    },
  };
});
