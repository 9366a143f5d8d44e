import * as z from "zod";
import { duration, list } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type EpochSeconds, type Minutes, startedMinutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import { JOB_PHASES } from "../model/job.ts";
import { parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import { type Call, neededShootMinutes } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";
import { firstLaunches } from "./adaptation.ts";
import { changed } from "./offers.ts";

const params = z.object({
  factor: parameter("Longer than on Earth", "times", z.number().min(1).max(5).default(1.5)),
  days: parameter("Slower after launch for", "days", z.number().int().min(1).max(60).default(4)),
});
export type SlowdownParams = z.output<typeof params>;

/** What must be known to plan a shoot long enough. */
export const SLOWDOWN_READS = ["assignmentsOfStrip", "launches", "people", "roles", "setUpsOfStrip"] as const;
type SlowdownFacts = Pick<Facts, (typeof SLOWDOWN_READS)[number]>;

/** A strip's shoot as long as who adapts needs it. */
export interface SlowedShoot {
  /** What its open set-ups ask of people at home in weightlessness. */
  readonly base: Minutes;
  readonly needed: Minutes;
  readonly factor: number;
  /** Those who are slowest. */
  readonly because: readonly Person[];
  /** Who flies for the first time with no known launch: they may need longer still. */
  readonly unknown: readonly Person[];
}

/**
 * How many times longer work takes so long after a launch: `factor` in the first 24 hours, and less by equal steps with each further
 * day, until it is 1 after `days` days. Stepped, so that a call sheet can say it in a word and a placement has one factor.
 */
export function slowdownFactor(launchedAt: EpochSeconds, at: EpochSeconds, p: SlowdownParams): number {
  const day = Math.floor((at - launchedAt) / 86_400);
  return day < 0 || day >= p.days ? 1 : p.factor - ((p.factor - 1) * day) / p.days;
}

/**
 * How long the shoot of a strip must be planned when it begins at `shootsAt`: the minutes of its open set-ups times the factor of the
 * slowest among those who are on camera or have a job in the shoot. For rule and planner alike.
 */
export function slowedShoot(
  stripId: StripId,
  shootsAt: EpochSeconds,
  facts: SlowdownFacts,
  p: SlowdownParams = params.parse({}),
): SlowedShoot {
  const open = (facts.setUpsOfStrip.get(stripId) ?? []).filter((setUp) => !setUp.isShot);
  const ids = new Set<PersonId>();
  for (const { job, personId } of facts.assignmentsOfStrip.get(stripId) ?? [])
    if (JOB_PHASES[job].includes("shoot")) ids.add(personId);
  for (const roleId of gather(open, (setUp) => setUp.roleIds)) {
    const personId = facts.roles.get(roleId)?.personId;
    if (personId) ids.add(personId);
  }
  let factor = 1;
  const because: Person[] = [];
  const unknown: Person[] = [];
  for (const id of ids) {
    const person = facts.people.get(id);
    if (!person) continue;
    const launches = firstLaunches(person, facts);
    if (!launches) unknown.push(person);
    const own = Math.max(1, ...(launches ?? []).map((launch) => slowdownFactor(launch, shootsAt, p)));
    if (own > factor) because.length = 0;
    factor = Math.max(factor, own);
    if (own === factor && own > 1) because.push(person);
  }
  const base = neededShootMinutes(open);
  return { base, needed: startedMinutes(base * factor), factor, because, unknown };
}

export const slowdown = defineRule({
  id: "slowdown",
  level: "hard",
  sentence: "A shoot with someone who is new to weightlessness is planned longer than on Earth.",
  source:
    "Factor 1.5, none from day 4 after launch [G]; first weeks have low efficiency, recovery takes 2 to 4 days [S], facts.md §3.5 and §3.6.",
  unit: "minutes short",
  params,
  scope: "strip",
  reads: SLOWDOWN_READS,
  near: { setUpsOfStrip: { before: 0, after: 0 }, assignmentsOfStrip: { before: 0, after: 0 } },

  // Judged at the start of the shoot, over what is not shot yet. A shoot that is too short with nobody adapting in it is not this rule's.
  // On the ground nothing is slower.
  check({ subject: { strip, scene, shoot, span, calls }, facts }, p) {
    const isSlow = ({ personId }: Call) =>
      shoot && mayBeSlow(facts.people.get(personId), shoot.start, facts, p);
    if (!shoot || scene.unit === "landing" || !calls.some(isSlow)) return { violations: [], unknown: [] };
    const { base, needed, factor, because, unknown } = slowedShoot(strip.id, shoot.start, facts, p);
    const open =
      unknown.length > 0 && base > 0
        ? [{ span, strips: [strip.id], reason: flies(scene.number, unknown) }]
        : [];
    const short = startedMinutes(needed - strip.shootMin);
    if (because.length === 0 || short <= 0) return { violations: [], unknown: open };
    const about = {
      scene: scene.number,
      people: because.map((person) => person.shortName),
      planned: strip.shootMin,
      base,
      needed,
      factor,
      short,
      stripId: strip.id,
    };
    const found = { amount: short, span: shoot, strips: [strip.id], people: because.map((b) => b.id) };
    return { violations: [{ ...found, facts: about }], unknown: open };
  },

  explain: ({ scene, people, planned, base, needed, factor, short }) =>
    `Scene ${scene}: shoot of ${duration(planned)}, ${short} min short of ${duration(needed)} with ${list(people)} still adapting (${duration(base)} × ${Number(factor.toFixed(3))}).`,

  *repairs({ facts: { scene, stripId, planned, needed } }) {
    yield {
      ...changed("strip", stripId, { shootMin: needed }),
      words: `Shoot of scene ${scene} ${duration(needed)} instead of ${duration(planned)}`,
    };
  },
});

/** Nearly nobody is, and nearly never: so the rule asks this first. */
function mayBeSlow(
  person: Person | undefined,
  at: EpochSeconds,
  facts: Pick<Facts, "launches">,
  p: SlowdownParams,
): boolean {
  const launches = person ? firstLaunches(person, facts) : [];
  return !launches || launches.some((launch) => slowdownFactor(launch, at, p) > 1);
}

const flies = (scene: string, people: readonly Person[]): string =>
  `Scene ${scene}: ${list(people.map((p) => p.shortName))} ${people.length > 1 ? "fly" : "flies"} for the first time and no launch is known; how much longer the shoot takes is not judged.`;
