import { minutes } from "../../base/quantity.ts";
import { dayNamed } from "./day-named.ts";
import { MORE_MIN } from "./hours.ts";
import type { Kind } from "./variant.ts";

/** One more hour of everybody whose time is granted, on one day. */
export const longerDays: Kind = ({ tables, ...rest }) =>
  [...tables.shootDay]
    .sort((a, b) => a.wakesAt - b.wakesAt)
    .filter((day) => !day.isClosed)
    .flatMap((day) => {
      const isMore = (row: (typeof tables.allocation)[number]) => row.date === day.date && row.minutes > 0;
      if (!tables.allocation.some(isMore)) return [];
      const allocation = tables.allocation.map((row) =>
        isMore(row) ? { ...row, minutes: minutes(row.minutes + MORE_MIN) } : row,
      );
      return [
        {
          id: `hour-on-day:${day.number}`,
          words: dayNamed(day),
          holds: "more" as const,
          hours: tables.allocation.filter(isMore).length,
          snapshot: { ...rest, tables: { ...tables, allocation } },
        },
      ];
    });
