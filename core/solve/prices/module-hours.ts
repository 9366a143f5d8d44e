import { minutes } from "../../base/quantity.ts";
import { MORE_MIN } from "./hours.ts";
import type { Kind } from "./variant.ts";

/** Each module that the station takes at times, an hour sooner given back each time. */
export const openerModules: Kind = ({ tables, ...rest }) => {
  const filmed = new Set(tables.scene.map(({ moduleId }) => moduleId));
  return tables.module
    .filter(({ id }) => filmed.has(id))
    .flatMap(({ id, name }) => {
      if (!tables.stationEvent.some(({ moduleIds }) => moduleIds.includes(id))) return [];
      const stationEvent = tables.stationEvent.map((event) =>
        event.moduleIds.includes(id)
          ? { ...event, durationMin: minutes(Math.max(0, event.durationMin - MORE_MIN)) }
          : event,
      );
      return [
        {
          id: `hour-in:${id}`,
          words: `${name}, taken an hour less each time`,
          holds: "more" as const,
          hours: tables.stationEvent.reduce(
            (sum, event) =>
              sum + (event.moduleIds.includes(id) ? Math.min(MORE_MIN, event.durationMin) / MORE_MIN : 0),
            0,
          ),
          snapshot: { ...rest, tables: { ...tables, stationEvent } },
        },
      ];
    });
};
