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
import type { LinearSolver } from "../../engine/linear.ts";
import { type Placement, withPlacements } from "../../placement.ts";
import { cleared } from "../../plan/cleared.ts";
import { objectiveOf } from "../../propose.ts";
import { carriedOut } from "../ways/carried-out.ts";
import { merged, type Way } from "../ways/find.ts";
import type { TogetherConflict } from "./conflict.ts";
import { EVERYTHING, fitOf, type Holding } from "./fit.ts";
import { kinds } from "./kinds/index.ts";
import { type Room, roomOf } from "./room.ts";
import { namesOf } from "./told.ts";

/** What ways out of a conflict of several strips are sought from. */
export interface Sought {
  readonly room: Room;
  readonly conflict: TogetherConflict;
  /** All that are asked about; those of the conflict are among them. */
  readonly ids: ReadonlySet<StripId>;
  /** The plan as it is, by the whole book. */
  readonly whole: Checked;
  readonly solver: LinearSolver | null;
  isLate(): boolean;
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

/** The cheapest first, as many as there is time for: each with a plan of the strips that the whole book has judged. */
export function waysTogether(sought: Sought): readonly WayTogether[] {
  const found: WayTogether[] = [];
  for (const kind of kinds) {
    if (sought.isLate()) break;
    let [tried, offered] = [0, 0];
    for (const one of kind.tries(sought)) {
      if (sought.isLate() || tried >= TRIED || offered >= OFFERED) break;
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
  const { whole, conflict, isLate, solver } = sought;
  const edited = one.instead ?? carriedOut(whole.snapshot, one.edits);
  if (!edited) return null;
  const room = edited === whole.snapshot ? sought.room : roomOf(edited);
  const holding: Holding = { ...EVERYTHING, rule: (id) => id !== one.waivedRule };
  const ask = (some: Iterable<StripId>) => {
    const ids = new Set(some);
    if (one.without) ids.delete(one.without);
    return fitOf(room, ids, holding, { isLate, solver });
  };
  const these = ask(conflict.strips.members);
  if (these.is !== "fits") return null;
  const all = ask(sought.ids);
  const { best } = all.is === "fits" ? all : these;
  const start = one.instead ? startCheck(edited) : whole.after(edited);
  const laid = standing(start, best, one.without);
  const { breaks, asks } = effectOf(whole.report, laid.plan.report);
  const broken = breaks.filter(({ ruleId }) => ruleId !== mustScenes.id);
  if (!broken.every(({ ruleId }) => ruleId === one.waivedRule)) return null;
  const out = laid.out.filter((id) => id !== one.without);
  const amount = broken.reduce((sum, f) => sum + f.amount, 0);
  const price =
    one.asking +
    objectiveOf(whole.report).points +
    gainOf(sought, one) -
    objectiveOf(laid.plan.report).points;
  const edits = [
    ...one.edits,
    ...(laid.out.length > 0 ? [{ commandId: returnStrips.id, input: { stripIds: laid.out } }] : []),
  ];
  return {
    kind,
    words: `${one.words}${out.length > 0 ? `, with ${namesOf(room, out).replace(/^S/, "s")} to the boneyard` : ""}`,
    frees: all.is === "fits" ? "all" : "these",
    placements: best,
    edit: one.instead && one.edits.length === 0 ? null : asOne(merged(edits, best)),
    grantedBy: one.grantedBy ?? null,
    waives: one.waivedRule ? { ruleId: one.waivedRule, amount } : null,
    price: Math.round(price * 10) / 10,
    asks: [...new Set(asks.map((finding) => finding.message))],
  };
}

/** The plan with strips where they go, and the others where they stand as far as they still may. */
function standing(start: Checked, placements: readonly Placement[], without: StripId | undefined) {
  const { tables } = start.snapshot;
  const isOut = (id: StripId) => id === without;
  const strip = tables.strip.map((s) =>
    isOut(s.id) && s.startsAt !== null ? { ...s, startsAt: null, moduleId: null } : s,
  );
  const full = start.after({ ...start.snapshot, tables: withPlacements({ ...tables, strip }, placements) });
  const placed = new Set(placements.map(({ stripId }) => stripId));
  const others = tables.strip.filter(
    ({ id, isPinned, status }) => !placed.has(id) && !isPinned && status !== "shot",
  );
  const plan = cleared(full, others);
  const before = new Set(start.facts.placed.keys());
  return { plan, out: [...before].filter((id) => !plan.facts.placed.has(id)) };
}

/** What the plan is worth more for the strips' being in at all. */
function gainOf({ whole, ids }: Sought, { without }: Try): number {
  const at = whole.facts.days[0]?.wakesAt ?? epochSeconds(0);
  const missing = whole.snapshot.tables.strip.filter(
    ({ id, startsAt }) => ids.has(id) && startsAt === null && id !== without,
  );
  const placements = missing.map(({ id: stripId, rigMin, shootMin }) => ({
    ...{ stripId, rigMin, shootMin },
    startsAt: at,
    moduleId: whole.facts.scenes.get(whole.facts.strips.get(stripId)?.sceneId as never)?.moduleId ?? null,
  }));
  const tables = withPlacements(whole.snapshot.tables, placements);
  return tierPoints(whole) - tierPoints(whole.after({ ...whole.snapshot, tables }));
}
const tierPoints = ({ report }: Checked): number =>
  objectiveOf(report).parts.find(({ ruleId }) => ruleId === tiers.id)?.points ?? 0;
