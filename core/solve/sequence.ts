import { plusMinutes } from "../base/instant.ts";
import { type EpochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import type { Scene } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";
import { shootDayAt } from "../rules/duty.ts";
import { type Busy, openings } from "./openings.ts";
import type { Lengths } from "./plan/lengths.ts";

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
  readonly lengths: Lengths;
  /** When a shoot of this length may begin. */
  openingsOf(strip: Strip, rigMin: Minutes, shootMin: Minutes): ReadonlySet<EpochSeconds>;
}

/** Openings that were asked for are kept, by strip and lengths. */
export function groundOf(facts: Facts, busy: Busy, lengths: Lengths): Ground {
  const known = new Map<string, ReadonlySet<EpochSeconds>>();
  return {
    facts,
    lengths,
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

/** The lengths that the shoot of a strip may have: its own, and those of the days on which its people adapt. */
const shootLengths = ({ facts, lengths }: Ground, strip: Strip): readonly Minutes[] => [
  ...new Set([...facts.days.map((day) => lengths.shoot(strip, day.wakesAt)), strip.shootMin]),
];

/** What stood before a strip in its unit's line, as the rule `rig-time` asks for it: on the same shoot day, and in its module. */
export function beforeIn(line: readonly Standing[], moduleId: Placed["moduleId"], day: ShootDay | null) {
  const previous = line.at(-1);
  return {
    onDay: previous && previous.day === day ? previous.placed : null,
    inModule: line.findLast((s) => s.placed.moduleId === moduleId)?.placed ?? null,
  };
}

/** The rig that a strip needs after those before it in its unit. */
function neededAfter(
  { lengths }: Ground,
  line: readonly Standing[],
  strip: Strip,
  here: Where,
  day: ShootDay | null,
): Minutes {
  const { onDay, inModule } = beforeIn(line, here.moduleId, day);
  return lengths.rigAfter(strip, here, onDay, inModule);
}

/** What stands in the plan before we begin, as it is. */
export const standingBefore = ({ facts }: Pick<Ground, "facts">): readonly Standing[] =>
  [...facts.placed.values()].map((placed) => standingOf(facts, placed));

/** A placed strip as a sequence holds it. */
export const standingOf = ({ days }: Pick<Facts, "days">, placed: Placed): Standing => ({
  strip: placed.strip,
  shootAt: placed.shoot?.start ?? placed.span.end,
  rigMin: placed.strip.rigMin,
  day: shootDayAt(days, placed.span.start),
  placed,
});

/** The sequence of these placements; order does not matter. */
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
      for (const rigMin of new Set(ground.lengths.rigs(strip, scene)))
        for (const shootMin of shootLengths(ground, strip)) {
          let at = 0;
          for (const shootAt of ground.openingsOf(strip, rigMin, shootMin)) {
            if (ground.lengths.shoot(strip, shootAt) !== shootMin) continue;
            while (at < line.length && (line[at] as Standing).shootAt <= shootAt) at++;
            const previous = line[at - 1];
            const next = line[at];
            const start = plusMinutes(shootAt, minutes(-rigMin));
            const end = plusMinutes(shootAt, minutes(shootMin + strip.strikeMin));
            if ((previous && previous.placed.span.end > start) || (next && next.shootAt < end)) continue;
            const day = shootDayAt(facts.days, start);
            if (neededAfter(ground, line.slice(0, at), strip, here, day) !== rigMin) continue;
            const idleMin = previous && previous.day === day ? (start - previous.placed.span.end) / 60 : null;
            const joined = next && next.day === day && next.placed.moduleId === here.moduleId;
            const otherRigMin = joined
              ? ground.lengths.rigAfter(next.strip, next.placed, here, here) - next.rigMin
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
      const rigMin = neededAfter(ground, line, strip, here, shootDayAt(facts.days, startsAt));
      const shootAt = plusMinutes(startsAt, rigMin);
      return { shootAt, rigMin, shootMin: ground.lengths.shoot(strip, shootAt) };
    },
  };
}
