import { plusMinutes } from "../base/instant.ts";
import { type EpochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import type { Scene } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";
import type { Checked } from "../rules/check.ts";
import { shootDayAt } from "../rules/duty.ts";
import { settingsOf } from "../rules/in-force.ts";
import { neededRigMinutes, rigTime } from "../rules/rig-time.ts";
import { type Busy, openings } from "./openings.ts";

export type RigParams = NonNullable<Parameters<typeof neededRigMinutes>[3]>;

/** A placed strip among others. */
export interface Standing {
  readonly strip: Strip;
  readonly shootAt: EpochSeconds;
  readonly rigMin: Minutes;
  readonly day: ShootDay | null;
  readonly placed: Placed;
}

/** A place for a strip with its people free, its module open and its unit not elsewhere. */
export interface Candidate {
  readonly shootAt: EpochSeconds;
  readonly rigMin: Minutes;
  /** Longer than the strip's own where its people still adapt. */
  readonly shootMin: Minutes;
  readonly day: ShootDay | null;
  /** Minutes between the placement before it on the same day and its rig; null for the first of a day. */
  readonly idleMin: number | null;
  /** By how much the rigs of others grow or, below 0, shrink. */
  readonly otherRigMin: number;
}

/** Placements of each unit one after another, for a unit films in one place at a time. */
export interface Sequence {
  readonly standing: readonly Standing[];
  candidates(strip: Strip): readonly Candidate[];
  /** The strip begun at a moment, with the rig it needs after what stands before, whether there is room or not; null where it has no scene. */
  begunAt(strip: Strip, startsAt: EpochSeconds): Pick<Candidate, "shootAt" | "rigMin" | "shootMin"> | null;
}

/** What is looked up once for all sequences of a plan. */
export interface Ground {
  readonly facts: Facts;
  readonly rigParams: RigParams | undefined;
  /** How long the shoot of a strip lasts that begins then. */
  shootMinAt(strip: Strip, shootAt: EpochSeconds): Minutes;
  /** When a shoot of this length may begin. */
  openingsOf(strip: Strip, rigMin: Minutes, shootMin: Minutes): ReadonlySet<EpochSeconds>;
}

export function groundOf(
  facts: Facts,
  busy: Busy,
  rigParams: RigParams | undefined,
  shootMinAt: Ground["shootMinAt"],
): Ground {
  const known = new Map<string, ReadonlySet<EpochSeconds>>();
  return {
    facts,
    rigParams,
    shootMinAt,
    openingsOf(strip, rigMin, shootMin) {
      const key = `${strip.id}|${rigMin}|${shootMin}`;
      const found = known.get(key) ?? new Set(openings(facts, busy, { ...strip, shootMin }, rigMin));
      known.set(key, found);
      return found;
    },
  };
}

/** What the rule `rig-time` looks at. */
type Where = Pick<Placed, "scene" | "moduleId">;

/** Rigs of the main unit follow from the rule `rig-time`; the ship and landing units keep the rig that stands on the strip. */
const followsRule = ({ scene, moduleId }: Where) => scene.unit === "main" && moduleId !== null;

/** The lengths that the rig of a strip may have. */
export function rigLengths(ground: Ground, strip: Strip, scene: Scene): readonly Minutes[] {
  const here = { scene, moduleId: scene.moduleId };
  if (!followsRule(here)) return [strip.rigMin];
  const other = { ...here, scene: { ...scene, id: "" as Scene["id"] } };
  const all = [here, other, null].map((before) => neededRigMinutes(before, before, here, ground.rigParams));
  return [...new Set(all)];
}

/** The lengths that the shoot of a strip may have: its own, and those of the days on which its people adapt. */
export const shootLengths = (ground: Ground, strip: Strip): readonly Minutes[] =>
  [...new Set(ground.facts.days.map((day) => ground.shootMinAt(strip, day.wakesAt))), strip.shootMin].filter(
    (length, i, all) => all.indexOf(length) === i,
  );

/** The rig that a strip needs after those before it in its unit. */
function neededAfter(
  rigParams: RigParams | undefined,
  before: readonly Standing[],
  strip: Strip,
  here: Where,
  day: ShootDay | null,
): Minutes {
  if (!followsRule(here)) return strip.rigMin;
  const previous = before.at(-1);
  const sameDay = previous && previous.day === day ? previous.placed : null;
  const inModule = before.findLast((s) => s.placed.moduleId === here.moduleId)?.placed ?? null;
  return neededRigMinutes(sameDay, inModule, here, rigParams);
}

/** What stands in the plan before we begin, as it is. */
export const standingBefore = ({ facts }: Pick<Ground, "facts">): readonly Standing[] =>
  [...facts.placed.values()].map((placed) => ({
    strip: placed.strip,
    shootAt: placed.shoot?.start ?? placed.span.end,
    rigMin: placed.strip.rigMin,
    day: shootDayAt(facts.days, placed.span.start),
    placed,
  }));

/** The rig that a strip needs that begins then in a module, after what stands before it; with what places are judged by. */
export function rigAt(
  { snapshot, facts }: Pick<Checked, "snapshot" | "facts">,
  strip: Strip,
  { startsAt, moduleId }: { readonly startsAt: EpochSeconds; readonly moduleId: Strip["moduleId"] },
): Minutes {
  const scene = facts.scenes.get(strip.sceneId);
  if (!scene) return strip.rigMin;
  const before = standingBefore({ facts })
    .filter((s) => s.strip.id !== strip.id && s.placed.scene.unit === scene.unit)
    .filter((s) => s.placed.span.start < startsAt)
    .sort((a, b) => a.shootAt - b.shootAt);
  const day = shootDayAt(facts.days, startsAt);
  return neededAfter(rigParamsOf(snapshot), before, strip, { scene, moduleId }, day);
}

export const rigParamsOf = ({ tables }: Checked["snapshot"]): RigParams =>
  rigTime.params.parse(settingsOf(rigTime, tables).params) as RigParams;

export function sequenceOf(ground: Ground, some: readonly Standing[]): Sequence {
  const { facts } = ground;
  const all = [...some].sort((a, b) => a.shootAt - b.shootAt);
  const ofUnit = (scene: Scene) => all.filter((s) => s.placed.scene.unit === scene.unit);

  return {
    standing: all,

    candidates(strip) {
      const scene = facts.scenes.get(strip.sceneId);
      if (!scene) return [];
      const here = { scene, moduleId: scene.moduleId };
      const line = ofUnit(scene);
      const found: Candidate[] = [];
      for (const rigMin of rigLengths(ground, strip, scene))
        for (const shootMin of shootLengths(ground, strip)) {
          let at = 0;
          for (const shootAt of ground.openingsOf(strip, rigMin, shootMin)) {
            if (ground.shootMinAt(strip, shootAt) !== shootMin) continue;
            while (at < line.length && (line[at] as Standing).shootAt <= shootAt) at++;
            const previous = line[at - 1];
            const next = line[at];
            const start = plusMinutes(shootAt, minutes(-rigMin));
            const end = plusMinutes(shootAt, minutes(shootMin + strip.strikeMin));
            if ((previous && previous.placed.span.end > start) || (next && next.shootAt < end)) continue;
            const day = shootDayAt(facts.days, start);
            if (neededAfter(ground.rigParams, line.slice(0, at), strip, here, day) !== rigMin) continue;
            const idleMin = previous && previous.day === day ? (start - previous.placed.span.end) / 60 : null;
            const joined =
              next && next.day === day && next.placed.moduleId === here.moduleId && followsRule(here);
            const otherRigMin = joined
              ? neededRigMinutes(here, here, next.placed, ground.rigParams) - next.rigMin
              : 0;
            found.push({ shootAt, rigMin, shootMin, day, idleMin, otherRigMin });
          }
        }
      return found;
    },

    begunAt(strip, startsAt) {
      const scene = facts.scenes.get(strip.sceneId);
      if (!scene) return null;
      const line = ofUnit(scene).filter((s) => s.placed.span.start < startsAt);
      const here = { scene, moduleId: scene.moduleId };
      const rigMin = neededAfter(ground.rigParams, line, strip, here, shootDayAt(facts.days, startsAt));
      const shootAt = plusMinutes(startsAt, rigMin);
      return { shootAt, rigMin, shootMin: ground.shootMinAt(strip, shootAt) };
    },
  };
}
