import { amountText, count, duration, list, moment } from "../../base/format.ts";
import { lengthOf } from "../../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import type { Rule } from "../../model/rule.ts";
import { TIERS } from "../../model/scene.ts";
import { allInForce, titleOf } from "../../rules/in-force.ts";
import { GRID_MIN } from "../openings.ts";
import { type Case, edgesOf } from "./case.ts";
import type { Conflict } from "./conflict.ts";
import { type Giving, givingOf } from "./giving.ts";
import { ruled, ruleIn, staying, stayingIn } from "./member.ts";
import type { NearMiss } from "./ways/way.ts";

/** A member of a conflict as people say it; strips that stay are told together. */
export interface Told {
  readonly is: "scene" | "stays" | "rule";
  readonly ruleId: string | null;
  readonly strips: readonly StripId[];
  readonly text: string;
  /** The same in parts, for who shows them apart; absent: the text is all there is. */
  readonly parts?: ToldParts;
  /** Without it, or any one of its strips, and with all else as it is, what is asked about was shown to go in. */
  readonly isEnough: boolean;
}

export interface ToldParts {
  /** The rule's title, or how many placements stay. */
  readonly title: string;
  /** As the strips are called: "33 part 2"; in their order. */
  readonly names: readonly string[];
  readonly rest: string;
}

/** So many starts are asked how far they miss a rule, and of one start so many findings are told. */
const ASKED = 6;
const QUOTED = 3;

/** The members of a conflict as people say them: the scene first, then what is missed by the least, then what stays and all else. */
export function toldOf(at: Case, conflict: Conflict, nearMisses: readonly NearMiss[]): readonly Told[] {
  const stays = conflict.members.flatMap((m) => stayingIn(m) ?? []);
  const rules = conflict.members.flatMap((m) => ruleIn(m) ?? []);
  const near = byNearness(at, nearMisses);
  const placeOf = (ruleId: string) => near.findIndex((miss) => miss.ruleId === ruleId);
  const told = rules.map((ruleId): Told => {
    const giving = givingOf(at, conflict, ruled(ruleId));
    const miss = near.find((each) => each.ruleId === ruleId);
    return ruleTold(at, ruleId, {
      evidence: miss ? missText(at, miss, true) : leastText(at, ruleId, missedBy(conflict, ruleId)),
      tail: givingText(giving, at),
      isEnough: giving.is === "in",
    });
  });
  const isNear = ({ ruleId }: Told) => ruleId !== null && placeOf(ruleId) >= 0;
  return [
    { is: "scene", ruleId: null, strips: [at.strip.id], text: sceneText(at), isEnough: false },
    ...told.filter(isNear).sort((a, b) => placeOf(a.ruleId ?? "") - placeOf(b.ruleId ?? "")),
    ...(stays.length > 0 ? [staysTold(at, conflict, stays)] : []),
    ...told.filter((each) => !isNear(each)),
  ];
}

/** Rules that each keep a strip out by themselves, beside the one of its conflict. */
export const othersTold = (at: Case, ruleIds: readonly string[]): readonly Told[] =>
  ruleIds.map((ruleId): Told => {
    const starts = edgesOf([...at.alone.shootAt.keys()], ASKED);
    return ruleTold(at, ruleId, { evidence: leastText(at, ruleId, starts), tail: "", isEnough: false });
  });

/** What it is, in one sentence: what is missed by the least, alone where one thing alone is in the way. */
export function leadOf(
  at: Case,
  conflict: Conflict,
  nearMisses: readonly NearMiss[],
  others: readonly string[],
): string {
  const { tables } = at.bare.snapshot;
  const [nearest] = byNearness(at, nearMisses);
  if (nearest) return `Nearest: ${missText(at, nearest, false)}`;
  if (others.length > 0)
    return `Whatever else gives way, ${list(others.map((id) => `“${titleOf(id, tables)}”`))} ${others.length === 1 ? "keeps" : "keep"} it out wherever it could stand.`;
  const all = conflict.members.flatMap((member) => {
    const ruleId = ruleIn(member);
    const least = ruleId && leastOf(at, ruleId, missedBy(conflict, ruleId));
    return ruleId && least ? [{ ...least, ruleId }] : [];
  });
  const [least] = byNearness(at, all);
  return least
    ? `Nothing alone is in its way. Nearest: with the shoot from ${moment(least.shootAt)} “${titleOf(least.ruleId, tables)}” is missed by ${byText(at, least.ruleId, least.amount)}, beside others.`
    : "No start was found at which one rule alone is in its way.";
}

/** Starts at which a rule of a conflict is needed, some of them. */
const missedBy = (conflict: Conflict, ruleId: string): readonly number[] => [
  ...conflict.without(ruled(ruleId), edgesOf(conflict.barredBy(ruled(ruleId)), ASKED)),
];

/** Minutes before what is counted otherwise, then the least first; one of each rule. */
function byNearness<M extends Pick<NearMiss, "ruleId" | "amount">>(
  at: Case,
  nearMisses: readonly M[],
): readonly M[] {
  const isTime = ({ ruleId }: M) => unitOf(at, ruleId).startsWith("minutes");
  return [...nearMisses]
    .sort((a, b) => Number(isTime(b)) - Number(isTime(a)) || a.amount - b.amount)
    .filter((miss, i, all) => all.findIndex(({ ruleId }) => ruleId === miss.ruleId) === i);
}

const ruleOf = ({ bare }: Case, ruleId: string) =>
  allInForce(bare.snapshot.tables).find((r) => r.rule.id === ruleId)?.rule;
const unitOf = (at: Case, ruleId: string): string => ruleOf(at, ruleId)?.unit ?? "";
/** `50 min`, `2 jobs missing` */
const byText = (at: Case, ruleId: string, amount: number): string => {
  const unit = unitOf(at, ruleId);
  return unit.startsWith("minutes") ? duration(amount) : amountText(amount, unit);
};

/** `with the shoot from 8 Oct 17:15 Crew time ledger alone is missed, by 50 min. Novitsky: …` */
function missText(at: Case, { ruleId, placement, amount, messages }: NearMiss, isUnderIt: boolean): string {
  const shootAt = epochSeconds(placement.startsAt + placement.rigMin * 60);
  const by = byText(at, ruleId, amount);
  const name = titleOf(ruleId, at.bare.snapshot.tables);
  const what = isUnderIt
    ? `With the shoot from ${moment(shootAt)} it alone is in the way, by ${by}.`
    : `with the shoot from ${moment(shootAt)} only “${name}” is in the way, by ${by}.`;
  return `${what} ${quoted(messages)}`;
}

/** What rules say of a start; the sum of it is what was told before. */
const quoted = (messages: readonly string[]): string =>
  [
    ...messages.slice(0, QUOTED),
    ...(messages.length > QUOTED ? [`And ${count(messages.length - QUOTED, "finding")} more.`] : []),
  ].join(" ");

/** So many rules are named that keep a strip out even so. */
const NAMED = 3;

/** What a member's giving way alone is good for, where it is not enough. */
function givingText(giving: Giving, { bare }: Case): string {
  if (giving.is === "in") return "";
  if (giving.is === "open") return " Whether to give it up alone is enough was not shown.";
  const { by } = giving;
  const beside =
    by.length > NAMED
      ? count(by.length, "other rule")
      : list(by.map((id) => `“${titleOf(id, bare.snapshot.tables)}”`));
  return ` To give it up alone is not enough within the window of today: ${beside} ${by.length === 1 ? "keeps" : "keep"} it out even so.`;
}

/** "Scene 31". */
export function nameOfStrip(facts: Pick<Facts, "strips" | "scenes">, id: StripId): string {
  const strip = facts.strips.get(id);
  const number = (strip && facts.scenes.get(strip.sceneId)?.number) ?? "?";
  return strip && strip.parts > 1 ? `${number} part ${strip.part}` : number;
}

function sceneText({ strip, scene, alone, bare: { facts } }: Case): string {
  const setUps = (facts.setUpsOfStrip.get(strip.id) ?? []).filter((s) => !s.isShot);
  const tier = TIERS.find((t) => setUps.some((s) => s.tier === t)) ?? "nice";
  const here = alone.placed(0);
  const people = (here?.calls ?? []).map(({ personId }) => facts.people.get(personId)?.shortName ?? personId);
  const where = scene.moduleId ? ` in ${facts.modules.get(scene.moduleId)?.name ?? scene.moduleId}` : "";
  const long = here
    ? `${duration(lengthOf(here.span))} from rig to strike at the least${where}`
    : where.trim();
  const [first, last] = [alone.shootAt[0], alone.shootAt.at(-1)];
  const when =
    first !== undefined && last !== undefined ? `, begun between ${moment(first)} and ${moment(last)}` : "";
  return `Scene ${nameOfStrip(facts, strip.id)}, ${scene.setName} (${tier}), is in: ${long}${people.length > 0 ? `, with ${list(people)}` : ""}${when}.`;
}

function staysTold(at: Case, conflict: Conflict, ids: readonly StripId[]): Told {
  const { facts } = at.bare;
  const inOrder = [...ids].sort(
    (a, b) => (facts.placed.get(a)?.span.start ?? 0) - (facts.placed.get(b)?.span.start ?? 0),
  );
  const giving = inOrder.map((id) => ({ id, giving: givingOf(at, conflict, staying(id)) }));
  const told = { is: "stays", ruleId: null, strips: inOrder } as const;
  const isEnough = giving.every((each) => each.giving.is === "in");
  const pinned = ids.filter((id) => facts.strips.get(id)?.isPinned);
  const [first] = giving;
  const span = first && facts.placed.get(first.id)?.span;
  if (ids.length === 1 && first && span) {
    const tail = pinned.length > 0 ? ", pinned" : "";
    const title = `Scene ${nameOfStrip(facts, first.id)} stays where it stands`;
    const rest = `${moment(span.start)}${tail}.${givingText(first.giving, at)}`;
    const parts = { title, names: [nameOfStrip(facts, first.id)], rest };
    return { ...told, isEnough, text: `${title}: ${rest}`, parts };
  }
  const scenes = (some: readonly StripId[]) => list(some.map((id) => nameOfStrip(facts, id)));
  const scenesText = (some: readonly StripId[]) => `scene${some.length === 1 ? "" : "s"} ${scenes(some)}`;
  const only = (is: Giving["is"]) => giving.flatMap((each) => (each.giving.is === is ? [each.id] : []));
  const [enough, out, open] = [only("in"), only("out"), only("open")];
  const note = pinned.length > 0 ? `, ${pinned.length} of them pinned` : "";
  const title = `${count(ids.length, "placement")} stay where they stand${note}`;
  const rest = [
    ...(out.length > 0
      ? [
          `To take out a single one is ${enough.length > 0 ? `enough only with ${scenesText(enough)}` : "not enough"}.`,
        ]
      : []),
    ...(open.length > 0 ? [`Whether ${scenesText(open)} alone would be enough was not shown.`] : []),
  ].join(" ");
  const names = inOrder.map((id) => nameOfStrip(facts, id));
  const text = `${title}: ${scenesText(inOrder)}.${rest ? ` ${rest}` : ""}`;
  return { ...told, isEnough, text, parts: { title, names, rest } };
}

/** The rule, how much of the window it leaves, and by how little it is missed. */
function ruleTold(
  at: Case,
  ruleId: string,
  { evidence, tail, isEnough }: { evidence: string; tail: string; isEnough: boolean },
): Told {
  const { alone, bare } = at;
  const title = titleOf(ruleId, bare.snapshot.tables);
  const left = [...alone.shootAt.keys()].filter(
    (start) => alone.barOf(start, (id) => id === ruleId) === null,
  );
  const leaves =
    left.length === alone.shootAt.length
      ? ""
      : left.length === 0
        ? "It bars every start by itself."
        : `By itself it lets the shoot begin in ${count(stretchesIn(left), "stretch", "stretches")} of the window, ${duration(left.length * GRID_MIN)} long together.`;
  const rest = [sentenceOf(ruleOf(at, ruleId), ruleId), evidence, leaves, tail.trim()]
    .filter(Boolean)
    .join(" ");
  return {
    ...{ is: "rule", ruleId, strips: [], isEnough },
    text: `${title}: ${rest}`,
    parts: { title, names: [], rest },
  };
}

interface Least {
  readonly shootAt: EpochSeconds;
  readonly amount: number;
  readonly messages: readonly string[];
}

/** By how little a rule is missed at some starts, whatever else is in the way there. */
function leastOf({ alone, beside }: Case, ruleId: string, starts: readonly number[]): Least | null {
  const [least] = starts
    .flatMap((start): Least[] => {
      const own = beside.breaks(start).filter((f) => f.ruleId === ruleId);
      const shootAt = alone.shootAt[start];
      const amount = own.reduce((sum, f) => sum + f.amount, 0);
      return own.length > 0 && shootAt !== undefined
        ? [{ shootAt, amount, messages: own.map((f) => f.message) }]
        : [];
    })
    .sort((a, b) => a.amount - b.amount || a.shootAt - b.shootAt);
  return least ?? null;
}

const leastText = (at: Case, ruleId: string, starts: readonly number[]): string => {
  const least = leastOf(at, ruleId, starts);
  return least
    ? `Beside others in the way it is missed by ${byText(at, ruleId, least.amount)}, with the shoot from ${moment(least.shootAt)}. ${quoted(least.messages)}`
    : "";
};

/** How many runs of starts that follow one on another; starts in order, by number. */
export const stretchesIn = (starts: readonly number[]): number =>
  starts.filter((start, i) => starts[i - 1] !== start - 1).length;

/** A rule in a sentence; own rules are called by their title. */
export const sentenceOf = (rule: Pick<Rule, "sentence"> | undefined, ruleId: string): string => {
  const text = rule?.sentence ?? ruleId;
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
