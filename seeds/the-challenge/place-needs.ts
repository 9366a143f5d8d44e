import type { Written } from "../rows.ts";
import type { SceneText, Shot } from "./breakdown.ts";

type SetUp = Written<"setUp">;

/** Light that leaves a level to nobody: the Sun through a pane, a torch, a screen. */
const UNLIT = ["No lamps: window light only", "Tablet glow only, shutters open", "Head torch", "Laptop glow"];

/** Lux on the faces: what a camera of the time likes by day, and by night with the iris open. Assumption [G]. */
function luxFor({ elements, unit = "main", when }: SceneText, { light = "any", lux }: Shot): number | null {
  if (lux !== undefined) return lux;
  const isUnlit = (elements?.lighting ?? []).some((name) => UNLIT.includes(name));
  if (unit !== "main" || light !== "any" || isUnlit) return null;
  return when === "DAY" ? 500 : 150;
}

/**
 * What a set-up asks of its room. Which ones stand in the way, which stop the fans and what floats free follows from what the
 * illustrative breakdown describes; approvals are illustrative: how the film's liquids were approved was not published.
 */
export function placeNeeds(scene: SceneText, shot: Shot): Partial<SetUp> {
  const { blocks, cable, fansOff, liquid, clear } = shot;
  return {
    lux: luxFor(scene, shot),
    clearWidthCm: clear?.[0] ?? null,
    clearHeightCm: clear?.[1] ?? null,
    clearLengthCm: clear?.[2] ?? null,
    blocksPassage: blocks ?? false,
    hatchCable: cable ?? "none",
    fansOff: fansOff ?? false,
    freeLiquid: liquid ?? "none",
    freeLiquidApproval: liquid ? `Safety sheet FL-${scene.number} (illustrative)` : "",
    isContained: liquid !== undefined,
  };
}
