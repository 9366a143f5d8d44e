import type { Refusal } from "../command.ts";
import type { Tables } from "../entities.ts";
import type { Strip } from "../strip.ts";

/** Small look-ups that several commands need. */
export const stripOf = (tables: Tables, id: string): Strip | undefined =>
  tables.strip.find((strip) => strip.id === id);

/** `12`, or `12 part 2` of a split scene. */
export function sceneOfStrip(tables: Tables, strip: Pick<Strip, "sceneId" | "part" | "parts">): string {
  const number = tables.scene.find((scene) => scene.id === strip.sceneId)?.number ?? "?";
  return strip.parts > 1 ? `${number} part ${strip.part}` : number;
}

/** Refused, since it is gone: deleted meanwhile, by somebody else or in another tab. */
export const missing = (what: string): Refusal => ({
  message: `This ${what} is no longer there. Reload the page to see the plan as it is.`,
});
