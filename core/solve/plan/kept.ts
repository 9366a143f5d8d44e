import { once } from "../../base/once.ts";
import type { EpochSeconds, Minutes } from "../../base/quantity.ts";
import type { FactName, Facts } from "../../model/facts.ts";
import type { Placed } from "../../model/placed.ts";
import type { Rule, Scope } from "../../model/rule.ts";
import type { Strip } from "../../model/strip.ts";
import { placedAt } from "../openings.ts";
import type { RuleView, Views } from "./views.ts";

/**
 * Not asked twice: what rules say of strips alone. It outlives the planning, for a plan that was changed a little is planned again:
 * a rule that reads nothing of what changed has nothing else to say. Two placements are the same object only where all that they are
 * made of is the same, and what a rule has said stands only while every fact that it says it reads is the same object as then.
 */
interface Kept {
  /** The strip with a rig and a shoot so long, its shoot beginning then. */
  placedAt(strip: Strip, lengths: LoneLengths, shootAt: EpochSeconds): Placed | null;
  /** What a rule says of a placement alone: as it stands, or with its shoot beginning at a moment. */
  alone<V>(of: RuleView, placed: Placed, shootAt: EpochSeconds | null, ask: () => V): V;
  /** What it says of it beside what is fixed, by the name of the question. */
  said<V>(of: RuleView, placed: Placed, question: string, ask: () => V): V;
  /** The same object as long as all stands that these rules have said so: for what follows from them together. */
  together(alone: readonly RuleView[], beside: readonly RuleView[]): object;
}
export interface LoneLengths {
  readonly rigMin: Minutes;
  readonly shootMin: Minutes;
}

/** What one rule has said while these were its parameters and the facts that it reads. */
interface Memory {
  readonly params: string;
  readonly facts: readonly unknown[];
  readonly said: WeakMap<Placed, Map<string | number, unknown>>;
  /** How often it was asked of a placement with its shoot beginning at some moment. */
  moments: number;
}
/** So many of these answers are kept of each rule: The Challenge has about 1 000 [C]. */
const MOST_MOMENTS = 20_000;
/** Of so many states of a plan, the last ones that were planned. */
const MOST_MEMORIES = 4;
type Answers = "alone" | "beside";
const memories: Readonly<Record<Answers, WeakMap<Rule, readonly Memory[]>>> = {
  alone: new WeakMap(),
  beside: new WeakMap(),
};

/** Facts of placed strips: of one that is alone they say nothing but itself. */
const OF_ONE: readonly FactName[] = ["placed", "standing", "inOrder", "calledFor"];
/** Where a scope's subjects are looked up. */
const SUBJECTS: Readonly<Record<Scope, FactName | null>> = {
  plan: null,
  strip: null,
  scene: "scenes",
  module: "modules",
  person: "people",
  day: "days",
};

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

/** What stands is looked up anew for each plan, though as a rule it is nothing, or the very same. */
function isSameFact(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return isSame(a, b);
  if (!(a instanceof Map && b instanceof Map) || a.size !== b.size) return false;
  for (const [key, of] of a) {
    const other = b.get(key);
    if (of !== other && !(Array.isArray(of) && Array.isArray(other) && isSame(of, other))) return false;
  }
  return true;
}
const areSameFacts = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => isSameFact(each, b[i]));

function memoryOf({ rule, params }: RuleView, facts: Facts, answers: Answers): Memory {
  const subjects = SUBJECTS[rule.scope];
  const names = answers === "alone" ? rule.reads.filter((name) => !OF_ONE.includes(name)) : rule.reads;
  const now = {
    params: JSON.stringify(params),
    facts: [...names, ...(subjects ? [subjects] : [])].map((name) => facts[name]),
  };
  const all = memories[answers].get(rule) ?? [];
  const before = all.find(({ params, facts }) => params === now.params && areSameFacts(facts, now.facts));
  const memory = before ?? { ...now, said: new WeakMap(), moments: 0 };
  memories[answers].set(rule, [memory, ...all.filter((m) => m !== memory)].slice(0, MOST_MEMORIES));
  return memory;
}

/** What follows from all of the rules for starts, from all that are asked, and from all that ask for waits: of two states. */
const MOST_TOGETHER = 6;
const ofTogether: { readonly memories: readonly Memory[]; readonly of: object }[] = [];

function togetherOf(memories: readonly Memory[]): object {
  const known = ofTogether.findIndex((t) => isSame(t.memories, memories));
  const [before] = known < 0 ? [] : ofTogether.splice(known, 1);
  const now = before ?? { memories, of: {} };
  ofTogether.unshift(now);
  ofTogether.splice(MOST_TOGETHER);
  return now.of;
}

/** A placement, and what it is made of. */
interface Made {
  readonly placed: Placed | null;
  readonly strip: Strip;
  readonly of: readonly unknown[];
}
const placements = new Map<string, Made>();
/** So many placements are kept: those of a film of a few hundred scenes [G]. Larger ones are planned as if never before. */
const MOST_PLACEMENTS = 2_500;

/** But for where it stands and how long its rig and shoot are. */
function isAlike(a: Strip, b: Strip): boolean {
  if (a === b) return true;
  const names = Object.keys(b) as (keyof Strip)[];
  return (
    names.length === Object.keys(a).length && names.every((name) => a[name] === b[name] || OF_PLACE.has(name))
  );
}
const OF_PLACE: ReadonlySet<keyof Strip> = new Set(["startsAt", "moduleId", "rigMin", "shootMin"]);

function placedOnce(facts: Facts, strip: Strip, { rigMin, shootMin }: LoneLengths, shootAt: EpochSeconds) {
  const key = `${strip.id} ${rigMin} ${shootMin} ${shootAt}`;
  const { id, sceneId } = strip;
  const of = [
    facts.scenes.get(sceneId),
    facts.setUpsOfStrip.get(id),
    facts.assignmentsOfStrip.get(id),
    facts.roles,
  ];
  const known = placements.get(key);
  if (known && isAlike(known.strip, strip) && isSame(known.of, of)) return known.placed;
  const placed = placedAt(facts, { ...strip, shootMin }, rigMin, shootAt);
  if (placements.size >= MOST_PLACEMENTS) placements.clear();
  placements.set(key, { placed, strip, of });
  return placed;
}

export const keptOf = (views: Views): Kept => once(views, "kept", () => keptFor(views));

function keptFor({ facts }: Views): Kept {
  const known: Readonly<Record<Answers, Map<RuleView, Memory>>> = { alone: new Map(), beside: new Map() };
  const memoryFor = (answers: Answers, of: RuleView): Memory => {
    const memory = known[answers].get(of) ?? memoryOf(of, facts, answers);
    known[answers].set(of, memory);
    return memory;
  };
  const answer = <V>(answers: Answers, of: RuleView, placed: Placed, key: string | number, ask: () => V) => {
    const memory = memoryFor(answers, of);
    const own = memory.said.get(placed) ?? new Map<string | number, unknown>();
    if (own.size === 0) memory.said.set(placed, own);
    const before = own.get(key);
    if (before !== undefined || own.has(key)) return before as V;
    const said = ask();
    if (typeof key === "string" || ++memory.moments <= MOST_MOMENTS) own.set(key, said);
    return said;
  };
  return {
    placedAt: (strip, lengths, shootAt) => placedOnce(facts, strip, lengths, shootAt),
    alone: (of, placed, shootAt, ask) => answer("alone", of, placed, shootAt ?? AS_IT_STANDS, ask),
    said: (of, placed, question, ask) => answer("beside", of, placed, question, ask),
    together: (alone, beside) =>
      togetherOf([
        ...alone.map((of) => memoryFor("alone", of)),
        ...beside.map((of) => memoryFor("beside", of)),
      ]),
  };
}
const AS_IT_STANDS = "as it stands";
