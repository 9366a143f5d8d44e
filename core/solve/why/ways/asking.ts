/**
 * What asking costs, in priority points, about minutes of the main unit: working assumptions [G], there to rank ways out and told with
 * them. What the plan loses by the soft rules comes on top.
 */
export const ASKING = {
  /** For a minute of a station crew member's time that is not granted: the negotiation, beside the minute. */
  minute: 1,
  /** Half a working day until a waiver is signed. */
  waiver: 240,
  /** The reason of a pin has to be thought through again. */
  unpin: 60,
  /** What the script or the director asked for is given up in one set-up. */
  setUp: 180,
  /** A set-up that must be shot is given up: no less than one that should be. Rule tiers. */
  must: 20_000,
  /** A block of somebody's day moves within the span that it has: a call to mission control. */
  block: 15,
  /** A set is dressed elsewhere. */
  module: 120,
  /** For a minute of a unit's window that is not granted: hatches, handovers and the way home are planned around it. */
  windowMinute: 1,
  /** For a job that somebody takes on: half an hour to prepare. */
  job: 30,
  /** The waking hours of a day. */
  day: 900,
} as const;
