import { gather } from "../../../base/gather.ts";
import { type Profile, profile } from "../../../base/profile.ts";
import type { Pane } from "../../station.ts";
import { colourAround, once } from "../light-times.ts";
import { turnedAway } from "../outside.ts";
import { directionUntold, sunDirectionAt, throughPane } from "../sun-direction.ts";
import type { LightCondition } from "./condition.ts";

/**
 * Asked by who wants sunrise or sunset through a pane: that colour comes from the Sun itself, which at the moment its centre
 * crosses the limb must stand in the pane's view. By day and by night every pane has its light, whichever way it looks.
 */
export const sunInPane: LightCondition = {
  id: "sun-in-pane",
  sentence: "The sunrises and sunsets that fall through the pane.",
  isAsked: ({ light, paneId }) => (light === "sunrise" || light === "sunset") && paneId !== null,
  times({ paneId }, { light, panes, events }, { beforeMin, afterMin, fieldOfViewDeg }) {
    const pane = panes.get(paneId ?? "");
    const key: Key = [pane?.direction ?? "", pane?.fieldOfViewDeg ?? fieldOfViewDeg, beforeMin, afterMin];
    return {
      certain: pane ? inView(light, JSON.stringify(key)) : [],
      unknown: [...directionUntold(light), ...turnedAway(events)],
    };
  },
  lacking: ({ paneId }, { panes }) =>
    `with the Sun out of the view of ${panes.get(paneId ?? "")?.name ?? "its pane"}`,
};

type Key = readonly [Pane["direction"] | "", number, number, number];

const inView = once((table, key): Profile => {
  const [direction, fieldOfViewDeg, beforeMin, afterMin] = JSON.parse(key) as Key;
  if (direction === "") return [];
  return profile(
    gather(table.crossings, (crossing) => {
      const sun = sunDirectionAt(table, crossing.pointSun);
      const isSeen = sun !== null && throughPane({ direction, fieldOfViewDeg }, sun, fieldOfViewDeg);
      return isSeen ? colourAround(crossing, { beforeMin, afterMin }) : [];
    }),
  );
});
