import { plusMinutes } from "../base/instant.ts";
import { hull, type Interval, spanFrom } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import type { ModuleId, PersonId, RoleId } from "./ids.ts";
import { JOB_PHASES, type Job } from "./job.ts";
import type { Role } from "./person.ts";
import type { Scene, SetUp } from "./scene.ts";
import type { Assignment, Strip } from "./strip.ts";

/** Make-up and wardrobe before a performer is on set, during rig. Working assumption [G]; rule book, crew-time-ledger. */
export const MAKE_UP_MIN = minutes(10);

/** One person's time on a strip: contiguous, from the first to the last thing they are needed for. */
export interface Call {
  readonly personId: PersonId;
  readonly span: Interval;
  readonly jobs: readonly Job[];
  readonly roleIds: readonly RoleId[];
  /** When a performer is wanted on set, made up; null for who only works behind the camera. */
  readonly onSetAt: EpochSeconds | null;
}

/** A set-up of a placed strip and the stretch of the shoot that it takes. */
export interface PlacedSetUp {
  readonly setUp: SetUp;
  readonly span: Interval;
}

/** A strip with a placement, and everything that follows from it alone. */
export interface Placed {
  readonly strip: Strip;
  readonly scene: Scene;
  readonly span: Interval;
  readonly rig: Interval | null;
  readonly shoot: Interval | null;
  readonly strike: Interval | null;
  readonly moduleId: ModuleId | null;
  readonly setUps: readonly PlacedSetUp[];
  readonly calls: readonly Call[];
}

/** Takes and the resets between them. */
export const setUpMinutes = (setUp: Pick<SetUp, "takes" | "takeMin" | "resetMin">): Minutes =>
  minutes(setUp.takes * setUp.takeMin + (setUp.takes - 1) * setUp.resetMin);

/** What the set-ups of a strip ask of its shoot phase. */
export const neededShootMinutes = (setUps: readonly SetUp[]): Minutes =>
  minutes(setUps.reduce((sum, setUp) => sum + setUpMinutes(setUp), 0));

/** Set-ups share the shoot phase in order, each in proportion to what it needs, to the second. */
function spread(shoot: Interval | null, setUps: readonly SetUp[]): readonly PlacedSetUp[] {
  const needed = neededShootMinutes(setUps);
  if (!shoot || needed === 0) return [];
  let before = 0;
  const boundary = () =>
    epochSeconds(shoot.start + Math.round(((shoot.end - shoot.start) * before) / needed));
  return setUps.map((setUp) => {
    const start = boundary();
    before += setUpMinutes(setUp);
    return { setUp, span: { start, end: boundary() } };
  });
}

interface Bound {
  readonly personId: PersonId;
  span: Interval;
  jobs: Job[];
  roleIds: RoleId[];
  onSetAt: EpochSeconds | null;
}

/**
 * Places a strip. Returns null for a strip in the boneyard or without length.
 * `setUps` are the strip's own, in order; `roles` are looked up by id.
 */
export function place(
  strip: Strip,
  scene: Scene,
  setUps: readonly SetUp[],
  assignments: readonly Assignment[],
  roles: ReadonlyMap<RoleId, Role>,
): Placed | null {
  if (strip.startsAt === null) return null;
  const shootFrom = plusMinutes(strip.startsAt, strip.rigMin);
  const strikeFrom = plusMinutes(shootFrom, strip.shootMin);
  const rig = spanFrom(strip.startsAt, strip.rigMin);
  const shoot = spanFrom(shootFrom, strip.shootMin);
  const strike = spanFrom(strikeFrom, strip.strikeMin);
  const span = [rig, shoot, strike].reduce((a, b) => (a && b ? hull(a, b) : (a ?? b)));
  if (!span) return null;

  const placedSetUps = spread(shoot, setUps);
  const bound = new Map<PersonId, Bound>();
  const bind = (personId: PersonId, needed: Interval): Bound => {
    const known = bound.get(personId);
    if (known) {
      known.span = hull(known.span, needed);
      return known;
    }
    const next = { personId, span: needed, jobs: [], roleIds: [], onSetAt: null };
    bound.set(personId, next);
    return next;
  };

  for (const { job, personId } of assignments) {
    const phases = { rig, shoot: job === "spotter" ? movingSpan(placedSetUps) : shoot, strike };
    let person: Bound | null = null;
    for (const phase of JOB_PHASES[job]) {
      const needed = phases[phase];
      if (needed) person = bind(personId, needed);
    }
    person?.jobs.push(job);
  }
  for (const { setUp, span: onCamera } of placedSetUps) {
    for (const roleId of setUp.roleIds) {
      const personId = roles.get(roleId)?.personId;
      if (!personId) continue;
      const makeUpFrom = epochSeconds(Math.max(span.start, onCamera.start - MAKE_UP_MIN * 60));
      const person = bind(personId, { start: makeUpFrom, end: onCamera.end });
      person.onSetAt ??= onCamera.start;
      if (!person.roleIds.includes(roleId)) person.roleIds.push(roleId);
    }
  }
  const calls = [...bound.values()];
  return { strip, scene, span, rig, shoot, strike, moduleId: strip.moduleId, setUps: placedSetUps, calls };
}

const movingSpan = (setUps: readonly PlacedSetUp[]): Interval | null =>
  setUps
    .filter(({ setUp }) => setUp.movingCamera)
    .reduce<Interval | null>((all, { span }) => (all ? hull(all, span) : span), null);
