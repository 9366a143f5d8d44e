import { plusMinutes } from "../base/instant.ts";
import { type EpochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { StripId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import type { Scene } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";
import { shootDayAt } from "../rules/duty.ts";
import { neededRigMinutes } from "../rules/rig-time.ts";
import { type Busy, openings, placedAt } from "./openings.ts";

export type RigParams = NonNullable<Parameters<typeof neededRigMinutes>[3]>;

/** A placed strip among others. The rig of ours follows from what stands before it; what was placed before we began keeps its own. */
export interface Standing {
  readonly strip: Strip;
  readonly scene: Scene;
  readonly shootAt: EpochSeconds;
  readonly rigMin: Minutes;
  readonly isOurs: boolean;
  readonly day: ShootDay | null;
  readonly placed: Placed;
}

/** A place for a strip that the sieve lets through. */
export interface Candidate {
  readonly shootAt: EpochSeconds;
  readonly rigMin: Minutes;
  /** Minutes between the placement before it on the same day and its rig; null for the first of a day. */
  readonly idleMin: number | null;
  /** By how much the rigs of others grow or, below 0, shrink. */
  readonly otherRigMin: number;
}

/** One unit's placements, one after another: a unit films in one place at a time. Never changed: `put` gives a new one. */
export interface Sequence {
  readonly standing: readonly Standing[];
  candidates(strip: Strip): readonly Candidate[];
  put(strip: Strip, at: Candidate): Sequence | null;
}

/** What is looked up once for all sequences of a plan. */
export interface Ground {
  readonly facts: Facts;
  readonly rigParams: RigParams | undefined;
  openingsOf(strip: Strip, rigMin: Minutes): ReadonlySet<EpochSeconds>;
}

export function groundOf(facts: Facts, busy: Busy, rigParams: RigParams | undefined): Ground {
  const known = new Map<string, ReadonlySet<EpochSeconds>>();
  return {
    facts,
    rigParams,
    openingsOf(strip, rigMin) {
      const key = `${strip.id}|${rigMin}`;
      const found = known.get(key) ?? new Set(openings(facts, busy, strip, rigMin));
      known.set(key, found);
      return found;
    },
  };
}

/** Rigs of the main unit follow from the rule `rig-time`; the ship and landing units keep the rig that stands on the strip. */
export function rigLengths(ground: Ground, strip: Strip, scene: Scene): readonly Minutes[] {
  if (scene.unit !== "main" || scene.moduleId === null) return [strip.rigMin];
  const here = { scene, moduleId: scene.moduleId };
  const other = { scene: { ...scene, id: "" as Scene["id"] }, moduleId: scene.moduleId };
  const all = [here, other, null].map((before) => neededRigMinutes(before, before, here, ground.rigParams));
  return [...new Set(all)];
}

export const stand = (
  ground: Ground,
  strip: Strip,
  rigMin: Minutes,
  shootAt: EpochSeconds,
  isOurs: boolean,
) => {
  const placed = placedAt(ground.facts, strip, rigMin, shootAt);
  return placed
    ? {
        strip,
        scene: placed.scene,
        shootAt,
        rigMin,
        isOurs,
        day: shootDayAt(ground.facts.days, placed.span.start),
        placed,
      }
    : null;
};

/** What is left of a line when some of it is taken out: rigs set anew, and without what then no longer goes. */
export function resettled(ground: Ground, standing: readonly Standing[]): Sequence {
  const kept: Standing[] = [];
  for (const old of [...standing].sort((a, b) => a.shootAt - b.shootAt)) {
    const rigMin = neededAt(ground, old.scene, old.day, kept, old.strip);
    const here = settle(ground, old, rigMin);
    const before = kept.at(-1);
    if (here && !(before && before.placed.span.end > here.placed.span.start)) kept.push(here);
  }
  return sequenceOf(ground, kept);
}

/** The rig that a strip needs after those before it. */
function neededAt(
  { rigParams }: Ground,
  scene: Scene,
  day: ShootDay | null,
  before: readonly Standing[],
  strip: Strip,
): Minutes {
  if (scene.unit !== "main" || scene.moduleId === null) return strip.rigMin;
  const previous = before.at(-1);
  const sameDay = previous && previous.day === day ? previous.placed : null;
  const inModule = before.findLast((s) => s.scene.moduleId === scene.moduleId)?.placed ?? null;
  return neededRigMinutes(sameDay, inModule, { scene, moduleId: scene.moduleId }, rigParams);
}

/** What stood there, with another rig before the same shoot; null where that does not go. */
function settle(ground: Ground, old: Standing, rigMin: Minutes): Standing | null {
  if (rigMin === old.rigMin) return old;
  if (!old.isOurs) return rigMin < old.rigMin ? old : null;
  if (rigMin > old.rigMin && !ground.openingsOf(old.strip, rigMin).has(old.shootAt)) return null;
  return stand(ground, old.strip, rigMin, old.shootAt, true);
}

export function sequenceOf(ground: Ground, standing: readonly Standing[]): Sequence {
  const { facts } = ground;
  const line = [...standing].sort((a, b) => a.shootAt - b.shootAt);

  const lengthAfterRig = (strip: Strip) => minutes(strip.shootMin + strip.strikeMin);

  /** The line with a strip in it and every rig after it set anew; null where something no longer goes. */
  const withStrip = (put: Standing): readonly Standing[] | null => {
    const i = line.findIndex((s) => s.shootAt > put.shootAt);
    const at = i < 0 ? line.length : i;
    const next: Standing[] = [...line.slice(0, at), put];
    const touched = new Set<StripId>();
    const after = line[at];
    if (after) touched.add(after.strip.id);
    const sameModule = line.slice(at).find((s) => s.scene.moduleId === put.scene.moduleId);
    if (sameModule) touched.add(sameModule.strip.id);
    for (const old of line.slice(at)) {
      if (!touched.has(old.strip.id)) {
        next.push(old);
        continue;
      }
      const rigMin = neededAt(ground, old.scene, old.day, next, old.strip);
      const kept = settle(ground, old, rigMin);
      const before = next.at(-1);
      if (!kept || (before && before.placed.span.end > kept.placed.span.start)) return null;
      next.push(kept);
    }
    return next;
  };
  return {
    standing: line,

    candidates(strip) {
      const scene = facts.scenes.get(strip.sceneId);
      if (!scene) return [];
      const found: Candidate[] = [];
      for (const rigMin of rigLengths(ground, strip, scene)) {
        let at = 0;
        for (const shootAt of ground.openingsOf(strip, rigMin)) {
          while (at < line.length && (line[at] as Standing).shootAt <= shootAt) at++;
          const previous = line[at - 1];
          const next = line[at];
          const start = plusMinutes(shootAt, minutes(-rigMin));
          const end = plusMinutes(shootAt, lengthAfterRig(strip));
          if (previous && previous.placed.span.end > start) continue;
          if (next && next.shootAt < end) continue;
          const day = shootDayAt(facts.days, start);
          if (neededAt(ground, scene, day, line.slice(0, at), strip) !== rigMin) continue;
          const idleMin = previous && previous.day === day ? (start - previous.placed.span.end) / 60 : null;
          const joinsNext = next && next.day === day && next.scene.moduleId === scene.moduleId;
          const otherRigMin = joinsNext
            ? neededAt(ground, next.scene, day, [{ ...next, scene, day } as Standing], next.strip) -
              next.rigMin
            : 0;
          found.push({ shootAt, rigMin, idleMin, otherRigMin });
        }
      }
      return found;
    },

    put(strip, { shootAt, rigMin }) {
      const here = stand(ground, strip, rigMin, shootAt, true);
      const next = here && withStrip(here);
      return next ? sequenceOf(ground, next) : null;
    },
  };
}
