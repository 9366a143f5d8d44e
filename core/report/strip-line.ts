import { pagesText } from "../base/format.ts";
import type { Facts } from "../model/facts.ts";
import type { SceneId, StripId } from "../model/ids.ts";
import type { Role } from "../model/person.ts";
import { TIERS, type Tier } from "../model/scene.ts";
import type { Strip } from "../model/strip.ts";
import { UNIT_NAMES, type Unit } from "../model/window.ts";
import type { Clock, Span } from "./moment.ts";

export interface CastNumber {
  readonly number: number;
  readonly role: string;
}

/** A strip as one line of paper: what every report says of it. */
export interface StripLine {
  readonly stripId: StripId;
  readonly sceneId: SceneId;
  readonly scene: string;
  /** `1/2`; empty for a whole scene. */
  readonly part: string;
  readonly intExt: string;
  readonly set: string;
  readonly dayNight: string;
  readonly scriptDay: string;
  readonly synopsis: string;
  /** This part's share of the scene's eighths. */
  readonly eighths: number;
  readonly pages: string;
  readonly cast: readonly CastNumber[];
  readonly unit: Unit;
  /** The module it is shot in, for a strip in the boneyard the scene's; the unit where there is none. */
  readonly module: string;
  /** Highest of its set-ups; null without set-ups. */
  readonly tier: Tier | null;
  readonly status: Strip["status"];
  readonly isPinned: boolean;
  /** Null in the boneyard. */
  readonly time: Span | null;
  readonly rigMin: number;
  readonly shootMin: number;
  readonly strikeMin: number;
}

/**
 * Whole eighths of a part: a scene's pages are shared evenly, the first parts taking what is left over, so that parts always
 * add up to their scene. Nobody writes down how much of the script a part holds.
 */
export function eighthsOfPart(eighths: number, part: number, parts: number): number {
  const share = Math.floor(eighths / parts);
  return share + (part <= eighths - share * parts ? 1 : 0);
}

/** Roles on camera in a strip's set-ups, by number. */
export const rolesOfStrip = (facts: Facts, stripId: StripId): readonly Role[] =>
  [...new Set((facts.setUpsOfStrip.get(stripId) ?? []).flatMap((setUp) => setUp.roleIds))]
    .map((id) => facts.roles.get(id))
    .filter((role) => role !== undefined)
    .sort((a, b) => a.number - b.number);

/** Null when the strip's scene is not there. */
export function stripLine(facts: Facts, clock: Clock, strip: Strip): StripLine | null {
  const scene = facts.scenes.get(strip.sceneId);
  if (!scene) return null;
  const placed = facts.placed.get(strip.id);
  const tiers = new Set((facts.setUpsOfStrip.get(strip.id) ?? []).map((setUp) => setUp.tier));
  const eighths = eighthsOfPart(scene.eighths, strip.part, strip.parts);
  const moduleId = placed ? placed.moduleId : (strip.moduleId ?? scene.moduleId);
  return {
    stripId: strip.id,
    sceneId: scene.id,
    scene: scene.number,
    part: strip.parts > 1 ? `${strip.part}/${strip.parts}` : "",
    intExt: scene.intExt,
    set: scene.setName,
    dayNight: scene.scriptDayNight,
    scriptDay: scene.scriptDay,
    synopsis: scene.synopsis,
    eighths,
    pages: pagesText(eighths),
    cast: rolesOfStrip(facts, strip.id).map((role) => ({ number: role.number, role: role.name })),
    unit: scene.unit,
    module: (moduleId && facts.modules.get(moduleId)?.name) || UNIT_NAMES[scene.unit],
    tier: TIERS.find((tier) => tiers.has(tier)) ?? null,
    status: strip.status,
    isPinned: strip.isPinned,
    time: placed ? clock.span(placed.span) : null,
    rigMin: strip.rigMin,
    shootMin: strip.shootMin,
    strikeMin: strip.strikeMin,
  };
}

/** Lines of strips, those whose scene is gone left out. */
export const stripLines = (facts: Facts, clock: Clock, strips: readonly Strip[]): readonly StripLine[] =>
  strips.map((strip) => stripLine(facts, clock, strip)).filter((line) => line !== null);
