import * as z from "zod";
import { about, answer, date, instant } from "./answer.ts";

export const light = answer("light", {
  production: about(z.object({ slug: z.string(), title: z.string() }).nullable(), "null with --elements"),
  from: instant,
  to: instant,
  crossings: about(
    z.array(
      z.object({
        kind: z.enum(["sunrise", "sunset"]),
        firstContact: instant,
        pointSun: instant,
        lastContact: instant,
        latDeg: z.number(),
        lonDeg: z.number(),
        altitudeKm: z.number(),
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "every sunrise and sunset; place (geodetic, WGS 84) is the station's at first contact; margin grows with the age of the orbit data",
  ),
  spans: about(
    z.array(
      z.object({
        kind: z.enum(["day", "night"]),
        startsAt: instant,
        endsAt: instant,
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "orbital day and night, cut where the orbit data changes",
  ),
  passes: about(
    z.array(
      z.object({
        kind: z.enum(["ground-site", "relay"]),
        name: z.string(),
        startsAt: instant,
        endsAt: instant,
        maxElevationDeg: z.number().nullable(),
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "when the production's ground sites and relays can be talked to; empty with --elements",
  ),
  targets: about(
    z.array(
      z.object({
        target: z.string(),
        startsAt: instant,
        endsAt: instant,
        closestAt: instant,
        closestKm: z.number(),
        sunElevationDeg: z.number(),
        source: z.string(),
        marginS: z.number(),
      }),
    ),
    "when the production's targets lie within their radius of the point below, and how high the Sun stands there",
  ),
  unknown: about(
    z.array(z.object({ startsAt: instant, endsAt: instant, reason: z.string() })),
    "where the light cannot be told; exit status 3 unless empty",
  ),
  beta: about(z.array(z.object({ date, betaDeg: z.number() })), "beta angle at 12:00 UTC"),
  warnings: about(z.array(z.string()), "orbit data left out, or at odds"),
});
