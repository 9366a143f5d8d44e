import { count, duration, list, moment } from "../../base/format.ts";
import { lengthOf } from "../../base/interval.ts";
import { epochSeconds } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import { TIERS } from "../../model/scene.ts";
import { allInForce } from "../../rules/in-force.ts";
import { GRID_MIN } from "../openings.ts";
import { type Case, edgesOf } from "./case.ts";
import type { Conflict } from "./conflict.ts";
import { ruled, ruleIn, stayingIn } from "./member.ts";

/** A member of a conflict as people say it; strips that stay are told together. */
export interface Told {
  readonly is: "scene" | "stays" | "rule";
  readonly ruleId: string | null;
  readonly strips: readonly StripId[];
  readonly text: string;
}

/** So many starts at which nothing but a rule stands in the way are asked how far they miss it. */
const ASKED = 6;

export function toldOf(at: Case, conflict: Conflict): readonly Told[] {
  const stays = conflict.members.flatMap((m) => stayingIn(m) ?? []);
  const rules = conflict.members.flatMap((m) => ruleIn(m) ?? []);
  const { facts } = at.bare;
  return [
    { is: "scene", ruleId: null, strips: [at.strip.id], text: sceneText(at) },
    ...(stays.length > 0
      ? [{ is: "stays", ruleId: null, strips: stays, text: staysText(stays, facts) } as const]
      : []),
    ...rules.map(
      (ruleId): Told => ({ is: "rule", ruleId, strips: [], text: ruleText(at, conflict, ruleId) }),
    ),
  ];
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

function staysText(ids: readonly StripId[], facts: Facts): string {
  const pinned = ids.filter((id) => facts.strips.get(id)?.isPinned);
  const scenes = [...ids]
    .sort((a, b) => (facts.placed.get(a)?.span.start ?? 0) - (facts.placed.get(b)?.span.start ?? 0))
    .map((id) => nameOfStrip(facts, id));
  const [only] = ids;
  const span = only && facts.placed.get(only)?.span;
  if (ids.length === 1 && span) {
    const tail = pinned.length > 0 ? ", pinned" : "";
    return `Scene ${scenes[0]} stays where it stands (${moment(span.start)}${tail}).`;
  }
  const note = pinned.length > 0 ? `, ${pinned.length} of them pinned` : "";
  return `${count(ids.length, "placement")} stay where they stand${note}: scenes ${list(scenes)}.`;
}

/** The rule, how much of the window it leaves, and by how little it is missed where nothing else stands in the way. */
function ruleText(at: Case, conflict: Conflict, ruleId: string): string {
  const { alone, beside, bare } = at;
  const rule = allInForce(bare.snapshot.tables).find((r) => r.rule.id === ruleId)?.rule;
  const some = edgesOf(conflict.barredBy(ruled(ruleId)), ASKED);
  const missed = [...conflict.without(ruled(ruleId), some)]
    .flatMap((start) => {
      const own = beside.breaks(start).filter((f) => f.ruleId === ruleId);
      const amount = own.reduce((sum, f) => sum + f.amount, 0);
      return own[0] ? [{ start, amount, message: own[0].message }] : [];
    })
    .sort((a, b) => a.amount - b.amount || a.start - b.start);
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
      ? ` The least it is missed by where nothing else stands in the way is ${amountText(nearest.amount, rule?.unit ?? "")}, shooting from ${moment(epochSeconds(shootAt))}: ${nearest.message}`
      : "";
  return `${rule?.sentence ?? ruleId}${leaves}${least}`;
}

export const stretchesIn = (starts: readonly number[]): number =>
  starts.filter((start, i) => starts[i - 1] !== start - 1).length;

/** `12 minutes missing`, `1 job missing`: amount and unit as the rule counts. */
export const amountText = (amount: number, unit: string): string =>
  `${Math.round(amount * 100) / 100} ${unit}`;
