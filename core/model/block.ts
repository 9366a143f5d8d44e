import * as z from "zod";
import { date, id, instant, text, wholeMinutes } from "./field.ts";
import { blockId, exerciseDeviceId, moduleId, personId } from "./ids.ts";

export const BLOCK_KINDS = [
  "sleep",
  "post-sleep",
  "pre-sleep",
  "off-duty",
  "meal",
  "exercise",
  "conference",
  "medical",
  "duty",
  "handover",
  "briefing",
  "travel",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];
/** Time of rest rather than things to do, in the order of a call sheet. */
export const REST_KINDS: readonly BlockKind[] = ["sleep", "pre-sleep", "post-sleep", "off-duty"];

/** A meal, exercise, conference, sleep, station task … placed for one person. Fixed, or flexible within its allowed span. */
export const crewBlock = z.object({
  id: blockId,
  personId,
  kind: z.enum(BLOCK_KINDS),
  title: z.string().trim().max(120),
  startsAt: instant,
  durationMin: wholeMinutes,
  /** It may move within these; both null: fixed. */
  earliestAt: instant.nullable(),
  latestAt: instant.nullable(),
  moduleId: moduleId.nullable(),
  /** Exercise: the device that runs. */
  deviceId: exerciseDeviceId.nullable().default(null),
  source: text,
});
export type CrewBlock = z.output<typeof crewBlock>;
/** What a message calls it. */
export const blockName = (block: CrewBlock): string => block.title || block.kind;

/** Minutes of a station crew member's working time granted to the film on a date. */
export const allocation = z.object({
  id: id<"AllocationId">(),
  personId,
  date,
  minutes: wholeMinutes,
  source: text,
});
export type Allocation = z.output<typeof allocation>;

/** Personal time that a person gives to the film on a date, by their own consent. */
export const consent = z.object({
  id: id<"ConsentId">(),
  personId,
  date,
  minutes: wholeMinutes,
  /** Who noted it, and how it was given. */
  note: text,
  source: text,
});
export type Consent = z.output<typeof consent>;

/** Daily time in which an outgoing person hands over to an incoming one. */
export const handover = z.object({
  id: id<"HandoverId">(),
  outgoingPersonId: personId,
  incomingPersonId: personId,
  fromDate: date,
  /** Included. */
  untilDate: date,
  source: text,
});
export type Handover = z.output<typeof handover>;
