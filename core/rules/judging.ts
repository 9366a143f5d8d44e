import { gather } from "../base/gather.ts";
import { isoOf } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { StripId } from "../model/ids.ts";
import type { Breach, Group, NotJudged, Rule, Run, Scope, Subjects, TimedFact } from "../model/rule.ts";
import { isNear, nearRange, type Place, type Places, type Stretch } from "./groups.ts";
import type { RuleInForce } from "./in-force.ts";
import { parameterProblems } from "./parameters/problems.ts";
import { remembered } from "./whereabouts.ts";

/** Not a rule: what one rule says of a plan, and what of it an edit leaves standing. */

type AnyGroup = Group<Scope, FactName>;

/** A rule with its parameters, and its findings by place. */
export interface Judgement {
  readonly rule: Rule;
  readonly params: RuleInForce["params"];
  /** Null when the parameters do not fit. */
  readonly run: Run | null;
  /** In the order of the scope's places. */
  readonly byPlace: readonly OfPlace[];
  /** All of them, in that order. */
  readonly findings: readonly Finding[];
}

/** A rule of the book by its id, an own rule by its title. */
const nameOf = ({ id, sentence }: Rule) => (id.startsWith("own:") ? `Own rule "${sentence}"` : `Rule ${id}`);

function bound(rule: Rule, params: RuleInForce["params"]): Run | null {
  try {
    return Object.keys(params).length === 0 ? byTheBook(rule) : rule.bind(params);
  } catch {
    return null;
  }
}
/** Why parameters cannot be bound, parameter by parameter. */
function whyUnbound(rule: Rule, params: RuleInForce["params"]): string {
  const problems = parameterProblems(rule.params, params).map(({ message }) => message);
  return `${nameOf(rule)} was not judged: its parameters do not fit. ${[...problems, "Set them again on the rules page."].join(" ")}`;
}
const byTheBook = remembered((rule: Rule) => rule.bind({}));

/** Of many strips it takes time, and most of what an edit leaves as it was names the same ones. */
const idsOfStrips = new WeakMap<readonly StripId[], string>();
function idOfStrips(strips: readonly StripId[]): string {
  const known = idsOfStrips.get(strips);
  if (known !== undefined) return known;
  const id = [...strips].sort().join("+");
  if (strips.length >= MANY) idsOfStrips.set(strips, id);
  return id;
}
const MANY = 16;

const isSameList = (a: readonly StripId[], b: readonly StripId[]) =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/**
 * The same finding keeps its id from edit to edit: rule, group and sorted strips, or the moment where no strip is concerned (a meal
 * that is missing). What still coincides is counted.
 */
function idsOf(ruleId: string, groupKey: string) {
  const seen = new Map<string, number>();
  return (strips: readonly StripId[], span: Interval | null) => {
    const what = strips.length > 0 ? idOfStrips(strips) : span ? isoOf(span.start) : "";
    const id = [ruleId, groupKey, what].join("|");
    const n = seen.get(id) ?? 0;
    seen.set(id, n + 1);
    return n > 0 ? `${id}|${n}` : id;
  };
}

const NOTHING: readonly Finding[] = [];

function unknowns(rule: Rule, groupKey: string, gaps: readonly NotJudged[]): readonly Finding[] {
  const idOf = idsOf(rule.id, `${groupKey}?`);
  return gaps.map((gap) => ({
    id: idOf(gap.strips, gap.span),
    ruleId: rule.id,
    kind: "unknown",
    level: rule.level,
    amount: 0,
    unit: rule.unit,
    points: 0,
    waiverId: null,
    span: gap.span,
    strips: gap.strips,
    people: [],
    groupKey,
    message: gap.reason,
  }));
}

/** What a rule says of a place, or of one stretch of it. */
interface Part {
  readonly breaches: readonly Finding[];
  readonly gaps: readonly NotJudged[];
}
const NO_PART: Part = { breaches: [], gaps: [] };

/** What a rule says of a place: all of it, and where it judges stretches apart, each for itself. */
interface OfPlace {
  readonly findings: readonly Finding[];
  /** Those of them that are gaps. */
  readonly unknowns: readonly Finding[];
  readonly besides: Part;
  /** Of its stretches, in their order; of all the strips where the rule does not judge them apart. */
  readonly parts: readonly Part[];
}

const SUBJECTS: { readonly [S in Scope]: (subject: Subjects[S]) => string } = {
  strip: ({ scene, strip }) => `scene ${scene.number}${strip.parts > 1 ? ` part ${strip.part}` : ""}`,
  scene: ({ number }) => `scene ${number}`,
  person: ({ shortName }) => shortName,
  module: ({ name }) => name,
  day: ({ number }) => `shoot day ${number}`,
  plan: () => "the plan",
};
/** What people call whom or what a group is about. */
const subjectOf = <S extends Scope>(scope: S, group: AnyGroup): string =>
  SUBJECTS[scope](group.subject as Subjects[S]);

/** One rule of one group. A rule that throws makes its group unknown and nothing else. */
function judged(rule: Rule, run: Run, group: AnyGroup, of: "strips" | "subject", was?: Part): Part {
  try {
    const { violations, unknown } = run(group, of);
    if (violations.length > 0) return { breaches: breachesOf(rule, group, violations, was), gaps: unknown };
    return unknown.length > 0 ? { breaches: NOTHING, gaps: unknown } : NO_PART;
  } catch {
    const reason = `${nameOf(rule)} failed here and could not judge ${subjectOf(rule.scope, group)}.`;
    return {
      breaches: NOTHING,
      gaps: [{ reason, strips: group.strips.map((p) => p.strip.id), span: null }],
    };
  }
}

function breachesOf(
  rule: Rule,
  group: AnyGroup,
  violations: readonly Breach[],
  was?: Part,
): readonly Finding[] {
  const listed = (strips: readonly StripId[]) =>
    (strips.length >= MANY && was?.breaches.find((f) => isSameList(f.strips, strips))?.strips) || strips;
  const idOf = idsOf(rule.id, group.key);
  return violations.map((v): Finding => {
    const strips = listed(v.strips);
    return {
      id: idOf(strips, v.span),
      ruleId: rule.id,
      kind: "violation",
      level: v.level ?? rule.level,
      amount: v.amount,
      unit: rule.unit,
      points: v.points,
      waiverId: null,
      span: v.span,
      strips,
      people: v.people,
      groupKey: group.key,
      message: v.message,
    };
  });
}

/** Gaps without a span that have one reason are one: what is not known of a person is said once, and not day by day. */
function asTold(gaps: readonly NotJudged[]): readonly NotJudged[] {
  if (gaps.length < 2) return gaps;
  const told = new Map<string, NotJudged[]>();
  for (const [i, gap] of gaps.entries()) {
    const key = gap.span === null ? gap.reason : String(i);
    const known = told.get(key);
    if (known) known.push(gap);
    else told.set(key, [gap]);
  }
  if (told.size === gaps.length) return gaps;
  return [...told.values()].map((alike) => {
    const [gap] = alike as [NotJudged];
    return alike.length === 1 ? gap : { ...gap, strips: gather(alike, ({ strips }) => strips) };
  });
}

const NOTHING_SAID: OfPlace = { findings: NOTHING, unknowns: NOTHING, besides: NO_PART, parts: [NO_PART] };

const isAlike = (gap: NotJudged, { message, span, strips }: Finding): boolean =>
  gap.reason === message && gap.span === span && isSameList(gap.strips, strips);

/** `was`: what was said before. Gaps that are told as they were then are the same findings. */
function ofPlace(rule: Rule, key: string, besides: Part, parts: readonly Part[], was?: OfPlace): OfPlace {
  if (besides === NO_PART && parts.length === 1 && parts[0] === NO_PART) return NOTHING_SAID;
  const breaches: Finding[] = [...besides.breaches];
  const gaps: NotJudged[] = [...besides.gaps];
  for (const part of parts) {
    if (part.breaches.length > 0) breaches.push(...part.breaches);
    if (part.gaps.length > 0) gaps.push(...part.gaps);
  }
  if (gaps.length === 0) return { findings: breaches, unknowns: NOTHING, besides, parts };
  const told = asTold(gaps);
  const known = was?.unknowns ?? NOTHING;
  const isTold = known.length === told.length && told.every((gap, i) => isAlike(gap, known[i] as Finding));
  const open = isTold ? known : unknowns(rule, key, told);
  return { findings: [...breaches, ...open], unknowns: open, besides, parts };
}

const isSame = (a: RuleInForce["params"], b: RuleInForce["params"]) =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** A state of the plan as a rule is asked of it. */
interface Asked {
  readonly places: Places;
  readonly facts: Facts;
}
/** An earlier state, what a rule said of it, and when what has a time is otherwise now. */
interface Before extends Asked {
  readonly judgement: Judgement;
  readonly stirred: Stirred;
}
/** Spans of the entries of a timed fact that came or went. */
export type Stirred = (fact: TimedFact) => readonly Interval[];

/** Whether what a rule looks at of a place is the same in two states of the facts. */
function seesTheSame({ sees }: Rule, { key, subject, strips }: Place, before: Facts, now: Facts): boolean {
  if (!sees) return false;
  const was = sees({ key, subject, strips, facts: before });
  const is = sees({ key, subject, strips, facts: now });
  return was.length === is.length && was.every((each, i) => each === is[i]);
}

/** The stretch before one, as far as the rule looks back. */
const stretchBefore = (
  apart: Rule["apart"],
  stretches: readonly Stretch[],
  i: number,
): Stretch | undefined => {
  if (typeof apart !== "object") return undefined;
  for (let before = i - 1; before >= 0; before--)
    if (stretches[before]?.some((placed) => apart.after(placed))) return stretches[before];
  return undefined;
};

const NO_STRIPS: Stretch = [];

/** What one rule says place by place, and of which of them it must be asked again. */
function asking(rule: Rule, run: Run, { places, facts }: Asked, before: Before | null) {
  const isUnread = before !== null && rule.reads.every((name) => before.facts[name] === facts[name]);
  const { apart, hasBesides, near = {} } = rule;
  const isNearOnly =
    before !== null && rule.reads.every((name) => name in near || before.facts[name] === facts[name]);
  const stirred = gather(Object.keys(near) as TimedFact[], (fact) => {
    const reach = near[fact];
    return before && reach && before.facts[fact] !== facts[fact]
      ? [{ reach, spans: before.stirred(fact) }]
      : [];
  });
  const isStirred = (subject: Place["subject"], strips: Stretch) => {
    for (const { reach, spans } of stirred) if (isNear(spans, subject, strips, reach)) return true;
    return false;
  };
  const ask = (
    { key, subject }: Place,
    strips: Stretch,
    of: "strips" | "subject" = "strips",
    earlier?: Stretch,
  ) =>
    judged(
      rule,
      run,
      earlier ? { key, subject, strips, facts, before: earlier } : { key, subject, strips, facts },
      of,
    );

  const askWhole = ({ key, subject, strips }: Place, i: number, was: Part | undefined) => {
    const stretches = places.stretches[i];
    const group = { key, subject, strips, facts };
    return judged(rule, run, stretches ? { ...group, stretches } : group, "strips", was);
  };

  /** Of a place that an edit may touch. */
  const again = (i: number, at: number): OfPlace => {
    const place = places.list[i] as Place;
    const was = before?.places.list[at];
    const said = before?.judgement.byPlace[at];
    const isKnown = was !== undefined && said !== undefined && was.subject === place.subject;
    const were = apart ? places.stretchesWere.get(i) : undefined;
    const stands = isKnown && (isUnread || seesTheSame(rule, place, before?.facts as Facts, facts));
    if (stands && was === place && !were) return said;
    return apart
      ? inStretches(i, at, isKnown, stands)
      : ofPlace(rule, place.key, NO_PART, [askWhole(place, i, said?.parts[0])]);
  };

  const inStretches = (i: number, at: number, isKnown: boolean, stands: boolean): OfPlace => {
    const place = places.list[i] as Place;
    const said = isKnown ? before?.judgement.byPlace[at] : undefined;
    const were = places.stretchesWere.get(i);
    const maybe = stands || (isKnown && isNearOnly);
    const stretches = places.stretches[i] ?? [];
    const stretchesWas = before?.places.stretches[at] ?? [];
    const ranges = stands ? [] : stirred.map(({ reach, spans }) => nearRange(spans, stretches, reach));
    const disturbed = new Set<number>();
    for (const [from, to] of ranges)
      for (let n = from; n < to; n++) if (isStirred(null, stretches[n] ?? NO_STRIPS)) disturbed.add(n);
    const partOf = (stretch: Stretch, n: number): Part => {
      const m = were ? (were[n] ?? -1) : n;
      const known = maybe && m >= 0 && !disturbed.has(n) ? said?.parts[m] : undefined;
      const looksBackAlike =
        !were || stretchBefore(apart, stretches, n) === stretchBefore(apart, stretchesWas, m);
      return known && looksBackAlike
        ? known
        : ask(place, stretch, "strips", stretchBefore(apart, stretches, n));
    };
    const isSaid = said !== undefined && maybe && !were && disturbed.size === 0;
    const parts = isSaid ? said.parts : stretches.map(partOf);
    const besidesWas = stands ? said?.besides : undefined;
    const besides = hasBesides ? (besidesWas ?? ask(place, NO_STRIPS, "subject")) : NO_PART;
    return isSaid && said.besides === besides ? said : ofPlace(rule, place.key, besides, parts, said);
  };

  /** Of the place at an index, which had another before the edit. */
  return (i: number, at: number): OfPlace => {
    const place = places.list[i] as Place;
    const said = before?.judgement.byPlace[at];
    if (said && before?.places.list[at] === place && !(apart && places.stretchesWere.has(i))) {
      if (isUnread) return said;
      if (isNearOnly && !apart && !isStirred(place.subject, place.strips)) return said;
    }
    return again(i, at);
  };
}

/**
 * What a rule says of all its places. It depends on a place, the facts that the rule reads and its parameters, and on nothing else:
 * where these are what they were `before`, so is what it says.
 */
export function judgement({ rule, params }: RuleInForce, now: Asked, earlier?: Before): Judgement {
  const isBound = earlier?.judgement.rule === rule && isSame(earlier.judgement.params, params);
  const before = isBound ? earlier : null;
  const run = before ? before.judgement.run : bound(rule, params);
  if (!run) {
    const findings = unknowns(rule, "plan", [{ reason: whyUnbound(rule, params), strips: [], span: null }]);
    return { rule, params, run, byPlace: [], findings };
  }
  const { list, was, touched } = now.places;
  const ask = asking(rule, run, now, before);
  const wasAt = (i: number) => (was ? (was[i] ?? -1) : i);
  const isUnread = before !== null && rule.reads.every((name) => before.facts[name] === now.facts[name]);
  let byPlace: OfPlace[];
  if (isUnread && was === null) {
    const others = touched.map((i) => [i, ask(i, i)] as const);
    if (others.every(([i, said]) => said === before.judgement.byPlace[i])) return before.judgement;
    byPlace = [...before.judgement.byPlace];
    for (const [i, said] of others) byPlace[i] = said;
  } else {
    byPlace = list.map((_, i) => ask(i, wasAt(i)));
    const isAsBefore =
      before !== null &&
      byPlace.length === before.judgement.byPlace.length &&
      byPlace.every((said, i) => said === before.judgement.byPlace[i]);
    if (isAsBefore) return before.judgement;
  }
  const findings: Finding[] = [];
  for (const said of byPlace) if (said.findings.length > 0) findings.push(...said.findings);
  return { rule, params, run, byPlace, findings };
}
