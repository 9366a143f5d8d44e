import { amountText, list } from "../base/format.ts";
import { sceneOfStrip } from "../model/command/look-up.ts";
import type { Tables } from "../model/entities.ts";
import { keepsFromFitting } from "../model/finding.ts";
import { namedInSentence, titleOf } from "../rules/in-force.ts";
import type { Change } from "../scenario/effect.ts";
import { isOfWholePlan, type Search } from "./way.ts";

/** What an edit makes of another finding, as people are told. */
export interface SaidChange {
  readonly tone: Change["tone"];
  /** Of the rule. */
  readonly title: string;
  /** As a sentence names the rule: `script order`, `own rule "Nauka needs Shkaplerov"`. */
  readonly named: string;
  /** `12 min, new`, `12 min → 27 min`, `12 min, mended`, `cannot be judged then`. */
  readonly change: string;
  /** Who, where and which strips. */
  readonly message: string;
}

export function saidChange({ tone, finding, was, is }: Change, tables: Tables): SaidChange {
  const { unit, message, ruleId, kind } = finding;
  const size = (amount: number) => amountText(Math.round(amount * 10) / 10, unit);
  const change =
    kind === "unknown"
      ? `${is > was ? "cannot" : "can"} be judged then`
      : was === 0
        ? `${size(is)}, new`
        : is === 0
          ? `${size(was)}, mended`
          : `${size(was)} → ${size(is)}`;
  return {
    tone,
    title: titleOf(ruleId, tables),
    named: namedInSentence(ruleId, tables),
    message,
    change,
  };
}

/** What is left to do: by hand, by others, or nothing. Only what keeps a plan from fitting can be waived. */
function wayOut({ checked, finding }: Search): string {
  if (!keepsFromFitting(finding))
    return finding.level === "soft" ? "It costs points, and the plan fits with it." : "It is waived already.";
  return finding.strips.every((id) => checked.facts.placed.has(id))
    ? "Left to do: change several things by hand, take the scene to the boneyard and ask Why not?, or have it waived with a signature."
    : "Left to do: ask Why not?, which tries several edits at once, give up what it must hold, or have it waived with a signature.";
}

/** Where nothing is offered: what was tried, what stood in the way, and the way out. */
export function saidOfNone(search: Search, tried: readonly string[]): string {
  const { checked, finding, strips } = search;
  if (isOfWholePlan(finding))
    return "This is what the plan as a whole costs, and no one edit takes much of it. Propose looks for a plan that costs less.";
  const { facts, snapshot } = checked;
  const fixed = finding.strips.flatMap((id) => {
    const strip = facts.strips.get(id);
    return strip && !strips.includes(strip) ? [strip] : [];
  });
  const scenes = (those: typeof fixed) =>
    `${those.length > 1 ? "Scenes" : "Scene"} ${list(those.map((s) => sceneOfStrip(snapshot.tables, s)))} ${those.length > 1 ? "are" : "is"}`;
  const pinned = fixed.filter((s) => s.isPinned);
  const shot = fixed.filter((s) => !s.isPinned);
  const stands = [
    ...(pinned.length > 0 ? [`${scenes(pinned)} pinned: unpin to look for another place.`] : []),
    ...(shot.length > 0 ? [`${scenes(shot)} shot already.`] : []),
  ];
  const nothing =
    tried.length > 0
      ? `Tried one by one: ${tried.join(", ")}. None of it mends this without breaking something else.`
      : "";
  if (nothing === "" && stands.length === 0)
    return `No edit of the plan mends this: it is about what is known or granted. Change it where it is kept, or ask those who grant it${keepsFromFitting(finding) ? "; or have it waived with a signature" : ""}.`;
  return [nothing, ...stands, wayOut(search)].filter((sentence) => sentence !== "").join(" ");
}
