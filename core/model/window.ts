import * as z from "zod";
import { id, instant, name, text } from "./field.ts";
import { windowId } from "./ids.ts";

export const UNITS = ["main", "ship", "landing"] as const;
/** Main unit aboard the station; ship unit in ascent, approach and return; landing unit on the ground. */
export type Unit = (typeof UNITS)[number];
export const UNIT_NAMES: Record<Unit, string> = {
  main: "Main unit",
  ship: "Ship unit",
  landing: "Landing unit",
};

/** When a unit can shoot at all. */
export const shootWindow = z
  .object({ id: windowId, unit: z.enum(UNITS), startsAt: instant, endsAt: instant, note: text })
  .refine((w) => w.startsAt < w.endsAt, { error: "The window ends after it starts", path: ["endsAt"] });
export type ShootWindow = z.output<typeof shootWindow>;

/** What one source says about an edge of a window; where sources conflict, all are kept and one is used. */
export const windowClaim = z.object({
  id: id<"WindowClaimId">(),
  windowId,
  edge: z.enum(["start", "end"]),
  at: instant,
  label: name,
  source: text,
  isUsed: z.boolean(),
});
export type WindowClaim = z.output<typeof windowClaim>;
