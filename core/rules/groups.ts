import { byStart } from "../base/interval.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import type { Group, Scope, Subjects } from "../model/rule.ts";
import { shootDayAt } from "./duty.ts";

/** Not a rule: whom a rule judges one at a time, and how an edit leaves most of them as they were. */

/** A group without the facts: whom it is about and the placed strips that concern them, in order of start. */
export interface Place<S extends Scope = Scope> {
  readonly id: string;
  readonly key: string;
  readonly subject: Subjects[S];
  readonly strips: readonly Placed[];
}

/** All places of a scope. One that an edit leaves as it was stays the same object. */
export interface Places<S extends Scope = Scope> {
  readonly list: readonly Place<S>[];
  readonly stripsOf: ReadonlyMap<string, readonly Placed[]>;
  /** For each place its index in the list before the edit, if it is that very place; else −1. */
  readonly from: readonly number[];
}

interface ScopeSpec<S extends Scope> {
  /** By id. Absent things (a missing meal) need a place too, so that they come from the facts and not from the strips. */
  subjects(facts: Facts): Iterable<readonly [string, Subjects[S]]>;
  /** Ids of the subjects that a strip concerns. */
  concerns(placed: Placed, facts: Facts): readonly string[];
  /** Facts beside the strip that `concerns` asks. */
  readonly asks?: FactName;
}

const SCOPES: { readonly [S in Scope]: ScopeSpec<S> } = {
  strip: { subjects: (facts) => facts.placed, concerns: (p) => [p.strip.id] },
  scene: { subjects: (facts) => facts.scenes, concerns: (p) => [p.scene.id] },
  person: { subjects: (facts) => facts.people, concerns: (p) => p.calls.map((call) => call.personId) },
  module: { subjects: (facts) => facts.modules, concerns: (p) => (p.moduleId ? [p.moduleId] : []) },
  day: {
    subjects: (facts) => facts.days.map((day) => [day.id, day] as const),
    concerns(p, { days }) {
      const day = shootDayAt(days, p.span.start);
      return day ? [day.id] : [];
    },
    asks: "days",
  },
  plan: { subjects: () => [["", null]], concerns: () => [""] },
};

const keyOf = (scope: Scope, id: string) => (scope === "plan" ? scope : `${scope}:${id}`);

/** Strips that start together keep one order, whatever the order of their rows. */
const inOrder = (a: Placed, b: Placed) => byStart(a.span, b.span) || (a.strip.id < b.strip.id ? -1 : 1);

/** Strips that stand otherwise than before an edit. */
export interface Moved {
  readonly gone: ReadonlySet<Placed>;
  /** In order of start. */
  readonly come: readonly Placed[];
}

export function movedStrips(now: Facts["placed"], before: Facts["placed"] = new Map()): Moved {
  if (now === before) return { gone: new Set(), come: [] };
  const come: Placed[] = [];
  const gone = new Set<Placed>();
  for (const [id, placed] of now) if (before.get(id) !== placed) come.push(placed);
  for (const [id, placed] of before) if (now.get(id) !== placed) gone.add(placed);
  return { gone, come: come.sort(inOrder) };
}

function stripsBySubject<S extends Scope>(
  { concerns }: ScopeSpec<S>,
  facts: Facts,
  { gone, come }: Moved,
  before?: { readonly places: Places<S>; readonly facts: Facts },
): Places["stripsOf"] {
  const lists = new Map<string, Placed[]>();
  for (const placed of gone) for (const id of before ? concerns(placed, before.facts) : []) lists.set(id, []);
  for (const placed of come)
    for (const id of concerns(placed, facts)) {
      const list = lists.get(id);
      if (list) list.push(placed);
      else lists.set(id, [placed]);
    }
  if (!before) return lists;
  if (lists.size === 0) return before.places.stripsOf;
  const all = new Map(before.places.stripsOf);
  for (const [id, list] of lists) {
    const stay = (before.places.stripsOf.get(id) ?? []).filter((placed) => !gone.has(placed));
    all.set(id, [...stay, ...list].sort(inOrder));
  }
  return all;
}

const NONE: readonly Placed[] = [];

/** The places of a scope. `before`: those of another state of the plan, from which `moved` leads to this one. */
export function placesOf<S extends Scope>(
  scope: S,
  facts: Facts,
  moved: Moved = movedStrips(facts.placed),
  before?: { readonly places: Places<S>; readonly facts: Facts },
): Places<S> {
  const spec: ScopeSpec<S> = SCOPES[scope];
  const isAsked = spec.asks !== undefined && before?.facts[spec.asks] !== facts[spec.asks];
  const stripsOf = isAsked
    ? stripsBySubject(spec, facts, movedStrips(facts.placed))
    : stripsBySubject(spec, facts, moved, before);
  const was = before?.places.list ?? [];
  let index: ReadonlyMap<string, number> | null = null;
  let next = 0;
  const from: number[] = [];
  const list: Place<S>[] = [];
  for (const [id, subject] of spec.subjects(facts)) {
    const strips = stripsOf.get(id) ?? NONE;
    if (was[next]?.id !== id) {
      index ??= new Map(was.map((place, i) => [place.id, i]));
      next = index.get(id) ?? next;
    }
    const known = was[next];
    if (known?.id !== id) {
      list.push({ id, key: keyOf(scope, id), subject, strips });
      from.push(-1);
      continue;
    }
    const isSame =
      known.subject === subject &&
      (known.strips === strips ||
        (known.strips.length === strips.length && known.strips.every((placed, i) => placed === strips[i])));
    list.push(isSame ? known : { id, key: known.key, subject, strips });
    from.push(isSame ? next : -1);
    next += 1;
  }
  return { list, stripsOf, from };
}

/** Groups of a scope, each with all facts. */
export const groupsOf = <S extends Scope>(scope: S, facts: Facts): readonly Group<S, FactName>[] =>
  placesOf(scope, facts).list.map(({ key, subject, strips }) => ({ key, subject, strips, facts }));
