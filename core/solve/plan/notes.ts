import { listSome } from "../../base/format.ts";
import type { Tables } from "../../model/entities.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import type { Fault } from "../engine/problem.ts";
import type { Compiled } from "./compile.ts";
import type { Freedom } from "./fixed.ts";

export const nothingToPlan = (freedom: Freedom, { scene: scenes }: Pick<Tables, "scene">): string =>
  scenes.length === 0
    ? "Nothing to plan: there are no scenes yet. Write or import scenes with their set-ups first."
    : freedom === "open"
      ? "Nothing to plan: no strip in the boneyard has a set-up to shoot. Take strips off the board, or let everything that is not pinned move."
      : "Nothing to plan: every strip with set-ups to shoot is pinned or shot. Unpin what may move.";

/** Of a plan in which nothing can stand, whatever it is. */
export const NO_SHOOT_DAYS =
  "The plan has no shoot days, so that nothing can have a place in it. Give it its days first.";

/** A plan that the engine does not take: more than it can hold, as a rule. */
export const beyondTheSearch = ([fault]: readonly Fault[]): string =>
  `This plan cannot be searched (${fault ? `${fault.at} ${fault.what}` : "its size"}). Plan fewer strips or days at once.`;

export const PINS_DO_NOT_STAND =
  "What does not move cannot stand together as it is, so that nothing could be planned around it. Unpin a strip, or let everything that is not pinned move.";

/** So many scenes a note names; of more only how many there are. */
const NAMED = 20;

/** What a person has to know of a problem before they trust its solution. */
export function notesOn({ nowhere, unjudged, inTheWay }: Compiled, facts: Facts): readonly string[] {
  const named = (ids: readonly StripId[]) => {
    const numbers = ids
      .map((id) => {
        const strip = facts.strips.get(id);
        const scene = strip && facts.scenes.get(strip.sceneId);
        return `${scene?.number ?? "?"}${strip && strip.parts > 1 ? ` (part ${strip.part})` : ""}`;
      })
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    return `${ids.length === 1 ? "Scene" : "Scenes"} ${listSome(numbers, NAMED)}`;
  };
  const notes: string[] = [];
  if (facts.days.length === 0) return [NO_SHOOT_DAYS];
  if (nowhere.length > 0)
    notes.push(
      `${named(nowhere)} ${nowhere.length === 1 ? "fits" : "fit"} nowhere, even with nothing else in the plan, and ${nowhere.length === 1 ? "is" : "are"} left out. Why not? says why.`,
    );
  if (unjudged.length > 0)
    notes.push(
      `${named(unjudged)} cannot be judged wholly wherever ${unjudged.length === 1 ? "it stands" : "they stand"}, and ${unjudged.length === 1 ? "is" : "are"} planned all the same: what is not known stands among the findings.`,
    );
  if (inTheWay.length > 0)
    notes.push(
      `${named(inTheWay)} ${inTheWay.length === 1 ? "stands" : "stand"} over other strips that do not move, or too near to them: planned around as ${inTheWay.length === 1 ? "it stands" : "they stand"}. Unpin or move one of them.`,
    );
  return notes;
}
