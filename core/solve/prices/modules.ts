import { elapsedMinutes } from "../../base/instant.ts";
import { minutes } from "../../base/quantity.ts";
import { factsOf } from "../../model/facts.ts";
import { stripsOfDay } from "../../model/next-day.ts";
import { boneyardOf } from "./boneyard.ts";
import { dayNamed } from "./day-named.ts";
import type { Kind } from "./variant.ts";

/** Each module in which the plan shoots, taken by the station on the day on which it shoots there longest. */
export const closedModules: Kind = (snapshot) => {
  const facts = factsOf(snapshot);
  return snapshot.tables.module.flatMap((module) => {
    const days = facts.days.map((day) => {
      const own = stripsOfDay(facts, day).filter((placed) => placed.moduleId === module.id);
      return { day, own, min: own.reduce((sum, { span }) => sum + elapsedMinutes(span.start, span.end), 0) };
    });
    const busiest = days.reduce((a, b) => (b.min > a.min ? b : a), {
      ...days[0],
      min: 0,
    } as (typeof days)[number]);
    if (busiest.min === 0) return [];
    const { day, own } = busiest;
    const bare = boneyardOf(snapshot, new Set(own.map(({ strip }) => strip.id)));
    const event = {
      id: `closed-${module.id}`.slice(0, 64) as (typeof bare.tables.stationEvent)[number]["id"],
      kind: "other" as const,
      title: `${module.name} taken`,
      startsAt: day.wakesAt,
      durationMin: minutes(elapsedMinutes(day.wakesAt, day.sleepsAt)),
      marginBeforeMin: minutes(0),
      marginAfterMin: minutes(0),
      moduleIds: [module.id],
      personIds: [],
      takesPanes: false,
      takesAttitude: false,
      takesQuiet: false,
      source: "",
    };
    return [
      {
        id: `closed:${module.id}`,
        words: `${module.name}, ${dayNamed(day).replace(/^D/, "d")}`,
        snapshot: { ...bare, tables: { ...bare.tables, stationEvent: [...bare.tables.stationEvent, event] } },
        holds: "less" as const,
      },
    ];
  });
};
