import { type Course, crossings } from "../base/crossings.ts";
import { holds, type Interval } from "../base/interval.ts";
import { difference, type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, seconds } from "../base/quantity.ts";
import { type DiscPart, sunClearance } from "./sun-clearance.ts";
import { STEP, TOLERANCE, type Track } from "./track.ts";

/** How far from the disc's vanishing its first contact is looked for; 23 s for the station at beta 60°. */
const REACH = 1800;
export interface Contacts {
  readonly kind: "sunrise" | "sunset";
  readonly firstContact: EpochSeconds;
  readonly pointSun: EpochSeconds;
  readonly lastContact: EpochSeconds;
}

/** Which contacts begin and end the night. */
export const DEFINITIONS = {
  "first-contact": { sunset: "firstContact", sunrise: "firstContact" },
  "point-sun": { sunset: "pointSun", sunrise: "pointSun" },
  umbra: { sunset: "lastContact", sunrise: "firstContact" },
} as const;
export type Definition = keyof typeof DEFINITIONS;

export interface SunCourse {
  /** Those whose first contact lies in the span. */
  readonly contacts: readonly Contacts[];
  /** By the definition asked for. */
  readonly nights: Profile;
  readonly days: Profile;
}

/**
 * Sunrises, sunsets and nights on one source of positions. A night that hides the whole disc for a second is found; a
 * graze, which never hides all of it, is day all through. The track reaches `LOOK_AROUND` farther than the span.
 */
export function sunCourse(track: Track, span: Interval, definition: Definition = "first-contact"): SunCourse {
  const wide = onSteps({ start: epochSeconds(span.start - REACH), end: epochSeconds(span.end + REACH) });
  const clearance =
    (part: DiscPart): Course =>
    (at) =>
      sunClearance(track.state(at).position, track.sun(at), part);
  const any = clearance("any");
  const turns = crossings(any, wide, { step: STEP, tolerance: TOLERANCE });
  const all = turns.map(({ at, rising }) => contactsAround(at, rising, clearance));
  const nights = nightsBetween(all, wide, any(wide.start) < 0, definition);
  return {
    contacts: all.filter((c) => holds(span, c.firstContact)),
    nights,
    days: difference([wide], nights),
  };
}

const onSteps = ({ start, end }: Interval): Interval => ({
  start: epochSeconds(Math.floor(start / STEP) * STEP),
  end: epochSeconds(Math.ceil(end / STEP) * STEP),
});

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

function nightsBetween(
  all: readonly Contacts[],
  { start, end }: Interval,
  startsInDark: boolean,
  definition: Definition,
): Profile {
  const edges = DEFINITIONS[definition];
  const nights: Interval[] = [];
  let from: EpochSeconds | null = startsInDark ? start : null;
  for (const contacts of all) {
    const edge = contacts[edges[contacts.kind]];
    if (contacts.kind === "sunset") from = edge;
    else if (from !== null && from < edge) {
      nights.push({ start: from, end: edge });
      from = null;
    }
  }
  if (from !== null && from < end) nights.push({ start: from, end });
  return profile(nights);
}
