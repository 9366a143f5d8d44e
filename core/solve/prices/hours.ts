import { minutes } from "../../base/quantity.ts";
import type { Kind } from "./variant.ts";

const MORE_MIN = 60;

/** One more hour of everybody whose time is granted, on every day on which some is. */
export const moreHours: Kind = ({ tables, ...rest }) => {
  const granting = new Set(tables.allocation.filter((row) => row.minutes > 0).map((row) => row.personId));
  return tables.person
    .filter(({ id }) => granting.has(id))
    .map(({ id, shortName }) => ({
      id: `hour-of:${id}`,
      words: `${shortName}: one more hour a day`,
      holds: "more" as const,
      snapshot: {
        ...rest,
        tables: {
          ...tables,
          allocation: tables.allocation.map((row) =>
            row.personId === id && row.minutes > 0
              ? { ...row, minutes: minutes(row.minutes + MORE_MIN) }
              : row,
          ),
        },
      },
    }));
};
