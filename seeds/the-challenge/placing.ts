import { instant } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import type { Tables } from "#core/model/entities.ts";
import { moduleId } from "#core/model/ids.ts";

/** Strip, when its rig begins, where, and how many minutes of rig and shoot; without the latter, its own. */
export type Placing = readonly [
  stripId: string,
  startsAt: string,
  moduleId: string | null,
  rigMin: number,
  shootMin?: number,
];

/** Strips with some of them placed. @throws RangeError when there is no such strip. */
export function placed(strips: Tables["strip"], placings: readonly Placing[]): Tables["strip"] {
  const to = new Map(placings.map((placing) => [placing[0], placing]));
  const known = new Set<string>(strips.map((strip) => strip.id));
  for (const id of to.keys()) if (!known.has(id)) throw new RangeError(`there is no strip "${id}" to place`);
  return strips.map((strip) => {
    const placing = to.get(strip.id);
    if (!placing) return strip;
    const [, startsAt, where, rigMin, shootMin] = placing;
    return {
      ...strip,
      startsAt: instant(startsAt),
      moduleId: where === null ? null : moduleId.parse(where),
      rigMin: minutes(rigMin),
      shootMin: shootMin === undefined ? strip.shootMin : minutes(shootMin),
    };
  });
}
