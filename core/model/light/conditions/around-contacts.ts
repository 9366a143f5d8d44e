import { type Profile, profile } from "../../../base/profile.ts";
import type { SunCrossing } from "../../light-table.ts";
import type { LightChoices } from "../choices.ts";
import { colourAround, once, untold } from "../light-times.ts";
import type { Outside } from "../outside.ts";
import type { Told } from "./condition.ts";

const around = once((table, key): Profile => {
  const [kind, beforeMin, afterMin] = JSON.parse(key) as [SunCrossing["kind"], number, number];
  return profile(
    table.crossings.filter((c) => c.kind === kind).flatMap((c) => colourAround(c, { beforeMin, afterMin })),
  );
});

/** The minutes around every crossing of one kind. */
export const aroundContacts = (
  kind: SunCrossing["kind"],
  { light }: Outside,
  { beforeMin, afterMin }: LightChoices,
): Told => ({
  certain: around(light, JSON.stringify([kind, beforeMin, afterMin])),
  unknown: untold(light),
});
