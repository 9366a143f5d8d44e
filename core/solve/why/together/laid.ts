import { count } from "../../../base/format.ts";
import { epochSeconds } from "../../../base/quantity.ts";
import { returnStrips } from "../../../model/command/return-strips.ts";
import type { StripId } from "../../../model/ids.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import { type Checked, startCheck } from "../../../rules/check.ts";
import { mustScenes } from "../../../rules/must-scenes.ts";
import { asOne } from "../../../rules/offers.ts";
import { tiers } from "../../../rules/tiers.ts";
import { effectOf } from "../../../scenario/effect.ts";
import { USUAL_MOVE_POINTS } from "../../move-points.ts";
import { type Placement, withPlacements, withProposal } from "../../placement.ts";
import { cleared } from "../../plan/cleared.ts";
import { objectiveOf, propose } from "../../propose.ts";
import { merged, type Way } from "../ways/find.ts";
import { pricedOf } from "../ways/price.ts";
import type { Asking } from "./asking.ts";
import type { Room } from "./room.ts";
import { namesOf } from "./told.ts";
import type { Try } from "./try.ts";

/** A way out for several strips that was tried on a copy: they are in, and nothing hard breaks that did not before. */
export interface WayTogether extends Way {
  /** Whether all that were asked about then fit, or those of the conflict. */
  readonly frees: "all" | "these";
}

/** What a plan of strips is laid over. */
export interface Ground {
  readonly room: Room;
  /** The plan as it is, by the whole book; and without what breaks it: what ways out are measured by. */
  readonly whole: Checked;
  readonly sound: Checked;
  readonly asking: Pick<Asking, "isLate" | "solver" | "seed">;
}

/** A plan of strips, and the edit that makes room for it. */
export interface Laying {
  readonly kind: string;
  /** What is asked, in half a sentence. */
  readonly asked: string;
  readonly one: Try;
  /** The plan with the edit, in which they are to stand. */
  readonly edited: ScenarioSnapshot;
  readonly room: Room;
  readonly best: readonly Placement[];
  /** Those that the edit frees, and whether these are all. */
  readonly freed: ReadonlySet<StripId>;
  readonly frees: WayTogether["frees"];
}

/** Rounds in which what has lost its place is sought another; and in which everything is planned anew around the strips. */
const FILL_ROUNDS = 2;
const PLAN_ROUNDS = 6;

/** Laid over the plan as it stands: what then breaks is sought another place, by the planner among everything that may move where it may take its time. */
export function laidOver(ground: Ground, laying: Laying, isPlanned: boolean): WayTogether | null {
  const { whole, room: today, sound } = ground;
  const { kind, asked, one, edited, frees } = laying;
  const start = one.instead ? startCheck(edited) : whole.after(edited);
  const soon = standing(ground, start, laying);
  const plan = isPlanned && !one.waivedRule ? planned(ground, soon, laying) : soon;
  // What the strips break where they stand today is no measure for where they will.
  const broken = effectOf(whole.after(today.bare).report, plan.report).breaks.filter(
    ({ ruleId }) => ruleId !== mustScenes.id,
  );
  const { asks } = effectOf(whole.report, plan.report);
  if (!broken.every(({ ruleId }) => ruleId === one.waivedRule)) return null;
  const amount = broken.reduce((sum, f) => sum + f.amount, 0);
  const was = new Map(start.snapshot.tables.strip.map((strip) => [strip.id, strip]));
  const placements = plan.snapshot.tables.strip.flatMap((strip): Placement[] => {
    const { id: stripId, startsAt, moduleId, rigMin, shootMin } = strip;
    const old = was.get(stripId);
    const isThere =
      old?.startsAt === startsAt &&
      old.moduleId === moduleId &&
      old.rigMin === rigMin &&
      old.shootMin === shootMin;
    return startsAt === null || isThere ? [] : [{ stripId, startsAt, moduleId, rigMin, shootMin }];
  });
  const goes = [...whole.facts.placed.keys()].filter((id) => !plan.facts.placed.has(id));
  const out = goes.filter((id) => sound.facts.placed.has(id) && id !== one.without);
  const moved = placements.filter(({ stripId }) => whole.facts.placed.has(stripId));
  const edits = [
    ...one.edits,
    ...(goes.length > 0 ? [{ commandId: returnStrips.id, input: { stripIds: goes } }] : []),
  ];
  return {
    ...{ kind, asked },
    words: `${one.words}${movedText(moved.length)}${leftText(laying.room, out)}`,
    frees,
    placements,
    edit: one.instead && one.edits.length === 0 ? null : asOne(merged(edits, placements)),
    grantedBy: one.grantedBy ?? null,
    waives: one.waivedRule ? { ruleId: one.waivedRule, amount } : null,
    ...pricedOf(
      { asking: one.asking, gain: gainOf(ground, laying) },
      objectiveOf(sound.report),
      objectiveOf(plan.report),
      plan.snapshot.tables,
    ),
    asks: [...new Set(asks.map((finding) => finding.message))],
  };
}

const movedText = (moved: number): string => (moved === 0 ? "" : `, ${count(moved, "strip")} moved`);

/** So many are named. */
const NAMED = 4;
const leftText = (room: Room, out: readonly StripId[]): string => {
  if (out.length === 0) return "";
  const named = out.length <= NAMED ? namesOf(room, out).replace(/^S/, "s") : `${out.length} other strips`;
  return `, with ${named} to the boneyard`;
};

/** The plan with strips where they go; the others stay where they still may, and find another place where there is one. */
function standing({ sound, asking }: Ground, start: Checked, { best, one, room }: Laying): Checked {
  const { tables } = start.snapshot;
  const strip = tables.strip.map((s) =>
    s.id === one.without && s.startsAt !== null ? { ...s, startsAt: null, moduleId: null } : s,
  );
  const full = start.after({ ...start.snapshot, tables: withPlacements({ ...tables, strip }, best) });
  if (one.waivedRule) return full;
  const isSet = new Set(best.map(({ stripId }) => stripId));
  const others = room.free.filter(({ id }) => !isSet.has(id));
  const kept = cleared(full, others);
  const wasIn = (id: StripId) => sound.facts.placed.has(id) && id !== one.without;
  const out = room.free.filter(({ id }) => wasIn(id) && !kept.facts.placed.has(id));
  if (out.length === 0) return kept;
  const isOut = new Set(out.map(({ id }) => id));
  const found = propose(
    { snapshot: heldBack(kept, isOut), freedom: "open", movePoints: 0, seed: asking.seed },
    { rounds: FILL_ROUNDS, isStopped: asking.isLate },
  );
  const back = found?.placements.filter(({ stripId }) => isOut.has(stripId)) ?? [];
  return kept.after({ ...kept.snapshot, tables: withPlacements(kept.snapshot.tables, back) });
}

/** The same plan made better by the planner, who may move everything that is not pinned but leaves none of the strips out. */
function planned(
  { sound, asking: { seed, solver, isLate } }: Ground,
  soon: Checked,
  { best, one, room }: Laying,
): Checked {
  const isSet = new Set(best.map(({ stripId }) => stripId));
  const mayBeIn = new Set(
    room.free.flatMap(({ id }) =>
      isSet.has(id) || (sound.facts.placed.has(id) && id !== one.without) ? [id] : [],
    ),
  );
  const bare = heldBack(soon, mayBeIn);
  const setUp = bare.tables.setUp.map((s) =>
    s.stripId !== null && isSet.has(s.stripId) ? { ...s, tier: "must" as const } : s,
  );
  const found = propose(
    {
      snapshot: { ...bare, tables: { ...bare.tables, setUp } },
      ...{ freedom: "free", movePoints: USUAL_MOVE_POINTS, seed, solver },
    },
    { rounds: PLAN_ROUNDS, isStopped: isLate },
  );
  if (!found) return soon;
  const plan = soon.after(withProposal(soon.snapshot, found));
  const isIn = [...isSet].every((id) => plan.facts.placed.has(id));
  return isIn && objectiveOf(plan.report).points > objectiveOf(soon.report).points ? plan : soon;
}

/** The plan with nothing to shoot in strips of the boneyard but some: only what was in comes in again. */
function heldBack({ snapshot, facts }: Checked, ids: ReadonlySet<StripId>): ScenarioSnapshot {
  const setUp = snapshot.tables.setUp.map((s) => {
    const of = s.stripId;
    return of !== null && !ids.has(of) && !facts.placed.has(of) ? { ...s, stripId: null } : s;
  });
  return { ...snapshot, tables: { ...snapshot.tables, setUp } };
}

/** What the plan is worth more for the strips' being in at all. */
function gainOf({ sound }: Ground, { freed, one }: Laying): number {
  const at = sound.facts.days[0]?.wakesAt ?? epochSeconds(0);
  const missing = sound.snapshot.tables.strip.filter(
    ({ id, startsAt }) => freed.has(id) && startsAt === null && id !== one.without,
  );
  const placements = missing.map(({ id: stripId, rigMin, shootMin }) => ({
    ...{ stripId, rigMin, shootMin },
    startsAt: at,
    moduleId: sound.facts.scenes.get(sound.facts.strips.get(stripId)?.sceneId as never)?.moduleId ?? null,
  }));
  const tables = withPlacements(sound.snapshot.tables, placements);
  return tierPoints(sound) - tierPoints(sound.after({ ...sound.snapshot, tables }));
}
const tierPoints = ({ report }: Checked): number =>
  objectiveOf(report).parts.find(({ ruleId }) => ruleId === tiers.id)?.points ?? 0;
