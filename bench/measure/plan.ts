import { dateOf, plusMinutes } from "#core/base/instant.ts";
import { type EpochSeconds, epochSeconds, minutes, seconds } from "#core/base/quantity.ts";
import { seededRandom } from "#core/base/random.ts";
import type { BlockKind } from "#core/model/block.ts";
import { at, NO_LIGHT, plan, row } from "#core/model/build.ts";
import type { Entity, EntityName } from "#core/model/entities.ts";
import { JOBS } from "#core/model/job.ts";
import type { LightTable } from "#core/model/light-table.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";

/**
 * A plan of any size, as dense as one in work: teams of a director, an operator and two hands shoot four strips a day each in modules
 * of their own, with station crew in front of the camera and behind it; whoever is not called has duty, exercise, meals, conferences
 * and sleep. A tenth of the strips lies where it should not: in a meal, over a neighbour, out of the light, without a certificate.
 * The same size and seed give the same plan.
 */
export interface PlanSize {
  readonly strips: number;
  readonly people: number;
  readonly days: number;
  readonly seed?: number;
}

/** Starts of a team's four slots, minutes from midnight GMT; a slot is 100 min, rig to strike. */
const SLOTS = [480, 590, 845, 955] as const;
const WAKES = 360;
const SLEEPS = 1290;
const TEAM = 4;
/** Orbits of 92.9 min, 57 of them lit [S, facts.md]. */
const ORBIT_S = 5_574;
const LIT_S = 3_420;
const FIRST = at("6T00:00");

export function planOf({ strips, people, days, seed = 1 }: PlanSize): ScenarioSnapshot {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const tables: { [N in EntityName]?: Entity<N>[] } = {};
  const add = <N extends EntityName>(entity: N, id: string, fields: Parameters<typeof row<N>>[2]): string => {
    const rows = (tables[entity] ?? []) as Entity<N>[];
    rows.push(row(entity, id, fields));
    (tables as Record<string, unknown>)[entity] = rows;
    return id;
  };
  const midnight = (day: number): EpochSeconds => plusMinutes(FIRST, minutes(day * 1_440));
  const clock = (day: number, min: number) => plusMinutes(midnight(day), minutes(min));

  const teams = Math.max(1, Math.ceil(strips / (days * SLOTS.length)));
  const film = Math.max(teams * TEAM, Math.round(people * 0.3));
  const ground = Math.round(people * 0.2);
  const aboard = people - ground;
  const crew = Array.from({ length: people }, (_, i) =>
    add("person", `p${i}`, {
      category: i < film ? "film-crew" : i < aboard ? "expedition-crew" : "ground-crew",
      segments: ["RS"],
    }),
  );
  const station = crew.slice(film, aboard);
  add("flight", "up", { hatchAt: midnight(-1) });
  add("flight", "down", { direction: "down", hatchAt: midnight(days + 1) });
  for (const personId of crew.slice(0, aboard))
    for (const flightId of ["up", "down"]) add("seat", `${flightId}-${personId}`, { flightId, personId });
  add("certificate", "camera", { jobs: ["camera", "light"], categories: ["film-crew"] });
  add("certificate", "station", { jobs: ["escort", "spotter"], categories: ["expedition-crew"] });
  for (const [i, personId] of crew.entries())
    if (i % 20 !== 19) add("holding", `h${i}`, { personId, certificateId: i < film ? "camera" : "station" });
  for (const [i, personId] of station.entries())
    add("role", `r${i}`, { number: i + 1, personId, crewPlayed: true });
  for (let i = 0; i < teams; i++) add("role", `lead${i}`, { number: 100 + i, personId: `p${i * TEAM + 2}` });

  const modules = Array.from({ length: teams + 2 }, (_, i) => {
    const id = add("module", `m${i}`, { capacity: 5, clearWidthCm: 200, clearHeightCm: 200, supplyW: 800 });
    if (i > 0) add("hatch", `m${i}`, { fromModuleId: `m${i - 1}`, toModuleId: id });
    add("pane", `w${i}`, { moduleId: id });
    add("lamp", `l${i}`, { moduleId: id, lux: 400 });
    return id;
  });
  for (const personId of station)
    add("clearance", `c-${personId}`, { personId, authority: "agency", state: "cleared" });
  for (let i = 0; i < 10; i++)
    add("kit", `k${i}`, { category: i < 3 ? "camera" : "lighting", massKg: 4, watts: 40, quantity: 2 });
  add("shootWindow", "main", { startsAt: midnight(0), endsAt: midnight(days) });

  const called = new Set<string>();
  for (let day = 0; day < days; day++) {
    add("shootDay", `d${day}`, {
      number: day + 1,
      date: dateOf(midnight(day)),
      wakesAt: clock(day, WAKES),
      sleepsAt: clock(day, SLEEPS),
    });
    if (day % 5 === 2)
      add("stationEvent", `e${day}`, {
        startsAt: clock(day, 17 * 60 + 45),
        durationMin: 60,
        moduleIds: [modules[day % modules.length] as string],
      });
  }

  for (let i = 0; i < strips; i++) {
    const day = Math.floor((i * days) / strips);
    const place = i - Math.ceil((day * strips) / days);
    const [team, slot] = [Math.floor(place / SLOTS.length) % teams, place % SLOTS.length];
    const isOff = random() < 0.1;
    const sceneId = add("scene", `s${i}`, {
      number: String(i + 1),
      order: i,
      moduleId: modules[team] as string,
    });
    const start = clock(day, (SLOTS[slot] as number) + (isOff ? 5 * (below(24) - 12) : 0));
    const rigMin = 60;
    const stripId = add("strip", `t${i}`, {
      sceneId,
      moduleId: modules[team] as string,
      startsAt: i % 40 === 39 ? null : start,
      rigMin,
      shootMin: 95 - rigMin,
      strikeMin: 5,
    });
    const free = station.map((_, n) => n).filter((n) => !called.has(`${station[n]} ${day} ${slot}`));
    const player = free[below(free.length)] ?? -1;
    if (player >= 0) called.add(`${station[player]} ${day} ${slot}`);
    for (let n = 0; n < 2; n++)
      add("setUp", `u${i}-${n}`, {
        sceneId,
        stripId,
        order: n,
        label: "AB"[n] as string,
        tier: i % 3 === 0 ? "must" : "should",
        takes: 2,
        takeMin: (90 - rigMin) >> 2,
        resetMin: 2,
        light: i % 12 === 0 ? "day" : "any",
        paneId: i % 12 === 0 ? `w${team}` : null,
        movingCamera: i % 9 === 0,
        groundLink: i % 30 === 0,
        roleIds: [`lead${team}`, ...(player >= 0 && n === 0 ? [`r${player}`] : [])],
        jobs: ["direct", "camera"],
        kitIds: [`k${i % 3}`, `k${3 + (i % 7)}`],
      });
    const jobs = JOBS.slice(0, 4).entries();
    for (const [n, job] of jobs)
      if (n !== 2)
        add("assignment", `a${i}-${job}`, { stripId, job, personId: crew[team * TEAM + n] as string });
    const watcher = station[free.find((n) => n !== player) ?? -1];
    if (i % 9 === 0 && watcher) {
      add("assignment", `a${i}-spotter`, { stripId, job: "spotter", personId: watcher });
      called.add(`${watcher} ${day} ${slot}`);
    }
  }

  const block = (personId: string, day: number, kind: BlockKind, from: number, durationMin: number) =>
    add("crewBlock", `${personId}-${day}-${from}`, {
      personId,
      kind,
      startsAt: clock(day, from),
      durationMin,
    });
  for (const [i, personId] of crew.slice(0, aboard).entries())
    for (let day = 0; day < days; day++) {
      block(personId, day, "sleep", SLEEPS, 1_440 - SLEEPS + WAKES);
      block(personId, day, "post-sleep", WAKES, 90);
      block(personId, day, "meal", 780, 60);
      block(personId, day, "pre-sleep", 1_170, 120);
      if (i < film) continue;
      block(personId, day, "conference", 450, 25);
      block(personId, day, "conference", 1_145, 25);
      // Exercise in the two first free hours that do not follow the meal.
      const free = [0, 1, 3, 2].filter((slot) => !called.has(`${personId} ${day} ${slot}`));
      for (const [n, slot] of free.entries())
        block(personId, day, n < 2 ? "exercise" : "duty", SLOTS[slot] as number, n < 2 ? 75 : 95);
      add("allocation", `${personId}-${day}`, { personId, date: dateOf(midnight(day)), minutes: 150 });
    }

  const snapshot = plan(tables as Parameters<typeof plan>[0], lightOver(midnight(0), midnight(days)));
  return snapshot;
}

/** Day and night by turns, in one plane. */
function lightOver(start: EpochSeconds, end: EpochSeconds): LightTable {
  const spans: LightTable["spans"][number][] = [];
  const crossings: LightTable["crossings"][number][] = [];
  const noons: LightTable["noons"][number][] = [];
  const passes: LightTable["passes"][number][] = [];
  const margin = seconds(20);
  const at = (s: number) => epochSeconds(Math.min(end, s));
  for (let s: number = start, n = 0; s < end; s += ORBIT_S, n++) {
    const dusk = at(s + LIT_S);
    spans.push({ kind: "day", span: { start: at(s), end: dusk }, source: "bench", margin });
    if (dusk < end)
      spans.push({ kind: "night", span: { start: dusk, end: at(s + ORBIT_S) }, source: "bench", margin });
    const moment = { latDeg: 0, lonDeg: 0, altitudeKm: 420, source: "bench", margin } as Pick<
      LightTable["crossings"][number],
      "latDeg" | "lonDeg" | "altitudeKm" | "source" | "margin"
    >;
    for (const [kind, from] of [["sunrise", s] as const, ["sunset", dusk] as const])
      crossings.push({
        ...moment,
        kind,
        firstContact: epochSeconds(from),
        pointSun: epochSeconds(from + 4),
        lastContact: epochSeconds(from + 8),
      });
    noons.push({ at: epochSeconds(s + LIT_S / 2), betaDeg: 30 as LightTable["noons"][number]["betaDeg"] });
    if (n % 2 === 0)
      passes.push({
        kind: "ground-site",
        by: "site",
        name: "Site",
        span: { start: at(s), end: at(s + 600) },
        maxElevationDeg: null,
        source: "bench",
        margin,
      });
  }
  return { ...NO_LIGHT, window: { start, end }, spans, crossings, noons, passes };
}
