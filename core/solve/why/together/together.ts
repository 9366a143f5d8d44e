import type { StripId } from "../../../model/ids.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import { startCheck } from "../../../rules/check.ts";
import type { LinearSolver } from "../../engine/linear.ts";
import type { Placement } from "../../placement.ts";
import { cleared } from "../../plan/cleared.ts";
import { NO_SHOOT_DAYS } from "../../plan/notes.ts";
import { type Steps, stepsOf } from "../steps.ts";
import { nameOfStrip, type Told } from "../told.ts";
import type { Asking } from "./asking.ts";
import { isShown, type TogetherConflict, type TogetherFound, togetherConflict } from "./conflict.ts";
import { type Fit, fitOf } from "./fit.ts";
import { EVERYTHING } from "./holding.ts";
import { type Ground, laidOver, type WayTogether } from "./laid.ts";
import { type Room, roomFrom, roomOf } from "./room.ts";
import { namesOf, toldTogether } from "./told.ts";
import { waysTogether } from "./ways.ts";

/** Some of the strips, of which it is proved that they cannot all be in. */
export interface FewTogether {
  readonly strips: readonly StripId[];
  /** "4", "33 part 2". */
  readonly scenes: readonly string[];
  /** So many of them can be in at most. */
  readonly most: number;
  /** Every member was shown to be needed. */
  readonly isMinimal: boolean;
  readonly told: readonly Told[];
  readonly ways: readonly WayTogether[];
}

/** Whether strips can all be in, wherever they stand. */
export interface WhyTogether {
  readonly strips: readonly StripId[];
  /** `fits`: there is a plan of them, judged by the whole book. `never`: it is proved that there is none. `open`: neither. */
  readonly is: Fit["is"];
  /** Those that fit nowhere even by themselves: each is to be asked about alone. */
  readonly nowhere: readonly StripId[];
  /** A plan with all of them, where one was found, or of as many as were. */
  readonly plan: readonly Placement[];
  /** So many of them can be in at most, as far as it is proved. */
  readonly most: number;
  readonly conflicts: readonly FewTogether[];
  /** That all of them fit where some have no place: the plan with them in it, as one edit, judged by the whole book. */
  readonly place: WayTogether | null;
  /** What ended it before all was worked out and every way out was tried: its steps, or the clock; null: nothing did. */
  readonly cutBy: "steps" | "clock" | null;
  /** What there is to know besides, in whole sentences. */
  readonly notes: readonly string[];
}

/** Sets that have no strip in common; more are not sought. */
const MOST_SETS = 3;
/** What was left open is looked for again, each time so many times as long, as long as there is time. */
const MORE = 2;
const MOST_EFFORT = 64;

export interface AskedTogether {
  /** Proves more than prices alone can; see core/solve/highs. */
  readonly solver?: LinearSolver | null;
  /** Whole; the same seed and steps give the same answer, where the clock does not end it before. */
  readonly seed?: number;
  /** How much is looked at; absent: all there is. */
  readonly steps?: Steps;
  /** Told as soon as there is something to tell; ways out come later. */
  onProgress?(so: WhyTogether): void;
}

/** Everything that is looked at once and for all. */
const A_LOT = 20_000;

/**
 * Whether strips can all be in, wherever they and all others that may move stand; if not, minimal sets of them with the rules and
 * accounts that keep them apart, and ways out. `never` is said only of what the bound proves, whatever else is in the plan; what is
 * pinned or shot stays. Proofs are on the board's grid, of a unit that works off one placement after the other. Unknown strips and those
 * without a set-up to shoot are not asked about.
 */
export function whyNotTogether(
  snapshot: ScenarioSnapshot,
  asked: readonly StripId[],
  { solver = null, seed = 1, steps = stepsOf(A_LOT), onProgress = () => undefined }: AskedTogether = {},
): WhyTogether {
  const room = roomOf(snapshot);
  const isFree = new Set(room.free.map(({ id }) => id));
  const strips = [...new Set(asked)].filter((id) => isFree.has(id));
  if (strips.length > 0 && room.facts.days.length === 0)
    return {
      ...{ strips, is: "never", nowhere: [], plan: [], most: 0, conflicts: [], place: null, cutBy: null },
      notes: [NO_SHOOT_DAYS],
    };
  const { isLate } = steps;
  const asking = { isLate, solver, seed };
  const rest = new Set(strips);
  const nowhere: StripId[] = [];
  let fit = fitOf(room, rest, EVERYTHING, asking);
  // What fits nowhere leaves no rig standing for others.
  while (fit.nowhere.length > 0) {
    for (const id of fit.nowhere) rest.delete(id);
    nowhere.push(...fit.nowhere);
    fit = fitOf(room, rest, EVERYTHING, asking);
  }
  const answer = (more: Partial<WhyTogether> = {}): WhyTogether => ({
    ...{ strips, nowhere, plan: fit.best, most: fit.most, conflicts: [], place: null },
    is: nowhere.length > 0 ? "never" : fit.is,
    notes: notesOn(room, { asked: strips.length, nowhere, rest, fit }),
    cutBy: steps.endedBy(),
    ...more,
  });
  for (let effort = MORE; fit.is === "open" && effort <= MOST_EFFORT && !isLate(); effort *= MORE) {
    onProgress(answer());
    fit = moreOf(room, rest, fit, { ...asking, effort });
  }
  if (fit.is === "open") return answer({ cutBy: steps.endedBy() ?? "steps" });

  const whole = startCheck(snapshot);
  const ground: Ground = { room, whole, sound: cleared(whole, room.free), asking };
  if (fit.is === "fits") return answer({ place: placeOf(ground, rest, fit, snapshot), cutBy: null });

  const sets: Set_[] = [];
  const conflicts = () => sets.map(({ few }) => few);
  let next: Fit = fit;
  while (next.is === "never" && rest.size > 0 && sets.length < MOST_SETS) {
    const found = togetherConflict(room, rest, next, asking);
    const { conflict } = found;
    // A second set that was not worked out tells less than none.
    if (sets.length > 0 && !conflict.strips.isWhole) break;
    const few = fewToldOf(room, conflict, []);
    onProgress(answer({ conflicts: [...conflicts(), few], cutBy: "clock" }));
    const ways = isLate() ? [] : waysTogether({ ...ground, conflict, ids: new Set(rest) });
    sets.push({ found, conflict, few: { ...few, ways } });
    for (const id of conflict.strips.members) rest.delete(id);
    if (isLate() || rest.size === 0) break;
    next = fitOf(room, rest, EVERYTHING, { ...asking, onlyProof: true });
  }
  // What is left of the time shows of more members that they are needed.
  for (let effort = LONGER; effort <= MOST_LONGER && !isLate(); effort *= MORE)
    for (const set of sets) {
      if (isShown(set.conflict)) continue;
      set.conflict = set.found.shown(set.conflict, effort);
      set.few = fewToldOf(room, set.conflict, set.few.ways);
    }
  return answer({ conflicts: conflicts() });
}

/** A set while it is worked out. */
interface Set_ {
  readonly found: TogetherFound;
  conflict: TogetherConflict;
  few: FewTogether;
}
/** So many times as long it is looked for whether members are needed, when all else is done: longer than while the set was worked out. */
const [LONGER, MOST_LONGER] = [16, 64];

const fewToldOf = (room: Room, conflict: TogetherConflict, ways: readonly WayTogether[]): FewTogether => ({
  strips: conflict.strips.members,
  scenes: conflict.strips.members.map((id) => nameOfStrip(room.facts, id)),
  most: conflict.most,
  isMinimal: isShown(conflict),
  told: toldTogether(room, conflict),
  ways,
});

/** Looks again, from the largest plan so far and another way; what was known is not lost. */
function moreOf(room: Room, ids: ReadonlySet<StripId>, known: Fit, asking: Asking & { effort: number }): Fit {
  const seed = asking.seed + asking.effort;
  const found = fitOf(roomFrom(room, known.best), ids, EVERYTHING, { ...asking, seed });
  const held = ({ best }: Fit) => best.filter(({ stripId }) => ids.has(stripId)).length;
  return {
    ...found,
    best: held(found) >= held(known) ? found.best : known.best,
    most: Math.min(found.most, known.most),
  };
}

/** The plan with those of the strips in it that have no place, where all of them fit. */
function placeOf(
  ground: Ground,
  ids: ReadonlySet<StripId>,
  { best }: Fit,
  edited: ScenarioSnapshot,
): WayTogether | null {
  const { placed } = ground.whole.facts;
  if ([...ids].every((id) => placed.has(id))) return null;
  const laying = {
    ...{ kind: "place", asked: "", edited, room: ground.room, best },
    one: { words: ids.size === 1 ? "Place it" : "Place them", edits: [], asking: 0 },
    ...{ freed: ids, frees: "all" as const },
  };
  return laidOver(ground, laying, true) ?? laidOver(ground, laying, false);
}

/** What there is to know besides, in whole sentences. */
function notesOn(
  room: Room,
  {
    asked,
    nowhere,
    rest,
    fit,
  }: { asked: number; nowhere: readonly StripId[]; rest: ReadonlySet<StripId>; fit: Fit },
): readonly string[] {
  const notes: string[] = [];
  if (nowhere.length > 0)
    notes.push(
      `${namesOf(room, nowhere)} ${nowhere.length === 1 ? "fits" : "fit"} nowhere even with nothing else in the plan: ask about ${nowhere.length === 1 ? "it" : "each"} alone.`,
    );
  if (nowhere.length > 0 && fit.is === "fits" && rest.size > 1)
    notes.push(`The other ${rest.size} fit together: a plan of them was found and judged by the whole book.`);
  if (fit.is === "open")
    notes.push(
      `Neither a plan with ${rest.size === asked ? "all of them" : "the others"} was found nor a proof that there is none; ${fit.best.filter(({ stripId }) => rest.has(stripId)).length} of ${rest.size} were found a place together.`,
    );
  return notes;
}
