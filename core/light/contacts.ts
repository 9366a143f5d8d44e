import { holds, type Interval } from "../base/interval.ts";
import { difference, type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { OrbitSource } from "../orbit/source.ts";
import { sunDuring } from "../orbit/sun.ts";
import { type Course, crossings } from "./crossings.ts";
import { type DiscPart, sunClearance } from "./sun-clearance.ts";

/** A night that hides the whole disc for less than this may be missed: for the station, only where nights fade out. */
const STEP = seconds(60);
const TOLERANCE = seconds(0.001);
/** How far from the disc's vanishing its first contact is looked for; 23 s for the station at beta 60°. */
const REACH = 1800;
/** How far around a span positions are looked at: for a contact half an hour off, and its other contacts as far again. */
export const LOOK_AROUND = seconds(2 * REACH + 60);

export interface Contacts {
  readonly kind: "sunrise" | "sunset";
  readonly firstContact: EpochSeconds;
  readonly pointSun: EpochSeconds;
  readonly lastContact: EpochSeconds;
}

export interface SunCourse {
  /** Those whose first contact lies in the span. */
  readonly contacts: readonly Contacts[];
  /** From sunset's first contact to sunrise's first contact. */
  readonly nights: Profile;
  readonly days: Profile;
}

/**
 * Sunrises, sunsets and nights on one source of positions. A graze, which never hides the whole disc, is day all through.
 * An error where it has no position somewhere from `LOOK_AROUND` before the span to as long after it.
 */
export function sunCourse(source: OrbitSource, span: Interval): Result<SunCourse, string> {
  const wide = { start: epochSeconds(span.start - REACH), end: epochSeconds(span.end + REACH) };
  const sun = sunDuring({ start: epochSeconds(wide.start - REACH), end: epochSeconds(wide.end + REACH) });
  let refusal: string | null = null;
  const clearance =
    (part: DiscPart): Course =>
    (at) => {
      const state = source.positionAt(at);
      if (state.ok) return sunClearance(state.value.position, sun(at), part);
      refusal = state.error;
      return 1;
    };
  const any = clearance("any");
  const turns = crossings(any, wide, { step: STEP, tolerance: TOLERANCE });
  const all = turns.map(({ at, rising }) => contactsAround(at, rising, clearance));
  const startsInDark = any(wide.start) < 0;
  if (refusal !== null) return err(refusal);
  const nights = nightsBetween(all, wide, startsInDark);
  return ok({
    contacts: all.filter((c) => holds(span, c.firstContact)),
    nights,
    days: difference([wide], nights),
  });
}

/** The three contacts around the moment at which the disc's last point goes, or its first point comes. */
function contactsAround(at: EpochSeconds, rising: boolean, clearance: (part: DiscPart) => Course): Contacts {
  const centre = otherContact(at, rising, clearance("centre"));
  const whole = otherContact(at, rising, clearance("whole"));
  return rising
    ? { kind: "sunrise", firstContact: at, pointSun: centre, lastContact: whole }
    : { kind: "sunset", firstContact: whole, pointSun: centre, lastContact: at };
}

/** Where another part of the disc crosses: after a rise, before a set. Not found within reach: the reach's end. */
function otherContact(at: EpochSeconds, rising: boolean, f: Course): EpochSeconds {
  const direction = rising ? 1 : -1;
  for (let away = 30; away <= REACH; away += 30) {
    const near = epochSeconds(at + direction * (away - 30));
    const far = epochSeconds(at + direction * away);
    if (f(far) < 0) continue;
    const span = rising ? { start: near, end: far } : { start: far, end: near };
    return crossings(f, span, { step: seconds(30), tolerance: TOLERANCE })[0]?.at ?? far;
  }
  return epochSeconds(at + direction * REACH);
}

function nightsBetween(all: readonly Contacts[], { start, end }: Interval, startsInDark: boolean): Profile {
  const nights: Interval[] = [];
  let from: EpochSeconds | null = startsInDark ? start : null;
  for (const { kind, firstContact } of all) {
    if (kind === "sunset") from = firstContact;
    else if (from !== null && from < firstContact) {
      nights.push({ start: from, end: firstContact });
      from = null;
    }
  }
  if (from !== null && from < end) nights.push({ start: from, end });
  return profile(nights);
}
