import { list } from "../base/format.ts";
import { plusMinutes } from "../base/instant.ts";
import { onceOf } from "../base/once.ts";
import type { EpochSeconds, Minutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId, StripId } from "../model/ids.ts";
import { place } from "../model/placed.ts";
import type { Strip } from "../model/strip.ts";
import type { Checked } from "../rules/check.ts";
import { shootDayAt } from "../rules/duty.ts";
import { rigReason } from "../rules/rig-time.ts";
import { type Lengths, lengthsOf } from "./plan/lengths.ts";
import { beforeIn, type Standing, standingBefore, standingOf } from "./sequence.ts";

/** Where a strip is put down. */
export interface Spot {
  readonly startsAt: EpochSeconds;
  readonly moduleId: ModuleId | null;
}
/** A spot with the lengths that a strip has there. */
export interface Put extends Spot {
  readonly stripId: StripId;
  readonly rigMin: Minutes;
  readonly shootMin: Minutes;
}
export interface HandLengths {
  readonly rigMin: Minutes;
  readonly shootMin: Minutes;
  /** What the rig is for; null for a strip without a scene. */
  readonly reason: ReturnType<typeof rigReason> | null;
}

/** A hand that has taken some strips up and puts them down one after another, each beside what stands and what it has put before. */
export interface Hand {
  readonly facts: Facts;
  /** The rig that a spot asks for after what stands before it, and the shoot that its people need then: the lengths that a search plans with. */
  lengthsAt(strip: Strip, spot: Spot): HandLengths;
  /** With the lengths that are given, and those of the spot where none are. */
  put(strip: Strip, spot: Spot, given?: Partial<Pick<HandLengths, "rigMin" | "shootMin">>): Put;
}

type Planned = Pick<Checked, "snapshot" | "facts">;

const lengthsIn = ({ snapshot, facts }: Planned): Lengths =>
  onceOf([snapshot, facts], "lengths by hand", () => lengthsOf(snapshot, facts));
const standingIn = ({ facts }: Planned): readonly Standing[] =>
  onceOf([facts.placed], "standing, by start", () => [...standingBefore({ facts })].sort(byStart));
const byStart = (a: Standing, b: Standing) => a.placed.span.start - b.placed.span.start;

/** A hand over a judged plan; `held`: the strips that it has taken up, which stand nowhere. */
export function handOf(checked: Planned, held: readonly StripId[]): Hand {
  const { facts } = checked;
  const lengths = lengthsIn(checked);
  const line = standingIn(checked).filter(({ strip }) => !held.includes(strip.id));
  const rigOf = (strip: Strip, spot: Spot): Pick<HandLengths, "rigMin" | "reason"> => {
    const scene = facts.scenes.get(strip.sceneId);
    if (!scene) return { rigMin: strip.rigMin, reason: null };
    const { startsAt, moduleId } = spot;
    const before = line.filter(({ placed: p }) => p.scene.unit === scene.unit && p.span.start < startsAt);
    const { onDay, inModule } = beforeIn(before, moduleId, shootDayAt(facts.days, startsAt));
    const here = { scene, moduleId };
    return {
      rigMin: lengths.rigAfter(strip, here, onDay, inModule),
      reason: rigReason(onDay, inModule, here),
    };
  };
  const lengthsAt: Hand["lengthsAt"] = (strip, spot) => {
    const rig = rigOf(strip, spot);
    return { ...rig, shootMin: lengths.shoot(strip, plusMinutes(spot.startsAt, rig.rigMin)) };
  };
  return {
    facts,
    lengthsAt,
    put(strip, { startsAt, moduleId }, given = {}) {
      const rigMin = given.rigMin ?? rigOf(strip, { startsAt, moduleId }).rigMin;
      const shootMin = given.shootMin ?? lengths.shoot(strip, plusMinutes(startsAt, rigMin));
      const scene = facts.scenes.get(strip.sceneId);
      const placed =
        scene && place({ ...strip, startsAt, moduleId, rigMin, shootMin }, scene, [], [], facts.roles);
      if (placed) {
        line.push(standingOf(facts, placed));
        line.sort(byStart);
      }
      return { stripId: strip.id, startsAt, moduleId, rigMin, shootMin };
    },
  };
}

/** What a strip is longer or shorter by where it is put, and why: `rig 0 → 60 min: new module`. */
export interface LengthChange {
  readonly stripId: StripId;
  readonly phase: "rig" | "shoot";
  readonly from: Minutes;
  readonly to: Minutes;
  /** Empty where no rule says so: somebody chose it. */
  readonly why: string;
}

/** Of strips in the order in which they are put down. */
export function lengthChanges(checked: Planned, puts: readonly Put[]): readonly LengthChange[] {
  const { facts } = checked;
  const lengths = lengthsIn(checked);
  const hand = handOf(
    checked,
    puts.map(({ stripId }) => stripId),
  );
  return puts.flatMap((put): readonly LengthChange[] => {
    const strip = facts.strips.get(put.stripId);
    if (!strip) return [];
    const ruled = hand.lengthsAt(strip, put);
    hand.put(strip, put, put);
    const changes: LengthChange[] = [];
    if (put.rigMin !== strip.rigMin) {
      const why = put.rigMin === ruled.rigMin ? (ruled.reason ?? "") : "";
      changes.push({ stripId: strip.id, phase: "rig", from: strip.rigMin, to: put.rigMin, why });
    }
    if (put.shootMin !== strip.shootMin) {
      const adapting = lengths.adapting(strip, plusMinutes(put.startsAt, put.rigMin));
      const why = adapting
        ? `day ${adapting.day} of adaptation, ${list(adapting.people.map((p) => p.shortName))}`
        : "nobody adapts then";
      changes.push({ stripId: strip.id, phase: "shoot", from: strip.shootMin, to: put.shootMin, why });
    }
    return changes;
  });
}

/** Shoots that are longer where they stand only for who adapts there, as long as they are with nobody: for the way to the boneyard. */
export const lengthsAtRest = (
  checked: Planned,
  ids: readonly StripId[],
): readonly { readonly stripId: StripId; readonly shootMin: Minutes }[] =>
  ids.flatMap((stripId) => {
    const strip = checked.facts.strips.get(stripId);
    const shootMin = strip && (lengthsIn(checked).shoots(strip)[0]?.shootMin ?? strip.shootMin);
    return strip && shootMin !== undefined && shootMin !== strip.shootMin ? [{ stripId, shootMin }] : [];
  });
