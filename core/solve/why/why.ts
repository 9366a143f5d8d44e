import { count, list, moment } from "../../base/format.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { SceneId, StripId } from "../../model/ids.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { startCheck } from "../../rules/check.ts";
import type { Placement } from "../placement.ts";
import { NO_SHOOT_DAYS } from "../plan/notes.ts";
import { type Case, caseOf, edgesOf } from "./case.ts";
import { conflictOf } from "./conflict.ts";
import { ruled } from "./member.ts";
import { noSuchScene } from "./no-scene.ts";
import { leadOf, nameOfStrip, othersTold, type Told, toldOf } from "./told.ts";
import { type Way, waysOut } from "./ways/find.ts";
import { nearMissesOf } from "./ways/near-misses.ts";

/** Why a strip is not in. */
export interface WhyNot {
  readonly stripId: StripId;
  /** "12", "33 part 2". */
  readonly scene: string;
  /** Where it goes as the plan stands, where it does: nothing keeps it out. */
  readonly free: { readonly placement: Placement; readonly starts: number } | null;
  /** What it is in one sentence: what is missed by the least, where one thing alone is. */
  readonly lead: string | null;
  /** What cannot all hold, and would without any one; empty where nothing keeps it out. */
  readonly conflict: readonly Told[];
  /** Rules beside that of the conflict each of which keeps it out by itself: all of them would have to give way. */
  readonly others: readonly Told[];
  readonly ways: readonly Way[];
  /** Time was up before every way out was tried. */
  readonly isCut: boolean;
  /** What there is to know besides, in whole sentences. */
  readonly notes: readonly string[];
}

/** Strips of a scene that have no place and something to shoot, or the sentence that says why there are none to ask about. */
export function stripsToAsk(
  plan: ScenarioSnapshot,
  scene: { readonly number: string } | { readonly id: SceneId },
): Result<readonly StripId[], string> {
  const { tables } = plan;
  const found = tables.scene.find((s) => ("id" in scene ? s.id === scene.id : s.number === scene.number));
  if (!found) return err(noSuchScene(plan, "number" in scene ? scene.number : scene.id));
  const strips = tables.strip.filter((strip) => strip.sceneId === found.id);
  if (strips.length === 0)
    return err(
      `Scene ${found.number} has no strip, so that nothing of it can be placed. Give it one on the board.`,
    );
  const out = strips.filter((strip) => strip.startsAt === null && strip.status !== "shot");
  const [first] = strips;
  if (out.length === 0 && first)
    return err(
      first.startsAt === null
        ? `Scene ${found.number} is shot.`
        : `Scene ${found.number} is in: ${count(strips.length, "strip")}, from ${moment(first.startsAt)}.`,
    );
  const open = out.filter((strip) => tables.setUp.some((s) => s.stripId === strip.id && !s.isShot));
  return open.length > 0
    ? ok(open.map((strip) => strip.id))
    : err(`Scene ${found.number} has no set-up that is still to be shot.`);
}

/**
 * Why a strip of the boneyard has no place while everything else stays where it stands, and what would make one. Exact on the grid of the
 * board; ways out are sought until `isLate` says so. `onTold` is told the conflict as soon as it is known, and then every way out; not the
 * end. Null where there is no such strip, or it has a place.
 */
export function whyNot(
  snapshot: ScenarioSnapshot,
  stripId: StripId,
  isLate: () => boolean = () => false,
  onTold: (so: WhyNot) => void = () => undefined,
): WhyNot | null {
  const at = caseOf(snapshot, stripId);
  if (!at) return null;
  const scene = nameOfStrip(at.bare.facts, stripId);
  const none = { stripId, scene, free: null, lead: null, conflict: [], others: [], ways: [] };
  if (at.bare.facts.days.length === 0) return { ...none, isCut: false, notes: [NO_SHOOT_DAYS] };
  if (at.alone.shootAt.length === 0)
    return {
      ...none,
      isCut: false,
      notes: [`Scene ${scene} has no shoot window: its unit is given none in this plan.`],
    };
  const notes = blindNotes(at, scene);
  const conflict = conflictOf(at);
  if ("free" in conflict) {
    const [start = 0] = edgesOf(conflict.free, 1);
    const free = { placement: at.beside.placement(start), starts: conflict.free.length };
    return { ...none, free, isCut: false, notes };
  }
  const nearMisses = nearMissesOf(at, conflict);
  const barring = at.alone.barAll().filter((ruleId) => !conflict.members.includes(ruled(ruleId)));
  const told: WhyNot = {
    ...{ ...none, notes },
    lead: leadOf(at, conflict, nearMisses, barring),
    conflict: toldOf(at, conflict, nearMisses),
    others: othersTold(at, barring),
    // So long as not everything was tried.
    isCut: true,
  };
  if (isLate()) return told;
  onTold(told);
  const ways = waysOut({ at, conflict, isLate, whole: startCheck(snapshot), nearMisses }, (so) =>
    onTold({ ...told, ways: so }),
  );
  return { ...told, ways, isCut: isLate() };
}

/** What it is not judged by, wherever it could stand. */
function blindNotes({ alone }: Case, scene: string): readonly string[] {
  const blind = alone.blind();
  return blind.length === 0
    ? []
    : [
        `Wherever scene ${scene} could stand, ${list(blind)} cannot judge it for want of data: it is asked as if ${blind.length === 1 ? "that were kept" : "those were kept"}.`,
      ];
}
