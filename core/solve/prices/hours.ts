import { minutes } from "../../base/quantity.ts";
import type { Kind } from "./variant.ts";

/** What is priced: an hour. */
export const MORE_MIN = 60;

/** What is more has to be found, where what is less stands at once: it is looked for so many times as long. */
const SHARE = 2;

/** One more hour of everybody whose time is granted, on every day on which some is. */
export const moreHours: Kind = ({ tables, ...rest }) => {
  const granting = new Set(tables.allocation.filter((row) => row.minutes > 0).map((row) => row.personId));
  return tables.person
    .filter(({ id }) => granting.has(id))
    .map(({ id, shortName }) => ({
      id: `hour-of:${id}`,
      words: shortName,
      holds: "more" as const,
      share: SHARE,
      hours: tables.allocation.filter((row) => row.personId === id && row.minutes > 0).length,
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
