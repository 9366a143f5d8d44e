import { epochSeconds } from "../../../base/quantity.ts";
import { returnStrips } from "../../../model/command/return-strips.ts";
import type { StripId } from "../../../model/ids.ts";
import type { Repair } from "../../../model/rule.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import { type Checked, startCheck } from "../../../rules/check.ts";
import { mustScenes } from "../../../rules/must-scenes.ts";
import { asOne } from "../../../rules/offers.ts";
import { tiers } from "../../../rules/tiers.ts";
import { effectOf } from "../../../scenario/effect.ts";
import { type Placement, withPlacements } from "../../placement.ts";
import { cleared } from "../../plan/cleared.ts";
import { objectiveOf, propose } from "../../propose.ts";
import { carriedOut } from "../ways/carried-out.ts";
import { merged, type Way } from "../ways/find.ts";
import type { TogetherConflict } from "./conflict.ts";
import { type Asking, EVERYTHING, fitOf, type Holding } from "./fit.ts";
import { kinds } from "./kinds/index.ts";
import { type Room, roomOf } from "./room.ts";
import { namesOf } from "./told.ts";

/** What ways out of a conflict of several strips are sought from. */
export interface Sought {
  readonly room: Room;
  readonly conflict: TogetherConflict;
  /** All that are asked about; those of the conflict are among them. */
  readonly ids: ReadonlySet<StripId>;
  /** The plan as it is, by the whole book; and without what breaks it: what ways out are measured by. */
  readonly whole: Checked;
  readonly sound: Checked;
  readonly asking: Omit<Asking, "onlyProof" | "onlyAlone">;
}

/** An edit after which the strips of the conflict might fit; tried on a copy before it is offered. */
export interface Try {
  readonly words: string;
  readonly edits: readonly Repair[];
  /** What the asking costs, in priority points. */
  readonly asking: number;
  /** A strip that is no longer to be in. */
  readonly without?: StripId;
  /** A rule that is asked to be waived. */
  readonly waivedRule?: string;
  /** See `Attempt`. */
  readonly instead?: ScenarioSnapshot;
  readonly grantedBy?: "station";
}
export interface TogetherKind {
  readonly id: string;
  tries(sought: Sought): Iterable<Try>;
}

/** A way out for several strips at once. */
export interface WayTogether extends Way {
  /** Whether all that were asked about then fit, or those of the conflict. */
  readonly frees: "all" | "these";
}

/** Tried of one kind, and offered of it. */
const TRIED = 8;
const OFFERED = 3;
/** Rounds in which what has lost its place is sought another. */
const FILL_ROUNDS = 2;

/** The cheapest first, as many as there is time for: each with a plan of the strips that the whole book has judged. */
export function waysTogether(sought: Sought): readonly WayTogether[] {
  const found: WayTogether[] = [];
  for (const kind of kinds) {
    if (sought.asking.isLate()) break;
    let [tried, offered] = [0, 0];
    for (const one of kind.tries(sought)) {
      if (sought.asking.isLate() || tried >= TRIED || offered >= OFFERED) break;
      tried += 1;
      const way = wayOf(sought, kind.id, one);
      if (!way || found.some((other) => other.words === way.words)) continue;
      offered += 1;
      found.push(way);
    }
  }
  return found.sort((a, b) => a.price - b.price || (a.words < b.words ? -1 : 1));
}

function wayOf(sought: Sought, kind: string, one: Try): WayTogether | null {
  const { whole, conflict, asking } = sought;
  const edited = one.instead ?? carriedOut(whole.snapshot, one.edits);
  if (!edited) return null;
  const room = edited === whole.snapshot ? sought.room : roomOf(edited);
  const holding: Holding = { ...EVERYTHING, rule: (id) => id !== one.waivedRule };
  const ask = (some: Iterable<StripId>) => {
    const ids = new Set(some);
    if (one.without) ids.delete(one.without);
    return fitOf(room, ids, holding, asking);
  };
  const these = ask(conflict.strips.members);
  if (these.is !== "fits") return null;
  const all = ask(sought.ids);
  const freed = all.is === "fits" ? sought.ids : new Set(conflict.strips.members);
  const { best } = all.is === "fits" ? all : these;
  const start = one.instead ? startCheck(edited) : whole.after(edited);
  const laid = standing({ ...sought, room }, start, best, one);
  // What the strips break where they stand today is no measure for where they will.
  const broken = effectOf(whole.after(sought.room.bare).report, laid.plan.report).breaks.filter(
    ({ ruleId }) => ruleId !== mustScenes.id,
  );
  const { asks } = effectOf(whole.report, laid.plan.report);
  if (!broken.every(({ ruleId }) => ruleId === one.waivedRule)) return null;
  const { out } = laid;
  const amount = broken.reduce((sum, f) => sum + f.amount, 0);
  const price =
    one.asking +
    objectiveOf(sought.sound.report).points +
    gainOf(sought, freed, one) -
    objectiveOf(laid.plan.report).points;
  const goes = [...whole.facts.placed.keys()].filter((id) => !laid.plan.facts.placed.has(id));
  const edits = [
    ...one.edits,
    ...(goes.length > 0 ? [{ commandId: returnStrips.id, input: { stripIds: goes } }] : []),
  ];
  return {
    kind,
    words: `${one.words}${leftText(room, out)}`,
    frees: all.is === "fits" ? "all" : "these",
    placements: laid.placements,
    edit: one.instead && one.edits.length === 0 ? null : asOne(merged(edits, laid.placements)),
    grantedBy: one.grantedBy ?? null,
    waives: one.waivedRule ? { ruleId: one.waivedRule, amount } : null,
    price: Math.round(price * 10) / 10,
    asks: [...new Set(asks.map((finding) => finding.message))],
  };
}

/** So many are named. */
const NAMED = 4;
const leftText = (room: Room, out: readonly StripId[]): string => {
  if (out.length === 0) return "";
  const named = out.length <= NAMED ? namesOf(room, out).replace(/^S/, "s") : `${out.length} other strips`;
  return `, with ${named} to the boneyard`;
};

/** The plan with strips where they go; the others stay where they still may, and find another place where there is one. */
function standing(
  { sound, room, asking }: Sought,
  start: Checked,
  placements: readonly Placement[],
  one: Try,
) {
  const { tables } = start.snapshot;
  const strip = tables.strip.map((s) =>
    s.id === one.without && s.startsAt !== null ? { ...s, startsAt: null, moduleId: null } : s,
  );
  const full = start.after({ ...start.snapshot, tables: withPlacements({ ...tables, strip }, placements) });
  const isSet = new Set(placements.map(({ stripId }) => stripId));
  const others = room.free.filter(({ id }) => !isSet.has(id));
  const kept = one.waivedRule ? full : cleared(full, others);
  const wasIn = (id: StripId) => sound.facts.placed.has(id) && id !== one.without;
  const out = room.free.filter(({ id }) => wasIn(id) && !kept.facts.placed.has(id));
  if (out.length === 0 || one.waivedRule) return { plan: kept, placements, out: out.map(({ id }) => id) };
  // Only what was in comes in again.
  const isOut = new Set(out.map(({ id }) => id));
  const held = kept.snapshot.tables.setUp.map((s) => {
    const of = s.stripId;
    return of !== null && !isOut.has(of) && !kept.facts.placed.has(of) ? { ...s, stripId: null } : s;
  });
  const asked = { ...kept.snapshot, tables: { ...kept.snapshot.tables, setUp: held } };
  const found = propose(
    { snapshot: asked, freedom: "open", movePoints: 0, seed: asking.seed },
    { rounds: FILL_ROUNDS, isStopped: asking.isLate },
  );
  const back = found?.placements.filter(({ stripId }) => isOut.has(stripId)) ?? [];
  const plan = kept.after({ ...kept.snapshot, tables: withPlacements(kept.snapshot.tables, back) });
  return {
    plan,
    placements: [...placements, ...back],
    out: out.map(({ id }) => id).filter((id) => !plan.facts.placed.has(id)),
  };
}

/** What the plan is worth more for the strips' being in at all. */
function gainOf({ sound }: Sought, ids: ReadonlySet<StripId>, { without }: Try): number {
  const at = sound.facts.days[0]?.wakesAt ?? epochSeconds(0);
  const missing = sound.snapshot.tables.strip.filter(
    ({ id, startsAt }) => ids.has(id) && startsAt === null && id !== without,
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
