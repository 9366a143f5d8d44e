import { plusMinutes } from "#core/base/instant.ts";
import { interval } from "#core/base/interval.ts";
import { profile } from "#core/base/profile.ts";
import { type EpochSeconds, epochSeconds, minutes } from "#core/base/quantity.ts";
import type { Span } from "#core/solve/engine/problem.ts";
import { TICK_MIN } from "../orbital.ts";

/** Days of the shoot begin here: a Monday that nobody has flown. */
const FIRST_DAY = "2031-03-03";
/** Bedtime aboard, when the last shoot day closes, too. Minutes from midnight GMT. [S, facts.md, the crew day] */
export const CLOSES_MIN = 21 * 60 + 30;

const FIRST = epochSeconds(Date.parse(`${FIRST_DAY}T00:00:00Z`) / 1000);
/** So many minutes after the first midnight of the shoot. */
export const momentOf = (min: number): EpochSeconds => plusMinutes(FIRST, minutes(min));

/** From minute to minute of a day of the shoot. */
export const span = (day: number, from: number, to: number) =>
  interval(momentOf(day * 1440 + from), momentOf(day * 1440 + to));
export const freeTime = (free: readonly Span[]) =>
  profile(free.map(({ from, to }) => interval(momentOf(from * TICK_MIN), momentOf(to * TICK_MIN))));
