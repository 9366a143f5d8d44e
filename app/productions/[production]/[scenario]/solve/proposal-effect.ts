import type { EpochSeconds } from "#core/base/quantity.ts";
import { sceneOfStrip } from "#core/model/command/look-up.ts";
import type { Tables } from "#core/model/entities.ts";
import { type Facts, factsOf } from "#core/model/facts.ts";
import type { CheckReport, Finding, Verdict } from "#core/model/finding.ts";
import type { DayId, PersonId, StripId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { ledgerParamsOf } from "#core/report/crew-time-accounts.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { check } from "#core/rules/check.ts";
import { ledgerOf } from "#core/rules/crew-time-ledger.ts";
import { titleOf } from "#core/rules/in-force.ts";
import { rules } from "#core/rules/index.ts";
import { compare, type StripMove } from "#core/scenario/compare.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { type Objective, objectiveOf, setUpsIn } from "#core/solve/propose.ts";
import { hardFindings } from "../scenarios/branch-effect.ts";

/** What a proposal does to the plan as it is now: judged by the whole book, told as a comparison. */

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}
export interface StripLine {
  readonly scene: string;
  readonly kind: "comes" | "leaves" | "shifts";
  readonly from: EpochSeconds | null;
  readonly to: EpochSeconds | null;
}
export interface DayLines {
  readonly dayId: string;
  readonly number: number;
  readonly at: EpochSeconds;
  readonly isClosed: boolean;
  readonly lines: readonly StripLine[];
}
/** What becomes of strips, told apart by how much it changes for those who are called. */
export interface MoveCounts {
  /** That have a place as proposed. */
  readonly standing: number;
  readonly placed: number;
  readonly returned: number;
  readonly toAnotherDay: number;
  readonly withinDay: number;
}
export interface ProposalEffect {
  readonly verdict: Change<Verdict>;
  readonly inHand: Change<number>;
  readonly hard: Change<number>;
  readonly mustsMissingMin: Change<number>;
  readonly points: Change<number>;
  readonly setUps: Change<ReturnType<typeof setUpsIn>>;
  readonly scenesIn: readonly string[];
  readonly scenesOut: readonly string[];
  readonly moves: MoveCounts;
  /** Strips with something to shoot that have no place, neither today nor as proposed. */
  readonly stillOut: readonly { readonly stripId: StripId; readonly scene: string }[];
  /** Days that change, in order. */
  readonly days: readonly DayLines[];
  /** Everyone whose calls change, most strips first. */
  readonly people: readonly {
    readonly name: string;
    readonly strips: number;
    readonly days: readonly DayLines[];
  }[];
  readonly ledger: readonly {
    readonly name: string;
    readonly granted: number;
    readonly used: Change<number>;
    readonly personal: Change<number>;
  }[];
  /** Hard findings it would make; what else it would ask about; hard ones it mends; others that go. */
  readonly breaks: readonly Finding[];
  readonly asks: readonly Finding[];
  readonly mends: readonly Finding[];
  readonly eases: readonly Finding[];
  /** Priority points by soft rule, dearest first. */
  readonly parts: readonly {
    readonly ruleId: string;
    readonly name: string;
    /** Empty for an own rule: its title says it. */
    readonly sentence: string;
    readonly points: Change<number>;
  }[];
}

type DayOf = ReadonlyMap<StripId, DayId>;
const dayOfStrips = (of: Facts): DayOf =>
  new Map(dayPlansOf(of).flatMap(({ day, strips }) => strips.map((p) => [p.strip.id, day.id] as const)));

function byDay(
  { days }: Facts,
  { before: was, after: is }: Change<DayOf>,
  moves: readonly StripMove[],
): readonly DayLines[] {
  return days.flatMap((day) => {
    const lines = moves.flatMap(({ stripId, scene, from, to }): StripLine[] => {
      const [left, came] = [was.get(stripId) === day.id, is.get(stripId) === day.id];
      const line = { scene, from: from?.startsAt ?? null, to: to?.startsAt ?? null };
      if (left && came) return [{ ...line, kind: "shifts" }];
      return came ? [{ ...line, kind: "comes" }] : left ? [{ ...line, kind: "leaves" }] : [];
    });
    if (lines.length === 0) return [];
    const at = ({ kind, from, to }: StripLine) => (kind === "leaves" ? from : to) ?? 0;
    lines.sort((a, b) => at(a) - at(b));
    return [{ dayId: day.id, number: day.number, at: day.wakesAt, isClosed: day.isClosed, lines }];
  });
}

function countsOf(
  { before: was, after: is }: Change<DayOf>,
  moves: readonly StripMove[],
  { strip: strips }: Tables,
): MoveCounts {
  const moved = moves.filter(({ kind }) => kind === "moved");
  const withinDay = moved.filter(({ stripId }) => was.get(stripId) === is.get(stripId)).length;
  return {
    standing: strips.filter(({ startsAt }) => startsAt !== null).length,
    placed: moves.filter(({ kind }) => kind === "placed").length,
    returned: moves.filter(({ kind }) => kind === "returned").length,
    toAnotherDay: moved.length - withinDay,
    withinDay,
  };
}

/** Everyone who is called to a strip that moves, before or after, and on which days. */
function byPerson(facts: Change<Facts>, dayOf: Change<DayOf>, moves: readonly StripMove[]) {
  const own = new Map<PersonId, Set<StripMove>>();
  for (const move of moves)
    for (const { placed } of [facts.before, facts.after])
      for (const { personId } of placed.get(move.stripId)?.calls ?? [])
        own.set(personId, (own.get(personId) ?? new Set()).add(move));
  const nameOf = (id: PersonId) => facts.after.people.get(id)?.shortName ?? id;
  return [...own]
    .map(([id, strips]) => ({
      name: nameOf(id),
      strips: strips.size,
      days: byDay(facts.after, dayOf, [...strips]),
    }))
    .sort((a, b) => b.strips - a.strips || a.name.localeCompare(b.name));
}

/** Strips of which something is left to shoot, and which stand neither before nor after. */
export function stillOut(before: Tables, after: Tables): ProposalEffect["stillOut"] {
  const loose = new Set(before.strip.filter(({ startsAt }) => startsAt === null).map(({ id }) => id));
  const wanted = new Set(after.setUp.flatMap(({ stripId, isShot }) => (isShot ? [] : (stripId ?? []))));
  return after.strip
    .filter(({ id, startsAt }) => startsAt === null && loose.has(id) && wanted.has(id))
    .map((strip) => ({ stripId: strip.id, scene: sceneOfStrip(after, strip) }))
    .sort((a, b) => a.scene.localeCompare(b.scene, "en", { numeric: true }));
}

function ledgers(facts: Change<Facts>, tables: Tables): ProposalEffect["ledger"] {
  const params = ledgerParamsOf(tables);
  const [was, is] = [ledgerOf(facts.before, params), ledgerOf(facts.after, params)];
  const people = [...new Set([...was, ...is].map((entry) => entry.personId))];
  return people.map((id) => {
    const sum = (entries: typeof was, of: (entry: (typeof was)[number]) => number) =>
      entries.filter((entry) => entry.personId === id).reduce((total, entry) => total + of(entry), 0);
    const change = (of: (entry: (typeof was)[number]) => number) => ({
      before: sum(was, of),
      after: sum(is, of),
    });
    return {
      name: facts.after.people.get(id)?.shortName ?? id,
      granted: Math.max(
        sum(was, (e) => e.granted),
        sum(is, (e) => e.granted),
      ),
      used: change((e) => e.used),
      personal: change((e) => e.personalUsed),
    };
  });
}

const sentenceOf = (id: string): string => rules.find((rule) => rule.id === id)?.sentence ?? "";

function partsOf(was: Objective, is: Objective, tables: Tables): ProposalEffect["parts"] {
  const points = ({ parts }: Objective, id: string) => parts.find((part) => part.ruleId === id)?.points ?? 0;
  const ids = [...new Set([...is.parts, ...was.parts].map((part) => part.ruleId))];
  return ids.map((ruleId) => ({
    ruleId,
    name: titleOf(ruleId, tables),
    sentence: sentenceOf(ruleId),
    points: { before: points(was, ruleId), after: points(is, ruleId) },
  }));
}

/** `after`: the tables with the proposal, or a part of it, carried out. */
export function proposalEffect(
  snapshot: ScenarioSnapshot,
  report: CheckReport,
  after: Tables,
): ProposalEffect {
  const proposed = { ...snapshot, tables: after };
  const judged = check(proposed);
  const facts = { before: factsOf(snapshot), after: factsOf(proposed) };
  const dayOf = { before: dayOfStrips(facts.before), after: dayOfStrips(facts.after) };
  const { strips: moves } = compare(snapshot, proposed);
  const of = (kind: StripMove["kind"]) => moves.flatMap((move) => (move.kind === kind ? [move.scene] : []));
  const [to, back] = [effectOf(report, judged), effectOf(judged, report)];
  const [was, is] = [objectiveOf(report), objectiveOf(judged)];
  return {
    verdict: { before: report.verdict, after: judged.verdict },
    inHand: { before: report.minutes.inHand, after: judged.minutes.inHand },
    hard: { before: hardFindings(report), after: hardFindings(judged) },
    mustsMissingMin: { before: was.mustsMissingMin, after: is.mustsMissingMin },
    points: { before: was.points, after: is.points },
    setUps: { before: setUpsIn(snapshot.tables), after: setUpsIn(after) },
    scenesIn: of("placed"),
    scenesOut: of("returned"),
    moves: countsOf(dayOf, moves, after),
    stillOut: stillOut(snapshot.tables, after),
    days: byDay(facts.after, dayOf, moves),
    people: byPerson(facts, dayOf, moves),
    ledger: ledgers(facts, after),
    breaks: to.breaks,
    asks: to.asks,
    mends: back.breaks,
    eases: back.asks,
    parts: partsOf(was, is, snapshot.tables),
  };
}
