import { factsOf } from "../../model/facts.ts";
import { stripsOfDay } from "../../model/next-day.ts";
import { boneyardOf, isLoose } from "./boneyard.ts";
import { dayNamed } from "./day-named.ts";
import type { Kind } from "./variant.ts";

const NOTHING = "Nothing stands on it in the best plan.";
const ALL_STAYS = "All that stands on it is pinned, in the can or of another unit, and stays.";

/** Each open day lost, with what stands on it back in the boneyard. */
export const lostDays: Kind = (snapshot) => {
  const facts = factsOf(snapshot);
  return facts.days
    .filter((day) => !day.isClosed)
    .map((day) => {
      const all = stripsOfDay(facts, day);
      const gone = all.filter(({ scene, strip }) => scene.unit === "main" && isLoose(strip));
      const bare = boneyardOf(snapshot, new Set(gone.map(({ strip }) => strip.id)));
      const shootDay = bare.tables.shootDay.map((row) =>
        row.id === day.id ? { ...row, isClosed: true } : row,
      );
      return {
        id: `day-lost:${day.number}`,
        words: `${dayNamed(day)} lost`,
        snapshot: { ...bare, tables: { ...bare.tables, shootDay } },
        holds: "less" as const,
        ...(gone.length > 0 ? {} : { isIdle: true, note: all.length === 0 ? NOTHING : ALL_STAYS }),
      };
    });
};
