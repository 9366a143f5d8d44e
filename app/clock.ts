import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";

/** What time it is. `PERIGEE_NOW` (ISO 8601) sets it for tests and rehearsals. */
export const now = (): EpochSeconds => {
  const set = process.env.PERIGEE_NOW;
  return epochSeconds(Math.floor((set ? Date.parse(set) : Date.now()) / 1000));
};
