import type { Minutes } from "../../base/quantity.ts";
import type { StripId } from "../../model/ids.ts";
import type { Scene } from "../../model/scene.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";
import { type Checked, startCheck } from "../../rules/check.ts";
import { rules as allRules } from "../../rules/index.ts";
import { type Lengths, lengthsOf } from "../plan/lengths.ts";
import { type Views, viewsOf } from "../plan/views.ts";
import { type Alone, aloneOf } from "./alone.ts";
import { type Beside, besideOthers } from "./beside.ts";

const hardRules = allRules.filter((rule) => rule.level === "hard");

/** A strip that has no place, and what is asked about it. */
export interface Case {
  readonly strip: Strip;
  readonly scene: Scene;
  /** Lengths that its rig may have, the shortest first. */
  readonly rigs: readonly Minutes[];
  readonly lengths: Lengths;
  readonly views: Views;
  /** The plan as it is, by the hard rules. */
  readonly bare: Checked;
  readonly alone: Alone;
  readonly beside: Beside;
}

/** Null where there is no such strip or scene, or the strip has a place. */
export function caseOf(snapshot: ScenarioSnapshot, stripId: StripId): Case | null {
  const bare = startCheck(snapshot, hardRules);
  const { facts } = bare;
  const strip = facts.strips.get(stripId);
  const scene = strip && facts.scenes.get(strip.sceneId);
  if (!strip || !scene || strip.startsAt !== null) return null;
  const lengths = lengthsOf(snapshot, facts);
  const views = viewsOf(snapshot, hardRules);
  const alone = aloneOf(views, lengths, strip);
  const rigs = [...new Set(lengths.rigs(strip, scene))].sort((a, b) => a - b);
  return {
    strip,
    scene,
    rigs,
    lengths,
    views,
    bare,
    alone,
    beside: besideOthers(bare, views, lengths, alone),
  };
}

/** Of starts in order the first and the last of every stretch, at most so many. */
export function edgesOf(starts: readonly number[], most: number): readonly number[] {
  const edges = starts.filter((start, i) => starts[i - 1] !== start - 1 || starts[i + 1] !== start + 1);
  if (edges.length <= most) return edges;
  return Array.from({ length: most }, (_, i) => edges[Math.floor((i * edges.length) / most)] as number);
}

/** The starts at which nothing hard breaks, alone and beside the others. */
export const freeStarts = ({ alone, beside }: Case): readonly number[] =>
  [...alone.shootAt.keys()].filter(
    (start) => alone.barOf(start) === null && beside.clashes(start).length === 0,
  );
