import { crossings } from "../base/crossings.ts";
import { epochSeconds, seconds } from "../base/quantity.ts";
import type { OrbitNoon } from "../model/light-table.ts";
import { betaOf } from "./beta.ts";
import { STEP, type Track } from "./track.ts";

/** The Sun moves 4° a minute across the station's sky: this is 0.001°. */
const TOLERANCE = seconds(0.015);

/**
 * The moments at which the Sun is highest over the station, where it passes from ahead to astern. One an orbit, but
 * for orbits whose plane the Sun stands straight over (beta 90°), where there is no highest.
 */
export function noonsOf(track: Track): OrbitNoon[] {
  const ahead = (at: number) => {
    const when = epochSeconds(at);
    const { position: r, velocity: v } = track.state(when);
    const sun = track.sun(when);
    const rr = r.x * r.x + r.y * r.y + r.z * r.z;
    const rv = r.x * v.x + r.y * v.y + r.z * v.z;
    // Along the track: the velocity without its part away from the Earth.
    const along =
      sun.x * (v.x * rr - r.x * rv) + sun.y * (v.y * rr - r.y * rv) + sun.z * (v.z * rr - r.z * rv);
    return along / (rr * SCALE);
  };
  return crossings(ahead, track.span, { step: STEP, tolerance: TOLERANCE })
    .filter(({ rising }) => !rising)
    .map(({ at }) => ({ at, betaDeg: betaOf(track.state(at), track.sun(at)) }));
}

/** So that the function is of the size of one: an astronomical unit times a speed in orbit. */
const SCALE = 1.5e8 * 7.7;
