import * as z from "zod";
import { about, answer, instant } from "./answer.ts";

export const orbit = answer("orbit", {
  object: about(z.string(), "what the ephemeris calls it"),
  source: about(z.string(), "label of the ephemeris"),
  from: about(instant, "where it may be used from"),
  to: instant,
  events: about(
    z.array(
      z.object({
        title: z.string(),
        kind: z.enum(["docking", "undocking", "reboost", "launch", "other"]),
        at: instant,
        deltaVMps: z.number().nullable(),
      }),
    ),
    "what its author foresees: the event table in its comments",
  ),
  breaks: about(z.array(instant), "burns, dockings and other places across which nothing is interpolated"),
  nodes: about(
    z.array(z.object({ at: instant, lonDeg: z.number() })).nullable(),
    "ascending nodes: crossings of the equator northward, longitude east positive; null without --nodes",
  ),
  warnings: z.array(z.string()),
});
