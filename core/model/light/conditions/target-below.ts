import { type Profile, profile } from "../../../base/profile.ts";
import type { TargetPass } from "../../light-table.ts";
import { lessMargin, once, untold } from "../light-times.ts";
import type { LightCondition } from "./condition.ts";

/** Civil twilight ends here; the ground is dark and its lamps are lit. */
const NIGHT_BELOW_DEG = -6;

/** Light on the ground, from the height of the Sun there. */
export const groundLight = (sunElevationDeg: number): "day" | "twilight" | "night" =>
  sunElevationDeg > 0 ? "day" : sunElevationDeg < NIGHT_BELOW_DEG ? "night" : "twilight";

const isLitAs = ({ sunElevationDeg }: TargetPass, asked: string) =>
  asked === "any" || groundLight(sunElevationDeg) === asked;

const over = once((table, key): Profile => {
  const [targetId, asked] = JSON.parse(key) as [string, string];
  return profile(
    table.targets.filter((pass) => pass.targetId === targetId && isLitAs(pass, asked)).flatMap(lessMargin),
  );
});

export const targetBelow: LightCondition = {
  id: "target-below",
  sentence: "The target lies within its radius of the point below, by day or by night there as asked.",
  isAsked: ({ targetId }) => targetId !== null,
  times: ({ targetId, targetLight }, { light }) => ({
    certain: over(light, JSON.stringify([targetId, targetLight])),
    unknown: untold(light),
  }),
  lacking: () => "without its target below",
};
