import { factsOf } from "../../model/facts.ts";
import { stripsOfDay } from "../../model/next-day.ts";
import { boneyardOf } from "./boneyard.ts";
import type { Kind } from "./variant.ts";

/** Each open day lost, with what stands on it back in the boneyard. */
export const lostDays: Kind = (snapshot) => {
  const facts = factsOf(snapshot);
  return facts.days
    .filter((day) => !day.isClosed)
    .map((day) => {
      const gone = stripsOfDay(facts, day).filter(({ scene }) => scene.unit === "main");
      const bare = boneyardOf(snapshot, new Set(gone.map(({ strip }) => strip.id)));
      const shootDay = bare.tables.shootDay.map((row) =>
        row.id === day.id ? { ...row, isClosed: true } : row,
      );
      return {
        id: `day-lost:${day.number}`,
        words: `Day ${day.number} lost`,
        snapshot: { ...bare, tables: { ...bare.tables, shootDay } },
        holds: "less" as const,
      };
    });
};
