import { amountText, count, duration, list, moment } from "../../base/format.ts";
import { lengthOf } from "../../base/interval.ts";
import { epochSeconds } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import type { Rule } from "../../model/rule.ts";
import { TIERS } from "../../model/scene.ts";
import { allInForce, namedInSentence } from "../../rules/in-force.ts";
import { GRID_MIN } from "../openings.ts";
import { type Case, edgesOf } from "./case.ts";
import type { Conflict } from "./conflict.ts";
import { type Giving, givingOf } from "./giving.ts";
import { ruled, ruleIn, staying, stayingIn } from "./member.ts";

/** A member of a conflict as people say it; strips that stay are told together. */
export interface Told {
  readonly is: "scene" | "stays" | "rule";
  readonly ruleId: string | null;
  readonly strips: readonly StripId[];
  readonly text: string;
  /** Without it, or any one of its strips, and with all else as it is, what is asked about was shown to go in. */
  readonly isEnough: boolean;
}

/** So many starts are asked how far they miss a rule. */
const ASKED = 6;

/** The members of a conflict as people say them: the scene first, then what stays, then the rules. */
export function toldOf(at: Case, conflict: Conflict): readonly Told[] {
  const stays = conflict.members.flatMap((m) => stayingIn(m) ?? []);
  const rules = conflict.members.flatMap((m) => ruleIn(m) ?? []);
  return [
    { is: "scene", ruleId: null, strips: [at.strip.id], text: sceneText(at), isEnough: false },
    ...(stays.length > 0 ? [staysTold(at, conflict, stays)] : []),
    ...rules.map((ruleId): Told => {
      const giving = givingOf(at, conflict, ruled(ruleId));
      const missed = [...conflict.without(ruled(ruleId), edgesOf(conflict.barredBy(ruled(ruleId)), ASKED))];
      const text = `${ruleText(at, ruleId, missed)}${givingText(giving, at)}`;
      return { is: "rule", ruleId, strips: [], text, isEnough: giving.is === "in" };
    }),
  ];
}

/** Rules that each keep a strip out by themselves, beside the one of its conflict. */
export const othersTold = (at: Case, ruleIds: readonly string[]): readonly Told[] =>
  ruleIds.map((ruleId): Told => {
    const starts = edgesOf([...at.alone.shootAt.keys()], ASKED);
    return { is: "rule", ruleId, strips: [], text: ruleText(at, ruleId, starts), isEnough: false };
  });

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
      : list(by.map((id) => namedInSentence(id, bare.snapshot.tables)));
  return ` To give it up alone is not enough: there ${by.length === 1 ? "is" : "are"} ${beside} beside.`;
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
    const stays = `Scene ${nameOfStrip(facts, first.id)} stays where it stands (${moment(span.start)}${tail}).`;
    return { ...told, isEnough, text: `${stays}${givingText(first.giving, at)}` };
  }
  const scenes = (some: readonly StripId[]) => list(some.map((id) => nameOfStrip(facts, id)));
  const scenesText = (some: readonly StripId[]) => `scene${some.length === 1 ? "" : "s"} ${scenes(some)}`;
  const only = (is: Giving["is"]) => giving.flatMap((each) => (each.giving.is === is ? [each.id] : []));
  const [enough, out, open] = [only("in"), only("out"), only("open")];
  const note = pinned.length > 0 ? `, ${pinned.length} of them pinned` : "";
  const text = [
    `${count(ids.length, "placement")} stay where they stand${note}: ${scenesText(inOrder)}.`,
    ...(out.length > 0
      ? [
          `To take out a single one is ${enough.length > 0 ? `enough only with ${scenesText(enough)}` : "not enough"}.`,
        ]
      : []),
    ...(open.length > 0 ? [`Whether ${scenesText(open)} alone would be enough was not shown.`] : []),
  ].join(" ");
  return { ...told, isEnough, text };
}

/** The rule, how much of the window it leaves, and by how little it is missed at some starts. */
function ruleText(at: Case, ruleId: string, starts: readonly number[]): string {
  const { alone, beside, bare } = at;
  const rule = allInForce(bare.snapshot.tables).find((r) => r.rule.id === ruleId)?.rule;
  const missed = starts
    .flatMap((start) => {
      const breaks = beside.breaks(start);
      const own = breaks.filter((f) => f.ruleId === ruleId);
      const amount = own.reduce((sum, f) => sum + f.amount, 0);
      const isOnly = own.length === breaks.length && alone.barOf(start, (id) => id !== ruleId) === null;
      return own[0] ? [{ start, amount, isOnly, message: own[0].message }] : [];
    })
    .sort((a, b) => Number(b.isOnly) - Number(a.isOnly) || a.amount - b.amount || a.start - b.start);
  const [nearest] = missed;
  const left = [...alone.shootAt.keys()].filter(
    (start) => alone.barOf(start, (id) => id === ruleId) === null,
  );
  const leaves =
    left.length === alone.shootAt.length
      ? ""
      : left.length === 0
        ? " It leaves no start at all."
        : ` It leaves ${count(stretchesIn(left), "stretch", "stretches")} of starts, ${duration(left.length * GRID_MIN)} in all.`;
  const shootAt = nearest && alone.shootAt[nearest.start];
  const least =
    nearest && shootAt !== undefined
      ? ` ${nearest.isOnly ? "With nothing else in the way it" : "Where more stands in the way it"} is missed by as little as ${amountText(nearest.amount, rule?.unit ?? "")}, shooting from ${moment(epochSeconds(shootAt))}: ${nearest.message}`
      : "";
  return `${sentenceOf(rule, ruleId)}${leaves}${least}`;
}

/** How many runs of starts that follow one on another; starts in order, by number. */
export const stretchesIn = (starts: readonly number[]): number =>
  starts.filter((start, i) => starts[i - 1] !== start - 1).length;

/** A rule in a sentence; own rules are called by their title. */
export const sentenceOf = (rule: Pick<Rule, "sentence"> | undefined, ruleId: string): string => {
  const text = rule?.sentence ?? ruleId;
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
