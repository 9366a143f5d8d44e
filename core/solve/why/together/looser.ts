import { epochSeconds, type Minutes, minutes } from "../../../base/quantity.ts";
import type { Facts } from "../../../model/facts.ts";
import type { Strip } from "../../../model/strip.ts";
import { rigTime } from "../../../rules/rig-time.ts";
import { slowdown } from "../../../rules/slowdown.ts";
import type { ProblemSpec } from "../../engine/problem.ts";
import type { Compiled } from "../../plan/compile.ts";
import type { Lengths } from "../../plan/lengths.ts";
import type { Holding } from "./holding.ts";

/** A problem made looser, so that what is proved of it holds whatever else is in the plan. */

/**
 * As short as the rules that give lengths could make them, where they are let go: who lets go of a rule must not end with longer rigs
 * than it asks for. `ruled`: by the whole book.
 */
export function notLonger(
  own: Lengths,
  ruled: Lengths,
  { rule: holds }: Holding,
  { scenes }: Facts,
): Lengths {
  const rigOf = (strip: Strip): Minutes => {
    const scene = scenes.get(strip.sceneId);
    return minutes(Math.min(strip.rigMin, ...(scene ? ruled.rigs(strip, scene) : [])));
  };
  const shootOf = (strip: Strip): Minutes =>
    minutes(Math.min(strip.shootMin, ...ruled.shoots(strip).map(({ shootMin }) => shootMin)));
  return {
    ...own,
    ...(holds(rigTime.id) ? {} : { rigs: (strip) => [rigOf(strip)], rigAfter: rigOf }),
    ...(holds(slowdown.id)
      ? {}
      : {
          shoots: (strip) => [{ from: epochSeconds(Number.NEGATIVE_INFINITY), shootMin: shootOf(strip) }],
          shoot: shootOf,
        }),
  };
}

/**
 * Rigs as short as others of the boneyard could make them by standing before: a proof is to hold whatever else is in the plan. What
 * stands before takes the unit no less time than the longer rig: see `besideOthers`.
 */
export function shortened(lengths: Lengths, all: readonly Strip[], { scenes }: Facts): Lengths {
  const moduleOf = ({ sceneId }: Strip) => scenes.get(sceneId)?.moduleId;
  return {
    ...lengths,
    rigs(strip, scene) {
      const own = lengths.rigs(strip, scene);
      const [same, relit] = own;
      if (same === undefined || relit === undefined) return own;
      const others = all.filter(({ id }) => id !== strip.id);
      if (others.some(({ sceneId }) => sceneId === scene.id)) return own.map(() => same);
      return others.some((other) => moduleOf(other) === scene.moduleId) ? [same, relit, relit] : own;
    },
  };
}

/** The time that a rig is shorter in company is no time won for the unit: the company's own rig takes as much. */
export function besideOthers(
  spec: ProblemSpec,
  { loose, lengths, facts }: { loose: Compiled; lengths: Lengths; facts: Facts },
): ProblemSpec {
  const at = (start: number) =>
    loose.shootOf({ item: 0, option: 0, unit: 0, day: 0, level: 0, start }).shootAt;
  const tickMin = (at(1) - at(0)) / 60;
  /** By configuration and level: ticks by which the rigs of all strips in it are shorter, at least. */
  const won = new Map<number, number[]>();
  for (const [i, { options, pinned }] of spec.items.entries())
    for (const option of options) {
      const strip = facts.strips.get(loose.stripOf(i));
      const scene = strip && facts.scenes.get(strip.sceneId);
      const rigs = strip && scene ? lengths.rigs(strip, scene) : [];
      const less = option.levels.map(({ lead }, level) =>
        pinned ? 0 : Math.max(0, Math.floor((rigs[level] ?? 0) / tickMin) - lead),
      );
      const known = won.get(option.class);
      won.set(option.class, known ? known.map((ticks, level) => Math.min(ticks, less[level] ?? 0)) : less);
    }
  // Days begin where the first rig of a strip may: with the time that it is shorter before it.
  const most = Math.max(0, ...[...won.values()].flat());
  const days = spec.days.map(({ from, to }, d) => ({
    from: Math.max(from - most, spec.days[d - 1]?.to ?? 0, 0),
    to,
  }));
  return {
    ...spec,
    days,
    transition(before, now) {
      const plain = spec.transition(before, now);
      return { ...plain, gap: plain.gap + (won.get(now)?.[plain.level] ?? 0) };
    },
  };
}
