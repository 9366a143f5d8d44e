import { plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { difference, intersection, type Profile, profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { Entity } from "../model/entities.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId, PersonId } from "../model/ids.ts";
import { type Placed, place } from "../model/placed.ts";
import type { Scene } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";

/** Placements begin on this grid. */
export const GRID_MIN = 5;
const GRID_S = GRID_MIN * 60;

const ZERO = epochSeconds(0);

/** The strip as it would stand with a rig of this length, its shoot beginning at `shootAt`. */
export function placedAt(facts: Facts, strip: Strip, rigMin: Minutes, shootAt: EpochSeconds): Placed | null {
  const scene = facts.scenes.get(strip.sceneId);
  if (!scene) return null;
  const startsAt = plusMinutes(shootAt, minutes(-rigMin));
  const moved: Strip = { ...strip, rigMin, startsAt, moduleId: scene.moduleId };
  return place(
    moved,
    scene,
    facts.setUpsOfStrip.get(strip.id) ?? [],
    facts.assignmentsOfStrip.get(strip.id) ?? [],
    facts.roles,
  );
}

type StationEvent = Entity<"stationEvent">;
const blockSpans = (blocks: readonly { startsAt: EpochSeconds; durationMin: Minutes }[]): Interval[] =>
  blocks
    .filter((b) => b.durationMin > 0)
    .map((b) => ({ start: b.startsAt, end: plusMinutes(b.startsAt, b.durationMin) }));
const eventSpan = (e: StationEvent): Interval => ({
  start: plusMinutes(e.startsAt, minutes(-e.marginBeforeMin)),
  end: plusMinutes(e.startsAt, minutes(e.durationMin + e.marginAfterMin)),
});

/** When people and modules cannot work, looked up once. A quick sieve: the rules have the last word. */
export interface Busy {
  person(id: PersonId): Profile;
  /** A station event, a private medical conference, a running exercise device. */
  module(id: ModuleId): Profile;
  /** When a unit may shoot: inside its windows, on open days. */
  open(unit: Scene["unit"]): Profile;
}

/** Of a plan as it is. A person or a module is looked up when first asked for. */
export function busyOf(facts: Facts): Busy {
  const people = new Map<PersonId, Profile>();
  const modules = new Map<ModuleId, Profile>();
  const person = (id: PersonId): Profile => {
    const blocks = blockSpans(facts.blocksOf.get(id) ?? []);
    const events = facts.events.filter((e) => e.personIds.includes(id)).map(eventSpan);
    return profile([...blocks, ...events]);
  };
  const module = (id: ModuleId): Profile => {
    const events = facts.events.filter((e) => e.moduleIds.includes(id)).map(eventSpan);
    const closing = [...facts.blocksOf.values()]
      .flat()
      .filter((b) => b.moduleId === id && (b.kind === "medical" || b.kind === "exercise"));
    return profile([...events, ...blockSpans(closing)]);
  };
  return {
    person: (id) => memo(people, id, person),
    module: (id) => memo(modules, id, module),
    open: (unit) => {
      const windows = facts.windows.filter((w) => w.unit === unit);
      const spans = profile(windows.map((w) => ({ start: w.startsAt, end: w.endsAt })));
      if (unit !== "main") return spans;
      const awake = (days: Facts["days"]) =>
        profile(days.map((d) => ({ start: d.wakesAt, end: d.sleepsAt })));
      const isClosed = (d: Facts["days"][number]) => d.isClosed;
      return difference(intersection(spans, awake(facts.days)), awake(facts.days.filter(isClosed)));
    },
  };
}

function memo<K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}

/**
 * Every moment on the grid at which the shoot of a strip may begin with a rig of this length: its people free and aboard, its
 * module not taken, all of it inside the window.
 */
export function openings(facts: Facts, busy: Busy, strip: Strip, rigMin: Minutes): readonly EpochSeconds[] {
  const atZero = placedAt(facts, strip, rigMin, ZERO);
  if (!atZero) return [];
  const { scene } = atZero;
  const open = busy.open(scene.unit);
  const first = open[0]?.start;
  const last = open.at(-1)?.end;
  if (first === undefined || last === undefined) return [];
  const range: Interval = { start: first, end: last };
  // A busy stretch u–v forbids what lies a–b from the shoot's start to begin after u − b and before v − a.
  const forbidden = (taken: Profile, part: Interval): Interval[] =>
    taken.map((t) => ({
      start: epochSeconds(t.start - part.end + 1),
      end: epochSeconds(t.end - part.start),
    }));
  const closed = difference([{ start: epochSeconds(first - 2e6), end: epochSeconds(last + 2e6) }], open);
  const away = (id: PersonId): Profile =>
    scene.unit === "main" ? difference([{ ...range }], facts.aboard.get(id) ?? []) : [];
  const no = profile([
    ...forbidden(closed, atZero.span),
    ...(scene.moduleId ? forbidden(busy.module(scene.moduleId), atZero.span) : []),
    ...atZero.calls.flatMap(({ personId, span }) => [
      ...forbidden(busy.person(personId), span),
      ...forbidden(away(personId), span),
    ]),
  ]);
  return within(difference([range], no), range).flatMap(gridIn);
}

/** Grid moments in a stretch. */
function gridIn({ start, end }: Interval): EpochSeconds[] {
  const moments: EpochSeconds[] = [];
  for (let at = Math.ceil(start / GRID_S) * GRID_S; at < end; at += GRID_S) moments.push(epochSeconds(at));
  return moments;
}
