import type { Interval } from "../base/interval.ts";
import { type Moved, movedIn } from "../model/facts/placed-strips.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { StripId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import type { Group, Reach, Scope, Subjects } from "../model/rule.ts";
import { dateFor, shootDayOf } from "./duty.ts";

/** Not a rule: whom a rule judges one at a time, and how an edit leaves most of them as they were. */

/** A group without the facts: whom it is about and the placed strips that concern them, in order of start. */
export interface Place<S extends Scope = Scope> {
  readonly id: string;
  readonly key: string;
  readonly subject: Subjects[S];
  readonly strips: readonly Placed[];
}

/** Strips of a place that neither overlap nor touch its others, nor are of the same date as one of them. */
export type Stretch = readonly Placed[];

/** All places of a scope. One that an edit leaves as it was stays the same object, and so does a stretch. */
export interface Places<S extends Scope = Scope> {
  readonly list: readonly Place<S>[];
  /** Index of a place by its id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** For each place the index that its subject had before the edit, −1 for none; null: all have the index that they had. */
  readonly was: readonly number[] | null;
  /** Indexes of the places that are not as they were before the edit. */
  readonly touched: readonly number[];
  /** Of each place, in order of start. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** Of each place the dates of its strips. */
  readonly dates: readonly (readonly string[])[];
  /** Of the places touched, for each stretch the index that it had before the edit, −1 where it was none. */
  readonly stretchesWere: ReadonlyMap<number, readonly number[]>;
}

interface ScopeSpec<S extends Scope> {
  /** By id. Absent things (a missing meal) need a place too, so that they come from the facts and not from the strips. */
  subjects(facts: Facts): Iterable<readonly [string, Subjects[S]]>;
  /** Ids of the subjects that a strip concerns. */
  concerns(placed: Placed, facts: Facts): readonly string[];
  /** Where the facts have the strips of every subject already, in order of start. */
  stripsOf?(facts: Facts): ReadonlyMap<string, readonly Placed[]>;
  /** The fact that the subjects, or what there are of them, come from; `concerns` asks no other beside the strip. */
  readonly of: FactName | null;
  /** Where a strip that moves is a subject. */
  subjectOf?(facts: Facts, id: string): Subjects[S] | undefined;
  /** The date for which a strip counts with a subject, where strips of one subject come in stretches. */
  dateOf?(placed: Placed, id: string, facts: Facts): string;
}

const stripDate = ({ span }: Placed, _: string, { days }: Facts) => dateFor(days, span);

const SCOPES: { readonly [S in Scope]: ScopeSpec<S> } = {
  strip: {
    of: "standing",
    subjects: (facts) => facts.placed,
    subjectOf: (facts, id) => facts.placed.get(id as StripId),
    concerns: (p) => [p.strip.id],
  },
  scene: { of: "scenes", subjects: (facts) => facts.scenes, concerns: (p) => [p.scene.id] },
  person: {
    of: "people",
    subjects: (facts) => facts.people,
    concerns: (p) => p.calls.map((call) => call.personId),
    stripsOf: ({ calledFor }) => calledFor,
    dateOf: ({ calls, span }, id, { days }) =>
      dateFor(days, (calls.find((call) => call.personId === id) ?? { span }).span),
  },
  module: {
    of: "modules",
    subjects: (facts) => facts.modules,
    concerns: (p) => (p.moduleId ? [p.moduleId] : []),
    dateOf: stripDate,
  },
  day: {
    of: "days",
    subjects: (facts) => facts.days.map((day) => [day.id, day] as const),
    concerns(p, { days }) {
      const day = shootDayOf(days, p.span);
      return day ? [day.id] : [];
    },
  },
  plan: {
    of: null,
    subjects: () => [["", null]],
    concerns: () => [""],
    stripsOf: ({ inOrder }) => new Map([["", inOrder]]),
    dateOf: stripDate,
  },
};

const keyOf = (scope: Scope, id: string) => (scope === "plan" ? scope : `${scope}:${id}`);

interface Known<S extends Scope> {
  readonly places: Places<S>;
  readonly facts: Facts;
}

/** The strips of every subject. */
function stripsBySubject<S extends Scope>(
  { concerns, stripsOf }: ScopeSpec<S>,
  facts: Facts,
): ReadonlyMap<string, readonly Placed[]> {
  return stripsOf?.(facts) ?? bySubject(facts.inOrder, (placed) => concerns(placed, facts));
}

function bySubject(
  strips: Iterable<Placed>,
  concerns: (placed: Placed) => readonly string[],
): Map<string, Placed[]> {
  const lists = new Map<string, Placed[]>();
  for (const placed of strips)
    for (const id of concerns(placed)) {
      const list = lists.get(id);
      if (list) list.push(placed);
      else lists.set(id, [placed]);
    }
  return lists;
}

/** The strips of the subjects that an edit of strips concerns. */
function stripsAgain<S extends Scope>(
  { concerns, stripsOf }: ScopeSpec<S>,
  facts: Facts,
  { gone, come }: Moved,
  { places: { list, indexOf }, facts: before }: Known<S>,
): ReadonlyMap<string, readonly Placed[]> {
  const comeTo = bySubject(come, (placed) => concerns(placed, facts));
  const ids = new Set([...comeTo.keys(), ...bySubject(gone, (placed) => concerns(placed, before)).keys()]);
  const all = stripsOf?.(facts);
  const now = (id: string) =>
    all?.get(id) ?? movedIn(list[indexOf.get(id) ?? -1]?.strips ?? [], { gone, come: comeTo.get(id) ?? [] });
  return new Map([...ids].map((id) => [id, now(id)]));
}

const NONE: readonly Placed[] = [];
const NO_STRETCHES: readonly Stretch[] = [];
const NO_DATES: readonly string[] = [];

interface Cut {
  readonly stretches: readonly Stretch[];
  /** For each the index that it had before, −1 where it was none. */
  readonly were: readonly number[];
}

/**
 * Cuts strips where what comes later begins after all before it has ended, and is of later dates. `dates`: of the strips. A stretch
 * that was there before stays the same object. All in order of start.
 */
function stretchesOf(
  strips: readonly Placed[],
  dates: readonly string[],
  before: readonly Stretch[] = NO_STRETCHES,
): Cut {
  const earliestFrom = [...dates];
  for (let i = dates.length - 2; i >= 0; i--)
    if ((earliestFrom[i + 1] as string) < (earliestFrom[i] as string))
      earliestFrom[i] = earliestFrom[i + 1] as string;
  const stretches: Stretch[] = [];
  const were: number[] = [];
  let next = 0;
  const found = (from: number, to: number) => {
    const { start } = (strips[from] as Placed).span;
    while ((before[next]?.[0]?.span.start ?? Number.POSITIVE_INFINITY) < start) next++;
    const known = before[next];
    const isSame = known?.length === to - from && known.every((placed, i) => placed === strips[from + i]);
    stretches.push(isSame ? known : to - from === strips.length ? strips : strips.slice(from, to));
    were.push(isSame ? next : -1);
  };
  let from = 0;
  let until = Number.NEGATIVE_INFINITY;
  let latest = "";
  for (let i = 0; i < strips.length; i++) {
    const { span } = strips[i] as Placed;
    if (i > from && span.start > until && (earliestFrom[i] as string) > latest) {
      found(from, i);
      from = i;
    }
    if (span.end > until) until = span.end;
    const date = dates[i] as string;
    if (date > latest) latest = date;
  }
  if (from < strips.length) found(from, strips.length);
  return { stretches, were };
}

/** Dates of strips, where those that were there before have theirs already. Both in order of start. */
function datesOf(
  strips: readonly Placed[],
  dateOf: (placed: Placed) => string,
  before?: Pick<Place, "strips">,
  known: readonly string[] = NO_DATES,
): readonly string[] {
  let next = 0;
  return strips.map((placed) => {
    if (before?.strips[next] !== placed) {
      const at = before?.strips[next + 1] === placed ? next + 1 : -1;
      if (at < 0) return dateOf(placed);
      next = at;
    }
    const date = known[next] ?? dateOf(placed);
    next++;
    return date;
  });
}

const isSameList = <T>(a: readonly T[], b: readonly T[]) =>
  a === b || (a.length === b.length && a.every((each, i) => each === b[i]));

const NOTHING_MOVED: Moved = { gone: new Set(), come: [] };

/** The places of a scope. `before`: those of another state of the plan, from which `moved` leads to this one. */
export function placesOf<S extends Scope>(
  scope: S,
  facts: Facts,
  moved: Moved = NOTHING_MOVED,
  before?: Known<S>,
): Places<S> {
  const spec: ScopeSpec<S> = SCOPES[scope];
  const { dateOf } = spec;
  const isDated = before?.facts.days === facts.days;
  const dated = (id: string, strips: readonly Placed[], at: number) =>
    dateOf
      ? datesOf(
          strips,
          (placed) => dateOf(placed, id, facts),
          isDated ? before?.places.list[at] : undefined,
          before?.places.dates[at],
        )
      : NO_DATES;
  const isAligned =
    before !== undefined &&
    (spec.of === null || before.facts[spec.of] === facts[spec.of]) &&
    (dateOf === undefined || isDated);
  if (isAligned)
    return editedPlaces(spec, facts, before.places, stripsAgain(spec, facts, moved, before), dated);

  const stripsOf = stripsBySubject(spec, facts);
  const was = before?.places;
  const list: Place<S>[] = [];
  const from: number[] = [];
  const touched: number[] = [];
  const stretches: (readonly Stretch[])[] = [];
  const dates: (readonly string[])[] = [];
  const stretchesWere = new Map<number, readonly number[]>();
  const indexOf = new Map<string, number>();
  let [next, isInOrder] = [0, true];
  for (const [id, subject] of spec.subjects(facts)) {
    const strips = stripsOf.get(id) ?? NONE;
    const index = was?.list[next]?.id === id ? next : (was?.indexOf.get(id) ?? -1);
    const known = was?.list[index];
    const isKnown = known?.subject === subject && isSameList(known.strips, strips);
    const i = list.length;
    if (index !== i) isInOrder = false;
    list.push(isKnown ? known : { id, key: known?.key ?? keyOf(scope, id), subject, strips });
    from.push(index);
    indexOf.set(id, i);
    const isRecut = dateOf !== undefined && !(isKnown && isDated);
    if (isRecut) {
      const own = dated(id, strips, index);
      const cut = stretchesOf(strips, own, was?.stretches[index]);
      stretches.push(cut.stretches);
      dates.push(own);
      stretchesWere.set(i, cut.were);
    } else if (dateOf) {
      stretches.push(was?.stretches[index] ?? NO_STRETCHES);
      dates.push(was?.dates[index] ?? NO_DATES);
    }
    if (isRecut || !isKnown) touched.push(i);
    if (index >= 0) next = index + 1;
  }
  const isWhole = isInOrder && list.length === was?.list.length;
  return { list, indexOf, was: isWhole ? null : from, touched, stretches, dates, stretchesWere };
}

/** The places where nothing but strips changed; `stripsOf`: of those that they concern. */
function editedPlaces<S extends Scope>(
  { subjectOf }: ScopeSpec<S>,
  facts: Facts,
  before: Places<S>,
  stripsOf: ReadonlyMap<string, readonly Placed[]>,
  dated: (id: string, strips: readonly Placed[], at: number) => readonly string[],
): Places<S> {
  const list = [...before.list];
  const stretches = [...before.stretches];
  const dates = [...before.dates];
  const stretchesWere = new Map<number, readonly number[]>();
  const touched: number[] = [];
  for (const [id, strips] of stripsOf) {
    const i = before.indexOf.get(id);
    const known = i === undefined ? undefined : list[i];
    if (i === undefined || !known) continue;
    list[i] = { ...known, subject: subjectOf?.(facts, id) ?? known.subject, strips };
    touched.push(i);
    const old = stretches[i];
    if (!old) continue;
    const own = dated(id, strips, i);
    const cut = stretchesOf(strips, own, old);
    stretches[i] = cut.stretches;
    dates[i] = own;
    stretchesWere.set(i, cut.were);
  }
  const { indexOf } = before;
  return { list, indexOf, was: null, touched, stretches, dates, stretchesWere };
}

/** Whether strips, or the waking hours of a day, lie so near to any of these spans. */
export function isNear(
  spans: readonly Interval[],
  subject: Place["subject"],
  strips: readonly Placed[],
  { before, after }: Reach,
): boolean {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  if (subject !== null && "wakesAt" in subject) {
    start = subject.wakesAt;
    end = subject.sleepsAt;
  }
  for (const { span } of strips) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  for (const span of spans) if (span.start < end + after * 60 && span.end > start - before * 60) return true;
  return false;
}

/** Stretches outside this range of indexes are not so near; those in it may be. `spans` in order. */
export function nearRange(
  spans: readonly Interval[],
  stretches: readonly Stretch[],
  { before, after }: Reach,
): readonly [from: number, to: number] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [0, 0];
  const startingAfter = (at: number) => {
    let low = 0;
    for (let high = stretches.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (((stretches[middle] as Stretch)[0] as Placed).span.start <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // A stretch ends before the next one starts.
  return [Math.max(0, startingAfter(first.start - after * 60) - 1), startingAfter(last.end + before * 60)];
}

/** Groups of a scope, each with all facts. */
export const groupsOf = <S extends Scope>(scope: S, facts: Facts): readonly Group<S, FactName>[] =>
  placesOf(scope, facts).list.map(({ key, subject, strips }) => ({ key, subject, strips, facts }));
