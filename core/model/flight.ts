import * as z from "zod";
import { id, instant, name, text } from "./field.ts";
import { flightId, moduleId, personId } from "./ids.ts";

/** One leg of a ship: up to the station or down from it. */
export const flight = z.object({
  id: flightId,
  ship: name,
  direction: z.enum(["up", "down"]),
  /** Launch, or undocking. */
  departsAt: instant,
  /** Docking, or landing. */
  arrivesAt: instant,
  /** Hatch opening after docking, or hatch closing before undocking: the moment from or until which its people are aboard. */
  hatchAt: instant,
  /** The ship as a room of the station, while it is docked. */
  moduleId: moduleId.nullable().default(null),
  source: text,
});
export type Flight = z.output<typeof flight>;

/** Who sits where on a leg. */
export const seat = z.object({
  id: id<"SeatId">(),
  flightId,
  personId,
  position: z.enum(["left", "centre", "right"]),
  /** When their seat liner is moved into this ship; null: it was made there. */
  linerMovedAt: instant.nullable(),
  /** Sat in, in the suit, with their own moulded liner: who fits need not be measured. */
  isFitChecked: z.boolean().default(false),
});
export type Seat = z.output<typeof seat>;
