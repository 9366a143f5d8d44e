import * as z from "zod";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { date, id, instant, name, text } from "./field.ts";
import { dayId } from "./ids.ts";

/** A shoot day: from wake to sleep, never to midnight. */
export const shootDay = z
  .object({
    id: dayId,
    /** Day 0 is the day of arrival. */
    number: z.number().int().min(-30).max(400),
    date,
    wakesAt: instant,
    sleepsAt: instant,
    /** Closed: lost for shooting (a what-if, a station emergency). */
    isClosed: z.boolean(),
    note: text,
  })
  .refine((d) => d.wakesAt < d.sleepsAt, { error: "The day ends after it starts", path: ["sleepsAt"] });
export type ShootDay = z.output<typeof shootDay>;

/** A line across the board: a day's heading note, a company move. */
export const banner = z.object({
  id: id<"BannerId">(),
  dayId,
  text: name,
  order: z.number().int(),
});
export type Banner = z.output<typeof banner>;

/** The grid on which the board tries places. */
const QUARTER_S = 900;

/** Full quarters of an hour of a day at which a strip could start. */
export function quartersOf(day: Pick<ShootDay, "wakesAt" | "sleepsAt">): readonly EpochSeconds[] {
  const first = Math.ceil(day.wakesAt / QUARTER_S);
  const past = Math.ceil(day.sleepsAt / QUARTER_S);
  return Array.from({ length: Math.max(0, past - first) }, (_, i) => epochSeconds((first + i) * QUARTER_S));
}
