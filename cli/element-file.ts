import { count } from "#core/base/format.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { OrbitInput } from "#core/orbit/orbit-sources.ts";
import { vetOrbitData } from "#interchange/orbit-data.ts";
import { type Refusal, wrongUse } from "./verb.ts";

export interface ElementFile {
  readonly sets: readonly OrbitInput[];
  /** Sets that were left out and why, and sets that are at odds. */
  readonly warnings: readonly string[];
}

/** Element sets of one satellite, or why there are none to go by. */
export function readElementFile(
  text: string,
  path: string,
  today: EpochSeconds,
  satellite?: string,
): Result<ElementFile, Refusal> {
  const { adoptable, warnings, refusals } = vetOrbitData(text, { today, objects: null });
  const all = adoptable.flatMap((each) => (each.kind === "element-set" ? [each] : []));
  if (all.length === 0)
    return err(wrongUse([`${path} holds no element set that can be used.`, ...refusals].join("\n")));
  const satellites = [...new Set(all.map(({ source }) => source.catalogueNumber))];
  const asked = satellite ?? satellites[0];
  if (satellite === undefined && satellites.length > 1)
    return err(
      wrongUse(
        `${path} holds sets of ${count(satellites.length, "satellite")}. Choose one: --satellite ${satellites.slice(0, 5).join(" or ")}.`,
      ),
    );
  const sets = all.filter(({ source }) => source.catalogueNumber === asked);
  if (sets.length === 0)
    return err(
      wrongUse(`${path} holds no set of satellite ${asked}; it has ${satellites.slice(0, 10).join(", ")}.`),
    );
  return ok({ sets: sets.map(({ input }) => input), warnings: [...refusals, ...warnings] });
}
