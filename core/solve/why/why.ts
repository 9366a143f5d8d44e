import { count, list, moment } from "../../base/format.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { SceneId, StripId } from "../../model/ids.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { startCheck } from "../../rules/check.ts";
import type { Placement } from "../placement.ts";
import { caseOf, edgesOf } from "./case.ts";
import { conflictOf } from "./conflict.ts";
import { ruled } from "./member.ts";
import { nameOfStrip, type Told, toldOf } from "./told.ts";
import { type Way, waysOut } from "./ways/find.ts";
import { nearMissesOf } from "./ways/near-misses.ts";

/** Why a strip is not in. */
export interface WhyNot {
  readonly stripId: StripId;
  /** "12", "33 part 2". */
  readonly scene: string;
  /** Where it goes as the plan stands, where it does: nothing keeps it out. */
  readonly free: { readonly placement: Placement; readonly starts: number } | null;
  /** What cannot all hold, and would without any one; empty where nothing keeps it out. */
  readonly conflict: readonly Told[];
  readonly ways: readonly Way[];
  /** Time was up before every way out was tried. */
  readonly isCut: boolean;
  /** What there is to know besides, in whole sentences. */
  readonly notes: readonly string[];
}

/** Strips of a scene that have no place and something to shoot, or the sentence that says why there are none to ask about. */
export function stripsToAsk(
  { tables }: ScenarioSnapshot,
  scene: { readonly number: string } | { readonly id: SceneId },
): Result<readonly StripId[], string> {
  const found = tables.scene.find((s) => ("id" in scene ? s.id === scene.id : s.number === scene.number));
  if (!found) return err(`There is no scene ${"number" in scene ? scene.number : scene.id}.`);
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
 * board; ways out are sought until `isLate` says so. Null where there is no such strip, or it has a place.
 */
export function whyNot(
  snapshot: ScenarioSnapshot,
  stripId: StripId,
  isLate: () => boolean = () => false,
): WhyNot | null {
  const at = caseOf(snapshot, stripId);
  if (!at) return null;
  const scene = nameOfStrip(at.bare.facts, stripId);
  const none = { stripId, scene, free: null, conflict: [], ways: [], isCut: false, notes: [] };
  if (at.alone.shootAt.length === 0)
    return { ...none, notes: [`Scene ${scene} has no shoot window: its unit has none on the window page.`] };
  const conflict = conflictOf(at);
  if ("free" in conflict) {
    const [start = 0] = edgesOf(conflict.free, 1);
    return { ...none, free: { placement: at.beside.placement(start), starts: conflict.free.length } };
  }
  const told = toldOf(at, conflict);
  const ways = isLate()
    ? []
    : waysOut({
        ...{ at, conflict, isLate },
        whole: startCheck(snapshot),
        nearMisses: nearMissesOf(at, conflict),
      });
  const isCut = isLate();
  const others = at.alone.barAll().filter((ruleId) => !conflict.members.includes(ruled(ruleId)));
  const notes = [
    ...(others.length > 0
      ? [`Each of these keeps scene ${scene} out by itself as well: ${list(others)}.`]
      : []),
  ];
  return { ...none, conflict: told, ways, isCut, notes };
}
