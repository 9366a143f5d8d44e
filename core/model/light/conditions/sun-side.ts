import { crossings } from "../../../base/crossings.ts";
import { type Profile, profile } from "../../../base/profile.ts";
import { type EpochSeconds, seconds } from "../../../base/quantity.ts";
import type { SetUp } from "../../scene.ts";
import { certainly, known, once } from "../light-times.ts";
import { turnedAway } from "../outside.ts";
import { azimuthOf, directionUntold, sunDirectionAt } from "../sun-direction.ts";
import type { LightCondition } from "./condition.ts";

/** How far an azimuth lies outside a range that runs clockwise; 0 inside. Degrees. */
export function degreesOff(azimuth: number, fromDeg: number, toDeg: number): number {
  const along = (angle: number) => (((angle - fromDeg) % 360) + 360) % 360;
  const [here, width] = [along(azimuth), along(toDeg)];
  return here <= width ? 0 : Math.min(here - width, 360 - here);
}

/** The range a set-up asks for. */
export const sideAsked = ({ sunFromDeg, sunToDeg }: SetUp) =>
  sunFromDeg === null || sunToDeg === null ? null : { fromDeg: sunFromDeg, toDeg: sunToDeg };

/** The Sun swings over a side in minutes: the ends of its stretches are found to a second, those under half a minute may be missed. */
const SEARCH = { step: seconds(30), tolerance: seconds(1) };

const onSide = once((table, key): Profile => {
  const [fromDeg, toDeg] = JSON.parse(key) as [number, number];
  const middle = fromDeg + ((((toDeg - fromDeg) % 360) + 360) % 360) / 2;
  const half = middle - fromDeg;
  const inside = (at: EpochSeconds) => {
    const sun = sunDirectionAt(table, at);
    if (!sun) return -180;
    const away = (((azimuthOf(sun) - middle) % 360) + 360) % 360;
    return half - Math.min(away, 360 - away);
  };
  return profile(
    certainly("day", table).flatMap((day) => {
      const turns = crossings(inside, day, SEARCH).map(({ at }) => at);
      const edges = [day.start, ...turns, day.end];
      return edges.slice(1).flatMap((end, i) => {
        const start = edges[i] as EpochSeconds;
        const isInside = start < end && inside(((start + end) / 2) as EpochSeconds) >= 0;
        return isInside ? [{ start, end }] : [];
      });
    }),
  );
});

export const sunSide: LightCondition = {
  id: "sun-side",
  sentence: "The Sun is up, and stands on the side that is asked for.",
  isAsked: (setUp) => sideAsked(setUp) !== null,
  times(setUp, { light, events }) {
    const side = sideAsked(setUp);
    return {
      certain: side ? onSide(light, JSON.stringify([side.fromDeg, side.toDeg])) : known(light),
      unknown: [...directionUntold(light), ...turnedAway(events)],
    };
  },
  lacking: () => "with the Sun on another side",
};
