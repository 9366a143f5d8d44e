import { EVER } from "../../../base/interval.ts";
import { difference, type Profile, profile } from "../../../base/profile.ts";
import type { StationEvent } from "../../station.ts";
import { heldBy } from "../outside.ts";
import type { LightCondition } from "./condition.ts";

const open = new WeakMap<readonly StationEvent[], Profile>();
function openTimes(events: readonly StationEvent[]): Profile {
  const known = open.get(events);
  if (known) return known;
  const shut = events.flatMap((event) => {
    const span = event.takesPanes ? heldBy(event) : null;
    return span ? [span] : [];
  });
  const times = difference([EVER], profile(shut));
  open.set(events, times);
  return times;
}

export const panesOpen: LightCondition = {
  id: "panes-open",
  sentence: "No event has the shutters closed.",
  isAsked: ({ light }) => light !== "any",
  times: (_, { events }) => ({ certain: openTimes(events), unknown: [] }),
  lacking: () => "behind closed shutters",
};
