import * as z from "zod";
import { id, instant, name, text, wholeMinutes } from "./field.ts";
import { groundSiteId, groundTargetId } from "./ids.ts";

/** An element set as it was published, and when it is to be used. Read by core/orbit. */
export const elementSet = z.object({
  id: id<"ElementSetId">(),
  label: name,
  /** Two lines (TLE), or a CCSDS orbit mean-elements message (OMM). */
  form: z.enum(["tle", "omm"]).default("tle"),
  /** Of a TLE; empty for an OMM. */
  line1: z.string().max(80),
  line2: z.string().max(80),
  /** Of an OMM, as JSON; empty for a TLE. */
  omm: z.string().max(4_000).default(""),
  source: text,
  /** Use it only from and until here; open where null. */
  usedFrom: instant.nullable(),
  usedUntil: instant.nullable(),
});
export type ElementSetRow = z.output<typeof elementSet>;

/** A stretch of an ephemeris without a break: states to interpolate between. */
const ephemerisSegment = z.object({
  /** Epoch seconds, as are the states'. */
  usableFrom: z.number(),
  usableUntil: z.number(),
  /** Seven numbers a state: epoch seconds, km, km/s, in order of time. */
  states: z.array(z.number()).max(7 * 50_000),
});

/** A CCSDS orbit ephemeris message (OEM) of the station, as imported. Read by core/orbit. */
export const ephemeris = z.object({
  id: id<"EphemerisId">(),
  label: name,
  /** Of the message's states. */
  frame: z.enum(["J2000", "TEME", "ITRF"]),
  createdAt: instant.nullable(),
  segments: z.array(ephemerisSegment).max(200),
  source: text,
  /** Use it only from and until here; open where null. */
  usedFrom: instant.nullable(),
  usedUntil: instant.nullable(),
});
export type EphemerisRow = z.output<typeof ephemeris>;

const latitude = z.number("Use degrees, north positive").min(-90).max(90);
const longitude = z.number("Use degrees, east positive").min(-180).max(180);

/** A ground station that talks to the ship's segment directly. */
export const groundSite = z.object({
  id: groundSiteId,
  name,
  latDeg: latitude,
  lonDeg: longitude,
  /** Lowest elevation at which it is heard. */
  maskDeg: z.number("Use degrees, 0 to 90").min(0).max(90),
  isUsed: z.boolean(),
  source: text,
});
export type GroundSite = z.output<typeof groundSite>;

/** A place that shots ask for in the window. */
export const groundTarget = z.object({
  id: groundTargetId,
  name,
  latDeg: latitude,
  lonDeg: longitude,
  radiusKm: z.number("Use a number of kilometres").positive().max(5_000),
  source: text,
});
export type GroundTarget = z.output<typeof groundTarget>;

/** A stretch of relay coverage as it was given, or as a simple model has it. */
export const relayPass = z.object({
  id: id<"RelayPassId">(),
  relay: name,
  startsAt: instant,
  durationMin: wholeMinutes,
  source: text,
});
export type RelayPass = z.output<typeof relayPass>;
