import type { EpochSeconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { ccsdsInstant } from "./ccsds-time.ts";
import { type Ephemeris, type EphemerisInput, type EphemerisSegment, parseEphemeris } from "./ephemeris.ts";
import { type OrbitEvent, orbitEvents } from "./orbit-events.ts";
import { type StatedNode, statedNodes } from "./stated-nodes.ts";

/** A CCSDS orbit ephemeris message (CCSDS 502.0) as its text has it: nothing is judged yet. */
export interface OemMessage {
  readonly createdAt: string;
  readonly originator: string;
  /** Of the whole message, in order. */
  readonly comments: readonly string[];
  readonly segments: readonly OemSegment[];
}
export interface OemSegment {
  /** OBJECT_NAME, REF_FRAME and so on. */
  readonly meta: Readonly<Record<string, string>>;
  /** Epoch as written, and six numbers: km, km/s. */
  readonly states: readonly OemState[];
}
export interface OemState {
  readonly epoch: string;
  readonly numbers: readonly number[];
}

/** What a message holds for us. */
export interface OemContents {
  readonly input: EphemerisInput;
  readonly ephemeris: Ephemeris;
  readonly objectName: string;
  readonly originator: string;
  readonly events: readonly OrbitEvent[];
  readonly nodes: readonly StatedNode[];
}

/** The station's names in the catalogues, without hyphens. */
export const STATION_OBJECTS: readonly string[] = ["1998067A", "25544"];

const FRAMES: Readonly<Record<string, EphemerisInput["frame"]>> = {
  EME2000: "J2000",
  J2000: "J2000",
  // Within 0.02″ of J2000: under a metre at the station.
  GCRF: "J2000",
  ICRF: "J2000",
  TEME: "TEME",
  ITRF: "ITRF",
  "ITRF-93": "ITRF",
  "ITRF-97": "ITRF",
  ITRF2000: "ITRF",
  ITRF2005: "ITRF",
  ITRF2008: "ITRF",
  ITRF2014: "ITRF",
  ITRF2020: "ITRF",
};

const given = (meta: OemSegment["meta"], key: string) => (meta[key] ?? "").trim();
const bare = (object: string) => object.toUpperCase().replaceAll(/[-\s]/g, "");

function metaProblem(meta: OemSegment["meta"], objects: readonly string[] | null): string | null {
  const object = given(meta, "OBJECT_ID");
  const frame = given(meta, "REF_FRAME").toUpperCase();
  const center = given(meta, "CENTER_NAME").toUpperCase();
  const timeSystem = given(meta, "TIME_SYSTEM").toUpperCase();
  if (!object) return "It does not say which object it is of (OBJECT_ID).";
  if (objects !== null && !objects.some((each) => bare(each) === bare(object)))
    return `It is of ${given(meta, "OBJECT_NAME") || "another object"} (${object}), not of the station.`;
  if (center !== "EARTH")
    return center ? `Its centre is ${center}, not the Earth.` : "It does not name its centre (CENTER_NAME).";
  if (!Object.hasOwn(FRAMES, frame))
    return frame
      ? `Its frame ${frame} is not known here; EME2000, GCRF, ICRF, TEME and ITRF are.`
      : "It does not name its frame (REF_FRAME).";
  if (timeSystem !== "UTC")
    return timeSystem
      ? `Its times are in ${timeSystem}; UTC is wanted.`
      : "It does not name its time scale (TIME_SYSTEM).";
  return null;
}

/** The first of the times that is given; null where none is, or where it cannot be read. */
function timeOf(meta: OemSegment["meta"], ...keys: readonly string[]): EpochSeconds | null {
  const key = keys.find((each) => given(meta, each) !== "");
  return key ? ccsdsInstant(given(meta, key)) : null;
}

function segmentOf({ meta, states }: OemSegment): Result<EphemerisSegment, string> {
  const usableFrom = timeOf(meta, "USEABLE_START_TIME", "START_TIME");
  const usableUntil = timeOf(meta, "USEABLE_STOP_TIME", "STOP_TIME");
  if (usableFrom === null || usableUntil === null)
    return err("It does not say from when to when it reaches (START_TIME, STOP_TIME).");
  const numbers: number[] = [];
  for (const { epoch, numbers: six } of states) {
    const at = ccsdsInstant(epoch);
    if (at === null) return err(`"${epoch.slice(0, 40)}" is no time.`);
    if (six.length !== 6 || !six.every(Number.isFinite))
      return err(`The state at ${epoch} is not six numbers.`);
    numbers.push(at, ...six);
  }
  return ok({ usableFrom, usableUntil, states: numbers });
}

/**
 * The ephemeris that a message holds, with its events and its author's own node times, or the one sentence that says
 * why it is not taken: another object, frame or time scale, gaps, states that cannot be.
 */
export function ephemerisOf(
  message: OemMessage,
  label: string,
  objects: readonly string[] | null = STATION_OBJECTS,
): Result<OemContents, string> {
  const [first] = message.segments;
  if (!first) return err("It holds no states.");
  const frame = FRAMES[given(first.meta, "REF_FRAME").toUpperCase()] ?? "J2000";
  const segments: EphemerisSegment[] = [];
  for (const segment of message.segments) {
    const problem = metaProblem(segment.meta, objects);
    if (problem) return err(problem);
    if (FRAMES[given(segment.meta, "REF_FRAME").toUpperCase()] !== frame)
      return err("Its segments are in different frames.");
    const read = segmentOf(segment);
    if (!read.ok) return read;
    segments.push(read.value);
  }
  const input: EphemerisInput = {
    label,
    frame,
    createdAt: ccsdsInstant(message.createdAt),
    segments,
    source: message.originator,
    usedFrom: null,
    usedUntil: null,
  };
  const ephemeris = parseEphemeris(input);
  if (!ephemeris.ok) return ephemeris;
  return ok({
    input,
    ephemeris: ephemeris.value,
    objectName: given(first.meta, "OBJECT_NAME"),
    originator: message.originator,
    events: orbitEvents(message.comments, ephemeris.value.extent.start),
    nodes: statedNodes(message.comments),
  });
}
