import { type Interval, widen } from "../../base/interval.ts";
import { minutes } from "../../base/quantity.ts";
import type { LightTable, UnknownLight } from "../light-table.ts";
import type { Pane, StationEvent } from "../station.ts";

/** What light, ground and links are told from. */
export interface Outside {
  readonly light: LightTable;
  readonly panes: ReadonlyMap<string, Pane>;
  readonly events: readonly StationEvent[];
}

/** An event with its margins. */
export const heldBy = ({
  startsAt,
  durationMin,
  marginBeforeMin,
  marginAfterMin,
}: StationEvent): Interval | null =>
  widen({ start: startsAt, end: startsAt }, marginBeforeMin, minutes(durationMin + marginAfterMin));

/** When an event may have the station in another attitude. */
export const turnedAway = (events: readonly StationEvent[]): readonly UnknownLight[] =>
  events.flatMap((event) => {
    const span = event.takesAttitude ? heldBy(event) : null;
    return span ? [{ span, reason: `${event.title} takes the attitude.` }] : [];
  });
